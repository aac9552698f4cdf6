"""Decoding gives the right samples, whatever the format, the channels, the rate or the part."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.dsp.decode import chapters, open_sound
from genre_desktop.dsp.sound import Problem, SoundError, SoundReport, Span
from tests.support.sounds import (
    FORMATS,
    music,
    stereo,
    write_flac,
    write_sound,
    write_wav,
    write_with_chapters,
)

Samples = NDArray[np.float32]


def hear(
    path: Path, span: Span | None = None, limit: float | None = None
) -> tuple[Samples, SoundReport]:
    with open_sound(path, span, limit) as sound:
        blocks = list(sound.blocks())
        return np.concatenate(blocks), sound.report()


def error_db(found: Samples, expected: Samples) -> float:
    """Power of the difference below the power of what is expected."""
    size = min(found.size, expected.size)
    difference = found[:size] - expected[:size]
    power = np.square(difference).mean() + 1e-20
    return float(10 * np.log10(power / np.square(expected[:size]).mean()))


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_comes_back_as_it_was_written(kind: str, tmp_path: Path) -> None:
    form = FORMATS[kind]
    seconds = 5.0
    sound = stereo(music(seconds, rate=form.rate))
    path = write_sound(tmp_path / f"song{form.extension}", sound, kind)
    samples, report = hear(path)
    expected, _ = hear(write_sound(tmp_path / "as.wav", sound, "wavfloat", rate=form.rate))
    assert report.notes == ()
    assert report.failed_packets == 0
    assert (report.channels, report.sample_rate) == (2, form.rate)
    assert report.bit_rate > 0
    assert abs(report.decoded_seconds - seconds) < 0.1
    if form.lossless:
        assert samples.size == expected.size
        assert error_db(samples, expected) < -60


@pytest.mark.parametrize(
    ("kind", "name"), [("mp3", "MP3"), ("opus", "Opus in Ogg"), ("wav", "PCM in WAV")]
)
def test_a_format_is_named_in_words(kind: str, name: str, tmp_path: Path) -> None:
    path = write_sound(tmp_path / f"a{FORMATS[kind].extension}", stereo(music(2.0)), kind)
    assert hear(path)[1].format_name == name


@pytest.mark.parametrize("kind", ["wav", "wav8", "wav24", "wavfloat"])
def test_channels_are_averaged_whatever_the_sample_format(kind: str, tmp_path: Path) -> None:
    left = music(2.0, rate=22_050)
    planes = np.stack([left, -0.5 * left])
    samples, _ = hear(write_sound(tmp_path / "a.wav", planes, kind, rate=22_050))
    tolerance = 1 / 128 if kind == "wav8" else 1e-4
    assert np.abs(samples - 0.25 * left).max() < tolerance


def test_surround_channels_weigh_as_much_as_the_others(tmp_path: Path) -> None:
    planes = np.stack([music(1.0, seed=seed, rate=22_050) for seed in range(6)])
    samples, report = hear(write_sound(tmp_path / "a.wav", planes, "wavfloat", rate=22_050))
    assert report.channels == 6
    assert np.abs(samples - planes.mean(axis=0)).max() < 1e-6


@pytest.mark.parametrize("rate", [8_000, 11_025, 32_000, 48_000, 96_000])
def test_a_tone_keeps_pitch_level_and_length_at_every_rate(rate: int, tmp_path: Path) -> None:
    time = np.arange(4 * rate) / rate
    tone = (0.5 * np.sin(2 * np.pi * 1000 * time)).astype(np.float32)
    samples, _ = hear(write_sound(tmp_path / "tone.wav", tone, "wavfloat", rate=rate))
    expected = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(samples.size) / 22_050)
    assert abs(samples.size - 4 * 22_050) <= 1
    assert np.abs(samples[500:-500] - expected[500:-500]).max() < 2e-3


def test_what_lies_above_the_new_range_is_removed(tmp_path: Path) -> None:
    time = np.arange(2 * 44_100) / 44_100
    tone = np.sin(2 * np.pi * 15_000 * time).astype(np.float32)
    path = write_sound(tmp_path / "high.wav", tone + music(2.0), "wavfloat")
    only = write_sound(tmp_path / "without.wav", music(2.0), "wavfloat")
    assert error_db(hear(path)[0][500:-500], hear(only)[0][500:-500]) < -50


def test_blocks_are_short_whatever_the_length(tmp_path: Path) -> None:
    path = write_flac(tmp_path / "a.flac", music(30.0))
    with open_sound(path) as sound:
        sizes = [block.size for block in sound.blocks()]
    assert max(sizes) <= 4 * 22_050
    assert sum(sizes) == 30 * 22_050


@pytest.mark.parametrize("kind", ["mp3", "wav24", "opus", "mka"])
def test_frames_that_ffmpeg_joins_are_those_that_arrays_join(kind: str, tmp_path: Path) -> None:
    path = write_sound(tmp_path / f"a{FORMATS[kind].extension}", stereo(music(5.0)), kind)
    with open_sound(path) as joined, open_sound(path, Span(0.0, None)) as gathered:
        for one, other in zip(joined.blocks(), gathered.blocks(), strict=True):
            np.testing.assert_array_equal(one, other)


def test_a_whole_goes_on_through_other_channels_and_rates(tmp_path: Path) -> None:
    written = [
        write_sound(tmp_path / "stereo.mp3", stereo(music(5.0)), "mp3"),
        write_sound(tmp_path / "mono.mp3", music(5.0), "mp3"),
        write_sound(tmp_path / "slow.mp3", music(5.0, rate=32_000), "mp3", rate=32_000),
    ]
    path = tmp_path / "all.mp3"
    path.write_bytes(b"".join(part.read_bytes() for part in written))
    whole, report = hear(path)
    assert report.decoded_seconds == pytest.approx(15.0, abs=0.3)
    np.testing.assert_array_equal(whole, hear(path, Span(0.0, None))[0])


def test_the_report_waits_for_the_last_block(tmp_path: Path) -> None:
    with open_sound(write_wav(tmp_path / "a.wav", music(2.0))) as sound:
        with pytest.raises(RuntimeError, match="when all blocks"):
            sound.report()
        assert sum(block.size for block in sound.blocks()) == 44_100
        assert sound.report().decoded_seconds == pytest.approx(2.0)


@pytest.mark.parametrize("kind", ["wav", "flac", "mp3", "aac", "alac", "vorbis", "opus", "wavpack"])
def test_a_part_is_what_the_whole_has_there(kind: str, tmp_path: Path) -> None:
    form = FORMATS[kind]
    sound = stereo(music(30.0, rate=form.rate))
    path = write_sound(tmp_path / f"a{form.extension}", sound, kind, rate=form.rate)
    whole, _ = hear(path)
    part, report = hear(path, Span(12.0, 17.0))
    assert part.size == pytest.approx(5 * 22_050, abs=1)
    assert report.decoded_seconds == pytest.approx(5.0, abs=1e-3)
    assert report.notes == ()
    expected = whole[12 * 22_050 : 17 * 22_050]
    assert error_db(part[200:-200], expected[200 : part.size - 200]) < -18


@pytest.mark.parametrize("kind", ["wma", "mka"])
def test_a_part_is_right_to_the_millisecond_that_the_format_knows(
    kind: str, tmp_path: Path
) -> None:
    path = write_sound(tmp_path / f"a{FORMATS[kind].extension}", stereo(music(30.0)), kind)
    whole, _ = hear(path)
    part, _ = hear(path, Span(12.0, 17.0))
    start = 12 * 22_050
    shifts = [
        error_db(part[500:20_000], whole[start + 500 + n : start + 20_000 + n])
        for n in range(-22, 23)
    ]
    assert min(shifts) < -8  # half a sample of the coarse time stamp costs that much


def test_a_part_without_an_end_goes_on_to_the_end(tmp_path: Path) -> None:
    path = write_flac(tmp_path / "a.flac", music(10.0))
    assert hear(path, Span(7.5, None))[1].decoded_seconds == pytest.approx(2.5, abs=1e-3)


@pytest.mark.parametrize("kind", ["wav", "flac", "mp3", "aac", "vorbis", "opus", "wavpack", "mka"])
@pytest.mark.parametrize("start", [4.0, 90_000.0])
def test_a_part_behind_the_end_is_told_as_that(kind: str, start: float, tmp_path: Path) -> None:
    form = FORMATS[kind]
    path = write_sound(tmp_path / f"a{form.extension}", stereo(music(3.0, rate=form.rate)), kind)
    with pytest.raises(SoundError) as caught:
        hear(path, Span(start, start + 2.0))
    assert caught.value.problem is Problem.NO_SAMPLES
    assert f"ends before this part begins, at {start:.1f} s" in caught.value.sentence


@pytest.mark.parametrize(
    ("span", "promised"),
    [(Span(2.0, 5.0), 3.0), (Span(7.5, None), 2.5), (Span(8.0, 20.0), 2.0), (None, 10.0)],
)
def test_the_length_that_is_promised_is_the_parts(
    span: Span | None, promised: float, tmp_path: Path
) -> None:
    path = write_flac(tmp_path / "a.flac", music(10.0))
    report = hear(path, span)[1]
    assert report.promised_seconds == pytest.approx(promised)
    assert report.notes == ()


def test_a_part_that_ends_with_a_cut_file_says_so(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", music(20.0))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert hear(path, Span(2.0, 8.0))[1].notes == ()
    (note,) = hear(path, Span(8.0, None))[1].notes
    assert note.problem is Problem.TRUNCATED
    assert "2.0 s of the 12.0 s" in note.sentence


def test_a_limit_counts_from_the_start_of_the_part(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", music(10.0))
    limited, report = hear(path, limit=2.0)
    assert limited.size == 2 * 22_050
    assert report.notes == ()
    assert hear(path, Span(4.0, 9.0), 1.5)[1].decoded_seconds == pytest.approx(1.5, abs=1e-3)
    assert hear(path, limit=60.0)[1].decoded_seconds == pytest.approx(10.0)


@pytest.mark.parametrize("name", ["a.mp3", "a.wav", "a.m4a"])
@pytest.mark.parametrize(
    "script",
    [
        "ffconcat version 1.0\nfile secret.wav\n",
        "#EXTM3U\n#EXTINF:1,\nsecret.wav\n",
        "[playlist]\nFile1=secret.wav\n",
    ],
)
def test_no_script_makes_ffmpeg_open_another_file(name: str, script: str, tmp_path: Path) -> None:
    write_wav(tmp_path / "secret.wav", music(2.0))
    path = tmp_path / name
    path.write_text(script)
    with pytest.raises(SoundError) as caught:
        hear(path)
    assert caught.value.problem is Problem.NOT_AUDIO


def test_a_sound_without_chapters_has_none(tmp_path: Path) -> None:
    assert chapters(write_flac(tmp_path / "a.flac", music(2.0))) == ()


def test_chapters_are_found_with_title_and_span(tmp_path: Path) -> None:
    path = write_with_chapters(tmp_path / "book.mka", music(10.0), ("One", 0, 4), ("Two", 4, 10))
    found = chapters(path)
    assert [chapter.title for chapter in found] == ["One", "Two"]
    assert found[1].span == Span(4.0, 10.0)

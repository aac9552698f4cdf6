"""What a player is given: stereo at the file's own rate, from any moment, and resampled."""

from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.dsp.playback import StereoBlock, StereoResampler, open_playback
from genre_desktop.dsp.sound import SoundError, Span
from genre_desktop.dsp.stereo import to_stereo
from tests.support.sounds import FORMATS, RATE, music, stereo, write_sound, write_wav

SECONDS = 12.0
# Kinds whose container counts in milliseconds, or says the time of some packets only.
ROUGH = {"mka", "vorbis", "opus", "wma"}


def heard(path: Path, start: float = 0.0, span: Span | None = None) -> NDArray[np.float32]:
    with open_playback(path, span, start) as sound:
        return np.concatenate([block.samples for block in sound.blocks()])


def test_both_channels_come_back_as_they_are(tmp_path: Path) -> None:
    sound = stereo(music(2.0))
    path = write_sound(tmp_path / "a.flac", sound, "flac")
    np.testing.assert_allclose(heard(path), sound.T, atol=1e-4)


def test_one_channel_is_heard_on_both_sides(tmp_path: Path) -> None:
    sound = music(1.0)
    got = heard(write_wav(tmp_path / "a.wav", sound))
    np.testing.assert_array_equal(got[:, 0], got[:, 1])
    np.testing.assert_allclose(got[:, 0], sound, atol=1e-4)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"wav8"}))
def test_any_moment_is_found_to_a_block(name: str, tmp_path: Path) -> None:
    form = FORMATS[name]
    path = write_sound(tmp_path / f"a{form.extension}", stereo(music(SECONDS)), name)
    whole = heard(path)
    for start in np.random.default_rng(0).uniform(0.5, SECONDS - 1.0, 8):
        part = heard(path, float(start))[4_000:12_000, 0]
        at = round(float(start) * form.rate) + 4_000
        reach = 512 if name in ROUGH else 2
        lag = _lag(part, whole[at - reach : at + len(part) + reach, 0])
        assert abs(lag - reach) <= reach


def _lag(part: NDArray[np.float32], around: NDArray[np.float32]) -> int:
    """Where the part lies in what surrounds it, by the least difference."""
    places = len(around) - len(part) + 1
    differences = [float(np.abs(around[i : i + len(part)] - part).mean()) for i in range(places)]
    best = int(np.argmin(differences))
    assert differences[best] < 0.2 * float(np.abs(part).mean()) + 1e-3
    return best


def test_a_part_of_a_file_ends_where_it_ends(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", music(5.0))
    whole = heard(path)
    got = heard(path, 0.5, Span(1.0, 3.0))
    np.testing.assert_array_equal(got, whole[round(1.5 * RATE) : 3 * RATE])


def test_the_length_and_the_rate_are_known_before_the_first_block(tmp_path: Path) -> None:
    with open_playback(write_wav(tmp_path / "a.wav", music(5.0)), Span(1.0, 3.0)) as sound:
        assert sound.length_seconds == pytest.approx(2.0)
        assert sound.rate == RATE


def test_a_damaged_file_plays_what_can_be_decoded(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.mp3", stereo(music(10.0)), "mp3")
    content = bytearray(path.read_bytes())
    content[60_000:80_000] = np.random.default_rng(0).bytes(20_000)
    path.write_bytes(content)
    assert len(heard(path)) > 7 * RATE


def test_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_text("words")
    with pytest.raises(SoundError), open_playback(path):
        pass


def test_samples_that_are_no_numbers_are_silent() -> None:
    wild = np.array([0.5, np.nan, np.inf, -0.5], np.float32)
    np.testing.assert_array_equal(to_stereo([wild])[:, 0], [0.5, 0.0, 0.0, -0.5])


def test_surround_sound_cannot_clip() -> None:
    loud = np.ones((6, 4), np.float32)
    np.testing.assert_allclose(to_stereo(list(loud)), 1.0, rtol=1e-6)
    centre = np.zeros((6, 4), np.float32)
    centre[2] = 1.0
    mixed = to_stereo(list(centre))
    np.testing.assert_allclose(mixed[:, 0], mixed[:, 1], rtol=1e-6)
    assert mixed.max() > 0.2


def test_resampling_in_blocks_equals_resampling_at_once() -> None:
    sound = np.ascontiguousarray(stereo(music(2.0)).T)
    pieces, whole = StereoResampler(48_000), StereoResampler(48_000)
    parts = [pieces.push(StereoBlock(part, RATE)) for part in np.array_split(sound, 13)]
    joined = np.concatenate([*parts, pieces.flush()])
    at_once = np.concatenate([whole.push(StereoBlock(sound, RATE)), whole.flush()])
    assert abs(len(joined) - 96_000) <= 64
    np.testing.assert_array_equal(joined, at_once)


def test_a_change_of_rate_is_no_gap() -> None:
    time = np.arange(RATE) / RATE
    tone = np.stack([np.sin(2 * np.pi * 440 * time)] * 2, axis=1).astype(np.float32)
    half = np.ascontiguousarray(tone[::2])
    resampler = StereoResampler(RATE)
    given = [resampler.push(StereoBlock(tone, RATE)), resampler.push(StereoBlock(half, RATE // 2))]
    joined = np.concatenate([*given, resampler.flush()])
    assert len(joined) == pytest.approx(2 * RATE, abs=64)
    loudness = np.sqrt((joined[: 2 * RATE - 500, 0].reshape(-1, 100) ** 2).mean(axis=1))
    assert loudness.min() > 0.5


def loudness_of(layout: str, channels: int, sounding: int, folder: Path) -> list[float]:
    """How loud left and right are where one channel alone sounds."""
    planes = np.zeros((channels, RATE), np.float32)
    planes[sounding] = music(1.0)
    path = folder / "a.flac"
    with path.open("wb") as file, av.open(file, "w", format="flac") as container:
        stream = container.add_stream("flac", rate=RATE)
        stream.layout, stream.format = layout, "s16"
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray((planes.T * 2**14).astype(np.int16).reshape(1, -1)),
            format="s16",
            layout=layout,
        )
        frame.sample_rate = RATE
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return [float(np.abs(side).max()) for side in heard(path).T]


def test_the_centre_of_three_channels_is_heard_on_both_sides(tmp_path: Path) -> None:
    left, right = loudness_of("3.0", 3, 2, tmp_path)
    assert left == right > 0.05


@pytest.mark.parametrize("side", [0, 1], ids=["left", "right"])
def test_a_rear_channel_is_heard_on_its_side(side: int, tmp_path: Path) -> None:
    sides = loudness_of("quad", 4, 2 + side, tmp_path)
    assert sides[side] > 0.05
    assert sides[1 - side] == 0.0


def test_three_channels_of_unknown_places_are_those_that_are_usual() -> None:
    bass = np.array([[0.0], [0.0], [1.0]], np.float32)
    assert not to_stereo(list(bass), ("NONE",) * 3).any()
    assert to_stereo(list(bass), ("FL", "FR", "FC")).all()


@pytest.mark.parametrize("start", [0.0, 3.0])
@pytest.mark.parametrize("span", [None, Span(1.0, None)], ids=["whole", "rest"])
def test_an_encoder_s_padding_is_not_played(
    span: Span | None, start: float, tmp_path: Path
) -> None:
    path = write_sound(tmp_path / "a.m4a", stereo(music(8.0)), "aac")
    begin = start + (span.start_seconds if span else 0.0)
    assert len(heard(path, start, span)) == round((8.0 - begin) * RATE)


def test_sound_behind_the_length_that_a_header_states_is_played(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.m4a", stereo(music(8.0)), "aac")
    whole = heard(path)
    content = path.read_bytes()
    length_at = content.index(b"mdhd") + 20
    wrong = (5 * RATE).to_bytes(4, "big")
    path.write_bytes(content[:length_at] + wrong + content[length_at + 4 :])
    with open_playback(path) as sound:
        assert sound.length_seconds == pytest.approx(5.0)
    assert len(heard(path)) >= len(whole)

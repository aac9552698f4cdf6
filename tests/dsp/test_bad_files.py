"""Every bad file ends in the outcome that its list names, with a sentence for people."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.dsp.decode import open_sound
from genre_desktop.dsp.judgement import name_notes
from genre_desktop.dsp.payload import payload_hash
from genre_desktop.dsp.regular_file import open_regular
from genre_desktop.dsp.sniff import FLAC
from genre_desktop.dsp.sound import Problem, SoundError, SoundReport
from tests.support import missing
from tests.support.badfiles import BAD_FILES, ODD_NAMES, BadFile, wav_bytes
from tests.support.sounds import (
    RATE,
    music,
    stereo,
    write_mp3,
    write_repeated_flac,
    write_sound,
    write_wav,
)

HEARD = [name for name, bad in BAD_FILES.items() if bad.problem is None]
REFUSED = [name for name, bad in BAD_FILES.items() if bad.problem is not None]
# The packets of these can be hashed: what is wrong shows only in the samples.
WRONG_IN_THE_SAMPLES = (Problem.SILENT, Problem.NON_FINITE, Problem.TOO_SHORT)


def make(name: str, folder: Path) -> tuple[BadFile, Path]:
    bad = BAD_FILES[name]
    if bad.needs and sys.platform == "win32":
        missing.skip_for_want_of(f"{bad.needs} on this system")
    return bad, bad.make(folder)


def hear(path: Path) -> tuple[np.ndarray, SoundReport]:
    with open_sound(path) as sound:
        blocks = list(sound.blocks())
        return np.concatenate(blocks), sound.report()


@pytest.mark.parametrize("name", HEARD)
def test_a_bad_file_is_heard_as_far_as_it_goes(name: str, tmp_path: Path) -> None:
    bad, path = make(name, tmp_path)
    samples, report = hear(path)
    assert tuple(note.problem for note in report.notes) == bad.notes
    assert all(note.sentence.endswith(".") for note in report.notes)
    assert bad.seconds[0] <= report.decoded_seconds <= bad.seconds[1]
    assert samples.size == round(report.decoded_seconds * 22_050)
    assert np.isfinite(samples).all()


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_is_refused_with_its_problem_and_a_sentence(name: str, tmp_path: Path) -> None:
    bad, path = make(name, tmp_path)
    with pytest.raises(SoundError) as caught:
        hear(path)
    assert caught.value.problem is bad.problem
    assert path.name in caught.value.sentence
    assert caught.value.sentence.endswith(".")


@pytest.mark.parametrize("name", BAD_FILES)
def test_hashing_a_bad_file_gives_a_hash_or_the_same_problem(name: str, tmp_path: Path) -> None:
    bad, path = make(name, tmp_path)
    if bad.problem is None or bad.problem in WRONG_IN_THE_SAMPLES:
        assert len(payload_hash(path)) == 40
    else:
        with pytest.raises(SoundError) as caught:
            payload_hash(path)
        assert caught.value.problem is bad.problem


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SoundError) as caught:
        hear(tmp_path / "gone.mp3")
    assert caught.value.problem is Problem.MISSING
    assert "gone.mp3" in caught.value.sentence


@contextmanager
def as_nobody() -> Iterator[None]:
    """The super-user may read everything, so be someone else for a while."""
    if sys.platform == "win32":
        missing.skip_for_want_of("file permissions as POSIX has them")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = write_mp3(tmp_path / "private.mp3", music(2.0))
    path.chmod(0)
    with as_nobody(), pytest.raises(SoundError) as caught:
        hear(path)
    assert caught.value.problem is Problem.UNREADABLE
    assert "permission" in caught.value.sentence


@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_name_is_only_a_name(name: str, tmp_path: Path) -> None:
    try:
        path = write_mp3(tmp_path / name, music(2.0))
    except (OSError, UnicodeError):
        missing.skip_for_want_of("a file system that takes every name")
    _, report = hear(path)
    assert abs(report.decoded_seconds - 2.0) < 0.1


def test_a_sentence_shows_an_undecodable_name_in_readable_form(tmp_path: Path) -> None:
    with pytest.raises(SoundError) as caught:
        hear(tmp_path / "a\udcff\nb.mp3")
    assert r"a\xff\nb.mp3" in caught.value.sentence
    caught.value.sentence.encode("utf-8")


def test_a_file_that_grows_while_it_is_read_has_changed(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "growing.wav", music(20.0))
    with open_sound(path) as sound:
        blocks = sound.blocks()
        next(blocks)
        with path.open("ab") as file:
            file.write(b"more")
        with pytest.raises(SoundError) as caught:
            list(blocks)
    assert caught.value.problem is Problem.CHANGED


def test_a_file_that_vanishes_while_it_is_read_has_changed(tmp_path: Path) -> None:
    if sys.platform == "win32":
        missing.skip_for_want_of("a system on which open files can be removed")
    path = write_wav(tmp_path / "vanishing.wav", music(20.0))
    with open_sound(path) as sound:
        blocks = sound.blocks()
        next(blocks)
        path.unlink()
        with pytest.raises(SoundError) as caught:
            list(blocks)
    assert caught.value.problem is Problem.CHANGED


def test_chunks_behind_the_sound_are_no_sound(tmp_path: Path) -> None:
    samples = (music(2.0) * 32767).astype("<i2").tobytes()
    tag = b"LIST" + (1000).to_bytes(4, "little") + bytes(1000)
    path = tmp_path / "tagged.wav"
    path.write_bytes(wav_bytes(samples, behind=tag))
    _, report = hear(path)
    assert report.notes == ()
    assert report.decoded_seconds == pytest.approx(2.0, abs=1e-3)


def test_what_was_damaged_elsewhere_leaves_the_rest_as_it_is(tmp_path: Path) -> None:
    clean, _ = hear(write_sound(tmp_path / "clean.wav", music(4.0), "wavfloat"))
    samples = music(4.0)
    samples[1000:1100] = np.nan
    broken, report = hear(write_sound(tmp_path / "broken.wav", samples, "wavfloat"))
    assert report.notes[0].sentence.startswith("100 samples")
    assert np.abs(broken[2000:] - clean[2000:]).max() < 1e-4


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_twelve_hours_of_silence_are_silent_in_little_memory(tmp_path: Path) -> None:
    path = long_flac(tmp_path / "night.flac", 12.2 * 3600, quiet=True)
    with open_sound(path) as sound, pytest.raises(SoundError) as caught:
        assert max(block.size for block in sound.blocks()) < 12 * 22_050
    assert caught.value.problem is Problem.SILENT


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_over_twelve_hours_of_music_are_heard_with_a_note(tmp_path: Path) -> None:
    path = long_flac(tmp_path / "night.flac", 12.2 * 3600, quiet=False)
    with open_sound(path) as sound:
        for _ in sound.blocks():
            pass
        report = sound.report()
    assert [note.problem for note in report.notes] == [Problem.VERY_LONG]


def long_flac(path: Path, seconds: float, *, quiet: bool) -> Path:
    """Write a second of FLAC so often that it lasts this long."""
    # 4,608 samples are one FLAC frame
    block = np.zeros(4_608, np.float32) if quiet else music(0.576, rate=8_000)
    return write_repeated_flac(path, block, round(seconds / 0.576), 8_000)


def test_a_long_silence_is_silent(tmp_path: Path) -> None:
    path = long_flac(tmp_path / "quiet.flac", 1200.0, quiet=True)
    with pytest.raises(SoundError) as caught:
        hear(path)
    assert caught.value.problem is Problem.SILENT


def test_quiet_music_is_not_silence(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "quiet.wav", stereo(music(2.0)) * 1e-3, "wav", rate=RATE)
    samples, _ = hear(path)
    assert np.abs(samples).max() > 1e-4


def test_channels_that_cancel_each_other_out_are_not_called_silent(tmp_path: Path) -> None:
    sound = music(2.0)
    path = write_sound(tmp_path / "a.wav", np.stack([sound, -sound]), "wavfloat")
    with pytest.raises(SoundError) as caught:
        hear(path)
    assert caught.value.problem is Problem.SILENT
    assert "cancel each other out" in caught.value.sentence
    assert path.name in caught.value.sentence


def test_noise_below_the_last_bit_of_one_channel_of_six_is_silence(tmp_path: Path) -> None:
    channels = np.zeros((6, 2 * RATE), np.float32)
    channels[0] = np.random.default_rng(0).uniform(-3e-5, 3e-5, 2 * RATE)
    path = write_sound(tmp_path / "a.wav", channels, "wavfloat")
    with pytest.raises(SoundError, match="silent from start to end"):
        hear(path)


def test_channels_of_silence_cancel_nothing_out(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.wav", np.zeros((2, 2 * RATE), np.float32), "wav8")
    with pytest.raises(SoundError, match="silent from start to end"):
        hear(path)


def test_a_note_shows_an_unprintable_ending_in_readable_form() -> None:
    (note,) = name_notes(Path("a.m\x1b[31mp\u202e3\udcff"), FLAC)
    assert r".m\x1b[31mp\u202e3\xff;" in note.sentence
    note.sentence.encode("utf-8")


@pytest.mark.parametrize("ending", ["mp3", "flac"])
def test_a_file_cut_within_its_cover_is_incomplete(ending: str, tmp_path: Path) -> None:
    content = BAD_FILES["sixteen megabytes of cover"].make(tmp_path).read_bytes()
    path = tmp_path / f"cut.{ending}"
    path.write_bytes(content[:200_000])
    for look in (hear, payload_hash):
        with pytest.raises(SoundError) as caught:
            look(path)
        assert caught.value.problem is Problem.DAMAGED
        assert f"incomplete {ending.upper()} file" in caught.value.sentence


def test_a_text_that_begins_like_a_tag_is_no_sound(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("ID3 tags are described here.")
    with pytest.raises(SoundError) as caught:
        hear(path)
    assert caught.value.problem is Problem.NOT_AUDIO


@pytest.mark.parametrize(("on_windows", "says"), [(True, True), (False, False)])
def test_only_windows_lets_other_programs_keep_a_file(
    on_windows: bool, says: bool, tmp_path: Path
) -> None:
    path = write_mp3(tmp_path / "private.mp3", music(2.0))
    path.chmod(0)
    with (
        as_nobody(),
        pytest.raises(SoundError) as caught,
        open_regular(path, others_hold=lambda: on_windows),
    ):
        pass
    assert caught.value.problem is Problem.UNREADABLE
    assert ("another program" in caught.value.sentence) is says

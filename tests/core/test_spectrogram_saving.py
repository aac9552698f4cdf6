"""Pictures and numbers of a part of a track."""

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.spectrogram_picture import PictureSpec, axis_of
from genre_desktop.core.spectrogram_saving import (
    PartPicture,
    part_picture,
    save_part_numbers,
    save_part_picture,
)
from genre_desktop.core.spectrum_part import Part, part_spectrum
from genre_desktop.core.track import Track
from genre_desktop.core.track_spectrum import Channel, Look
from genre_desktop.dsp.dbfs import Window
from genre_desktop.dsp.frequency_axis import Scale
from genre_desktop.dsp.sound import SoundError
from tests.support.sounds import RATE, write_wav

LOOK = Look(Channel.BOTH, Window.HANN, 1_024)
PART = Part(1.0, 2.0, 40)
SPEC = PictureSpec(300, 150, Scale.LINEAR, LOOK, "grey", -10.0, 80.0)


@pytest.fixture
def track(tmp_path: Path) -> Track:
    """A second of silence, then 3 kHz."""
    time = np.arange(3 * RATE) / RATE
    tone = 0.5 * np.sin(2 * np.pi * 3_000 * time)
    tone[:RATE] = 0.0
    return Track(write_wav(tmp_path / "a.wav", tone.astype(np.float32)))


def picture_of(track: Track, part: Part) -> PartPicture:
    return PartPicture(track, "A title", part, axis_of(Scale.LINEAR, RATE).part(0.0, 0.5), SPEC)


def test_the_picture_shows_the_part_and_the_frequencies_on_show(track: Track) -> None:
    with Image.open(io.BytesIO(part_picture(picture_of(track, PART)))) as picture:
        assert picture.format == "PNG"
        levels = np.asarray(picture.convert("L"))
    plot = levels[40:190, 80:380].astype(int)  # inside the axes
    row = 150 - round(3_000 / (RATE / 4) * 150)
    assert abs(int(plot[:, 150].argmax()) - row) <= 2
    assert plot[row - 1, 5:295].min() > 200


def test_the_saved_picture_is_the_copied_one(track: Track, tmp_path: Path) -> None:
    target = tmp_path / "a.png"
    save_part_picture(target, picture_of(track, PART))
    assert target.read_bytes() == part_picture(picture_of(track, PART))


def test_both_kinds_of_numbers_hold_times_frequencies_and_levels(
    track: Track, tmp_path: Path
) -> None:
    spectrum = part_spectrum(track.path, None, LOOK, PART)
    for name in ("a.npy", "a.csv"):
        save_part_numbers(tmp_path / name, track, LOOK, PART)
    table = np.load(tmp_path / "a.npy", allow_pickle=False)
    assert table.dtype == np.float32
    np.testing.assert_allclose(table[1:, 0], 1.0 + (np.arange(40) + 0.5) * 0.05, atol=1e-5)
    np.testing.assert_allclose(table[0, 1:], np.arange(513) * RATE / 1_024, rtol=1e-6)
    np.testing.assert_array_equal(table[1:, 1:], spectrum.levels)
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    assert head[0] == "seconds"
    np.testing.assert_allclose(np.array(head[1:], float), table[0, 1:], atol=0.01)
    np.testing.assert_allclose(np.array(rows, float)[:, 1:], table[1:, 1:], atol=0.006)


def test_a_failed_write_says_so_and_leaves_what_was_there(track: Track, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="folder"):
        save_part_numbers(tmp_path / "missing" / "a.npy", track, LOOK, PART)
    (tmp_path / "a.png").mkdir()
    with pytest.raises(ExportFailed, match=r"a\.png is a folder"):
        save_part_picture(tmp_path / "a.png", picture_of(track, PART))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "a.wav"]


def test_nothing_is_saved_over_music(track: Track, tmp_path: Path) -> None:
    disguised = tmp_path / "song.png"
    disguised.write_bytes(track.path.read_bytes())
    kept = track.path.read_bytes()
    for target in (track.path, disguised, tmp_path / "other.mp3"):
        with pytest.raises(ExportFailed, match="music"):
            save_part_picture(target, picture_of(track, PART))
        with pytest.raises(ExportFailed, match="music"):
            save_part_numbers(target, track, LOOK, PART)
    assert track.path.read_bytes() == disguised.read_bytes() == kept
    assert not (tmp_path / "other.mp3").exists()


def test_an_earlier_picture_and_earlier_numbers_are_replaced(track: Track, tmp_path: Path) -> None:
    for _ in range(2):
        save_part_picture(tmp_path / "a.png", picture_of(track, PART))
        for name in ("a.npy", "a.csv"):
            save_part_numbers(tmp_path / name, track, LOOK, PART)
    assert len(list(tmp_path.iterdir())) == 4


def test_where_there_is_no_sound_there_is_nothing_to_save(track: Track, tmp_path: Path) -> None:
    with pytest.raises(SoundError):
        save_part_numbers(tmp_path / "a.csv", track, LOOK, Part(50.0, 1.0, 10))
    assert not (tmp_path / "a.csv").exists()


def test_a_name_in_a_sentence_does_not_turn_what_follows(track: Track, tmp_path: Path) -> None:
    turned = Track(track.path.rename(tmp_path / "a\u202e.wav"))
    with pytest.raises(SoundError) as caught:
        save_part_numbers(tmp_path / "a.csv", turned, LOOK, Part(50.0, 1.0, 10))
    assert caught.value.sentence == r"“a\u202e.wav” holds no sound there."

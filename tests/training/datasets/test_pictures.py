"""Kaggle's spectrogram pictures: read where they lie, and turned back into levels."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.training.datasets.small import chirp_levels, picture
from training.datasets.kinds import read_source
from training.datasets.picture_forms import (
    CLIP_FRAMES,
    HEIGHT,
    WIDTH,
    log_mel_of,
    picture_of,
    read_picture,
)
from training.datasets.wishes import Wishes
from training.features.store import FeatureStore

pytestmark = pytest.mark.training


def pictures(folder: Path) -> Path:
    """images_original with two pictures of two genres."""
    for seed, name in enumerate(("blues/blues00000", "blues/blues00001", "rock/rock00000")):
        picture(folder / "images_original" / f"{name}.png", seed)
    return folder


def test_pictures_are_named_as_the_recordings_are(tmp_path: Path) -> None:
    index = read_source("pictures", pictures(tmp_path), Wishes())
    assert list(index.tracks) == ["blues.00000", "blues.00001", "rock.00000"]
    assert index.items[0].path == "images_original/blues/blues00000.png"
    assert any("8–18 points" in note for note in index.notes)
    assert any("turned back into levels" in note for note in index.notes)


def test_a_picture_that_is_none_or_of_another_size_is_listed(tmp_path: Path) -> None:
    folder = pictures(tmp_path) / "images_original" / "rock"
    (folder / "rock00001.png").write_bytes(b"not a picture")
    Image.new("RGB", (640, 480)).save(folder / "rock00002.png")
    picture(folder / "cover.png", 1)
    reasons = {
        Path(one.path).name: one.reason
        for one in read_source("pictures", tmp_path, Wishes()).rejected
    }
    assert set(reasons) == {"rock00001.png", "rock00002.png", "cover.png"}
    assert reasons["rock00002.png"] == "It has 640 × 480 points instead of 432 × 288."
    assert "cannot be read" in reasons["rock00001.png"]


def test_the_spectrogram_without_its_margins_has_218_by_336_points(tmp_path: Path) -> None:
    read = read_picture(picture(tmp_path / "blues00000.png", 3))
    assert read.shape == (HEIGHT, WIDTH, 4) == (218, 336, 4)
    np.testing.assert_array_equal(read, picture_of(chirp_levels(CLIP_FRAMES, 3)))


def test_colours_turn_back_into_the_levels_they_were_drawn_from() -> None:
    levels = chirp_levels(CLIP_FRAMES, 5)
    back = log_mel_of(picture_of(levels))
    expected = np.maximum(levels - levels.max(), -80)
    assert back.shape == expected.shape
    assert np.median(np.abs(back - expected)) < 1.5
    assert np.corrcoef(back.ravel(), expected.ravel())[0, 1] > 0.995


def test_pictures_give_pieces_and_statistics_as_recordings_do(tmp_path: Path) -> None:
    index = read_source("pictures", pictures(tmp_path), Wishes())
    store = FeatureStore(index, tmp_path / "cache")
    pieces = store.pieces(3)
    assert pieces.batch(np.array([0, 9])).shape == (2, 128, 130)
    assert len(pieces) == 27
    assert store.statistics(3).values.shape == (27, 287)
    assert store.picture("rock.00000").shape == (218, 336, 4)

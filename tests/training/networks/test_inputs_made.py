"""Inputs that training alone makes: pictures, and features that need sound."""

import numpy as np
import pytest

from genre_desktop.core.colour_maps import NAMES, colour_table
from training.datasets.picture_forms import picture_of as as_published
from training.networks.pictures import picture_of
from training.networks.sound_features import FROM_SOUND, HOP, RATE

pytestmark = pytest.mark.training

SECONDS = 2


def tone(hz: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.sin(2 * np.pi * hz * np.arange(SECONDS * RATE) / RATE).astype(np.float32)


def test_a_picture_has_the_published_size_and_four_planes() -> None:
    picture = picture_of(np.random.default_rng(0).normal(-40, 10, (128, 1_293)))
    assert picture.shape == (4, 218, 336)
    assert picture.dtype == np.uint8
    assert (picture[3] == 255).all()


def test_loud_is_yellow_silent_is_violet_and_low_bands_lie_at_the_bottom() -> None:
    log_mel = np.full((128, 400), -120.0)
    log_mel[:20] = 0.0
    picture = picture_of(log_mel)
    assert picture[:3, -1, 100].tolist() == [253, 231, 37]
    assert picture[:3, 0, 100].tolist() == [68, 1, 84]


def test_pictures_of_networks_are_in_viridis_and_published_ones_in_magma() -> None:
    log_mel = np.linspace(-80, 0, 128)[:, None].repeat(400, 1)
    drawn, published = picture_of(log_mel)[:3].transpose(1, 2, 0), as_published(log_mel)[..., :3]
    for picture, name in ((drawn, "viridis"), (published, "magma")):
        levels = np.linspace(255, 0, len(picture)).round().astype(int)
        far = {
            one: np.abs(picture[:, 100] - colour_table(one)[levels] * 1.0).mean() for one in NAMES
        }
        assert min(far, key=far.__getitem__) == name
        assert far[name] < 5


def test_a_picture_does_not_depend_on_gain() -> None:
    log_mel = np.random.default_rng(1).normal(-40, 10, (128, 336))
    np.testing.assert_array_equal(picture_of(log_mel), picture_of(log_mel + 9))


@pytest.mark.parametrize(
    ("name", "rows"),
    [("linear_stft", 257), ("constant_q", 84), ("chroma", 12), ("tempogram", 128)],
)
def test_features_of_sound_have_their_rows_and_frames(name: str, rows: int) -> None:
    values = FROM_SOUND[name](tone(440))
    assert values.dtype == np.float32
    assert values.shape[0] == rows
    assert abs(values.shape[1] - SECONDS * RATE / HOP) < 2
    assert np.isfinite(values).all()


def test_a_tone_stands_where_it_sounds() -> None:
    stft = FROM_SOUND["linear_stft"](tone(2_000)).mean(1).argmax()
    assert stft * RATE / 512 == pytest.approx(2_000, abs=RATE / 512)
    constant_q = FROM_SOUND["constant_q"](tone(440)).mean(1).argmax()
    assert constant_q == 45  # C1 to A4: three octaves and nine semitones
    assert FROM_SOUND["chroma"](tone(440)).mean(1).argmax() == 9

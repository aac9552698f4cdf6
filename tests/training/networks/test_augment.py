"""What augmentation does to inputs, and what it leaves alone."""

import pytest
import torch

from training.networks.augment import mixed, mixing, varied
from training.networks.recipe import Augmentation

pytestmark = pytest.mark.training


def spectra() -> torch.Tensor:
    return torch.randn(3, 32, 40, generator=torch.Generator().manual_seed(1)) * 10 - 40


def drawn(seed: int = 2) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_nothing_switched_on_changes_nothing() -> None:
    assert torch.equal(varied(spectra(), Augmentation(), drawn()), spectra())
    assert mixing(3, Augmentation(), drawn()) is None


@pytest.mark.parametrize(
    "how",
    [
        Augmentation(gain_db=2),
        Augmentation(equaliser_db=2),
        Augmentation(roll=True),
        Augmentation(shift_bands=2),
        Augmentation(stretch=0.1),
        Augmentation(band_masks=1, band_mask=8),
        Augmentation(time_masks=1, time_mask=0.3),
    ],
)
def test_each_variation_keeps_the_shape_and_repeats_by_its_seed(how: Augmentation) -> None:
    once, again = varied(spectra(), how, drawn()), varied(spectra(), how, drawn())
    assert once.shape == spectra().shape
    assert torch.equal(once, again)
    assert not torch.equal(once, spectra())


def test_gain_is_one_level_for_each_input() -> None:
    change = varied(spectra(), Augmentation(gain_db=3), drawn()) - spectra()
    torch.testing.assert_close(change, change[:, :1, :1].expand_as(change), atol=1e-4, rtol=0)


def test_the_equaliser_is_constant_over_time_and_differs_by_band() -> None:
    change = varied(spectra(), Augmentation(equaliser_db=3), drawn()) - spectra()
    torch.testing.assert_close(change, change[:, :, :1].expand_as(change), atol=1e-4, rtol=0)
    assert float(change[:, :, 0].std(1).min()) > 0.1


def test_rolling_keeps_every_frame() -> None:
    rolled = varied(spectra(), Augmentation(roll=True), drawn())
    torch.testing.assert_close(rolled.sort(2).values, spectra().sort(2).values)


def test_a_moved_frequency_range_moves_a_peak() -> None:
    peak = torch.zeros(64, 32, 4)
    peak[:, 16] = 1
    places = varied(peak, Augmentation(shift_bands=4), drawn())[:, :, 0].argmax(1)
    assert 12 <= int(places.min()) < 16 < int(places.max()) <= 20


def test_masks_hide_no_more_than_they_may() -> None:
    how = Augmentation(band_masks=1, band_mask=8, time_masks=1, time_mask=0.25)
    many = spectra().repeat(50, 1, 1)
    hidden = varied(many, how, drawn()) != many
    assert 4 < int(hidden.all(2).sum(1).max()) <= 8
    assert 5 < int(hidden.all(1).sum(1).max()) <= 10


def test_gain_of_raw_audio_is_a_factor() -> None:
    wave = torch.randn(4, 100, generator=drawn())
    factor = varied(wave, Augmentation(gain_db=6), drawn()) / wave
    torch.testing.assert_close(factor, factor[:, :1].expand_as(factor))


def test_an_input_remains_the_larger_part_of_its_mixture() -> None:
    mix = mixing(200, Augmentation(mixup=0.4), drawn())
    assert mix is not None
    partners, share = mix
    assert sorted(partners.tolist()) == list(range(200))
    assert 0.5 <= float(share.min()) < float(share.max()) <= 1
    one_hot = torch.eye(200)
    assert torch.equal(mixed(one_hot, mix).argmax(1), torch.arange(200))

"""Augmentation: inputs of a batch as other equipment and another moment might have given them."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.networks.recipe import Augmentation

EQUALISER_KNOTS = 6


def varied(heard: Tensor, how: Augmentation, random: torch.Generator) -> Tensor:
    """Vary each input of a batch by itself.

    Args:
        heard: Spectrograms (n, bands, frames), or raw audio (n, samples), for which only gain and
            roll have a meaning; pictures (n, channels, height, width) are only rolled.
        how: What is done, and how strongly.
        random: The draws.
    """
    if how.roll:
        heard = _rolled(heard, random)
    if heard.ndim == 2:
        return _louder(heard, how, random)
    if heard.ndim == 3:
        heard = _moved_in_frequency(heard, how, random)
        heard = _equalised(heard, how, random)
        heard = _masked(heard, how, random)
    return heard


def mixing(count: int, how: Augmentation, random: torch.Generator) -> tuple[Tensor, Tensor] | None:
    """Partners (n,) and own shares (n,) of at least a half for mixup; None where it is off."""
    if not how.mixup:
        return None
    # torch.distributions take no generator of their own, numpy's does.
    seed = int(torch.randint(2**31, (), generator=random))
    drawn = np.random.default_rng(seed).beta(how.mixup, how.mixup, count).astype(np.float32)
    share = torch.from_numpy(np.maximum(drawn, 1 - drawn))
    return torch.randperm(count, generator=random), share


def mixed(values: Tensor, mix: tuple[Tensor, Tensor] | None) -> Tensor:
    """Rows (n, …) with their partners' shares mixed in."""
    if mix is None:
        return values
    partners, share = mix
    own = share.reshape(-1, *[1] * (values.ndim - 1))
    return own * values + (1 - own) * values[partners]


def _uniform(count: int, limit: float, random: torch.Generator) -> Tensor:
    return (2 * torch.rand(count, generator=random) - 1) * limit


def _rolled(heard: Tensor, random: torch.Generator) -> Tensor:
    length = heard.shape[-1]
    starts = torch.randint(length, (len(heard),), generator=random)
    return torch.stack(
        [torch.roll(one, int(start), -1) for one, start in zip(heard, starts, strict=True)]
    )


def _louder(heard: Tensor, how: Augmentation, random: torch.Generator) -> Tensor:
    if not how.gain_db:
        return heard
    gain_db = how.gain_db * torch.randn(len(heard), 1, generator=random)
    return heard * 10 ** (gain_db / 20)


def _moved_in_frequency(heard: Tensor, how: Augmentation, random: torch.Generator) -> Tensor:
    """Move and stretch the frequency range, as other edges of the filter bank would.

    Source: the jitter of mel edges in PaSST (Koutini et al. 2022) and EfficientAT.
    """
    if not (how.shift_bands or how.stretch):
        return heard
    count, bands, _ = heard.shape
    shift = _uniform(count, how.shift_bands, random)[:, None]
    scale = 1 + _uniform(count, how.stretch, random)[:, None]
    places = torch.clamp(torch.arange(bands) * scale + shift, 0, bands - 1)
    below = places.floor().long()
    above = torch.clamp(below + 1, max=bands - 1)
    part = (places - below)[:, :, None]
    rows = torch.arange(count)[:, None]
    moved: Tensor = heard[rows, below] * (1 - part) + heard[rows, above] * part
    return moved


def _equalised(heard: Tensor, how: Augmentation, random: torch.Generator) -> Tensor:
    if not (how.gain_db or how.tilt_db or how.equaliser_db):
        return heard
    count, bands, _ = heard.shape
    gain, tilt = torch.randn(2, count, 1, generator=random)
    knots = torch.randn(count, 1, EQUALISER_KNOTS, generator=random)
    curve = functional.interpolate(knots, bands, mode="linear", align_corners=True)[:, 0]
    ramp = torch.linspace(-1, 1, bands)
    level = how.gain_db * gain + how.tilt_db * tilt * ramp + how.equaliser_db * curve
    louder: Tensor = heard + level[:, :, None]
    return louder


def _masked(heard: Tensor, how: Augmentation, random: torch.Generator) -> Tensor:
    """Put each input's mean level over some of its bands and some of its time."""
    middle = heard.mean((1, 2), keepdim=True)
    longest = int(how.time_mask * heard.shape[2])
    masks = [(1, how.band_mask)] * how.band_masks + [(2, longest)] * how.time_masks
    for axis, most in masks:
        places = torch.arange(heard.shape[axis])
        size = torch.randint(most + 1, (len(heard), 1), generator=random)
        room = (heard.shape[axis] - size + 1).clamp_min(1)
        start = (torch.rand(len(heard), 1, generator=random) * room).long()
        hidden = (places >= start) & (places < start + size)
        heard = torch.where(hidden.unsqueeze(3 - axis), middle, heard)
    return heard

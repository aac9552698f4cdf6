"""A tiny network and two kinds of tiny spectra that tests of the loop share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.networks.architectures import trunk_of, width_of
from training.networks.fitting import fit
from training.networks.many_heads import ManyHeads
from training.networks.recipe import Augmentation, Recipe
from training.networks.sets import TrainingSet


def SILENT(sentence: str) -> None:  # noqa: N802 — stands where a reporter is passed
    """Say nothing."""


class MeanOverTime(nn.Module):
    """Spectra (n, bands, frames) to their means (n, bands), in tens of decibels."""

    def forward(self, heard: Tensor) -> Tensor:
        """Average."""
        return heard.mean(2) / 10


def tiny(seed: int | None = 0) -> ManyHeads:
    """One hidden layer with batch norm and dropout, one head of two labels."""
    if seed is not None:
        torch.manual_seed(seed)
    trunk = nn.Sequential(
        nn.Conv1d(24, 8, 1), nn.BatchNorm1d(8), nn.ReLU(), MeanOverTime(), nn.Dropout(0.1)
    )
    return ManyHeads(trunk, {"set": nn.Linear(8, 2)})


def bright_and_dark(
    seed: int = 0, bands: int = 24, name: str = "set", swapped: bool = False, noise: float = 4.0
) -> TrainingSet:
    """Forty spectra, half of them strong in high bands, of 20 frames each."""
    random = np.random.default_rng(seed)
    truth = np.arange(40) % 2
    slope = np.linspace(-10, 10, bands)[None, :, None] * (2 * truth - 1)[:, None, None]
    levels = slope + random.normal(-40, noise, (40, bands, 20))
    given = 1 - truth if swapped else truth
    return TrainingSet(name=name, inputs=list(levels.astype(np.float32)), truth=given)


def recipe(**changes: Any) -> Recipe:
    """Numbers for a training of a second."""
    numbers: dict[str, Any] = {
        "epochs": 3,
        "batch": 10,
        "learning_rate": 0.02,
        "weight_decay": 0.01,
        "seed": 1,
    }
    return Recipe(**(numbers | changes))


def fitted_weights(report: Callable[[str], None], checkpoint: Path | None) -> dict[str, Tensor]:
    """The weights of a training of four epochs that uses every random part of the loop."""
    torch.manual_seed(0)
    trunk = trunk_of(
        {"architecture": "growing_cnn", "bands": 24, "channels": [4, 8], "dropout": 0.2}
    )
    network = ManyHeads(trunk, {"set": nn.Linear(width_of(trunk), 2)})
    variation = Augmentation(
        mixup=0.3, gain_db=2, tilt_db=2, equaliser_db=1, roll=True, shift_bands=1, stretch=0.1,
        band_masks=1, band_mask=4, time_masks=1, time_mask=0.2,
    )  # fmt: skip
    chosen = recipe(
        epochs=4, crop=(8, 16), average_last=0.6, label_smoothing=0.1, augmentation=variation
    )
    fit(network, [bright_and_dark()], [bright_and_dark(1)], chosen, report, checkpoint=checkpoint)
    return network.state_dict()

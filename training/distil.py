"""Distillation without labels: all layers of our network learn the frozen network's embedding."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.listener import FLOOR_DB, Listener


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers of a distillation.

    Attributes:
        epochs: Times that each stretch is heard.
        batch: Stretches a step.
        learning_rate: Highest rate of the one cycle.
        map_rate: Its fraction for the input map.
        weight_decay: AdamW's.
        clip: Largest gradient norm.
        seed: Of order and augmentation.
    """

    epochs: int = 10
    batch: int = 16
    learning_rate: float = 1e-3
    map_rate: float = 0.1
    weight_decay: float = 1e-4
    clip: float = 5.0
    seed: int = 0


GAIN_DB = 2.0
TILT_DB = 2.0
EQUALISER_DB = 1.5
EQUALISER_KNOTS = 6
SHIFTED_MELS = 2
MEL_MASK = 15
TIME_MASK = 0.15


def augmented(log_mel: Tensor, random: torch.Generator) -> Tensor:
    """A stretch (128, frames) as other equipment and another moment might have given it.

    Levels are relative to the loudest bin, held to 80 dB; masked bins get the mean level.
    """
    bands, frames = log_mel.shape
    x = torch.clamp_min(log_mel - log_mel.max(), FLOOR_DB)
    x = torch.roll(x, int(torch.randint(frames, (), generator=random)), 1)
    x = _shifted(x, int(torch.randint(-SHIFTED_MELS, SHIFTED_MELS + 1, (), generator=random)))
    ramp = torch.linspace(-1, 1, bands)
    gain, tilt = torch.randn(2, generator=random)
    knots = torch.randn(1, 1, EQUALISER_KNOTS, generator=random)
    curve = functional.interpolate(knots, bands, mode="linear", align_corners=True)[0, 0]
    level = GAIN_DB * gain + TILT_DB * tilt * ramp + EQUALISER_DB * curve
    x = torch.clamp_min(x + level[:, None], FLOOR_DB)
    middle = float(x.mean())
    for axis, longest in ((0, MEL_MASK), (0, MEL_MASK), (1, int(TIME_MASK * frames))):
        size = int(torch.randint(longest + 1, (), generator=random))
        start = int(torch.randint(x.shape[axis] - size + 1, (), generator=random))
        x.narrow(axis, start, size).fill_(middle)
    return x


def _shifted(x: Tensor, bands: int) -> Tensor:
    """Move the spectrum by some bands; the edge band is repeated."""
    places = torch.clamp(torch.arange(len(x)) - bands, 0, len(x) - 1)
    return x[places]


def distil(
    listener: Listener,
    log_mels: NDArray[np.float32],
    targets: NDArray[np.float32],
    recipe: Recipe,
    report: Callable[[str], None],
) -> list[float]:
    """Train the listener in place towards the targets; returns the mean loss of each epoch.

    Args:
        listener: Begins with the published weights.
        log_mels: (stretches, 128, frames) in dB.
        targets: (stretches, 384), the teacher's embeddings.
        recipe: The numbers.
        report: Told after each epoch.
    """
    random = torch.Generator().manual_seed(recipe.seed)
    inputs, wanted = torch.from_numpy(log_mels), torch.from_numpy(targets)
    spread = wanted.std(0) + 1e-6
    steps = recipe.epochs * -(-len(inputs) // recipe.batch)
    optimiser, schedule = _optimiser(listener, recipe, steps)
    listener.train()
    losses = []
    for epoch in range(recipe.epochs):
        total = 0.0
        order = torch.randperm(len(inputs), generator=random)
        for numbers in torch.split(order, recipe.batch):
            heard = torch.stack([augmented(inputs[number], random) for number in numbers])
            loss = functional.smooth_l1_loss(
                listener.embed(heard) / spread, wanted[numbers] / spread
            )
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(listener.parameters(), recipe.clip)
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) * len(numbers)
        losses.append(total / len(inputs))
        report(f"Distillation, epoch {epoch + 1} of {recipe.epochs}: loss {losses[-1]:.4f}.")
    listener.eval()
    return losses


def _optimiser(
    listener: Listener, recipe: Recipe, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.OneCycleLR]:
    map_rate = recipe.learning_rate * recipe.map_rate
    optimiser = torch.optim.AdamW(
        [
            {"params": listener.network.parameters(), "lr": recipe.learning_rate},
            {"params": listener.map.parameters(), "lr": map_rate},
        ],
        weight_decay=recipe.weight_decay,
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [recipe.learning_rate, map_rate], total_steps=steps
    )
    return optimiser, schedule

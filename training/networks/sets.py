"""Training sets, and how batches are drawn from several of them in one training."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.networks.recipe import Recipe
from training.refusal import Refused

UNLABELLED = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSet:
    """Inputs of one kind with what is known of each.

    Attributes:
        name: Of the head and input map that it trains, such as "gtzan".
        inputs: One array each, time last: (bands, frames), (channels, height, width), (samples,);
            any sequence, so that arrays may stay on disk.
        truth: (n,) label numbers; UNLABELLED where a teacher alone is asked.
        class_weights: (labels,) weight of each label in the loss.
        scores: (n, labels) a teacher's log-probabilities or logits.
        embeddings: (n, d) a teacher's embeddings.
        share: Weight of this set's loss.
    """

    name: str
    inputs: Sequence[NDArray[np.floating]]
    truth: NDArray[np.int64]
    class_weights: NDArray[np.float32] | None = None
    scores: NDArray[np.float32] | None = None
    embeddings: NDArray[np.float32] | None = None
    share: float = 1.0

    def __post_init__(self) -> None:
        beside = {"truth": self.truth, "scores": self.scores, "embeddings": self.embeddings}
        for what, rows in beside.items():
            if rows is not None and len(rows) != len(self.inputs):
                raise Refused(
                    f"The training set {self.name} has {len(self.inputs)} inputs and {len(rows)} "
                    f"rows of {what}; they must be of the same tracks."
                )
        if not len(self.inputs):
            raise Refused(f"The training set {self.name} is empty; give it recordings.")


@dataclass(frozen=True, slots=True)
class Batch:
    """Inputs of one set for one step, before they are varied.

    Attributes:
        heard: float32 (n, …).
        truth: int64 (n,).
        scores: float32 (n, labels) or None.
        embeddings: float32 (n, d) or None.
    """

    heard: Tensor
    truth: Tensor
    scores: Tensor | None
    embeddings: Tensor | None

    def to(self, device: torch.device) -> "Batch":
        """The same on another device."""
        return Batch(
            self.heard.to(device),
            self.truth.to(device),
            None if self.scores is None else self.scores.to(device),
            None if self.embeddings is None else self.embeddings.to(device),
        )


def steps_of_epoch(sets: Sequence[TrainingSet], recipe: Recipe) -> int:
    """How many steps one epoch has."""
    return sum(-(-len(one.inputs) * recipe.crops // recipe.batch) for one in sets)


def order_of_epoch(
    sets: Sequence[TrainingSet], recipe: Recipe, random: torch.Generator
) -> Iterator[tuple[TrainingSet, Tensor]]:
    """Every input of every set in random order: (set, numbers) for each step, sets in turn."""
    steps = []
    for one in sets:
        numbers = torch.cat(
            [torch.randperm(len(one.inputs), generator=random) for _ in range(recipe.crops)]
        )
        steps += [(one, part) for part in torch.split(numbers, recipe.batch)]
    for place in torch.randperm(len(steps), generator=random).tolist():
        yield steps[place]


def batch_of(
    one: TrainingSet, numbers: Tensor, crop: tuple[int, int] | None, random: torch.Generator
) -> Batch:
    """The inputs of these numbers, each cut at a place of its own to one common length."""
    rows = numbers.tolist()
    arrays = [np.asarray(one.inputs[row]) for row in rows]
    if crop is not None:
        length = int(torch.randint(crop[0], crop[1] + 1, (), generator=random))
        arrays = [_cropped(array, length, random) for array in arrays]
    chosen = numbers.numpy()
    return Batch(
        torch.from_numpy(np.stack(arrays).astype(np.float32)),
        torch.from_numpy(one.truth[chosen].astype(np.int64)),
        _rows(one.scores, chosen),
        _rows(one.embeddings, chosen),
    )


def _rows(table: NDArray[np.float32] | None, chosen: NDArray[np.int64]) -> Tensor | None:
    return None if table is None else torch.from_numpy(table[chosen].astype(np.float32))


def _cropped(
    array: NDArray[np.floating], length: int, random: torch.Generator
) -> NDArray[np.floating]:
    """A part of this length along the last axis; what is too short is repeated."""
    if array.shape[-1] < length:
        repeats = -(-length // array.shape[-1])
        array = np.concatenate([array] * repeats, axis=-1)
    start = int(torch.randint(array.shape[-1] - length + 1, (), generator=random))
    return array[..., start : start + length]

"""Training an upper half with labels, held close to what it heard before."""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.mobilenet import EMBEDDING
from training.networks.augment import mixed, mixing
from training.networks.averaging import Average
from training.networks.recipe import Augmentation
from training.shipping.trunk import Upper
from training.shipping.trunk_views import Views

WARM_UP = 0.2  # share of the steps in which the rate rises


@dataclass(frozen=True, slots=True)
class Tuning:
    """The numbers of a training with labels.

    Attributes:
        epochs: Times that each clip is heard, one crop at a time.
        batch: Crops a step, all of one length.
        learning_rate: Highest rate of the one cycle.
        head_rate: The head's.
        weight_decay: AdamW's.
        clip: Largest gradient norm.
        mixup: Of the Beta distribution by which two crops' feature maps are mixed.
        smoothing: Share of the label that is spread over all.
        dropout: On the standardised embedding.
        closeness: Weight of the distance from the clean clip's embedding.
        averaged: Share of the steps, the last ones, over which weights are averaged.
    """

    epochs: int = 14
    batch: int = 24
    learning_rate: float = 5e-4
    head_rate: float = 1e-3
    weight_decay: float = 0.01
    clip: float = 5.0
    mixup: float = 0.3
    smoothing: float = 0.1
    dropout: float = 0.3
    closeness: float = 1.0
    averaged: float = 0.3


class Tuned(nn.Module):
    """An upper half and its head on the standardised embedding."""

    def __init__(self, upper: Upper, clean: Tensor, labels: int) -> None:
        """Standardise by the embeddings (clips, 384) of the clips that are trained on."""
        super().__init__()
        self.upper = upper
        self.head = nn.Linear(EMBEDDING, labels)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)
        self.centre: Tensor
        self.spread: Tensor
        self.register_buffer("centre", clean.mean(0))
        self.register_buffer("spread", clean.std(0) + 1e-6)

    def standardised(self, maps: Tensor) -> Tensor:
        """The embedding (n, 384) of feature maps in units of its deviation."""
        embedding: Tensor = self.upper(maps).mean(2)
        return (embedding - self.centre) / self.spread

    def folded(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The head as one linear layer on the bare embedding: (labels, 384), (labels,)."""
        with torch.no_grad():
            weight = self.head.weight / self.spread
            bias = self.head.bias - weight @ self.centre
        return weight.numpy(), bias.numpy()


def tune(upper: Upper, views: Views, chosen: NDArray[np.int64], recipe: Tuning, seed: int) -> Tuned:
    """Train an upper half and a head on the chosen clips, and on no other.

    Mixup is that of Verma et al. 2019 (manifold mixup) at the lower half's feature maps; the
    weights are averaged over the last steps (Izmailov et al. 2018).

    Args:
        upper: Where the training begins; changed in place.
        views: Of all clips.
        chosen: Numbers of the clips.
        recipe: The numbers.
        seed: Of order, crops, mixing and dropout.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        rows = torch.from_numpy(chosen)
        tuned = Tuned(upper, views.clean[rows], views.labels)
        tuned.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # its stub lacks this form
        _Training(tuned, views, recipe).run(rows)
    return tuned.eval()


class _Training:
    """What one training goes through."""

    def __init__(self, tuned: Tuned, views: Views, recipe: Tuning) -> None:
        self._tuned, self._views, self._recipe = tuned, views, recipe
        self._random = torch.Generator().manual_seed(int(torch.randint(2**31, ())))
        hot = functional.one_hot(views.truth, views.labels).float()
        self._wanted = hot * (1 - recipe.smoothing) + recipe.smoothing / views.labels

    def run(self, rows: Tensor) -> None:
        """Train on the clips of these numbers, then take the mean of the last weights."""
        recipe, average, done = self._recipe, Average(), 0
        steps = recipe.epochs * -(-len(rows) // recipe.batch)
        optimiser, schedule = self._optimiser(steps)
        self._tuned.train()
        for _ in range(recipe.epochs):
            order = rows[torch.randperm(len(rows), generator=self._random)]
            for numbers in torch.split(order, recipe.batch):
                optimiser.zero_grad()
                self._loss(numbers).backward()  # type: ignore[no-untyped-call]
                torch.nn.utils.clip_grad_norm_(self._tuned.upper.parameters(), recipe.clip)
                optimiser.step()
                schedule.step()
                done += 1
                if done > (1 - recipe.averaged) * steps:
                    average.add(self._tuned)
        self._tuned.load_state_dict(average.state)

    def _loss(self, numbers: Tensor) -> Tensor:
        """Cross entropy of a batch of mixed crops, and the distance from their clean embedding."""
        tuned, recipe, random = self._tuned, self._recipe, self._random
        lengths = sorted(self._views.crops)
        crops = self._views.crops[lengths[int(torch.randint(len(lengths), (), generator=random))]]
        which = torch.randint(crops.shape[1], (len(numbers),), generator=random)
        mix = mixing(len(numbers), Augmentation(mixup=recipe.mixup), random)
        maps = mixed(crops[numbers, which].float(), mix)
        heard = tuned.standardised(maps.contiguous(memory_format=torch.channels_last))
        clean = (mixed(self._views.clean[numbers], mix) - tuned.centre) / tuned.spread
        told = functional.log_softmax(tuned.head(functional.dropout(heard, recipe.dropout)), 1)
        entropy = -(mixed(self._wanted[numbers], mix) * told).sum(1).mean()
        return entropy + recipe.closeness * functional.smooth_l1_loss(heard, clean)

    def _optimiser(
        self, steps: int
    ) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.OneCycleLR]:
        rates = [self._recipe.learning_rate, self._recipe.head_rate]
        parts = zip((self._tuned.upper, self._tuned.head), rates, strict=True)
        optimiser = torch.optim.AdamW(
            [{"params": part.parameters(), "lr": rate} for part, rate in parts],
            weight_decay=self._recipe.weight_decay,
        )
        schedule = torch.optim.lr_scheduler.OneCycleLR(
            optimiser, rates, total_steps=steps, pct_start=WARM_UP
        )
        return optimiser, schedule

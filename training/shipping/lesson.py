"""The lesson of two teachers: an upper half learns to say what both say of the same crops."""

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.mobilenet import EMBEDDING
from training.shipping.trunk import Upper


@dataclass(frozen=True, slots=True)
class Lesson:
    """The numbers of the lesson.

    Attributes:
        epochs: Times that each stretch is heard, one crop at a time.
        batch: Crops a step, all of one length.
        learning_rate: Highest rate of the one cycle.
        side_rate: Of the layer that foretells the second teacher.
        weight_decay: AdamW's.
        clip: Largest gradient norm.
        warm_up: Share of the steps in which the rate rises.
        seed: Of order and crops.
    """

    epochs: int = 8
    batch: int = 24
    learning_rate: float = 1e-3
    side_rate: float = 3e-3
    weight_decay: float = 1e-4
    clip: float = 5.0
    warm_up: float = 0.2
    seed: int = 0


LESSON = Lesson()


def lesson(upper: Upper, crops: list[Tensor], embeddings: Tensor, tags: Tensor) -> Iterator[float]:
    """Train the upper half in place; gives the mean loss of each epoch."""
    random = torch.Generator().manual_seed(LESSON.seed)
    centre, spread = embeddings.mean(0), embeddings.std(0) + 1e-6
    wanted = (embeddings - centre) / spread
    wanted_tags = (tags - tags.mean(0)) / (tags.std(0) + 1e-6)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(LESSON.seed)
        side = nn.Linear(EMBEDDING, tags.shape[1])
    steps = LESSON.epochs * -(-len(tags) // LESSON.batch)
    optimiser, schedule = _optimiser(upper, side, steps)
    upper.train()
    for _ in range(LESSON.epochs):
        total = 0.0
        for rows in torch.split(torch.randperm(len(tags), generator=random), LESSON.batch):
            maps = crops[int(torch.randint(len(crops), (), generator=random))]
            which = torch.randint(maps.shape[1], (len(rows),), generator=random)
            heard = maps[rows, which].float().contiguous(memory_format=torch.channels_last)
            given = (upper(heard).mean(2) - centre) / spread
            loss = functional.smooth_l1_loss(given, wanted[rows])
            loss = loss + functional.smooth_l1_loss(side(given), wanted_tags[rows])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(upper.parameters(), LESSON.clip)
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) * len(rows)
        yield total / len(tags)
    upper.eval()


def _optimiser(
    upper: Upper, side: nn.Linear, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.OneCycleLR]:
    rates = [LESSON.learning_rate, LESSON.side_rate]
    optimiser = torch.optim.AdamW(
        [
            {"params": part.parameters(), "lr": rate}
            for part, rate in zip((upper, side), rates, strict=True)
        ],
        weight_decay=LESSON.weight_decay,
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, rates, total_steps=steps, pct_start=LESSON.warm_up
    )
    return optimiser, schedule

"""A second lesson without labels: an upper half learns from two teachers of the same recordings."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr  # type: ignore[import-untyped]  # comes with librosa
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training import data
from training.cache import Arrays, Cache
from training.listener import Listener
from training.mobilenet import EMBEDDING
from training.recordings import stretch_starts, stretches
from training.shipping import tag_teacher
from training.shipping.fma import state_digest
from training.shipping.tag_teacher import TagTeacher
from training.shipping.trunk import Upper, rejoined
from training.shipping.trunk_views import heard_crops
from training.teacher import Teacher
from training.workshop import Workshop

CROPS = {130: 4, 430: 2}  # frames of a crop: how many of each stretch of 430


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


def listener_of_two_teachers(workshop: Workshop, cache_folder: Path) -> Listener:
    """The distilled listener after the second lesson; its lower half stays as it was."""
    begun, cache = workshop.distilled, Cache(cache_folder)
    heard = tagged_stretches(workshop, cache)
    depends_on = {
        "begun": state_digest(begun),
        "stretches": len(heard["log_mels"]),
        "lesson": repr(LESSON),
        "crops": repr(CROPS),
    }

    def learn() -> Arrays:
        workshop.report("Hearing varied crops of the recordings …")
        named = {str(number): one for number, one in enumerate(heard["log_mels"])}
        maps = heard_crops(begun, named, CROPS)
        crops = [torch.from_numpy(one) for one in maps.values()]
        upper = Upper(begun)
        taught = (torch.from_numpy(heard[name]) for name in ("embeddings", "tags"))
        for epoch, loss in enumerate(lesson(upper, crops, *taught), start=1):
            workshop.report(f"Two teachers, epoch {epoch} of {LESSON.epochs}: loss {loss:.4f}.")
        return {name: value.numpy() for name, value in upper.state_dict().items()}

    state = cache.arrays("two-teachers", depends_on, learn)
    upper = Upper(begun)
    upper.load_state_dict({name: torch.from_numpy(value) for name, value in state.items()})
    return rejoined(begun, upper)


def tagged_stretches(workshop: Workshop, cache: Cache) -> Arrays:
    """What both teachers say of stretches of 10 s of all recordings.

    Returns:
        `log_mels` float16 (n, 128, 430), `embeddings` (n, 384), `tags` (n, 114).
    """
    folder = workshop.data_folder
    paths = (*data.recordings(folder), *sorted((folder / "fma_small" / "audio").glob("*.opus")))
    depends_on = {"files": [[path.name, path.stat().st_size] for path in paths]}

    def ask() -> Arrays:
        workshop.report(f"Asking two teachers about {len(paths)} recordings …")
        teachers = Teacher(folder / "weights"), TagTeacher(folder / "weights")
        told = [one for path in paths for one in _told(path, *teachers)]
        log_mels, embeddings, tags = (np.stack(column) for column in zip(*told, strict=True))
        return {"log_mels": log_mels, "embeddings": embeddings, "tags": tags}

    return cache.arrays("tagged-stretches", depends_on, ask)


def _told(
    path: Path, teacher: Teacher, tagger: TagTeacher
) -> Iterator[tuple[NDArray[np.float16], NDArray[np.float32], NDArray[np.float32]]]:
    """Log-mel, embedding, and what the tagger says of each stretch of a recording."""
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    resampled = soxr.resample(samples.mean(axis=1), rate, tag_teacher.RATE)
    starts = stretch_starts(len(resampled) / tag_teacher.RATE)
    for start, (log_mel, heard) in zip(starts, stretches(path), strict=False):
        yield log_mel.astype(np.float16), teacher.embed(heard), tagger.judge(resampled, start)


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

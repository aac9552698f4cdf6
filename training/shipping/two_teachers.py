"""A second lesson without labels: an upper half learns from two teachers of the same recordings."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import soundfile
import soxr  # type: ignore[import-untyped]  # comes with librosa
import torch
from numpy.typing import NDArray

from training import data
from training.cache import Arrays, Cache, digest_of
from training.listener import Listener
from training.recordings import stretch_starts, stretches
from training.shipping import tag_teacher
from training.shipping.basis import code_digest
from training.shipping.fma import state_digest
from training.shipping.lesson import LESSON, lesson
from training.shipping.tag_teacher import TagTeacher
from training.shipping.trunk import Upper, rejoined
from training.shipping.trunk_views import heard_crops
from training.teacher import Teacher
from training.workshop import Workshop

CROPS = {130: 4, 430: 2}  # frames of a crop: how many of each stretch of 430
# Modules whose change makes what is heard and what is learnt another.
STRETCHES_CODE = (
    "training.recordings",
    "training.shipping.tag_teacher",
    "training.teacher",
)
LESSON_CODE = ("training.shipping.lesson", "training.shipping.trunk_views")


def listener_of_two_teachers(workshop: Workshop, cache_folder: Path) -> Listener:
    """The distilled listener after the second lesson; its lower half stays as it was."""
    begun, cache = workshop.distilled, Cache(cache_folder)
    heard = tagged_stretches(workshop, cache)
    depends_on = {
        "begun": state_digest(begun),
        "stretches": digest_of(heard),
        "lesson": repr(LESSON),
        "crops": repr(CROPS),
        "code": code_digest(LESSON_CODE),
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
    depends_on = {
        "files": [[path.name, path.stat().st_size] for path in paths],
        "code": code_digest(STRETCHES_CODE),
    }

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

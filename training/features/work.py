"""What one process does for the cache: hash a recording, and measure it unless that was done."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.payload import payload_hash
from genre_desktop.dsp.sound import SoundError, Span
from training.cache import replacing
from training.features.keys import digest_of
from training.features.measures import Measure, of_log_mel, of_recording
from training.refusal import Refused

# What numpy writes before an array of few dimensions.
_HEADER_BYTES = 128


class CacheDamaged(Refused):
    """What the cache holds of a track is not whole."""


@dataclass(frozen=True, slots=True)
class Job:
    """A recording to measure.

    Attributes:
        track: Its name in the index.
        path: Where it lies.
        span: Which part of it counts, None for all.
        measure: What to compute.
        folder: Where the measure's arrays are kept.
    """

    track: str
    path: Path
    span: Span | None
    measure: Measure
    folder: Path


@dataclass(frozen=True, slots=True)
class LogMelJob:
    """A kept log-mel to take statistics of.

    Attributes:
        track: Its name in the index.
        log_mel: Where it lies.
        measure: What to compute.
        place: Where to keep it.
    """

    track: str
    log_mel: Path
    measure: Measure
    place: Path


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a job.

    Attributes:
        key: Of the kept array; empty where there is none.
        reason: Why there is none.
        for_good: Whether the same file will fail again.
    """

    key: str
    reason: str = ""
    for_good: bool = True


def place_of(folder: Path, key: str) -> Path:
    """Where the array of a key lies: in one of 256 folders."""
    return folder / key[:2] / f"{key}.npy"


def measured(job: Job) -> Done:
    """Measure a recording and keep the array; a second copy of the same sound is not measured.

    Raises:
        OSError: The array cannot be written.
    """
    try:
        key = digest_of(payload_hash(job.path), job.span)
        place = place_of(job.folder, key)
        if place.exists():
            return Done(key)
        array = of_recording(job.measure, job.path, job.span)
    except SoundError as error:
        return Done("", error.sentence)
    except MemoryError:
        return Done("", "It is too long for this computer's memory.", for_good=False)
    keep(place, array)
    return Done(key)


def measured_of_log_mel(job: LogMelJob) -> None:
    """Take statistics of a kept log-mel and keep them.

    Raises:
        CacheDamaged: The log-mel is not whole.
    """
    keep(job.place, of_log_mel(job.measure, np.array(kept(job.log_mel))))


def keep(place: Path, array: NDArray[np.generic]) -> None:
    """Write an array as a whole or not at all."""
    with replacing(place) as target, target.open("wb") as stream:
        np.save(stream, np.ascontiguousarray(array), allow_pickle=False)


def kept(place: Path) -> NDArray[np.generic]:
    """An array on disk, memory-mapped.

    Raises:
        CacheDamaged: It is not whole.
    """
    try:
        mapped: NDArray[np.generic] = np.load(place, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise CacheDamaged(
            f"{place} cannot be read ({error}); delete it, and the same command computes it again."
        ) from error
    return mapped


def kept_values(place: Path, kind: type[np.generic]) -> int:
    """How many values an array on disk has, by the file's size: quick for a hundred thousand."""
    return (place.stat().st_size - _HEADER_BYTES) // np.dtype(kind).itemsize


def read_values(place: Path, kind: type[np.generic]) -> NDArray[np.generic]:
    """The values of an array on disk, one after another."""
    values: NDArray[np.generic] = np.fromfile(place, kind, offset=_HEADER_BYTES)
    return values

"""Sound whose samples are numbered: the low digit on the left channel, the high one on the right.

Sixteen bits, played as they are, tell of each sample which one of the file it is.
"""

from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.support.sounds import RATE, write_sound

_DIGIT: Final = 1 << 14

Numbers = NDArray[np.int64]


def write_numbered(path: Path, first: int, count: int) -> Path:
    """Write a FLAC file whose samples are numbered from `first` on."""
    numbers = np.arange(first, first + count)
    digits = np.stack([numbers % _DIGIT, numbers // _DIGIT]) + 1
    return write_sound(path, (digits / 32_768).astype(np.float32), "flac", rate=RATE)


def numbers_of(samples: NDArray[np.int16]) -> Numbers:
    """The number of each sample (n, 2), −1 for silence; that of a faded one is any number."""
    low, high = samples.astype(np.int64).T - 1
    return np.where((low >= 0) & (high >= 0), low + high * _DIGIT, -1)


def unbroken(runs: list[tuple[int, int, int]]) -> tuple[int, int]:
    """The first number of these runs, and the one behind their last.

    A busy machine may break off what is heard, but each goes on where the one before it ended.
    """
    for (_, first, count), (_, following, _) in pairwise(runs):
        assert following == first + count
    _, last, count = runs[-1]
    return runs[0][1], last + count


def runs_of(samples: NDArray[np.int16], least: int) -> list[tuple[int, int, int]]:
    """Where numbers follow each other without a break.

    Args:
        samples: int16 (n, 2).
        least: How long a run has to be, to be no accident.

    Returns:
        Place of the first sample, its number, and how many there are, for each run.
    """
    numbers = numbers_of(samples)
    breaks = np.nonzero((np.diff(numbers) != 1) | (numbers[:-1] < 0))[0] + 1
    edges = [0, *breaks.tolist(), len(numbers)]
    return [
        (begin, int(numbers[begin]), end - begin)
        for begin, end in pairwise(edges)
        if end - begin >= least and numbers[begin] >= 0
    ]

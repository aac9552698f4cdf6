"""Cross-validation that cannot flatter: folds grouped by artist, intervals over artists."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

SEEDS = (0, 1, 2)
FOLDS = 5
RESAMPLES = 4_000


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float

    def as_list(self) -> list[float]:
        """The three numbers, rounded for a record."""
        return [round(number, 4) for number in (self.value, self.low, self.high)]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Clips with their truth, in one order.

    Attributes:
        names: (n,) clip names.
        genres: (n,) genre names.
        truth: (n,) indexes of the genres among the sorted labels.
        artists: (n,) artist groups.
    """

    names: NDArray[np.str_]
    genres: NDArray[np.str_]
    truth: NDArray[np.int64]
    artists: NDArray[np.str_]


def labelled(names: list[str], genres: list[str], artists: list[str]) -> Labelled:
    """Put clips together; labels are numbered in alphabetical order."""
    order = np.unique(genres)
    return Labelled(
        np.array(names), np.array(genres), np.searchsorted(order, genres), np.array(artists)
    )


def artist_folds(
    clips: Labelled, seed: int, folds: int = FOLDS
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """(training, held-out) clip numbers; no artist is on both sides, genres stay balanced."""
    splitter = StratifiedGroupKFold(folds, shuffle=True, random_state=seed)
    yield from splitter.split(clips.names, clips.genres, clips.artists)


Answers = dict[str, NDArray[np.float64]]
FitAndAnswer = Callable[[NDArray[np.int64], NDArray[np.int64]], Answers]


def held_out_answers(clips: Labelled, answer: FitAndAnswer) -> Answers:
    """Every clip's answers from models that never heard its artist, for each seed.

    Args:
        clips: What is judged.
        answer: Fits on the clips of its first argument and gives, by name, arrays
            (held-out clips, …) for those of its second.

    Returns:
        Arrays (seeds, clips, …) by name.
    """
    collected: dict[str, list[NDArray[np.float64]]] = {}
    for seed in SEEDS:
        parts = [(held, answer(train, held)) for train, held in artist_folds(clips, seed)]
        order = np.argsort(np.concatenate([held for held, _ in parts]))
        for name in parts[0][1]:
            joined = np.concatenate([given[name] for _, given in parts])
            collected.setdefault(name, []).append(joined[order])
    return {name: np.stack(seeds) for name, seeds in collected.items()}


def correct(answers: NDArray[np.float64], truth: NDArray[np.int64]) -> NDArray[np.float64]:
    """How often each clip is right: (clips,), the mean over seeds and, if any, pieces.

    Args:
        answers: (seeds, clips, labels) or (seeds, clips, pieces, labels).
        truth: (clips,).
    """
    expected = truth[None, :, None] if answers.ndim == 4 else truth[None]
    right = (answers.argmax(axis=-1) == expected).astype(np.float64)
    per_clip: NDArray[np.float64] = right.mean(axis=tuple(i for i in range(right.ndim) if i != 1))
    return per_clip


def over_artists(
    per_clip: NDArray[np.float64], artists: NDArray[np.str_], seed: int = 0
) -> Interval:
    """The mean of a per-clip figure with a bootstrap interval over whole artists."""
    _, group = np.unique(artists, return_inverse=True)
    sums, counts = np.bincount(group, per_clip), np.bincount(group)
    drawn = np.random.default_rng(seed).integers(len(counts), size=(RESAMPLES, len(counts)))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return Interval(float(per_clip.mean()), float(low), float(high))


def calibration_error(
    probabilities: NDArray[np.float64], truth: NDArray[np.int64], bins: int = 10
) -> float:
    """Expected calibration error over bins of equal mass: rows (n, labels), truth (n,)."""
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == truth
    parts = np.array_split(np.argsort(confidence), bins)
    gaps = [len(part) * abs(float(confidence[part].mean() - right[part].mean())) for part in parts]
    return sum(gaps) / len(truth)


def unsure_threshold(probabilities: NDArray[np.float64], answered: float) -> float:
    """The highest probability at which still this share of rows (n, labels) is answered."""
    return float(np.quantile(probabilities.max(axis=1), 1 - answered))

"""Cross-validation that cannot flatter: folds grouped by artist, answers held out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

SEEDS = (0, 1, 2)
FOLDS = 5


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


def with_pieces_together(answers: Answers) -> Answers:
    """Answers with what the pieces heard "alone" say together: by their "mean", by "vote"."""
    alone = answers["alone"]
    return answers | {"mean": alone.mean(axis=-2), "vote": majority(alone)}


def majority(answers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Votes (…, labels) of pieces (…, pieces, labels); a tie is decided by the mean.

    The share of votes is what counts; the mean adds less than half a vote.
    """
    pieces, labels = answers.shape[-2:]
    votes = np.eye(labels)[answers.argmax(axis=-1)].mean(axis=-2)
    means = answers.mean(axis=-2)
    spread = np.ptp(means, axis=-1, keepdims=True) + 1e-12
    counted: NDArray[np.float64] = (
        votes + (means - means.min(-1, keepdims=True)) / spread / 2.5 / pieces
    )
    return counted


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

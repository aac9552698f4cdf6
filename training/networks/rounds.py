"""The fits of a protocol: who is learnt from and who is judged in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.datasets.checks import refuse_shared_artists, refuse_unusable
from training.datasets.protocols import has_sides
from training.datasets.splits import (
    FOLDS,
    CannotDivide,
    artist_folds,
    fold_rows,
    official,
    with_folds,
)
from training.datasets.values import Index
from training.refusal import Refused

INNER_FOLDS = 5

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Round:
    """One fit of a protocol.

    Attributes:
        fold_seed: Of the assignment to folds.
        training_seed: Of the fit.
        fold: Which one is held out; 0 for a published split.
        train: Numbers of the items that are learnt from.
        held: Numbers of the items that are judged.
    """

    fold_seed: int
    training_seed: int
    fold: int
    train: Numbers
    held: Numbers


def rounds_of(index: Index, config: Mapping[str, Any]) -> list[Round]:
    """The sides of a split, the index's own folds, or new folds grouped by artist for each seed.

    Raises:
        Refused: The index has no split, too few artists, or an artist on two sides; or the config
            has not a training seed for each fold seed.
    """
    fold_seeds, training_seeds = config["fold_seeds"], config["training_seeds"]
    if len(fold_seeds) != len(training_seeds):
        raise Refused(
            f"The config {config['name']} names {len(fold_seeds)} fold_seeds and "
            f"{len(training_seeds)} training_seeds; give one training seed for each fold seed."
        )
    if has_sides(config["protocol"]):
        refuse_unusable(index)
        rounds = [Round(fold_seeds[0], training_seeds[0], 0, *official(index))]
    else:
        folded = index if index.division == "folds" else _folded(index, fold_seeds)
        refuse_unusable(folded)
        rounds = [
            Round(fold_seed, seed, fold, *fold_rows(folded, fold_seed, fold))
            for fold_seed, seed in zip(fold_seeds, training_seeds, strict=True)
            for fold in np.unique(folded.folds).tolist()
        ]
    for one in rounds:
        refuse_shared_artists(
            [index.items[n] for n in one.train], [index.items[n] for n in one.held]
        )
    return rounds


def _folded(index: Index, seeds: Sequence[int]) -> Index:
    """The index with folds; a published side says nothing about them and need not agree."""
    items = tuple(replace(item, split="") for item in index.items)
    return with_folds(replace(index, items=items), FOLDS, seeds)


def inner_parts(index: Index, train: Numbers, seed: int) -> tuple[Numbers, Numbers]:
    """A fifth of the artists set aside from those learnt from, to choose when to stop.

    Raises:
        CannotDivide: There are too few.
    """
    try:
        fold_of = artist_folds(
            index.artists[train], index.truth[train].astype(np.str_), INNER_FOLDS, seed
        )
    except CannotDivide as error:
        message = (
            f"To choose when to stop, a fifth of the {len(train)} tracks that are learnt from is "
            f"set aside by artist, for which they are too few: {INNER_FOLDS} artists and a genre "
            f"of {INNER_FOLDS} tracks are needed; add recordings, or make an index with more "
            "--folds."
        )
        raise CannotDivide(message) from error
    return train[fold_of != 0], train[fold_of == 0]

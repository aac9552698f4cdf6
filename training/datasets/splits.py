"""Who learns and who is judged: folds and fixed parts grouped by artist, and published splits."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from training.datasets.values import Index
from training.refusal import Refused

FOLDS = 5
_FEWEST_FOLDS = 2
SEEDS = (0, 1, 2)
TRAIN, VALID, TEST = "train", "valid", "test"
_FIXED = "fixed"
# Of ten folds, how many make each side of 50/20/30.
_TENTHS = ((TRAIN, 5), (VALID, 2), (TEST, 3))

Names = NDArray[np.str_]
Numbers = NDArray[np.int64]


class CannotDivide(Refused):
    """The tracks cannot be divided as wished; the text says why and what to do."""


def artist_folds(groups: Names, labels: Names, folds: int, seed: int) -> Numbers:
    """In which of `folds` each track is held out (n,); a group is in one, labels are balanced.

    Args:
        groups: (n,) what must stay together, see `Index.artists`.
        labels: (n,) genres.
        folds: How many.
        seed: Of the shuffling; the same folds as `training.evaluate.artist_folds`.

    Raises:
        CannotDivide: There are fewer groups than folds.
    """
    if folds < _FEWEST_FOLDS:
        message = f"{folds} folds are too few: one is judged and the others are learnt from."
        raise CannotDivide(message)
    # scikit-learn's refusals speak of y and n_splits.
    known = len(np.unique(groups))
    largest = int(np.unique(labels, return_counts=True)[1].max(initial=0))
    if min(known, largest) < folds:
        message = (
            f"{folds} folds cannot be made of {known} artists with at most {largest} tracks a "
            "genre; add recordings, or make an index with fewer --folds."
        )
        raise CannotDivide(message)
    import warnings

    from sklearn.model_selection import StratifiedGroupKFold

    held = np.empty(len(groups), np.int64)
    splitter = StratifiedGroupKFold(folds, shuffle=True, random_state=seed)
    with warnings.catch_warnings():
        # A genre with fewer tracks than folds: `thin_labels` says it in our own words.
        warnings.filterwarnings("ignore", message="The least populated class", module="sklearn")
        for number, (_, rows) in enumerate(splitter.split(groups, labels, groups)):
            held[rows] = number
    return held


def fixed_50_20_30(groups: Names, labels: Names, seed: int) -> Names:
    """Sides (n,) of about half, a fifth and three tenths of the tracks, grouped by artist.

    Raises:
        CannotDivide: There are fewer than ten groups, or no label has ten tracks.
    """
    parts = sum(count for _, count in _TENTHS)
    try:
        tenth = artist_folds(groups, labels, parts, seed)
    except CannotDivide as error:
        message = (
            f"Sides of 50/20/30 need {parts} artists and a genre of {parts} tracks or more; choose "
            "--split folds with fewer --folds, or add recordings."
        )
        raise CannotDivide(message) from error
    names = [side for side, count in _TENTHS for _ in range(count)]
    return np.array(names, np.str_)[tenth]


def is_fixed(index: Index) -> bool:
    """Whether its sides are 50/20/30 that the command `index` made."""
    return index.division.startswith(_FIXED)


def judged_side(index: Index) -> str:
    """The side that is judged, where an index is divided into sides.

    Of 50/20/30 it is the test side; of a split that came with the data its validation side, or
    its test side where it has no other.
    """
    return VALID if VALID in index.splits and not is_fixed(index) else TEST


def official(index: Index) -> tuple[Numbers, Numbers]:
    """Rows (train, judged) of the split that came with the data, or of 50/20/30.

    Raises:
        CannotDivide: It has no such sides.
    """
    train, judged = (np.nonzero(index.splits == side)[0] for side in (TRAIN, judged_side(index)))
    if not len(train) or not len(judged):
        message = (
            f"{index.source} comes without a split into training and validation; give its lists, "
            "or choose --split folds."
        )
        raise CannotDivide(message)
    return train, judged


def with_folds(index: Index, folds: int = FOLDS, seeds: Sequence[int] = SEEDS) -> Index:
    """The index with artist-grouped folds for each seed."""
    labels = np.array([item.label for item in index.items], np.str_)
    rows = [artist_folds(index.artists, labels, folds, seed) for seed in seeds]
    return replace(
        index,
        division="folds",
        fold_seeds=tuple(seeds),
        folds=np.stack(rows),
        notes=(*index.notes, *thin_labels(index, folds)),
    )


def with_fixed_sides(index: Index, seed: int = 0) -> Index:
    """The index with sides of 50/20/30 in place of its own."""
    labels = np.array([item.label for item in index.items], np.str_)
    sides = fixed_50_20_30(index.artists, labels, seed)
    items = tuple(
        replace(item, split=str(side)) for item, side in zip(index.items, sides, strict=True)
    )
    return replace(index, items=items, division=f"{_FIXED}, seed {seed}")


def with_official_sides(index: Index) -> Index:
    """The index itself, said to be used by the split that came with it."""
    learnt, judged = official(index)
    rows = {"learnt from": learnt, "judged": judged}
    told = []
    for words, chosen in rows.items():
        there = {index.items[row].label for row in chosen.tolist()}
        absent = [label for label in index.labels if label not in there]
        if absent:
            told.append(f"Of {', '.join(absent)} no track is on the side that is {words}.")
    nowhere = sum(not item.split for item in index.items)
    if nowhere:
        told.append(f"Tracks on no side, neither learnt from nor judged: {nowhere}.")
    return replace(index, division="official", notes=(*index.notes, *told))


def thin_labels(index: Index, folds: int) -> tuple[str, ...]:
    """A sentence about genres of so few artists that some fold lacks them."""
    artists: dict[str, set[str]] = {label: set() for label in index.labels}
    for item in index.items:
        artists[item.label].add(item.group)
    thin = [f"{label} ({len(known)})" for label, known in artists.items() if len(known) < folds]
    if not thin:
        return ()
    sentence = (
        f"Genres with fewer artists than the {folds} folds: {', '.join(thin)}; where all of a "
        "genre's artists are held out, nothing of it is learnt."
    )
    return (sentence,)


def fold_rows(index: Index, seed: int, fold: int) -> tuple[Numbers, Numbers]:
    """Rows (train, held out) of one fold.

    Raises:
        CannotDivide: The index holds no folds of this seed.
    """
    if seed not in index.fold_seeds:
        message = (
            f"The index of {index.source} holds no folds of seed {seed}; make it again with "
            f"--seeds {' '.join(str(s) for s in (*index.fold_seeds, seed))}."
        )
        raise CannotDivide(message)
    held = index.folds[index.fold_seeds.index(seed)] == fold
    return np.nonzero(~held)[0], np.nonzero(held)[0]

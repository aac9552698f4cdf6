"""What an index is: tracks with genre, artist and split, what was left out, and the folds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HELD_IN_NO_FOLD = -1


@dataclass(frozen=True, slots=True)
class Item:
    """One track that can be learnt from.

    Attributes:
        track: Its name, told apart from all others of the index, such as "blues.00017".
        path: Its file, relative to the index's source; empty where it lies inside the source.
        label: Its genre.
        artist: Who plays, or a number for it; empty where nobody knows.
        split: "train", "valid" or "test" in a given split; empty where none is given.
        start_seconds: Where in the file it begins.
        length_seconds: How much of the file it is; 0 means up to the file's end.
    """

    track: str
    path: str
    label: str
    artist: str = ""
    split: str = ""
    start_seconds: float = 0.0
    length_seconds: float = 0.0

    @property
    def group(self) -> str:
        """What must stay on one side of a split: the artist, or the track where none is known."""
        return self.artist or self.track


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file or row that was left out.

    Attributes:
        path: Which.
        reason: A sentence for people.
    """

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Index:
    """A data set as training sees it.

    Attributes:
        kind: As named on the command line: "gtzan", "fma", "archive", …
        source: The folder or file that it was made from.
        items: The tracks, in one order.
        rejected: What was left out, and why.
        notes: Sentences that belong beside every figure made from it.
        labels: The genres in alphabetical order.
        division: How folds or sides were made: "folds", "fixed, seed 0", "official" or "".
        fold_seeds: One seed for each row of `folds`.
        folds: int64 (seeds, items): in which fold a track is held out.
    """

    kind: str
    source: Path
    items: tuple[Item, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...]
    labels: tuple[str, ...]
    division: str
    fold_seeds: tuple[int, ...]
    folds: NDArray[np.int64]

    @property
    def tracks(self) -> NDArray[np.str_]:
        """Names of the tracks (n,)."""
        return np.array([item.track for item in self.items], np.str_)

    @property
    def artists(self) -> NDArray[np.str_]:
        """What must stay together (n,): the artist, or the track where none is known."""
        return np.array([item.group for item in self.items], np.str_)

    @property
    def truth(self) -> NDArray[np.int64]:
        """Numbers of the genres among `labels` (n,)."""
        number = {label: n for n, label in enumerate(self.labels)}
        return np.array([number[item.label] for item in self.items], np.int64)

    @property
    def splits(self) -> NDArray[np.str_]:
        """Sides of the given split (n,)."""
        return np.array([item.split for item in self.items], np.str_)

    def only(self, rows: Sequence[int] | NDArray[np.integer]) -> "Index":
        """The same index with only these tracks, in this order; the labels stay."""
        chosen = [int(row) for row in rows]
        return replace(
            self, items=tuple(self.items[row] for row in chosen), folds=self.folds[:, chosen]
        )


def index_of(
    kind: str,
    source: Path,
    items: Sequence[Item],
    rejected: Sequence[Rejected] = (),
    notes: Sequence[str] = (),
) -> Index:
    """An index without folds; its labels are those of its items."""
    return Index(
        kind=kind,
        source=source,
        items=tuple(items),
        rejected=tuple(rejected),
        notes=tuple(notes),
        labels=tuple(sorted({item.label for item in items})),
        division="",
        fold_seeds=(),
        folds=np.empty((0, len(items)), np.int64),
    )

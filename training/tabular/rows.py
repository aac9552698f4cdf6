"""What tabular models are fitted on: rows of features beside track, artist, genre and side."""

import hashlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.datasets.tables import Table
from training.datasets.values import Index
from training.refusal import Refused


@dataclass(frozen=True, slots=True)
class Rows:
    """Pieces of tracks, or whole tracks.

    Attributes:
        names: Of the columns.
        values: float32 (n, d).
        tracks: (n,) names.
        artists: (n,) who plays; empty where nobody knows.
        groups: (n,) what must stay together: artist, or track where none is known.
        labels: Genres in alphabetical order.
        truth: (n,) numbers of the genres.
        segment: (n,) which piece of its track; -1 for the whole track.
        sides: (n,) "train" or "valid" of a published split; empty where there is none.
        fold_seeds: One seed for each row of `folds`.
        folds: (seeds, n) in which fold a row is held out.
    """

    names: tuple[str, ...]
    values: NDArray[np.float32]
    tracks: NDArray[np.str_]
    artists: NDArray[np.str_]
    groups: NDArray[np.str_]
    labels: tuple[str, ...]
    truth: NDArray[np.int64]
    segment: NDArray[np.int64]
    sides: NDArray[np.str_]
    fold_seeds: tuple[int, ...]
    folds: NDArray[np.int64]

    @property
    def sha256(self) -> str:
        """Digest of everything that a fit and its judgement depend on."""
        total = hashlib.sha256(repr((self.names, self.labels)).encode())
        for array in (self.values, self.truth, self.segment, self.folds):
            total.update(np.ascontiguousarray(array).tobytes())
        for names in (self.tracks, self.artists, self.sides):
            total.update("\0".join(names.tolist()).encode())
        return total.hexdigest()


def rows_of_table(table: Table, index: Index) -> Rows:
    """The rows of a table whose tracks the index holds, with its genres, artists and sides.

    Raises:
        Refused: None of its tracks is in the index, or a value is not finite.
    """
    place = {item.track: number for number, item in enumerate(index.items)}
    item = np.array([place.get(str(track), -1) for track in table.tracks])
    kept = item >= 0
    if not kept.any():
        raise Refused(f"No row is of a track in the index of {index.source}; name another index.")
    values = np.asarray(table.values, np.float32)[kept]
    broken = [table.names[column] for column in np.flatnonzero(~np.isfinite(values).all(axis=0))]
    if broken:
        raise Refused(
            f"The columns {', '.join(broken[:5])} of {index.source} hold values that are not"
            " finite; leave those rows out."
        )
    of = item[kept]
    return Rows(
        names=table.names,
        values=values,
        tracks=index.tracks[of],
        artists=np.array([one.artist for one in index.items], np.str_)[of],
        groups=index.artists[of],
        labels=index.labels,
        truth=index.truth[of],
        segment=table.segment[kept],
        sides=index.splits[of],
        fold_seeds=index.fold_seeds,
        folds=index.folds[:, of],
    )


def spread_pieces(rows: Rows, chosen: NDArray[np.int64], pieces: int) -> NDArray[np.int64]:
    """Of some rows at most `pieces` of each track, evenly spread over it.

    Args:
        rows: All rows.
        chosen: Numbers of the rows to choose from.
        pieces: Of each track; 0 for all.
    """
    if not pieces:
        return chosen
    order = chosen[np.lexsort((rows.segment[chosen], rows.tracks[chosen]))]
    _, first, count = np.unique(rows.tracks[order], return_index=True, return_counts=True)
    kept = [
        start + np.unique(np.linspace(0, held - 1, min(pieces, held)).round().astype(np.int64))
        for start, held in zip(first.tolist(), count.tolist(), strict=True)
    ]
    return np.sort(order[np.concatenate(kept)])

"""What a run fits on: the inputs of an index's tracks, whole and in pieces."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.datasets.values import Index

Array = NDArray[np.floating]


class Chosen(Sequence[Array]):
    """Some of many arrays, read when they are asked for."""

    def __init__(self, read: Callable[[int], Array], rows: NDArray[np.integer]) -> None:
        self._read, self._rows = read, rows

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: int) -> Array:  # type: ignore[override]  # slices have no use here
        return self._read(int(self._rows[place]))


@dataclass(frozen=True, slots=True)
class Material:
    """Inputs of an index's tracks.

    Attributes:
        index: The tracks.
        feature: Name of the input, such as "log_mel".
        rows: (n,) number of each piece's track among the index's items.
        segment: (n,) which piece of its track it is; -1 for the whole track.
        piece: Reads a piece by its number 0 … n − 1.
        track: Reads all of a track by its number among the items.
    """

    index: Index
    feature: str
    rows: NDArray[np.int64]
    segment: NDArray[np.int64]
    piece: Callable[[int], Array]
    track: Callable[[int], Array]

    def of_tracks(self, tracks: NDArray[np.int64]) -> NDArray[np.int64]:
        """Numbers of the pieces of these tracks, in order."""
        return np.nonzero(np.isin(self.rows, tracks))[0]

    def middle_of_tracks(self, tracks: NDArray[np.int64]) -> NDArray[np.int64]:
        """Numbers of one piece of each of these tracks, the middle one."""
        pieces = self.of_tracks(tracks)
        _, first, count = np.unique(self.rows[pieces], return_index=True, return_counts=True)
        middle: NDArray[np.int64] = pieces[first + count // 2]
        return middle

    def truth(self, pieces: NDArray[np.int64]) -> NDArray[np.int64]:
        """Label numbers of pieces."""
        return self.index.truth[self.rows[pieces]]

    def sha256(self, *, by_track: bool) -> str:
        """Digest of inputs, names, genres, artists and sides, as they are fitted on and judged.

        Args:
            by_track: Whether tracks rather than pieces are what a digest reads.
        """
        total = hashlib.sha256(repr((self.feature, self.index.labels)).encode())
        for item in self.index.items:
            total.update(f"{item.track}\0{item.label}\0{item.group}\0{item.split}\n".encode())
        read, count = (
            (self.track, len(self.index.items)) if by_track else (self.piece, len(self.rows))
        )
        for number in range(count):
            total.update(np.ascontiguousarray(read(number)).tobytes())
        return total.hexdigest()

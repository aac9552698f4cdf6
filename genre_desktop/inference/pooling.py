"""Pools what a graph says of a track's stretches into the track's answer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SILENCE_RANGE_DB = 60.0  # so far below the track's loudest bin nothing is music

Values = NDArray[np.floating]  # of any shape: a row of logits, an embedding, one distance


@dataclass(frozen=True, slots=True)
class Pool:
    """The mean of values over stretches, weighted by frames; silence has no say.

    A stretch more than SILENCE_RANGE_DB below the loudest one so far is left out, and what was
    pooled before is forgotten where the next stretch is that much louder than all of it: so a
    silent lead-in or the gap before a hidden track does not vote. Only levels relative to each
    other count, so gain does not matter.

    Attributes:
        frames: The weight so far.
        loudest_db: The loudest level so far.
        sums: One sum for each output, each of its own length.
    """

    frames: int = 0
    loudest_db: float = -np.inf
    sums: tuple[Values, ...] = ()

    def with_stretch(self, frames: int, level_db: float, values: tuple[Values, ...]) -> "Pool":
        """The pool with one more stretch.

        Args:
            frames: The new frames in it.
            level_db: Its loudest bin.
            values: What the graph said of it.
        """
        if level_db < self.loudest_db - SILENCE_RANGE_DB:
            return self
        weighted = tuple(np.asarray(value, np.float64) * frames for value in values)
        if not self.frames or self.loudest_db < level_db - SILENCE_RANGE_DB:
            return Pool(frames, level_db, weighted)
        sums = tuple(old + new for old, new in zip(self.sums, weighted, strict=True))
        return Pool(self.frames + frames, max(self.loudest_db, level_db), sums)

    def means(self) -> tuple[Values, ...]:
        """The weighted mean of each output."""
        return tuple(total / self.frames for total in self.sums)


@dataclass(frozen=True, slots=True)
class PieceRow:
    """What is known of the successive pieces of one stretch.

    Attributes:
        logits: float32 (pieces, labels), None where the graph says nothing of pieces.
        levels_db: float32 (pieces,), the loudest bin of each.
    """

    logits: NDArray[np.float32] | None
    levels_db: NDArray[np.float32]


def heard_pieces(levels_db: NDArray[np.float32], floor_db: float = -np.inf) -> NDArray[np.bool_]:
    """Which pieces are not silence beside the loudest of them.

    Args:
        levels_db: The loudest bin of each piece.
        floor_db: The level of digital silence, at which nothing is heard.
    """
    least = max(float(levels_db.max()) - SILENCE_RANGE_DB, floor_db + 0.1)
    heard: NDArray[np.bool_] = levels_db >= least
    return heard

"""How a track is cut: pieces of equal length, one after another, at least one of every track."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.spec import STANDARD_MEL

Values = NDArray[np.float32]

# A piece that lacks no more than this share of itself still counts as one more.
_LACKING = 0.01


def frames_of(seconds: float) -> int:
    """Frames that a piece of so many seconds has: 44 for 1 s, 130 for 3 s, 1,292 for 30 s."""
    return int(np.ceil(seconds * STANDARD_MEL.sample_rate / STANDARD_MEL.hop_samples))


def pieces_in(frames: int, piece_frames: int) -> int:
    """How many pieces a track of so many frames gives, at least one; 0 frames a piece: one."""
    if not piece_frames:
        return 1
    return max(1, int(frames / piece_frames + _LACKING))


def piece_of(values: NDArray[np.floating], number: int, piece_frames: int) -> Values:
    """One piece (rows, piece_frames) of (rows, frames).

    Where the track ends too soon, the piece goes on with its own beginning.
    """
    if not piece_frames:
        return np.asarray(values, np.float32)
    part = np.asarray(values[:, number * piece_frames : (number + 1) * piece_frames], np.float32)
    if part.shape[1] == piece_frames:
        return part
    repeated: Values = np.take(part, np.arange(piece_frames) % part.shape[1], axis=1)
    return repeated


@dataclass(frozen=True, slots=True)
class Pieces:
    """Pieces of log-mel of many tracks, read from disk when they are asked for.

    Attributes:
        frames: Of each piece.
        tracks: (n,) names.
        rows: (n,) numbers of the tracks among the index's items.
        segment: (n,) which piece of its track it is, from 0.
        read: Gives a track's log-mel by its name, memory-mapped.
    """

    frames: int
    tracks: NDArray[np.str_]
    rows: NDArray[np.int64]
    segment: NDArray[np.int64]
    read: Callable[[str], NDArray[np.floating]]

    def __len__(self) -> int:
        return len(self.tracks)

    def batch(self, numbers: NDArray[np.integer]) -> Values:
        """The pieces of these numbers, float32 (b, 128, frames) in dB."""
        return np.stack(
            [
                piece_of(self.read(str(self.tracks[n])), int(self.segment[n]), self.frames)
                for n in numbers
            ]
        )

    def all(self) -> Values:
        """Every piece, float32 (n, 128, frames): for sets that fit into memory."""
        return self.batch(np.arange(len(self)))

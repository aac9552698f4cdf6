"""Where the pieces of a track lie for a package, so that some of them can be heard alone."""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from genre_desktop.inference.ear import Ear
from genre_desktop.inference.verdict import Timeline, Verdict


@dataclass(frozen=True, slots=True)
class PieceGrid:
    """The pieces into which an ear divides what it hears.

    Attributes:
        chunk_frames: Frames that are heard at once.
        pieces_in_chunk: Pieces of equal length, up to one frame.
        hop_samples: From one frame to the next.
        sample_rate: Samples a second.
    """

    chunk_frames: int
    pieces_in_chunk: int
    hop_samples: int
    sample_rate: int

    @classmethod
    def of(cls, ear: Ear) -> "PieceGrid":
        """The grid of an ear."""
        mel = ear.mel
        return cls(ear.graph.chunk_frames, ear.pieces_in_chunk, mel.hop_samples, mel.sample_rate)

    @property
    def piece_seconds(self) -> float:
        """The length of a piece."""
        frames = self.chunk_frames / self.pieces_in_chunk
        return frames * self.hop_samples / self.sample_rate

    def lengths(self, count: int) -> list[int]:
        """Samples of the first pieces; sound of these lengths in a row is one piece each."""
        edges = [
            round(place * self.chunk_frames / self.pieces_in_chunk) for place in range(count + 1)
        ]
        return [(after - before) * self.hop_samples for before, after in pairwise(edges)]


def spread(verdict: Verdict, places: tuple[int, ...], pieces: int) -> Verdict:
    """The verdict on some pieces of a track, as one on the track: gaps where nothing was heard.

    Args:
        verdict: On the pieces, put one behind the other.
        places: Which pieces of the track they were.
        pieces: How many pieces the track has.
    """
    timeline = verdict.timeline
    if timeline is not None:
        known = min(len(places), len(timeline.heard))
        rows = np.zeros((pieces, len(verdict.labels)), np.float16)
        heard = np.zeros(pieces, np.bool_)
        rows[list(places[:known])] = timeline.probabilities[:known]
        heard[list(places[:known])] = timeline.heard[:known]
        timeline = Timeline(timeline.piece_seconds, rows, heard)
    return replace(verdict, timeline=timeline, quick=True)

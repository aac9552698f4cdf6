"""What a model says of a track: frozen values that cross processes and threads."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # no cycle: numpy takes longer than the window may take to be on the screen
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Timeline:
    """The genres of a track's successive pieces.

    Attributes:
        piece_seconds: Length of a piece; the last one may be shorter.
        probabilities: float16 (pieces, labels), each row summing to about one; all zero where
            nobody listened, as a quick hearing leaves gaps.
        heard: bool (pieces,), False where the piece is silence or a gap.
    """

    piece_seconds: float
    probabilities: NDArray[np.float16]
    heard: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A model's answer about one track.

    Attributes:
        model: Name of the package.
        version: Version of the package.
        labels: Genre names, in the order of `probabilities`.
        probabilities: float32 (labels,), after the temperature.
        unsure: True where the highest probability lies below the package's threshold, or the
            track is unlike all that the package was fitted on.
        timeline: The pieces, None where the model gives none.
        embedding: float16 (d,), None where the model gives none.
        tempo_bpm: Beats per minute, None where there is no beat or it was not asked for.
        heard_seconds: How much of the track this rests on.
        quick: True where only some pieces were heard, spread over the track.
    """

    model: str
    version: str
    labels: tuple[str, ...]
    probabilities: NDArray[np.float32]
    unsure: bool
    timeline: Timeline | None
    embedding: NDArray[np.float16] | None
    tempo_bpm: float | None
    heard_seconds: float
    quick: bool = False

    def ranked(self) -> tuple[tuple[str, float], ...]:
        """Labels with their probabilities, the most probable first."""
        shares = zip(self.labels, self.probabilities.tolist(), strict=True)
        return tuple(sorted(shares, key=itemgetter(1), reverse=True))

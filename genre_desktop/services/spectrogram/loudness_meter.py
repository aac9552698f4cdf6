"""Peak and effective level of what is heard, channel by channel, in dB re full scale."""

import math
from collections import deque
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

FLOOR_DBFS: Final = -60.0  # the bottom of the scale
RMS_SECONDS: Final = 0.3  # as long as a VU meter takes
HOLD_SECONDS: Final = 1.5
_FALL_DB_PER_SECOND: Final = 20.0


@dataclass(frozen=True, slots=True)
class ChannelLevel:
    """What a meter shows of a channel; a square wave of full scale reads 0 and 0 dBFS.

    Attributes:
        peak_db: The largest sample, falling slowly.
        rms_db: Root of the mean square of the last moments.
        held_db: The largest peak of a while ago until now.
    """

    peak_db: float = FLOOR_DBFS
    rms_db: float = FLOOR_DBFS
    held_db: float = FLOOR_DBFS


class LoudnessMeter:
    """Follows one channel."""

    def __init__(self) -> None:
        self._level = ChannelLevel()
        self._held_for = 0.0
        self._heard: deque[tuple[float, float, int]] = deque()  # seconds, sum of squares, count

    def push(self, samples: Samples, seconds: float) -> ChannelLevel:
        """Take what was heard since the last time.

        Args:
            samples: float32 (n,).
            seconds: How long that was.
        """
        before = self._level
        peak = _decibels(float(np.abs(samples).max())) if len(samples) else FLOOR_DBFS
        shown = max(peak, before.peak_db - _FALL_DB_PER_SECOND * seconds, FLOOR_DBFS)
        self._held_for += seconds
        held = before.held_db
        if peak >= held:
            held, self._held_for = peak, 0.0
        elif self._held_for > HOLD_SECONDS:
            held = max(shown, held - _FALL_DB_PER_SECOND * seconds)
        self._level = ChannelLevel(shown, self._rms_with(samples, seconds), held)
        return self._level

    def _rms_with(self, samples: Samples, seconds: float) -> float:
        """The effective level of the last moments."""
        heard = self._heard
        heard.append((seconds, float(np.dot(samples, samples)), len(samples)))
        total = sum([each[0] for each in heard])
        while len(heard) > 1 and total > RMS_SECONDS:
            total -= heard.popleft()[0]
        squares, count = sum([each[1] for each in heard]), sum([each[2] for each in heard])
        return _decibels(math.sqrt(squares / max(1, count)))

    def clear(self) -> None:
        """Forget what was heard."""
        self._level, self._held_for = ChannelLevel(), 0.0
        self._heard.clear()


def _decibels(amplitude: float) -> float:
    return max(FLOOR_DBFS, 20.0 * math.log10(max(amplitude, 1e-9)))

"""Peak and effective level of what is heard, channel by channel, in dB re full scale."""

import math
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

    def push(self, samples: Samples, peak_from: int, passed_seconds: float) -> ChannelLevel:
        """Take what was heard.

        Args:
            samples: float32 (n,): the last RMS_SECONDS.
            peak_from: Where in them what is new begins.
            passed_seconds: Since the last time.
        """
        before = self._level
        newest = samples[peak_from:]
        peak = _decibels(float(np.abs(newest).max())) if len(newest) else FLOOR_DBFS
        rms = _decibels(math.sqrt(float(np.dot(samples, samples)) / max(1, len(samples))))
        fallen = before.peak_db - _FALL_DB_PER_SECOND * passed_seconds
        shown = max(peak, fallen, FLOOR_DBFS)
        self._held_for += passed_seconds
        held = before.held_db
        if peak >= held:
            held, self._held_for = peak, 0.0
        elif self._held_for > HOLD_SECONDS:
            held = max(shown, held - _FALL_DB_PER_SECOND * passed_seconds)
        self._level = ChannelLevel(shown, rms, held)
        return self._level

    def clear(self) -> None:
        """Forget what was heard."""
        self._level, self._held_for = ChannelLevel(), 0.0


def _decibels(amplitude: float) -> float:
    return max(FLOOR_DBFS, 20.0 * math.log10(max(amplitude, 1e-9)))

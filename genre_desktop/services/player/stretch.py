"""Samples that wait to be played without a jump: one thread adds them, the sound card's takes them.

Neither side locks: each owns one counter, and reads the other's. A jump is a new stretch, so that
nobody ever has to empty one that is being played.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

SECONDS_AHEAD: Final = 3.0


class Stretch:
    """A ring of stereo samples.

    Attributes:
        number: Counts stretches.
        capacity: How many samples fit.
        added: Samples added so far; only the feeder changes it.
        taken: Samples taken so far; only the output changes it.
    """

    def __init__(self, number: int, rate: int) -> None:
        self.number = number
        self.capacity = round(SECONDS_AHEAD * rate)
        self.added = 0
        self.taken = 0
        self._ring = np.zeros((self.capacity, 2), np.float32)

    @property
    def room(self) -> int:
        """How many samples can be added now."""
        return self.capacity - (self.added - self.taken)

    def add(self, samples: Samples) -> None:
        """Add samples (n, 2), for which there must be room."""
        first = self.added % self.capacity
        fits = min(len(samples), self.capacity - first)
        self._ring[first : first + fits] = samples[:fits]
        self._ring[: len(samples) - fits] = samples[fits:]
        self.added += len(samples)

    def take(self, out: Samples) -> int:
        """Fill `out` (n, 2) with what there is; returns how many samples.

        Neither waits nor allocates samples; what is not filled is left as it was.
        """
        count = min(len(out), self.added - self.taken)
        first = self.taken % self.capacity
        fits = min(count, self.capacity - first)
        out[:fits] = self._ring[first : first + fits]
        out[fits:count] = self._ring[: count - fits]
        self.taken += count
        return count

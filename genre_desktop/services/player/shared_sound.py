"""Memory that the sound process and the window share: the clock of what is heard, and samples.

One side writes, the other reads, neither waits. The clock is written under a count that is odd
while it changes (a sequence lock), so that a reader never takes half of it.
"""

from ctypes import c_int64
from multiprocessing.context import SpawnContext
from multiprocessing.heap import BufferWrapper
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.services.player.clock import Clock

Samples = NDArray[np.float32]

# 24 s of a compact disc, 5 s of 192 kHz.
RING_SAMPLES: Final = 1 << 20
_RING_BYTES: Final = 2 * 4 * RING_SAMPLES
_CHANGES, _STRETCH, _PLAYED, _AT_NS, _END, _RATE, _UNDERFLOWS, _DECODED = range(8)
_FIELDS: Final = 8


class SharedSound:
    """Made by the window, given to the sound process when it is spawned."""

    def __init__(self, context: SpawnContext) -> None:
        self._fields: Any = context.RawArray(c_int64, _FIELDS)
        # not an array, which would be filled with zeros: that takes 15 ms
        self._samples = BufferWrapper(_RING_BYTES)

    # The sound process writes

    def keep_clock(self, clock: Clock) -> None:
        """Called for each buffer of the device; neither waits nor allocates arrays."""
        fields = self._fields
        fields[_CHANGES] += 1
        fields[_STRETCH] = clock.stretch
        fields[_PLAYED] = clock.played
        fields[_AT_NS] = clock.at_ns
        fields[_END] = clock.end
        fields[_RATE] = clock.rate
        fields[_UNDERFLOWS] = clock.underflows
        fields[_CHANGES] += 1

    def append(self, samples: Samples) -> None:
        """Add decoded samples (n, 2) at the file's own rate; the oldest are overwritten."""
        ring = self._ring()
        place = self._fields[_DECODED]
        for part in np.split(samples, range(RING_SAMPLES, len(samples), RING_SAMPLES)):
            first = place % RING_SAMPLES
            fits = min(len(part), RING_SAMPLES - first)
            ring[first : first + fits] = part[:fits]
            ring[: len(part) - fits] = part[fits:]
            place += len(part)
            self._fields[_DECODED] = place

    # The window reads

    def clock(self) -> Clock:
        """The clock as it was written last."""
        fields = self._fields
        while True:
            before = fields[_CHANGES]
            clock = Clock(*fields[_STRETCH : _UNDERFLOWS + 1])
            if before % 2 == 0 and fields[_CHANGES] == before:
                return clock

    @property
    def decoded(self) -> int:
        """How many samples were decoded so far, at the files' own rates."""
        return int(self._fields[_DECODED])

    def samples(self, first: int, last: int) -> Samples:
        """Copy decoded samples (n, 2) from place `first` up to `last`; fewer where they are gone.

        What is missing is missing at the beginning.
        """
        last = min(last, self.decoded)
        first = max(first, self._oldest())
        begin, count = first % RING_SAMPLES, max(0, last - first)
        ring = self._ring()
        copied = np.concatenate(
            [ring[begin : begin + count], ring[: max(0, begin + count - RING_SAMPLES)]]
        )
        lost = max(0, self._oldest() - first)  # overwritten while they were copied
        return copied[lost:]

    def _oldest(self) -> int:
        return max(0, self.decoded - RING_SAMPLES)

    def _ring(self) -> Samples:
        memory = self._samples.create_memoryview()
        return np.frombuffer(memory, np.float32).reshape(RING_SAMPLES, 2)

"""Memory that the sound process and the window share: the clock of what is heard, and samples.

One side writes, the other reads, neither waits. The clock is written under a count that is odd
while it changes (a sequence lock), so that a reader never takes half of it.
"""

from multiprocessing.heap import BufferWrapper
from typing import Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.services.player.clock import Clock

Samples = NDArray[np.float32]

# 24 s of a compact disc, 5 s of 192 kHz.
RING_SAMPLES: Final = 1 << 20
_CHANGES, _STRETCH, _PLAYED, _AT_NS, _END, _RATE, _UNDERFLOWS, _DECODED = range(8)
_FIELDS_BYTES: Final = 8 * 8
_RING_BYTES: Final = 2 * 4 * RING_SAMPLES
# The oldest samples are left to the writer, who overwrites so many at a time before he says so.
WRITTEN_AT_ONCE: Final = 4_096
_MOST_LOOKS: Final = 1_000  # about a millisecond


class SharedSound:
    """Made by the window, given to the sound process when it is spawned."""

    def __init__(self) -> None:
        # `multiprocessing.RawArray` would fill all of it with zeros, for 15 ms.
        memory = BufferWrapper(_FIELDS_BYTES + _RING_BYTES)
        memory.create_memoryview()[:_FIELDS_BYTES] = bytes(_FIELDS_BYTES)
        self.__setstate__(memory)

    def __getstate__(self) -> BufferWrapper:
        return self._memory

    def __setstate__(self, memory: BufferWrapper) -> None:
        self._memory = memory
        view = memory.create_memoryview()
        self._fields = view[:_FIELDS_BYTES].cast("q")
        self._ring: Samples = np.frombuffer(view[_FIELDS_BYTES:][:_RING_BYTES], np.float32)
        self._ring = self._ring.reshape(RING_SAMPLES, 2)
        self._read_last = Clock(0, 0, 0, 0, 0, 0)

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
        ring = self._ring
        place = self._fields[_DECODED]
        for part in np.split(samples, range(WRITTEN_AT_ONCE, len(samples), WRITTEN_AT_ONCE)):
            first = place % RING_SAMPLES
            fits = min(len(part), RING_SAMPLES - first)
            ring[first : first + fits] = part[:fits]
            ring[: len(part) - fits] = part[fits:]
            place += len(part)
            self._fields[_DECODED] = place

    # The window reads

    def clock(self) -> Clock:
        """The clock as it was written last.

        It is the one that was read before where it is being written for long: by a process that
        waits for its turn, or ended amid it.
        """
        fields = self._fields
        for _ in range(_MOST_LOOKS):
            before, *clock, _decoded = fields.tolist()
            if before % 2 == 0 and fields[_CHANGES] == before:
                self._read_last = Clock(*clock)
                break
        return self._read_last

    @property
    def decoded(self) -> int:
        """How many samples were decoded so far, at the files' own rates."""
        return self._fields[_DECODED]

    def samples(self, first: int, last: int) -> Samples:
        """Copy decoded samples (n, 2) from place `first` up to `last`; fewer where they are gone.

        What is missing is missing at the beginning.
        """
        last = min(last, self.decoded)
        first = max(first, self._oldest())
        begin, count = first % RING_SAMPLES, max(0, last - first)
        ring = self._ring
        copied = np.concatenate(
            [ring[begin : begin + count], ring[: max(0, begin + count - RING_SAMPLES)]]
        )
        lost = max(0, self._oldest() - first)  # overwritten while they were copied
        return copied[lost:]

    def _oldest(self) -> int:
        return max(0, self.decoded - RING_SAMPLES + WRITTEN_AT_ONCE)

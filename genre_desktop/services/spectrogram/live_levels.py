"""A thread that turns what the player decodes into columns of levels, ahead of what is heard."""

import threading
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.services.player.shared_sound import SharedSound
from genre_desktop.services.spectrogram.column_ring import ColumnRing
from genre_desktop.services.spectrogram.live_columns import Columns, LiveSpec, columns_for

Levels = NDArray[np.float32]

_LOOK_SECONDS: Final = 0.5  # what is decoded is heard seconds later,
_SOON_SECONDS: Final = 0.1  # after a jump by a latency
_BEGINNING_SECONDS: Final = 1.0  # of sound
_KEPT_SECONDS: Final = 40.0
_MOST_SAMPLES: Final = 16_384


@dataclass(frozen=True, slots=True)
class Origin:
    """Where columns are counted from.

    Attributes:
        shared: The samples.
        place: Among all decoded samples.
        rate: Samples a second.
    """

    shared: SharedSound
    place: int
    rate: int


@dataclass(slots=True)
class _Work:
    origin: Origin
    spec: LiveSpec
    ring: ColumnRing
    columns: Columns
    taken: int


class LiveLevels:
    """Columns are numbered from the origin on; another origin or look begins anew."""

    def __init__(self) -> None:
        self._work: _Work | None = None
        self._changed = threading.Event()
        self._ended = False
        self._is_stopped = False
        self._thread = threading.Thread(target=self._run, name="spectrogram", daemon=True)
        self._thread.start()

    def begin(self, origin: Origin, spec: LiveSpec) -> None:
        """Make columns of what is decoded from a place on."""
        kept = max(64, round(_KEPT_SECONDS * spec.columns_per_second))
        ring = ColumnRing(spec.rows, kept)
        self._work = _Work(origin, spec, ring, columns_for(spec, origin.rate), origin.place)
        self._is_stopped = False
        self._changed.set()

    def stop(self) -> None:
        """Make no further columns; those that are there stay."""
        self._is_stopped = True

    def read(self, first: int, last: int) -> tuple[int, Levels]:
        """Return the number of the first column and a copy (n, rows) of what is there of them."""
        work = self._work
        if work is None:
            return first, np.empty((0, 0), np.float32)
        return work.ring.read(first, last)

    def close(self) -> None:
        """End the thread."""
        self._ended = True
        self._changed.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended:
            work = self._work
            is_idle = work is None or self._is_stopped
            if work is None or is_idle or not self._advance(work):
                self._changed.wait(None if work is None or is_idle else _pause_of(work))
                self._changed.clear()

    def _advance(self, work: _Work) -> bool:
        """Take the next samples; False where there are none."""
        end = min(work.origin.shared.decoded, work.taken + _MOST_SAMPLES)
        if end <= work.taken:
            return False
        samples = work.origin.shared.samples(work.taken, end)
        work.taken = end
        columns = work.columns.push(samples)
        room = max(1, round(_KEPT_SECONDS * work.spec.columns_per_second)) // 8
        for start in range(0, len(columns), room):
            work.ring.append(columns[start : start + room])
        return True


def _pause_of(work: _Work) -> float:
    """Seconds until samples are looked for again; many at once cost less than few by turns."""
    is_beginning = work.taken - work.origin.place < _BEGINNING_SECONDS * work.origin.rate
    return _SOON_SECONDS if is_beginning else _LOOK_SECONDS

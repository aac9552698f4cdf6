"""Waits until files keep still: what is being copied is left alone until all of it is there."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from genre_desktop.core.awake import AwakeClock
from genre_desktop.core.being_written import is_being_written
from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.there import has_gone

SETTLE_SECONDS = 5.0
_LONGEST_GAP_SECONDS = 1.0  # between two looks of one who waits


@dataclass(slots=True)
class _Restless:
    stamp: Stamp
    since: float


class Settling:
    """Remembers files that were touched, until size, time and number of each stay as they are.

    Args:
        seconds: How long they have to.
        clock: Gives seconds; None counts only while somebody looks, so that a file is not taken
            for still because the computer slept.
    """

    def __init__(
        self,
        seconds: float = SETTLE_SECONDS,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._seconds = seconds
        self._clock = clock or AwakeClock(_LONGEST_GAP_SECONDS)
        self._restless: dict[Path, _Restless] = {}
        self._gone: dict[Path, float] = {}  # since when

    def __len__(self) -> int:
        """How many files are waited for."""
        return len(self._restless)

    def __iter__(self) -> Iterator[Path]:
        """The files that are waited for."""
        return iter(self._restless)

    def __contains__(self, path: object) -> bool:
        """Whether a file is waited for."""
        return path in self._restless

    def touch(self, path: Path) -> None:
        """Wait for a file from now on; one that is not there is no matter."""
        self._gone.pop(path, None)
        try:
            self._restless[path] = _Restless(stamp_of(path), self._clock())
        except OSError:
            self._restless.pop(path, None)

    def miss(self, path: Path) -> None:
        """Wait whether a file that is not there stays away; programs write some by replacing."""
        self._gone.setdefault(path, self._clock())

    def missed(self) -> tuple[Path, ...]:
        """Those that stayed away for long enough; they are forgotten with that."""
        now = self._clock()
        stayed = [path for path, since in self._gone.items() if now - since >= self._seconds]
        for path in stayed:
            del self._gone[path]
        return tuple(path for path in stayed if has_gone(path))

    def was_just_written(self, path: Path) -> bool:
        """Whether a file was written so lately, or is, that it has to be waited for; then it is."""
        try:
            age_seconds = time.time() - path.stat().st_mtime
        except OSError:
            return False
        has_to = age_seconds < self._seconds or is_being_written(path)  # also a time to come
        if has_to:
            self.touch(path)
        return has_to

    def settled(self) -> tuple[Path, ...]:
        """Those that kept still for long enough; they are forgotten with that."""
        now, still = self._clock(), []
        for path, known in list(self._restless.items()):
            try:
                stamp = stamp_of(path)
            except OSError:  # gone, or moved on: its new name was touched
                del self._restless[path]
                continue
            if stamp != known.stamp:
                self._restless[path] = _Restless(stamp, now)
            elif now - known.since >= self._seconds and not is_being_written(path):
                still.append(path)
                del self._restless[path]
        return tuple(still)

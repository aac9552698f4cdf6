"""Whether a batch goes on: not while it is paused, nor while the folder of its files is gone."""

import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from genre_desktop.core.track import Outcome
from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.sound import Problem

_MAY_BE_THE_DRIVES = frozenset({Problem.MISSING, Problem.UNREADABLE})


class Holding:
    """Asked before each track; told of pauses, from whatever thread.

    Args:
        tell: Takes sentences for the user, in the thread of the batch.
        roots: Folders in which the tracks lie. Where one of them goes, as with a drive that is
            unplugged, its files are no problems of their own.
    """

    def __init__(self, tell: Callable[[str], None], roots: Iterable[Path] = ()) -> None:
        self._tell = tell
        self._roots = frozenset(roots)
        self._lost: Path | None = None
        self._paused = threading.Event()

    @property
    def is_paused(self) -> bool:
        """Whether the user wants nothing to be begun."""
        return self._paused.is_set()

    def pause(self) -> None:
        """Begin no track from now on; those that are begun are heard to their end."""
        self._paused.set()

    def resume(self) -> None:
        """Go on."""
        self._paused.clear()

    def add_roots(self, roots: Iterable[Path]) -> None:
        """Further folders in which tracks lie."""
        self._roots = self._roots | frozenset(roots)

    def takes_back(self, outcome: Outcome) -> bool:
        """Whether a file could not be read only because its folder has gone; it waits then."""
        problem = outcome.problem
        if problem is None or problem.problem not in _MAY_BE_THE_DRIVES:
            return False
        path = outcome.track.path
        above = (root for root in self._roots if path.is_relative_to(root) and _is_gone(root))
        lost = next(above, None)
        if lost is None:
            return False
        if self._lost is None:
            self._lost = lost
            self._tell(
                f"{one_line(str(lost))} has gone, as with a drive that was unplugged; listening "
                "waits until it is back."
            )
        return True

    def holds(self) -> bool:
        """Whether no track is to be begun now."""
        if self._lost is not None and not _is_gone(self._lost):
            self._tell(f"{one_line(str(self._lost))} is back; listening goes on.")
            self._lost = None
        return self.is_paused or self._lost is not None


def folders_among(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Those paths that are folders, from the root."""
    return tuple(path.absolute() for path in paths if path.is_dir())


def _is_gone(root: Path) -> bool:
    """Whether a folder is not there, cannot be read, or is the empty place of a drive."""
    try:
        with os.scandir(root) as entries:
            return next(entries, None) is None
    except OSError:
        return True

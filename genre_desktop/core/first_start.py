"""Decides which of several starts at once becomes the window; the others wait until it listens.

The first has a lock from its very beginning, long before there is anything to connect to. The
system frees it with the end of the process, however that ends: then the next becomes the window.
"""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from genre_desktop.core.second_start import Meeting, hand_over, meeting

STARTING_SECONDS = 10.0  # after which a window that does not listen is not waited for

_LOOK_AGAIN_SECONDS = 0.02


def is_taken(paths: Sequence[Path]) -> bool:
    """Give paths to the window that is open, or about to be; False where this one is to be it.

    Takes `STARTING_SECONDS` at most, and the time in which an open window must answer.
    """
    if hand_over(paths):
        return True
    place = meeting()
    while place is not None and not stand_first(place) and _is_starting(place):
        time.sleep(_LOOK_AGAIN_SECONDS)
        if hand_over(paths):
            return True
    return False


def stand_first(place: Meeting | None) -> bool:
    """Let later starts wait for this process; False where they wait for another one already."""
    if sys.platform == "win32" or place is None:
        return True
    import fcntl  # not on Windows

    try:
        lock = os.open(_lock_of(place), os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError:  # nobody can wait for anybody here
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        return False
    os.utime(lock)  # says since when; the lock itself stays until this process ends
    return True


def _is_starting(place: Meeting) -> bool:
    try:
        since = _lock_of(place).stat().st_mtime
    except OSError:
        return False
    return abs(time.time() - since) < STARTING_SECONDS


def _lock_of(place: Meeting) -> Path:
    return Path(f"{place.address}.first")

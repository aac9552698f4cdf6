"""Trying again where another program holds a file open for a moment."""

import threading
from collections.abc import Callable

_SHARING_VIOLATIONS = frozenset({5, 32, 33})  # Windows: access denied, sharing, locked part
_PAUSES_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8)


def patiently(action: Callable[[], object], wait: Callable[[float], None] | None = None) -> None:
    """Does it, again after growing pauses where Windows says that the file is in use.

    Args:
        action: What is done.
        wait: How a pause is spent.

    Raises:
        OSError: The last time it failed, too, or for another reason.
    """
    pause = wait or _pause
    for seconds in _PAUSES_SECONDS:
        try:
            action()
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _SHARING_VIOLATIONS:
                raise
            pause(seconds)
        else:
            return
    action()


def _pause(seconds: float) -> None:
    threading.Event().wait(seconds)

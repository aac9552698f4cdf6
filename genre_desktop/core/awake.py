"""A clock that stands still while the computer sleeps, on every system."""

import time
from collections.abc import Callable


class AwakeClock:
    """Shows the seconds that went by while somebody looked at it.

    The monotonic clock of Linux and macOS stands still while the computer sleeps, that of Windows
    and of a virtual machine that is held goes on. Here a longer gap between two looks counts only
    so much.
    """

    def __init__(self, longest_gap_seconds: float, now: Callable[[], float] | None = None) -> None:
        """Begins at 0.

        Args:
            longest_gap_seconds: What counts at most between two looks.
            now: The time in seconds; None takes the monotonic clock.
        """
        self._most = longest_gap_seconds
        self._now = now or time.monotonic
        self._seen, self._shown = self._now(), 0.0

    def __call__(self) -> float:
        """The seconds since it was made."""
        now = self._now()
        self._shown += min(now - self._seen, self._most)
        self._seen = now
        return self._shown

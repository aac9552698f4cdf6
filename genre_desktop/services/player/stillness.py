"""How long nothing has come of what is played, while the computer was awake."""

from collections.abc import Callable
from typing import Final

from genre_desktop.core.awake import AwakeClock
from genre_desktop.services.player.clock import Clock

# A drive that spins up takes some ten seconds, a jump far into a long file over a slow line more.
MOST_SECONDS: Final = 60.0
MOST_SECONDS_TO_OPEN: Final = 120.0  # a process has to start, from the slowest disk
_LONGEST_GAP_SECONDS: Final = 1.0  # between two looks


class Stillness:
    """Looked at several times a second while something is to be heard.

    Args:
        now: The time in seconds; None takes the monotonic clock.
    """

    def __init__(self, now: Callable[[], float] | None = None) -> None:
        self._awake = AwakeClock(_LONGEST_GAP_SECONDS, now)
        self._since = 0.0
        self._heard: tuple[int, int] | None = None

    def end(self) -> None:
        """Something came, or something else is wanted."""
        self._since = self._awake()

    def is_too_long(self, clock: Clock, *, is_open: bool) -> bool:
        """Whether it has lasted as long as it may.

        Args:
            clock: What was handed to the device last.
            is_open: There is a device.
        """
        heard = clock.stretch, clock.end
        if heard != self._heard:
            self._heard = heard
            self.end()
        most = MOST_SECONDS if is_open else MOST_SECONDS_TO_OPEN
        return self._awake() - self._since >= most

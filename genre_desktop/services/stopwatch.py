"""Measures how long a run works, without the time in which it waits."""

from collections.abc import Callable


class Stopwatch:
    """Stands at 0 when a run begins.

    Args:
        now: The time in seconds.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._began = now()
        self._held_seconds = 0.0
        self._held_since: float | None = None

    def begin(self) -> None:
        """A run begins; what holds it may hold already."""
        self._began, self._held_seconds = self._now(), 0.0
        if self._held_since is not None:
            self._held_since = self._began

    def hold(self, *, held: bool) -> None:
        """Nothing further is begun from now on, or the run goes on."""
        if held and self._held_since is None:
            self._held_since = self._now()
        elif not held and self._held_since is not None:
            self._held_seconds += self._now() - self._held_since
            self._held_since = None

    def note_work(self) -> None:
        """Something that was begun before has ended, so that there was work until now."""
        if self._held_since is not None:
            self._held_since = self._now()

    @property
    def seconds(self) -> float:
        """How long the run has worked."""
        end = self._now() if self._held_since is None else self._held_since
        return end - self._began - self._held_seconds

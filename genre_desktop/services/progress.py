"""How far listening is: counts, rate and time left."""

from typing import NamedTuple

from genre_desktop.dsp.sound import Problem


class Progress(NamedTuple):
    """A moment of a run.

    Attributes:
        done: Tracks that were finished.
        total: Tracks that were asked for.
        problems: Finished tracks without an answer.
        known: Finished tracks whose answer was known already.
        audio_seconds: Music that was heard; what was known already counts nothing.
        elapsed_seconds: Time since the run began.
        is_running: False once nothing is left to do.
        was_cancelled: True where the user ended it.
        is_paused: True while the user wants nothing to be begun.
        unsure: Finished tracks whose genre is unsure.
        reasons: Why finished tracks have no answer, and how many.
    """

    done: int = 0
    total: int = 0
    problems: int = 0
    known: int = 0
    audio_seconds: float = 0.0
    elapsed_seconds: float = 0.0
    is_running: bool = False
    was_cancelled: bool = False
    is_paused: bool = False
    unsure: int = 0
    reasons: tuple[tuple[Problem, int], ...] = ()

    @property
    def times_realtime(self) -> float | None:
        """Seconds of music heard in a second; None before anything was heard."""
        if self.audio_seconds <= 0 or self.elapsed_seconds <= 0:
            return None
        return self.audio_seconds / self.elapsed_seconds

    @property
    def tracks_per_hour(self) -> float | None:
        """Tracks heard in an hour at this pace; None before the first one."""
        heard = self.done - self.known
        if heard <= 0 or self.elapsed_seconds <= 0:
            return None
        return 3_600 * heard / self.elapsed_seconds

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes at this pace; None before the first track."""
        if not self.done:
            return None
        return (self.total - self.done) * self.elapsed_seconds / self.done

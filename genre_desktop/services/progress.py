"""How far listening is: counts, rate and time left."""

from collections import deque
from typing import Final, NamedTuple

from genre_desktop.dsp.sound import Problem

# What was finished so long ago, or so many tracks ago, says nothing of the rest.
_LATE_SECONDS: Final = 30.0
_LATE_TRACKS: Final = 10


class Progress(NamedTuple):
    """A moment of a run.

    Attributes:
        done: Tracks that were finished.
        total: Tracks that were asked for.
        problems: Finished tracks without an answer.
        known: Finished tracks whose answer was known already.
        audio_seconds: Music that was heard; what was known already counts nothing.
        elapsed_seconds: Time since the run began, without that in which it was held.
        is_running: False once nothing is left to do.
        was_cancelled: True where the user ended it.
        is_paused: True while the user wants nothing to be begun.
        is_held: True while nothing is begun: it is paused, or a drive is away.
        reasons: Why finished tracks have no answer, and how many.
        seconds_a_track: Between two finished tracks of late, None before the first.
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
    is_held: bool = False
    reasons: tuple[tuple[Problem, int], ...] = ()
    seconds_a_track: float | None = None

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
        if self.seconds_a_track is None:
            return None
        return (self.total - self.done) * self.seconds_a_track


class Pace:
    """How fast tracks are finished of late.

    Those that were known come in an instant and often all at once, so that the whole of a run says
    little of its rest.
    """

    def __init__(self) -> None:
        self._marks = deque([(0, 0.0)])  # tracks and seconds

    def seconds_a_track(self, done: int, elapsed_seconds: float) -> float | None:
        """How long a track takes, now that so many are finished; None before the first."""
        if done > self._marks[-1][0]:
            self._marks.append((done, elapsed_seconds))
        if len(self._marks) == 1:
            return None
        latest_done, latest_seconds = self._marks[-1]
        while (
            latest_done - self._marks[1][0] >= _LATE_TRACKS
            and latest_seconds - self._marks[1][1] >= _LATE_SECONDS
        ):
            self._marks.popleft()
        first_done, first_seconds = self._marks[0]
        return (latest_seconds - first_seconds) / (latest_done - first_done)

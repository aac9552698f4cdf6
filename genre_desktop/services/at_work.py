"""Which of the tracks that a batch has handed out its workers are at."""

from itertools import islice

from genre_desktop.core.track import Track


class AtWork:
    """A batch hands out more tracks than there are workers, so that none waits for the next.

    So the workers are at the first ones that have no answer, as many as there are workers.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._unanswered: dict[Track, bool] = {}  # whether it was said; in this order

    def hand_out(self, track: Track) -> list[Track]:
        """Note that a worker is to hear a track; returns the tracks that workers are newly at."""
        self._unanswered.setdefault(track, False)
        return self._newly_begun()

    def leave(self, track: Track) -> list[Track]:
        """Note that it was answered or waits again; returns those that workers are newly at."""
        self._unanswered.pop(track, None)
        return self._newly_begun()

    def _newly_begun(self) -> list[Track]:
        first = islice(self._unanswered.items(), self._workers)
        begun = [track for track, was_said in first if not was_said]
        self._unanswered.update(dict.fromkeys(begun, True))
        return begun

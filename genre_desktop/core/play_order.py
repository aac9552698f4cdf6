"""Which track is played after which: in order, shuffled, repeated, or as the user lined them up."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum

from genre_desktop.core.track import Track


class Repeat(Enum):
    """What happens at the end."""

    OFF = "off"
    ALL = "all"
    ONE = "one"


class PlayOrder:
    """The order of a list that may change at any time.

    Args:
        tracks: Gives the list as it is now, each track once.
        seed: Of the shuffling, None for another one each time.

    Attributes:
        repeat: What happens at the end.
        stop_after_this: Nothing follows the present track; whoever plays resets it.
    """

    def __init__(self, tracks: Callable[[], Iterable[Track]], seed: int | None = None) -> None:
        self._tracks = tracks
        self._random = random.Random(seed)  # noqa: S311 — no secret
        self._lined_up: list[Track] = []
        self._shuffled: list[Track] | None = None
        self.repeat = Repeat.OFF
        self.stop_after_this = False

    @property
    def shuffle(self) -> bool:
        """Whether tracks come in a random order, each once."""
        return self._shuffled is not None

    @shuffle.setter
    def shuffle(self, on: bool) -> None:
        self._shuffled = [] if on else None

    def holds(self, track: Track) -> bool:
        """Whether a track is on the list."""
        return track in set(self._tracks())

    def relocate(self, places: Mapping[Track, Track]) -> None:
        """Files lie elsewhere now; what is lined up and shuffled stays so."""
        self._lined_up = [places.get(each, each) for each in self._lined_up]
        if self._shuffled is not None:
            self._shuffled = [places.get(each, each) for each in self._shuffled]

    def line_up(self, tracks: Iterable[Track]) -> None:
        """Play these next, before all that was lined up earlier."""
        self._lined_up[:0] = tracks

    def following(self, track: Track | None, ahead: Sequence[Track] = ()) -> Track | None:
        """The track to be played after this one ends by itself, None at the end.

        Args:
            track: The last one that is known to be played.
            ahead: Those that are going to be heard up to it, after the present one.
        """
        if self.stop_after_this:
            return None
        if self.repeat is Repeat.ONE and track is not None:
            return track
        return self._next(track, ahead)

    def agrees(self, heard: Track, ahead: Sequence[Track]) -> bool:
        """Whether these would follow the track that is heard, as the order is now."""
        for place, track in enumerate(ahead):
            before = ahead[place - 1] if place else heard
            if self.following(before, ahead[:place]) != track:
                return False
        return True

    def next(self, track: Track | None) -> Track | None:
        """The track that follows this one where the user asks for the next."""
        return self._next(track, ())

    def previous(self, track: Track | None) -> Track | None:
        """The track before this one, None at the beginning."""
        return self._beside(self._order(track), track, -1)

    def began(self, track: Track) -> None:
        """A track is being played; it is lined up no more."""
        if track in self._lined_up:
            del self._lined_up[: self._lined_up.index(track) + 1]

    def _next(self, track: Track | None, ahead: Sequence[Track]) -> Track | None:
        order = self._order(track)
        known = set(order)
        lined_up = list(self._lined_up)
        for each in ahead:
            if each in lined_up:
                del lined_up[: lined_up.index(each) + 1]
        for each in lined_up:
            if each in known:
                return each
        return self._beside(order, track, 1)

    def _order(self, track: Track | None) -> list[Track]:
        tracks = list(self._tracks())
        if self._shuffled is None:
            return tracks
        present, known = set(tracks), set(self._shuffled)
        kept = [each for each in self._shuffled if each in present]
        new = [each for each in tracks if each not in known]
        self._random.shuffle(new)
        if not kept and track in new:  # what is playing comes first
            new.remove(track)
            new.insert(0, track)
        self._shuffled = kept + new
        return self._shuffled

    def _beside(self, order: list[Track], track: Track | None, step: int) -> Track | None:
        if not order:
            return None
        if track not in order:
            return order[0 if step > 0 else -1]
        place = order.index(track) + step
        if 0 <= place < len(order):
            return order[place]
        return order[place % len(order)] if self.repeat is Repeat.ALL else None

"""Which track is played after which: in order, shuffled, repeated, or as the user lined them up."""

import random
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Final, Protocol

from genre_desktop.core.track import Track

# Blind draws from the list before what was not drawn yet is gathered: then little is left.
_DRAWS: Final = 50


class Repeat(Enum):
    """What happens at the end."""

    OFF = "off"
    ALL = "all"
    ONE = "one"


class Tracks(Protocol):
    """The list as it is now, each track once; a `list` will do where it is short."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: int, /) -> Track: ...

    def index(self, track: Track, /) -> int:
        """The place of a track; raises ValueError where it is not listed."""


class PlayOrder:
    """The order of a list that may change at any time, and may be long.

    A shuffled track is drawn when it is needed: so tracks that came in meanwhile take part, one
    that the user chooses is in its place from then on, and what was drawn to follow and was passed
    over is drawn again later.

    Args:
        tracks: The list.
        seed: Of the shuffling, None for another one each time.

    Attributes:
        repeat: What happens at the end.
        stop_after_this: Nothing follows the present track; whoever plays resets it.
    """

    def __init__(self, tracks: Tracks, seed: int | None = None) -> None:
        self._tracks = tracks
        self._random = random.Random(seed)  # noqa: S311 — no secret
        self._lined_up: list[Track] = []
        self._drawn: dict[Track, int] | None = None  # each with its place in the drawn order
        self._in_drawn_order: list[Track] = []
        self._last_begun: Track | None = None
        self._begun: set[Track] = set()  # since tracks are shuffled, and the one that was playing
        self.repeat = Repeat.OFF
        self.stop_after_this = False

    @property
    def shuffle(self) -> bool:
        """Whether tracks come in a random order, each once."""
        return self._drawn is not None

    @shuffle.setter
    def shuffle(self, on: bool) -> None:
        self._drawn = {} if on else None
        self._in_drawn_order = []
        self._begun = set() if self._last_begun is None else {self._last_begun}

    def holds(self, track: Track) -> bool:
        """Whether a track is on the list."""
        return self._place(track) is not None

    def relocate(self, places: Mapping[Track, Track]) -> None:
        """Files lie elsewhere now; what is lined up and shuffled stays so."""
        self._lined_up = [places.get(each, each) for each in self._lined_up]
        self._in_drawn_order = [places.get(each, each) for each in self._in_drawn_order]
        self._begun = {places.get(each, each) for each in self._begun}
        if self._last_begun is not None:
            self._last_begun = places.get(self._last_begun, self._last_begun)
        if self._drawn is not None:
            self._drawn = {each: place for place, each in enumerate(self._in_drawn_order)}

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
        return self._beside(track, -1)

    def began(self, track: Track) -> None:
        """A track is being played; it is lined up no more."""
        if track in self._lined_up:
            del self._lined_up[: self._lined_up.index(track) + 1]
        self._last_begun = track
        if self._drawn is not None:
            self._begun.add(track)
            self._give_back_before(self._drawn, track)

    def _give_back_before(self, drawn: dict[Track, int], track: Track) -> None:
        """What was drawn to follow what played before, and did not, may be drawn again."""
        if track not in drawn:
            self._take(drawn, track)
        order, end = self._in_drawn_order, drawn[track]
        start = end
        while start and order[start - 1] not in self._begun:
            start -= 1
        for each in order[start:end]:
            del drawn[each]
        del order[start:end]
        if start < end:
            drawn |= {each: place for place, each in enumerate(order[start:], start)}

    def _next(self, track: Track | None, ahead: Sequence[Track]) -> Track | None:
        lined_up = list(self._lined_up)
        for each in ahead:
            if each in lined_up:
                del lined_up[: lined_up.index(each) + 1]
        for each in lined_up:
            if self.holds(each):
                return each
        return self._beside(track, 1)

    def _beside(self, track: Track | None, step: int) -> Track | None:
        count = len(self._tracks)
        if not count:
            return None
        if self._drawn is not None:
            return self._drawn_beside(self._drawn, track, step)
        place = self._place(track)
        if place is None:
            return self._tracks[0 if step > 0 else count - 1]
        place += step
        if 0 <= place < count or self.repeat is Repeat.ALL:
            return self._tracks[place % count]
        return None

    def _drawn_beside(
        self, drawn: dict[Track, int], track: Track | None, step: int
    ) -> Track | None:
        """The track drawn before or after this one, which is taken as drawn last if it was not."""
        if track is not None and track not in drawn and self.holds(track):
            self._take(drawn, track)
        order, beyond = self._in_drawn_order, -1 if step > 0 else len(self._in_drawn_order)
        place = beyond if track is None else drawn.get(track, beyond)
        around = order[place + 1 :] if step > 0 else reversed(order[:place])
        found = next(filter(self.holds, around), None)
        if found is None and step > 0:
            found = self._draw(drawn)
        if found is None and self.repeat is Repeat.ALL:
            return next(filter(self.holds, order if step > 0 else reversed(order)), None)
        return found

    def _draw(self, drawn: dict[Track, int]) -> Track | None:
        """A track that was not drawn yet, None where all were."""
        tracks, count = self._tracks, len(self._tracks)
        for _ in range(_DRAWS):
            found = tracks[self._random.randrange(count)]
            if found not in drawn:
                self._take(drawn, found)
                return found
        rest = [each for place in range(count) if (each := tracks[place]) not in drawn]
        self._random.shuffle(rest)
        for each in rest:
            self._take(drawn, each)
        return rest[0] if rest else None

    def _take(self, drawn: dict[Track, int], track: Track) -> None:
        drawn[track] = len(self._in_drawn_order)
        self._in_drawn_order.append(track)

    def _place(self, track: Track | None) -> int | None:
        try:
            return None if track is None else self._tracks.index(track)
        except ValueError:
            return None

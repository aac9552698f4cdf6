"""From a place in the stream to the moment of a track: what the sound process told so far."""

from typing import NamedTuple

from genre_desktop.core.track import Track
from genre_desktop.services.player.clock import Clock
from genre_desktop.services.player.messages import Began, Decoded


class Moment(NamedTuple):
    """What is heard at an instant.

    Attributes:
        track: None where nothing is.
        seconds: From the start of the track.
        length_seconds: Of the track as its header states it, None where it states none.
        decoded: Place among all decoded samples, counted at the file's own rate; −1 while nothing
            of it has been decoded.
        rate: Samples a second in the file; 0 while unknown.
        piece: Number of the piece, 0 while unknown; a track that comes again has another.
    """

    track: Track | None = None
    seconds: float = 0.0
    length_seconds: float | None = None
    decoded: float = -1.0
    rate: int = 0
    piece: int = 0


class Passage:
    """Remembers which piece began where, for as long as it may still be heard."""

    def __init__(self) -> None:
        self._began: list[tuple[Began, Track]] = []
        self._ends: dict[int, int] = {}

    def begin(self, began: Began, track: Track) -> None:
        """A piece's samples start here; what another stretch held is over."""
        if self._began and self._began[-1][0].stretch != began.stretch:
            self.clear()
        self._began.append((began, track))

    def end(self, decoded: Decoded) -> None:
        """No further samples of a piece will come."""
        self._ends[decoded.number] = decoded.played

    def holds(self, number: int) -> bool:
        """Whether a piece of this number began, and may still be heard."""
        return any(began.number == number for began, _ in self._began)

    def clear(self) -> None:
        """Forget everything."""
        self._began.clear()
        self._ends.clear()

    @property
    def last_began(self) -> Began | None:
        """Where the track that was begun last lies."""
        return self._began[-1][0] if self._began else None

    @property
    def decoding(self) -> Track | None:
        """The track that was begun last."""
        return self._began[-1][1] if self._began else None

    def decoded_now(self, following: Track | None) -> Track | None:
        """The track that is being decoded: where the last one is, to its end, what follows it."""
        if self._began and self._began[-1][0].number not in self._ends:
            return self._began[-1][1]
        return following

    def moment(self, clock: Clock, now_ns: int) -> Moment | None:
        """What is heard at an instant; None where that is not known yet."""
        place = clock.heard(now_ns)
        for began, track in reversed(self._began):
            if began.stretch == clock.stretch and began.played <= place:
                passed = (place - began.played) / clock.rate
                return Moment(
                    track,
                    began.seconds + passed,
                    began.length_seconds,
                    began.decoded + passed * began.rate,
                    began.rate,
                    began.number,
                )
        return None

    def ahead(self, clock: Clock, now_ns: int) -> list[Track]:
        """The tracks that were begun after the one that is heard at an instant, in order."""
        place = clock.heard(now_ns)
        heard = sum(
            began.stretch == clock.stretch and began.played <= place for began, _ in self._began
        )
        return [track for _, track in self._began[max(1, heard) :]]

    def is_over(self, clock: Clock, now_ns: int) -> bool:
        """Whether the last sample of the last piece has been heard."""
        if not self._began:
            return False
        last = self._began[-1][0]
        end = self._ends.get(last.number)
        is_current = clock.stretch == last.stretch
        return end is not None and is_current and clock.heard(now_ns) >= end

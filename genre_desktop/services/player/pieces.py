"""Numbers what is asked of the sound process, so that what it tells is known to be of a track."""

from itertools import count

from genre_desktop.core.track import Track
from genre_desktop.services.player.messages import Piece


class Pieces:
    """The pieces that the sound process may still tell of."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._tracks: dict[int, Track] = {}

    def __contains__(self, number: int) -> bool:
        return number in self._tracks

    def new(self, track: Track, seconds: float, *, even_loudness: bool) -> Piece:
        """A piece to be asked for, from a moment of its track on."""
        number = next(self._numbers)
        self._tracks[number] = track
        return Piece(number, track.path, track.span, seconds, even_loudness)

    def begin(self, number: int) -> Track | None:
        """The track of a piece that has begun, None for a stale one; earlier ones are over."""
        track = self._tracks.get(number)
        if track is not None:
            self._tracks = {n: each for n, each in self._tracks.items() if n >= number}
        return track

    def refuse(self, number: int) -> Track | None:
        """The track of a piece that cannot be played, None for a stale one; it is over."""
        return self._tracks.pop(number, None)

    def clear(self) -> None:
        """What would still be told is of no interest."""
        self._tracks.clear()

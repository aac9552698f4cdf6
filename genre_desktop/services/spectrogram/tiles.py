"""A track's spectrum in tiles: the whole of it at any zoom, as much as is looked at."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from genre_desktop.core.spectrum_part import (
    Part,
    TrackExtent,
    be_ready,
    part_spectrum,
    track_extent,
)
from genre_desktop.core.track import Track
from genre_desktop.core.track_spectrum import Look, TrackSpectrum
from genre_desktop.services.spectrogram.measuring import Measuring, Rank, Wish

COLUMNS: Final = 256
_MOST_BYTES: Final = 160 << 20
_LONG_SECONDS: Final = 100.0  # decoding so much must not hold up a look at a moment
_REST_MILLISECONDS: Final = 5_000  # then what measured a long track needs no memory either


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a track; each level halves the width of the tiles.

    Attributes:
        level: A tile of level 0 is a second wide, one of level 3 an eighth, of level −3 eight.
        number: Counted from the start of the track.
    """

    level: int
    number: int

    @property
    def seconds(self) -> float:
        """How wide it is."""
        return 2.0**-self.level

    @property
    def first_seconds(self) -> float:
        """Where it begins."""
        return self.number * self.seconds

    @property
    def part(self) -> Part:
        """What of the track it shows."""
        return Part(self.first_seconds, self.seconds, COLUMNS)


def level_for(seconds_per_pixel: float) -> int:
    """The coarsest level whose columns are no wider than a pixel."""
    return math.ceil(-math.log2(COLUMNS * seconds_per_pixel))


def tiles_between(level: int, first: float, last: float) -> list[Tile]:
    """The tiles of a level that show anything from one second to another, from left to right."""
    width = 2.0**-level
    start, end = math.floor(max(0.0, first) / width), math.ceil(last / width)
    return [Tile(level, number) for number in range(start, end)]


class Tiles(QObject):
    """Those of one track, looked at in one way; the ones seen last are kept.

    Signals:
        extent_found: The `TrackExtent` of the track.
        measured: A `Tile` whose spectrum is there now.
        failed: A sentence, once for a track.
        busy_changed: Whether something that is on show is being measured.
    """

    extent_found = Signal(object)
    measured = Signal(object)
    failed = Signal(str)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quick = Measuring(self)
        self._long = Measuring(self, rest_milliseconds=_REST_MILLISECONDS)
        self._track: Track | None = None
        self._look: Look | None = None
        self._kept: OrderedDict[Tile, TrackSpectrum] = OrderedDict()
        self._asked: dict[Tile, Wish] = {}
        self._has_failed = False
        self._is_busy = False
        self._extent: Wish | None = None

    @property
    def track(self) -> Track | None:
        """What is looked at."""
        return self._track

    def look_at(self, track: Track | None, look: Look) -> None:
        """Look at another track, or in another way; None for nothing."""
        if (track, look) == (self._track, self._look):
            return
        is_another = track != self._track
        self._track, self._look = track, look
        self._has_failed = False
        self._kept.clear()
        self.want([], [])
        if is_another:
            self._ask_for_extent()

    def want(self, on_show: list[Tile], beside: list[Tile]) -> None:
        """Measure these tiles, and nothing else that was wanted before."""
        wanted = dict.fromkeys(on_show, Rank.ON_SHOW)
        wanted |= {tile: Rank.BESIDE for tile in beside if tile not in wanted}
        for tile, wish in list(self._asked.items()):
            if tile not in wanted:
                self._measuring_of(tile).drop(wish)
                del self._asked[tile]
        for tile, rank in wanted.items():
            if tile in self._kept:
                self._kept.move_to_end(tile)
            elif tile in self._asked:
                self._asked[tile].rank = rank
            else:
                self._ask_for(tile, rank)
        self._tell_busy()

    def spectrum(self, tile: Tile) -> TrackSpectrum | None:
        """What was measured of a tile."""
        return self._kept.get(tile)

    def ask(self, wish: Wish, *, is_long: bool = False) -> None:
        """Measure something else, before any tile; what takes long, beside them."""
        (self._long if is_long else self._quick).ask(wish)

    @Slot()
    def warm(self) -> None:
        """Start the process, so that the first look at something need not wait for it."""
        self._quick.ask(Wish("", be_ready, (), _ignore, _ignore, Rank.BESIDE))

    def process_ids(self) -> tuple[int, ...]:
        """The processes that are running now."""
        return self._quick.process_ids() + self._long.process_ids()

    def close(self) -> None:
        """End every thread and process."""
        self._quick.close()
        self._long.close()

    def _ask_for_extent(self) -> None:
        if self._extent is not None:
            self._extent.is_dropped = True
        track = self._track
        if track is not None:
            self._extent = self._wish(track_extent, (track.path, track.span), self._take_extent)
            self._quick.ask(self._extent)

    def _ask_for(self, tile: Tile, rank: Rank) -> None:
        if self._track is None or self._has_failed:
            return
        arguments = (self._track.path, self._track.span, self._look, tile.part)
        wish = self._wish(part_spectrum, arguments, lambda found: self._take(tile, found))
        wish.rank = rank
        self._asked[tile] = wish
        self._measuring_of(tile).ask(wish)

    def _measuring_of(self, tile: Tile) -> Measuring:
        return self._long if tile.seconds > _LONG_SECONDS else self._quick

    def _wish(
        self, work: Callable[..., object], arguments: tuple[object, ...],
        done: Callable[[object], None],
    ) -> Wish:  # fmt: skip
        assert self._track is not None
        return Wish(self._track.path.name, work, arguments, done, self._fail, Rank.ASKED_FOR)

    def _take_extent(self, found: object) -> None:
        assert isinstance(found, TrackExtent)
        self.extent_found.emit(found)

    def _take(self, tile: Tile, found: object) -> None:
        assert isinstance(found, TrackSpectrum)
        self._asked.pop(tile, None)
        self._kept[tile] = found
        self._forget_oldest()
        self.measured.emit(tile)
        self._tell_busy()

    def _fail(self, sentence: str) -> None:
        is_news, self._has_failed = not self._has_failed, True
        self.want([], [])
        if is_news:
            self.failed.emit(sentence)

    def _forget_oldest(self) -> None:
        kept = sum(spectrum.levels.nbytes for spectrum in self._kept.values())
        while kept > _MOST_BYTES and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            kept -= oldest.levels.nbytes

    def _tell_busy(self) -> None:
        is_busy = any(wish.rank is not Rank.BESIDE for wish in self._asked.values())
        if is_busy != self._is_busy:
            self._is_busy = is_busy
            self.busy_changed.emit(is_busy)


def _ignore(_answer: object) -> None:
    """Nobody waits for it."""

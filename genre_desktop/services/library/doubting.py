"""Finds the most doubtful of many rows of the library, in a thread that only reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.core.track import AudioKey
from genre_desktop.services.library.lanes import Corrections, OwnLibrary
from genre_desktop.services.library.row_reading import ROWS_AT_ONCE, RowReading
from genre_desktop.services.right_of_way import give_way

if TYPE_CHECKING:  # too heavy before the first paint
    from genre_desktop.core.doubts import Doubt
    from genre_desktop.core.library_view import LibraryView
    from genre_desktop.core.track import Listing

MOST: Final = 1_000  # more than anybody answers in one go


@dataclass(slots=True)
class _Looking:
    """How far a search has come.

    Attributes:
        asked: Its number.
        numbers: The rows that are wanted.
        perhaps: Those that may be doubtful: how much at most, and their numbers.
        own: The user's words.
        doubts: The most doubtful so far, with their numbers.
        known: Sounds that were found doubtful, each once.
    """

    asked: int
    numbers: Sequence[int]
    own: Corrections
    perhaps: Sequence[tuple[float, int]] = ()
    doubts: list[tuple[Doubt, int]] = field(default_factory=list)
    known: set[AudioKey] = field(default_factory=set)

    def take(self, number: int, listing: Listing) -> None:
        """Note a row where it is doubtful, and drop the least doubtful where they are many."""
        from genre_desktop.core.corrected import key_of
        from genre_desktop.core.doubts import doubt_of

        doubt, key = doubt_of(listing), key_of(listing.outcome)
        if doubt is not None and key is not None and key not in self.known:
            self.known.add(key)
            self.doubts.append((doubt, number))
            if len(self.doubts) > 2 * MOST:
                self.doubts = self.most()

    def is_done(self, place: int) -> bool:
        """Whether none from this place on is one of the most doubtful."""
        if place >= len(self.perhaps):
            return True
        most = self.most()
        return len(most) == MOST and most[-1][0].weight < self.perhaps[place][0]

    def most(self) -> list[tuple[Doubt, int]]:
        """The most doubtful, in order."""
        return sorted(self.doubts)[:MOST]


class Doubting(RowReading):
    """Looks through some rows in each turn; a search that nobody waits for any more is given up.

    Signals:
        looked: How many rows were looked through, and of how many.
        found: A tuple of pairs of a `Listing` with its timeline and its `Doubt`, the most doubtful
            first, `MOST` at most; and whether there are no others.
    """

    looked = Signal(int, int)
    found = Signal(tuple, bool)
    _looked = Signal(int, int, int)
    _doubted = Signal(int, tuple, bool)

    def __init__(self, library: OwnLibrary, parent: QObject | None = None) -> None:
        super().__init__(library, parent)
        self._asked = 0
        self._looked.connect(self._tell_looked, Qt.ConnectionType.QueuedConnection)
        self._doubted.connect(self._tell_found, Qt.ConnectionType.QueuedConnection)

    def look(self, numbers: Sequence[int]) -> None:
        """Find what is doubtful among rows."""
        self._asked += 1
        looking = _Looking(self._asked, tuple(numbers), dict(self._corrections()))
        self._do(lambda opened: self._begin(opened, looking))

    def stop(self) -> None:
        """Nobody waits any more."""
        self._asked += 1

    def close(self) -> None:
        self.stop()
        super().close()

    # In the lane's thread

    def _begin(self, opened: LibraryView, looking: _Looking) -> None:
        looking.perhaps = opened.perhaps_doubtful(looking.numbers)
        self._look_on(opened, looking, 0)

    def _look_on(self, opened: LibraryView, looking: _Looking, start: int) -> None:
        give_way()
        if looking.asked != self._asked:
            return
        chunk = [number for _, number in looking.perhaps[start : start + ROWS_AT_ONCE]]
        read = self._found(opened, chunk, looking.own)
        for number in chunk:
            if number in read:
                looking.take(number, read[number])
        end = start + len(chunk)
        self._looked.emit(looking.asked, end, len(looking.perhaps))
        if looking.is_done(end):
            is_all = end == len(looking.perhaps) and len(looking.known) <= MOST
            self._do(lambda again: self._read_most(again, looking, is_all=is_all))
        else:
            self._do(lambda again: self._look_on(again, looking, end))

    def _read_most(self, opened: LibraryView, looking: _Looking, *, is_all: bool) -> None:
        most, found = looking.most(), []
        for start in range(0, len(most), ROWS_AT_ONCE):
            give_way()
            chunk = most[start : start + ROWS_AT_ONCE]
            numbers = [number for _, number in chunk]
            read = self._found(opened, numbers, looking.own, with_details=True)
            found += [(read[number], doubt) for doubt, number in chunk if number in read]
        self._doubted.emit(looking.asked, tuple(found), is_all)

    # In the window's thread

    def _tell_looked(self, asked: int, done: int, of_all: int) -> None:
        if asked == self._asked:
            self.looked.emit(done, of_all)

    def _tell_found(self, asked: int, found: tuple[object, ...], is_all: bool) -> None:
        if asked == self._asked:
            self.found.emit(found, is_all)

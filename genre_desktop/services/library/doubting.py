"""Finds the most doubtful of many rows of the library, in a thread that only reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.core.track import AudioKey
from genre_desktop.services.library.lanes import Corrections, OwnLibrary
from genre_desktop.services.library.row_reading import ROWS_AT_ONCE, RowReading
from genre_desktop.services.right_of_way import give_way

if TYPE_CHECKING:  # too heavy before the first paint
    from genre_desktop.core.doubts import Doubt
    from genre_desktop.core.library_view import LibraryView
    from genre_desktop.core.track import Listing

MOST: Final = 200  # more than anybody answers in one go


@dataclass(slots=True)
class _Looking:
    """How far a search has come.

    Attributes:
        asked: Its number.
        numbers: The rows that are wanted.
        own: The user's words.
        doubtful: Those that were doubtful when they were listed, the most doubtful first.
        doubts: What was read of them, as far as it is doubtful still.
        known: Their sounds, each once.
        passed: How many were read that are not asked for.
    """

    asked: int
    numbers: Sequence[int]
    own: Corrections
    doubtful: Sequence[int] = ()
    doubts: list[tuple[Listing, Doubt]] = field(default_factory=list)
    known: set[AudioKey] = field(default_factory=set)
    passed: int = 0

    def take(self, listing: Listing | None) -> None:
        """Note a row where it is doubtful, and its sound was not met before."""
        from genre_desktop.core.corrected import key_of
        from genre_desktop.core.doubts import doubt_of

        doubt = doubt_of(listing) if listing is not None else None
        key = key_of(listing.outcome) if listing is not None else None
        if listing is None or doubt is None or key is None or key in self.known:
            self.passed += 1
        else:
            self.known.add(key)
            self.doubts.append((listing, doubt))

    def is_done(self, place: int) -> bool:
        """Whether enough is known when those before this place were read."""
        return place >= len(self.doubtful) or len(self.doubts) >= MOST

    def most(self) -> tuple[tuple[Listing, Doubt], ...]:
        """The most doubtful, in order."""
        return tuple(sorted(self.doubts, key=lambda pair: pair[1])[:MOST])

    def count(self) -> int:
        """How many are doubtful, those that were not read yet included."""
        return len(self.doubtful) - self.passed


class Doubting(RowReading):
    """Reads the most doubtful in turns; a search that nobody waits for any more is given up.

    Signals:
        found: A tuple of pairs of a `Listing` with its timeline and its `Doubt`, the most doubtful
            first, `MOST` at most; and how many are doubtful.
    """

    found = Signal(tuple, int)
    _doubted = Signal(int, tuple, int)

    def __init__(self, library: OwnLibrary, parent: QObject | None = None) -> None:
        super().__init__(library, parent)
        self._asked = 0
        self._doubted.connect(self._tell_found, Qt.ConnectionType.QueuedConnection)

    def look(self, numbers: Sequence[int]) -> None:
        """Find what is doubtful among rows."""
        self._asked += 1
        looking = _Looking(self._asked, numbers, dict(self._corrections()))
        self._do(lambda opened: self._begin(opened, looking))

    def stop(self) -> None:
        """Nobody waits any more."""
        self._asked += 1

    def close(self) -> None:
        self.stop()
        super().close()

    # In the lane's thread

    def _begin(self, opened: LibraryView, looking: _Looking) -> None:
        looking.doubtful = opened.most_doubtful(looking.numbers)
        self._look_on(opened, looking, 0)

    def _look_on(self, opened: LibraryView, looking: _Looking, start: int) -> None:
        give_way()
        if looking.asked != self._asked:
            return
        chunk = looking.doubtful[start : start + ROWS_AT_ONCE]
        read = self._found(opened, chunk, looking.own, with_details=True)
        for number in chunk:
            looking.take(read.get(number))
        end = start + len(chunk)
        if looking.is_done(end):
            self._doubted.emit(looking.asked, looking.most(), looking.count())
        else:
            self._do(lambda again: self._look_on(again, looking, end))

    # In the window's thread

    @Slot(int, tuple, int)
    def _tell_found(self, asked: int, found: tuple[object, ...], count: int) -> None:
        if asked == self._asked:
            self.found.emit(found, count)

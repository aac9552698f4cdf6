"""Reads the contents of rows of the library, in a thread that only reads."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.core.track import Listing
from genre_desktop.services.library.lanes import Corrections, OpenLibraryLane, OwnLibrary
from genre_desktop.services.library.titles import Titles
from genre_desktop.services.right_of_way import give_way

if TYPE_CHECKING:  # too heavy before the first paint
    from genre_desktop.core.library_view import LibraryView

ROWS_AT_ONCE: Final = 64
_CACHE_KIB = 4 * 1024


@dataclass(slots=True)
class _Wish:
    """Rows that are gathered, as far as they are read."""

    number: int
    rows: tuple[int, ...]
    own: Corrections
    start: int = 0
    gathered: list[Listing] = field(default_factory=list)


class RowReading(OpenLibraryLane["LibraryView"]):
    """Reads rows in the order in which they are asked for, and meanwhile those to be shown.

    Signals:
        rows_read: A dictionary: number of a row → `Listing`.
        listings_read: The number of a wish, and a tuple of `Listing`s.
    """

    rows_read = Signal(object)
    listings_read = Signal(int, tuple)
    _rows = Signal(object)
    _listings = Signal(int, tuple)

    def __init__(self, library: OwnLibrary, parent: QObject | None = None) -> None:
        super().__init__("reading rows of the library", library, self._open_view, parent)
        self._titles = Titles()
        self._wishes = 0
        self._gathering: deque[_Wish] = deque()  # the lane's thread's
        self._rows.connect(self.rows_read, Qt.ConnectionType.QueuedConnection)
        self._listings.connect(self.listings_read, Qt.ConnectionType.QueuedConnection)

    def read(self, numbers: Sequence[int], *, with_details: bool = False) -> None:
        """Read rows, with their timelines where these are wanted."""
        wanted, own = tuple(numbers), self._corrections()
        self._do(
            lambda opened: self._rows.emit(
                self._found(opened, wanted, own, with_details=with_details)
            )
        )

    def gather(self, numbers: Sequence[int]) -> int:
        """Read rows to do something with them; returns the number of the wish."""
        self._wishes += 1
        wish = _Wish(self._wishes, tuple(numbers), self._corrections())
        self._do(lambda _: self._take_up(wish))
        return self._wishes

    def close(self) -> None:
        """End the thread."""
        self._titles.close()
        self._end()

    # In the lane's thread

    def _open_view(self) -> LibraryView:
        from genre_desktop.core.library_view import LibraryView

        return LibraryView(self._file, cache_kib=_CACHE_KIB)

    def _let_go(self) -> None:
        self._gathering.clear()
        super()._let_go()

    def _take_up(self, wish: _Wish) -> None:
        self._gathering.append(wish)
        self._do(self._gather_on)

    def _gather_on(self, opened: LibraryView) -> None:
        """Read some rows of the first wish, then the next after what was asked for meanwhile."""
        if not self._gathering:
            return
        give_way()
        wish = self._gathering[0]
        chunk = wish.rows[wish.start : wish.start + ROWS_AT_ONCE]
        found = self._found(opened, chunk, wish.own)
        wish.gathered.extend(found[number] for number in chunk if number in found)
        wish.start += ROWS_AT_ONCE
        if wish.start < len(wish.rows):
            self._do(self._gather_on)
        else:
            self._gathering.popleft()
            self._listings.emit(wish.number, tuple(wish.gathered))

    def _found(
        self,
        opened: LibraryView,
        numbers: Sequence[int],
        own: Corrections,
        *,
        with_details: bool = False,
    ) -> dict[int, Listing]:
        """Rows with the user's word on them, and with the note that a file is gone."""
        from genre_desktop.core.corrected import corrected
        from genre_desktop.core.exporting.gathering import without_file
        from genre_desktop.core.part_tags import said_of_part

        found = {}
        for number, (latest, is_gone) in opened.rows(numbers, with_details=with_details).items():
            named = replace(latest, outcome=self._titles.named(latest.outcome))
            outcome = corrected(named.outcome, own)
            shown = without_file(outcome) if is_gone else outcome
            said = said_of_part(named.outcome.track)
            found[number] = named.listing(said)._replace(outcome=shown)
        return found

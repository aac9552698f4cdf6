"""Looks through the library for the window, in a thread that only reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.core.track import Listing
from genre_desktop.services.library.lanes import Corrections, OpenLibraryLane, OwnLibrary
from genre_desktop.services.library.titles import Titles
from genre_desktop.services.right_of_way import give_way

if TYPE_CHECKING:  # too heavy before the first paint
    from genre_desktop.core.library_facets import View
    from genre_desktop.core.library_view import LibraryView

ROWS_AT_ONCE = 64


class Browsing(OpenLibraryLane["LibraryView"]):
    """Answers about the listed rows; an answer to an older question is not given any more.

    Signals:
        numbers_found: An array of the numbers of the rows of the view, in order.
        groups_found: A tuple of the `Group`s of the view's facet.
        rows_read: A dictionary: number of a row → `Listing`.
        listings_read: The number of a wish, and a tuple of `Listing`s.
        changed_elsewhere: Something has changed the library since it was asked last.
    """

    numbers_found = Signal(object)
    groups_found = Signal(tuple)
    rows_read = Signal(object)
    listings_read = Signal(int, tuple)
    changed_elsewhere = Signal()
    _numbers = Signal(int, object)
    _groups = Signal(int, tuple)
    _rows = Signal(object)
    _listings = Signal(int, tuple)
    _changed = Signal()

    def __init__(self, library: OwnLibrary, parent: QObject | None = None) -> None:
        super().__init__("looking through the library", library, self._open_view, parent)
        self._titles = Titles()
        self._seen_version = 0
        self._asked = 0
        self._wishes = 0
        queued = Qt.ConnectionType.QueuedConnection
        self._numbers.connect(self._give_numbers, queued)
        self._groups.connect(self._give_groups, queued)
        self._rows.connect(self.rows_read, queued)
        self._listings.connect(self.listings_read, queued)
        self._changed.connect(self.changed_elsewhere, queued)

    def show(self, view: View) -> None:
        """Find which rows are wanted, and the groups they are counted by."""
        self._asked += 1
        asked = self._asked
        self._do(lambda opened: self._find(opened, view, asked))

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
        wish, wanted, own = self._wishes, tuple(numbers), self._corrections()
        self._do(lambda opened: self._gather(opened, wish, wanted, own))
        return wish

    def look_for_changes(self) -> None:
        """Tell where the library is another one than when it was asked last."""
        self._do(self._compare)

    def close(self) -> None:
        """End the thread."""
        self._titles.close()
        self._end()

    # In the lane's thread

    def _open_view(self) -> LibraryView:
        from genre_desktop.core.library_view import LibraryView

        opened = LibraryView(self._file)
        self._seen_version = opened.version()
        return opened

    def _find(self, opened: LibraryView, view: View, asked: int) -> None:
        if asked != self._asked:
            return
        self._numbers.emit(asked, opened.numbers(view))
        if asked == self._asked:
            self._groups.emit(asked, tuple(opened.groups(view)))

    def _gather(
        self, opened: LibraryView, wish: int, numbers: tuple[int, ...], own: Corrections
    ) -> None:
        gathered: list[Listing] = []
        for start in range(0, len(numbers), ROWS_AT_ONCE):
            if self._lane.stopping:
                return
            give_way()
            chunk = numbers[start : start + ROWS_AT_ONCE]
            found = self._found(opened, chunk, own)
            gathered += [found[number] for number in chunk if number in found]
        self._listings.emit(wish, tuple(gathered))

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

        found = {}
        for number, (latest, is_gone) in opened.rows(numbers, with_details=with_details).items():
            named = replace(latest, outcome=self._titles.named(latest.outcome))
            outcome = corrected(named.outcome, own)
            shown = without_file(outcome) if is_gone else outcome
            found[number] = replace(named.listing, outcome=shown)
        return found

    def _compare(self, opened: LibraryView) -> None:
        version = opened.version()
        if self._seen_version != version:
            self._changed.emit()
        self._seen_version = version

    # In the window's thread

    def _give_numbers(self, asked: int, numbers: object) -> None:
        if asked == self._asked:
            self.numbers_found.emit(numbers)

    def _give_groups(self, asked: int, groups: tuple[object, ...]) -> None:
        if asked == self._asked:
            self.groups_found.emit(groups)

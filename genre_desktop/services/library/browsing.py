"""Looks through the library for the window, in threads that only read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.services.library.lanes import OpenLibraryLane, OwnLibrary
from genre_desktop.services.library.row_reading import RowReading

if TYPE_CHECKING:  # too heavy before the first paint
    from genre_desktop.core.library_facets import View
    from genre_desktop.core.library_view import LibraryView

FIRST_ROWS: Final = 256  # more than a screen has


class Browsing(OpenLibraryLane["LibraryView"]):
    """Answers about the listed rows; an answer to an older question is not given any more.

    What rows say is read in a thread of its own, so that those on show need not wait until a long
    list is sorted.

    Signals:
        beginning_found: An array of the first numbers of a view that is another one than before,
            where there are many more; all of them follow.
        numbers_found: An array of the numbers of the rows of the view, in order.
        groups_found: A tuple of the `Group`s of the view's facet.
        rows_read: A dictionary: number of a row → `Listing`.
        listings_read: The number of a wish, and a tuple of `Listing`s.
        changed_elsewhere: Something has changed the library since it was asked last, or it can be
            looked through by now and could not be when it was asked.
    """

    beginning_found = Signal(object)
    numbers_found = Signal(object)
    groups_found = Signal(tuple)
    rows_read = Signal(object)
    listings_read = Signal(int, tuple)
    changed_elsewhere = Signal()
    _beginning = Signal(int, object)
    _numbers = Signal(int, object)
    _groups = Signal(int, tuple)
    _changed = Signal()

    def __init__(self, library: OwnLibrary, parent: QObject | None = None) -> None:
        super().__init__("looking through the library", library, self._open_view, parent)
        self._contents = RowReading(library, self)
        self._contents.rows_read.connect(self.rows_read)
        self._contents.listings_read.connect(self.listings_read)
        self._contents.failed.connect(self.failed)
        self._asked = 0
        self._answered = 0  # in the lane's thread
        self._shown: View | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._beginning.connect(self._give_beginning, queued)
        self._numbers.connect(self._give_numbers, queued)
        self._groups.connect(self._give_groups, queued)
        self._changed.connect(self.changed_elsewhere, queued)

    def show(self, view: View) -> None:
        """Find which rows are wanted, and the groups they are counted by."""
        self._asked += 1
        asked, is_another = self._asked, view != self._shown
        self._shown = view
        self._do(lambda opened: self._find(opened, view, asked, is_another=is_another))

    def read(self, numbers: Sequence[int], *, with_details: bool = False) -> None:
        """Read rows, with their timelines where these are wanted."""
        self._contents.read(numbers, with_details=with_details)

    def gather(self, numbers: Sequence[int]) -> int:
        """Read rows to do something with them; returns the number of the wish."""
        return self._contents.gather(numbers)

    def look_for_changes(self) -> None:
        """Tell where the library is another one than when it was asked last."""
        asked = self._asked
        self._do(lambda opened: self._compare(opened, asked))

    def close(self) -> None:
        """End the threads."""
        self._asked += 1  # what is being looked for is given up
        self._end()
        self._contents.close()

    # In the lane's thread

    def _open_view(self) -> LibraryView:
        from genre_desktop.core.library_view import LibraryView

        return LibraryView(self._file)

    def _find(self, opened: LibraryView, view: View, asked: int, *, is_another: bool) -> None:
        from genre_desktop.core.library_view import NoLongerWantedError

        if asked != self._asked:
            return
        opened.give_up_where(lambda: asked != self._asked)
        try:
            is_all = is_another and self._found_beginning(opened, view, asked)
            if not is_all:
                self._numbers.emit(asked, opened.numbers(view))
            self._groups.emit(asked, tuple(opened.groups(view)))
            self._answered = asked
            if is_another:  # what is typed next is counted without a wait
                opened.prepare(view.facet)
        except NoLongerWantedError:
            return
        finally:
            opened.give_up_where(None)

    def _found_beginning(self, opened: LibraryView, view: View, asked: int) -> bool:
        """Tell the first rows; whether these are all."""
        beginning, is_all = opened.beginning(view, FIRST_ROWS)
        (self._numbers if is_all else self._beginning).emit(asked, beginning)
        return is_all

    def _compare(self, opened: LibraryView, asked: int) -> None:
        """Look for changes; `asked` is the last question that was in the lane before this."""
        # One to which the library could not be opened has had its turn, and got no answer.
        is_unanswered = asked == self._asked != self._answered
        if opened.has_changed() or is_unanswered:
            self._changed.emit()

    # In the window's thread

    @Slot(int, object)
    def _give_beginning(self, asked: int, numbers: object) -> None:
        if asked == self._asked:
            self.beginning_found.emit(numbers)

    @Slot(int, object)
    def _give_numbers(self, asked: int, numbers: object) -> None:
        if asked == self._asked:
            self.numbers_found.emit(numbers)

    @Slot(int, tuple)
    def _give_groups(self, asked: int, groups: tuple[object, ...]) -> None:
        if asked == self._asked:
            self.groups_found.emit(groups)

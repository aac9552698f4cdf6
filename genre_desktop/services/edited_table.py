"""Reads a table that was edited elsewhere, in a thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.core.track import Listing
from genre_desktop.services.library.keeping import FILES_AT_ONCE
from genre_desktop.services.library.lanes import Corrections, LibraryLane, OwnLibrary
from genre_desktop.services.library.titles import Titles
from genre_desktop.services.right_of_way import give_way
from genre_desktop.services.short_pauses import look_for_garbage

if TYPE_CHECKING:  # not before the first paint
    from genre_desktop.core.edited_csv import Edit
    from genre_desktop.core.edited_library import Asked, Beside
    from genre_desktop.core.rules import Rules


class _StoppedError(Exception):
    """The program is closing, and nobody waits for what is being compared."""


class EditedTable(LibraryLane):
    """Compares tables with what list and library say, one after the other.

    Signals:
        found: A tuple of `Edit`s, how many rows are about nothing that was heard, how many say
            otherwise only what the rules say, and a tuple of `LeftOut`s.
        failed: A sentence: why a table is of no use, or why the library was not asked.
    """

    found = Signal(tuple, int, int, tuple)
    _read_one = Signal(tuple, int, int, tuple)

    def __init__(self, library: OwnLibrary, parent: QObject | None = None) -> None:
        super().__init__("edited table", library, parent)
        self._titles = Titles()
        self._read_one.connect(self.found, Qt.ConnectionType.QueuedConnection)
        for over in (self.found, self.failed):
            over.connect(self._look_for_garbage_again)

    def read(self, file: Path, listings: Sequence[Listing], rules: Rules) -> None:
        """Find out what a table says otherwise of these tracks, and of all that was ever heard.

        Args:
            file: The table.
            listings: The tracks of the list.
            rules: Those by which it may have been exported.
        """
        known, own = tuple(listings), dict(self._corrections())
        look_for_garbage(wanted=False)  # a look at hundreds of thousands of new rows takes 60 ms
        self._lane.do(lambda: self._read(file, known, own, rules))

    def close(self) -> None:
        """Drop what waits and end the thread."""
        self._lane.stop()
        self._titles.close()
        self._lane.close()

    @Slot()
    def _look_for_garbage_again(self) -> None:
        look_for_garbage(wanted=True)

    # In the lane's thread

    def _read(
        self, file: Path, listed: tuple[Listing, ...], own: Corrections, rules: Rules
    ) -> None:
        from genre_desktop.core.edited_csv import edits_of
        from genre_desktop.core.edited_library import Asked, Beside
        from genre_desktop.core.edited_rows import CsvRefused, edited_rows

        try:
            table = edited_rows(file, self._rest)
            beside = Beside(table, listed, with_albums=rules.one_genre_per_album)
            asked = self._of_library(beside, own) or Asked(table, [])
            known = (*listed, *asked.known)
            edits, unknown, as_ruled, left_out = edits_of(asked.table, known, rules, self._rest)
            edits = [self._titled(one) for one in edits]
        except CsvRefused as refused:
            self._refused.emit(refused.sentence)
        except _StoppedError:
            return
        else:
            self._read_one.emit(tuple(edits), unknown, as_ruled, tuple(left_out))

    def _of_library(self, beside: Beside, own: Corrections) -> Asked | None:
        """What it knows; None where there is none, and a sentence where it cannot be read."""
        from genre_desktop.core.library_opening import LibraryUnavailable
        from genre_desktop.core.library_view import LibraryView
        from genre_desktop.core.there import has_gone

        if not beside.is_needed or has_gone(self._file):
            return None
        self._list_what_was_heard(own)
        try:
            with LibraryView(self._file) as opened:
                return beside.asked(opened, own, self._rest)
        except LibraryUnavailable as unavailable:
            self._refused.emit(unavailable.sentence)
        return None

    def _titled(self, edit: Edit) -> Edit:
        """With the title of the part, which the library lacks."""
        if edit.track.span is None or edit.track.part_title:
            return edit
        self._rest()
        return replace(edit, track=self._titles.titled(edit.track))

    def _list_what_was_heard(self, own: Corrections) -> None:
        """As the library view does when it is shown; else what was listed before counts."""
        from genre_desktop.core.library_listing import LibraryListing
        from genre_desktop.core.library_opening import LibraryUnavailable

        try:
            with LibraryListing(self._file, self._titles.divisions_of) as listing:
                while not self._lane.stopping and listing.take_turn(FILES_AT_ONCE, own).files:
                    give_way()
        except LibraryUnavailable:
            return

    def _rest(self) -> None:
        if self._lane.stopping:
            raise _StoppedError
        give_way()

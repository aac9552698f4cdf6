"""Reads a table that was edited elsewhere, in a thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.core.track import Listing
from genre_desktop.services.lane import Lane

if TYPE_CHECKING:  # not before the first paint
    from genre_desktop.core.rules import Rules


class EditedTable(QObject):
    """Compares tables with what the list says, one after the other.

    Signals:
        found: A tuple of `Edit`s, how many rows are about no track of the list, how many say
            otherwise only what the rules say, and a tuple of `LeftOut`s.
        failed: A sentence: why a table is of no use.
    """

    found = Signal(tuple, int, int, tuple)
    failed = Signal(str)
    _read_one = Signal(tuple, int, int, tuple)
    _refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("edited table")
        self._read_one.connect(self.found, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self.failed, Qt.ConnectionType.QueuedConnection)

    def read(self, file: Path, listings: Sequence[Listing], rules: Rules) -> None:
        """Find out what a table says otherwise of these tracks.

        Args:
            file: The table.
            listings: The tracks.
            rules: Those by which it may have been exported.
        """
        known = tuple(listings)
        self._lane.do(lambda: self._read(file, known, rules))

    def close(self) -> None:
        """Drop what waits and end the thread."""
        self._lane.close()

    def _read(self, file: Path, known: tuple[Listing, ...], rules: Rules) -> None:
        from genre_desktop.core.edited_csv import edits_of
        from genre_desktop.core.edited_rows import CsvRefused, edited_rows

        try:
            edits, unknown, as_ruled, left_out = edits_of(edited_rows(file), known, rules)
        except CsvRefused as refused:
            self._refused.emit(refused.sentence)
        else:
            self._read_one.emit(tuple(edits), unknown, as_ruled, tuple(left_out))

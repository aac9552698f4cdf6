"""Writes tracks of the library to files for the window, in a thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.services.library.lanes import Corrections, LibraryLane, OwnLibrary
from genre_desktop.services.right_of_way import give_way

if TYPE_CHECKING:  # too heavy before the first paint
    from genre_desktop.core.exporting.asked import Export, Exported
    from genre_desktop.core.exporting.query import LibraryRow
    from genre_desktop.core.library_reading import Remembered
    from genre_desktop.core.library_view import LibraryView
    from genre_desktop.core.rules import Rules

ROWS_AT_ONCE = 64
TOLD_EVERY_SECONDS = 0.5  # what is over by then needs no telling


class LibraryExporting(LibraryLane):
    """One export after the other, in each of the forms of `genre-desktop export`.

    Signals:
        progressed: How many of how many rows were read, while that takes long.
        exported: The file or folder, and what became of it, an `Exported`.
        given_up: It was stopped by `cancel`.
    """

    progressed = Signal(int, int)
    exported = Signal(Path, object)
    given_up = Signal()
    _written = Signal(Path, object)

    def __init__(self, library: OwnLibrary, parent: QObject | None = None) -> None:
        super().__init__("exporting the library", library, parent)
        self._written.connect(self.exported, Qt.ConnectionType.QueuedConnection)
        self._cancelled = threading.Event()

    def export(self, asked: Export, numbers: Sequence[int], rules: Path | None = None) -> None:
        """Write rows of the library, in this order, as the rules of a file call their genres."""
        own = self._corrections()
        self._lane.do(lambda: self._export(asked, numbers, own, rules))

    def cancel(self) -> None:
        """Give up the present export: each file is whole or not there at all."""
        self._cancelled.set()

    def close(self) -> None:
        """Give up what is being written: each file is whole or not there at all."""
        self._lane.close()

    # In the lane's thread

    def _export(
        self, asked: Export, numbers: Sequence[int], own: Corrections, rules: Path | None
    ) -> None:
        from genre_desktop.core.atomic_file import ExportFailed
        from genre_desktop.core.exporting.writing import refuse_export
        from genre_desktop.core.library_opening import LibraryUnavailable
        from genre_desktop.core.ruled_outcomes import rules_in
        from genre_desktop.core.rules_file import RulesRefused

        self._cancelled.clear()
        try:
            refuse_export(asked)
            exported = self._carried_out(asked, numbers, own, rules_in(rules))
        except (ExportFailed, LibraryUnavailable, RulesRefused) as failure:
            self._refused.emit(failure.sentence)
        except _GivenUpError:
            self.given_up.emit()
        else:
            self._written.emit(asked.target, exported)

    def _carried_out(
        self, asked: Export, numbers: Sequence[int], own: Corrections, rules: Rules
    ) -> Exported:
        from genre_desktop.core.chapter_reading import ChapterReading
        from genre_desktop.core.exporting.gathering import library_rows
        from genre_desktop.core.exporting.writing import export
        from genre_desktop.core.library_view import LibraryView
        from genre_desktop.core.ruled_outcomes import ruled_rows
        from genre_desktop.core.tags_apart import TagsApart

        with (
            LibraryView(self._file) as opened,
            closing(TagsApart()) as tags,
            closing(ChapterReading()) as chapters,
        ):
            with_details = asked.form.needs_timeline

            def gather() -> Generator[LibraryRow, None, None]:
                remembered = self._remembered(opened, numbers, own, with_details=with_details)
                yield from library_rows(remembered, tags, chapters.parts_of)

            rows = ruled_rows(rules, gather)
            heard_by = self.tr("the model that heard each track last")
            return export(asked, rows, heard_by)

    def _remembered(
        self,
        opened: LibraryView,
        numbers: Sequence[int],
        own: Corrections,
        *,
        with_details: bool,
    ) -> Iterator[Remembered]:
        from genre_desktop.core.corrected import corrected
        from genre_desktop.core.library_reading import Remembered

        told = time.monotonic()
        for start in range(0, len(numbers), ROWS_AT_ONCE):
            chunk = numbers[start : start + ROWS_AT_ONCE]
            found = opened.rows(chunk, with_details=with_details)
            for place, number in enumerate(chunk, start):
                give_way()
                if self._lane.stopping or self._cancelled.is_set():
                    raise _GivenUpError
                if time.monotonic() - told >= TOLD_EVERY_SECONDS:
                    told = time.monotonic()
                    self.progressed.emit(place, len(numbers))
                if number in found:
                    latest, is_gone = found[number]
                    yield Remembered(corrected(latest.outcome, own), latest.tags, is_gone)


class _GivenUpError(Exception):
    """The user wants it no more, or the program is being closed."""

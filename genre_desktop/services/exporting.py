"""Writes the table to a file in a thread."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.track import Listing
from genre_desktop.services.lane import Lane

Write = Callable[[Sequence[Listing], Path], object]


class Exporting(QObject):
    """Exports listings, one file after another.

    Signals:
        exported: The file and how many tracks it lists.
        failed: A sentence: what could not be written, and why.
    """

    exported = Signal(object, int)
    failed = Signal(str)
    _written = Signal(object, int)
    _refused = Signal(str)

    def __init__(self, write: Write, parent: QObject | None = None) -> None:
        """Prepare to export.

        Args:
            write: Writes listings to a file, whole or not at all; raises ExportFailed.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._write = write
        self._lane = Lane("export")
        self._written.connect(self.exported, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self.failed, Qt.ConnectionType.QueuedConnection)

    def export(self, listings: Sequence[Listing], target: Path) -> None:
        """Write listings to a file."""
        rows = tuple(listings)
        self._lane.do(lambda: self._export(rows, target))

    def close(self) -> None:
        """Finish what is being written and end the thread."""
        self._lane.finish()

    def _export(self, listings: tuple[Listing, ...], target: Path) -> None:
        try:
            self._write(listings, target)
        except ExportFailed as failure:
            self._refused.emit(str(failure))
        else:
            self._written.emit(target, len(listings))

"""Finds out in a thread which versions of libraries run here."""

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.services.gentle_import import gently
from genre_desktop.services.lane import Lane


class VersionReading(QObject):
    """Answers once for each question.

    Signals:
        versions_read: A tuple of pairs of a name and its version.
    """

    versions_read = Signal(tuple)
    _read = Signal(tuple)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("versions")
        self._read.connect(self.versions_read, Qt.ConnectionType.QueuedConnection)

    def read(self) -> None:
        """Find them out."""
        self._lane.do(self._look)

    def close(self) -> None:
        """End the thread."""
        self._lane.close()

    def _look(self) -> None:
        with gently():
            from genre_desktop.core.program_versions import program_versions

            found = program_versions()
        if not self._lane.stopping:
            self._read.emit(found)

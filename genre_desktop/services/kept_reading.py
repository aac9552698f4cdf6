"""Measures in a thread what the program keeps, and deletes it once everything is closed."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.core.user_folders import UserFolders
from genre_desktop.services.lane import Lane

if TYPE_CHECKING:  # it knows SQLite, which comes after the first paint
    from genre_desktop.core.kept import Deleted, Kind


class KeptReading(QObject):
    """Deletes nothing while files may be open: what is wanted waits for the end.

    Signals:
        measured: A tuple of `Kept`: every kind, with its files and their size.
    """

    measured = Signal(tuple)
    _found = Signal(tuple)

    def __init__(self, folders: UserFolders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        self._lane = Lane("what is kept")
        self._unwanted: frozenset[Kind] = frozenset()
        self._found.connect(self.measured, Qt.ConnectionType.QueuedConnection)

    def measure(self) -> None:
        """Look how much is kept."""
        self._lane.do(self._look)

    def delete_at_end(self, kinds: "Collection[Kind]") -> None:
        """Have these kinds deleted once the program's services are closed."""
        self._unwanted = frozenset(kinds)

    def close(self) -> None:
        """End the thread."""
        self._lane.close()

    def delete(self) -> "Deleted | None":
        """Delete what is not wanted any more; None where nothing was to be deleted."""
        if not self._unwanted:
            return None
        from genre_desktop.core.kept import delete

        return delete(self._folders, self._unwanted)

    def _look(self) -> None:
        from genre_desktop.core.kept import all_kept

        self._found.emit(all_kept(self._folders))

"""Lists the files that the system asks to open, and brings the window to the front."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from genre_desktop.services.session import Session
from genre_desktop.ui.adding import Adding
from genre_desktop.ui.coming_forward import come_forward


class OpenedFiles(QObject):
    """Gathers files, each of which comes by itself, until the last list is back."""

    def __init__(self, session: Session, window: QWidget, adding: Adding) -> None:
        super().__init__(window)
        self._window = window
        self._adding = adding
        self._waiting: list[Path] = []
        self._is_list_back = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._list)
        session.restoring_finished.connect(self._begin)

    @Slot(Path)
    def take(self, path: Path) -> None:
        """List a file or folder, together with others of the same turn."""
        self._waiting.append(path)
        if self._is_list_back:
            self._turn.start()

    @Slot()
    def _begin(self) -> None:
        self._is_list_back = True
        if self._waiting:
            self._turn.start()

    @Slot()
    def _list(self) -> None:
        come_forward(self._window)
        paths, self._waiting = self._waiting, []
        self._adding.add(paths)

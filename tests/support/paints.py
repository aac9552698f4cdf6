"""Counts what is painted."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject

_TURNS = 50  # of the event loop


class Paints(QObject):
    """Counts how often a widget, or with the application any widget, is painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.count = 0
        self._watched = watched
        watched.installEventFilter(self)

    def rest(self) -> bool:
        """Whether nothing is painted in some turns of the event loop."""
        before = self.count
        for _ in range(_TURNS):
            QCoreApplication.processEvents()
        return self.count == before

    def end(self) -> None:
        """Count no longer."""
        self._watched.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() is QEvent.Type.Paint
        return False

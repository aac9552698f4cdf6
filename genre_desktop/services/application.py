"""Qt's application, which hears of the files that the system asks it to open, as macOS does."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Qt's application.

    It looks at its own events only; a filter of events would see those of every widget.

    Signals:
        file_opened: The `Path` of a file or folder that was opened with this program.
    """

    file_opened = Signal(Path)

    def event(self, event: QEvent) -> bool:
        """Tell of a file; all else is as usual."""
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().event(event)
        self.file_opened.emit(Path(event.file()))
        return True

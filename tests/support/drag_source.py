"""A program of its own: a small window from which files can be dragged. Arguments: the files.

It says "entered" when the mouse is over it, so that it can be pressed, "welcome" whenever something
below the mouse would take what is dragged, and "dropped" when that has it.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class DragSource(QWidget):
    """Begins a drag as soon as the pressed mouse moves."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__()
        self._paths = paths
        self.setWindowTitle("drag source")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setGeometry(0, 0, 120, 120)

    def enterEvent(self, _event: QEnterEvent) -> None:  # noqa: N802 (Qt's name)
        print("entered", flush=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in self._paths])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.actionChanged.connect(_tell)
        both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        if drag.exec(both, Qt.DropAction.MoveAction) != Qt.DropAction.IgnoreAction:
            print("dropped", flush=True)


def _tell(action: Qt.DropAction) -> None:
    if action != Qt.DropAction.IgnoreAction:
        print("welcome", flush=True)


def main() -> int:
    application = QApplication(sys.argv[:1])
    source = DragSource([Path(name) for name in sys.argv[1:]])
    source.show()
    source.raise_()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

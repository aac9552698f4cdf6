"""A program of its own: the real window at a given place, which says what its list holds.

Each heard row with the middle of its title on the screen, that something is dragged over the list,
and the order after rows were moved.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication

from genre_desktop.app import build
from genre_desktop.ui.roles import Column


class _Over(QObject):
    """Says once that something is dragged over a widget."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.DragMove:
            watched.removeEventFilter(self)
            print("over", flush=True)
        return False


def main() -> int:
    application = QApplication(sys.argv[:1])
    desktop = build(application)
    desktop.services.settings.model = "tiny-mel"

    def middle_of(place: int) -> QPoint:
        table = desktop.table
        cell = table.visualRect(desktop.model.index(place, Column.TITLE))
        return table.viewport().mapToGlobal(cell.center())

    def tell_order() -> None:
        names = (row.track.path.name for row in desktop.model.playlist.rows)
        print("order", *names, sep="\t", flush=True)

    def tell() -> None:
        for row in desktop.model.playlist.rows:
            state = row.state
            if state.is_finished:
                best = state.best.label if state.best is not None else "-"
                at = middle_of(row.shown_at)
                print(f"heard\t{row.track.path}\t{best}\t{at.x()}\t{at.y()}", flush=True)

    def answered() -> None:
        if not desktop.services.classification.progress.is_running:
            tell()

    desktop.services.classification.progressed.connect(answered)
    desktop.table.rows_dropped.connect(tell_order)
    over = _Over(desktop)
    desktop.table.viewport().installEventFilter(over)
    desktop.services.session.restoring_finished.connect(lambda: print("ready", flush=True))
    desktop.window.closing.connect(desktop.close)
    QTimer.singleShot(90_000, desktop.window.close)  # never outlives a test that failed
    desktop.start([Path(name) for name in sys.argv[1:]])
    desktop.window.setGeometry(200, 0, 1000, 700)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

"""Waits for what a window shows, and saves it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from genre_desktop.app import GenreDesktop

LOOK_MS = 20
LONGEST_MS = 120_000


def save(window: QWidget, path: Path) -> None:
    """Save a picture of a window, or end with a sentence."""
    if not window.grab().save(str(path)):
        raise SystemExit(f"The picture {path} cannot be written.")
    print(path)


def put_away(desktop: GenreDesktop) -> None:
    """Close a window and delete it, so that the next one is alone and the end finds none."""
    desktop.window.close()
    desktop.close()
    for gone in (desktop.window, desktop):
        gone.deleteLater()
        QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)


def wait_for(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds, or end with a sentence."""
    loop = QEventLoop()
    timer = QTimer(interval=LOOK_MS)
    timer.timeout.connect(lambda: loop.exit(0) if holds() else None)
    timer.start()
    QTimer.singleShot(LONGEST_MS, loop, lambda: loop.exit(1))
    if loop.exec():
        raise SystemExit("The window did not come to what was to be shown.")


def wait(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def is_heard(desktop: GenreDesktop, count: int) -> bool:
    """Whether so many tracks are in the list, and all of them have their answers."""
    rows = desktop.model.playlist.rows
    return len(rows) == count and all(row.state.is_finished for row in rows)

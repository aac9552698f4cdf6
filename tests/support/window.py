"""What tests of the window share: drops as Qt delivers them, and a listener that knows at once."""

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from genre_desktop.core.holding import Holding
from genre_desktop.core.track import Outcome, Track
from genre_desktop.services.listener import ListeningImpossibleError
from genre_desktop.ui.urls import url_of

_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction
_BUTTON, _KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class InstantListener:
    """Answers every track as soon as it is asked, without processes or a library.

    Attributes:
        answer: Gives the outcome of a track.
        heard: The tracks in the order they were heard, with whether it was again.
        held: While it is cleared, nothing is answered.
        impossible: A sentence where nothing can be heard, else empty.
        workers: How many tracks it pretends to hear at the same time.
    """

    workers = 1

    def __init__(self, answer: Callable[[Track], Outcome]) -> None:
        self.answer = answer
        self.heard: list[tuple[Track, bool]] = []
        self.held = threading.Event()
        self.held.set()
        self.impossible = ""

    def warm(self, model_folder: Path) -> None:
        """Nothing takes time."""

    def classify(
        self,
        tracks: Iterable[Track],
        model_folder: Path,
        *,
        again: bool,
        quick: bool = False,
        cancelled: threading.Event,
        holding: Holding | None = None,
    ) -> Iterator[Outcome]:
        if self.impossible:
            raise ListeningImpossibleError(self.impossible)
        for track in tracks:
            while not self.held.wait(0.01) or (holding is not None and holding.holds()):
                if cancelled.is_set():
                    return
            if holding is not None:
                holding.hands_out(track)
            self.heard.append((track, again))
            yield self.answer(track)

    def stop(self) -> None:
        """There are no processes."""

    def use_workers(self, workers: int) -> None:
        """There are none."""

    def process_ids(self) -> tuple[int, ...]:
        return ()

    def close(self) -> None:
        """There is nothing to end."""


def drop_paths(target: QWidget, paths: Iterable[Path], at: QPoint | None = None) -> QDropEvent:
    """Drag paths over a widget and let go of them, as a file manager would."""
    mime = QMimeData()
    mime.setUrls([url_of(path) for path in paths])
    return drop_mime(target, mime, at)


def drop_mime(target: QWidget, mime: QMimeData, at: QPoint | None = None) -> QDropEvent:
    """Drag data over a widget and let go of it; returns the last event."""
    place = at or target.rect().center()
    assert is_welcome(target, mime, place)
    drop = QDropEvent(QPointF(place), _ACTIONS, mime, _BUTTON, _KEYS)
    QApplication.sendEvent(target, drop)
    return drop


def is_welcome(target: QWidget, mime: QMimeData, at: QPoint | None = None) -> bool:
    """Drag data over a widget; True where it would take them."""
    place = at or target.rect().center()
    enter = QDragEnterEvent(place, _ACTIONS, mime, _BUTTON, _KEYS)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(place, _ACTIONS, mime, _BUTTON, _KEYS)
    move.accept()  # as Qt does once the entering was accepted
    QApplication.sendEvent(target, move)
    return move.isAccepted()

"""Finds the tracks behind paths in a thread."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from genre_desktop.core.skipped import Skipped
from genre_desktop.core.track import Track
from genre_desktop.services.delivery import Delivery
from genre_desktop.services.lane import Lane
from genre_desktop.services.right_of_way import give_way

if TYPE_CHECKING:
    from genre_desktop.core.chapter_reading import ChapterReading


class Scanning(QObject):
    """Walks dropped files, folders and playlists, one request after another.

    Signals:
        found: Number of the request and a tuple of `Track`s, in order.
        skipped: A tuple of `Skipped`: what could not be read, with the reason.
        finished: Number of the request, after its last track.
    """

    found = Signal(int, tuple)
    skipped = Signal(tuple)
    finished = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("scanning")
        self._last_request = 0
        self._first_wanted = 1
        self._end_chapters: Callable[[], None] = _nothing  # of the present walk
        self._delivery = Delivery(self)
        self._delivery.arrived.connect(self._hand_out)

    @property
    def is_running(self) -> bool:
        """True while paths are being looked through."""
        return self._first_wanted <= self._last_request

    def warm(self) -> None:
        """Import what looking for tracks takes, so that the first wish is answered quickly."""
        self._lane.do(_warm)

    def scan(self, paths: Sequence[Path], exclude: Sequence[str] = ()) -> int:
        """Look for tracks behind paths; returns the request's number."""
        self._last_request += 1
        request, wanted = self._last_request, tuple(paths)
        patterns = tuple(exclude)
        self._lane.do(lambda: self._walk(request, wanted, patterns))
        return request

    def cancel(self) -> None:
        """Give up every request made so far; none of their tracks will be handed out."""
        given_up = range(self._first_wanted, self._last_request + 1)
        self._first_wanted = self._last_request + 1
        self._end_chapters()
        self._delivery.clear()
        for request in given_up:
            self.finished.emit(request)

    def close(self) -> None:
        """End the thread; nothing is handed out any more."""
        self._first_wanted = self._last_request + 1
        self._end_chapters()
        self._lane.close()
        self._delivery.clear()

    def _walk(self, request: int, paths: tuple[Path, ...], exclude: tuple[str, ...]) -> None:
        scan, chapter_reading = _heavy()
        with closing(chapter_reading()) as chapters:
            self._end_chapters = chapters.close
            items = scan(paths, exclude, chapters.parts_of)
            while request >= self._first_wanted:
                give_way()
                item = next(items, None)
                self._delivery.put((request, item))
                if item is None:
                    return

    @Slot(tuple)
    def _hand_out(self, batch: tuple[tuple[int, object], ...]) -> None:
        for request, items in groupby(batch, key=itemgetter(0)):
            if request >= self._first_wanted:
                self._hand_out_of(request, [item for _, item in items])

    def _hand_out_of(self, request: int, items: list[object]) -> None:
        tracks = tuple(item for item in items if isinstance(item, Track))
        skipped = tuple(item for item in items if isinstance(item, Skipped))
        if tracks:
            self.found.emit(request, tracks)
        if skipped:
            self.skipped.emit(skipped)
        if items[-1] is None:
            self._first_wanted = request + 1  # the lane works in order: nothing older is left
            self.finished.emit(request)


def _heavy() -> "tuple[Callable[..., Iterator[Track | Skipped]], type[ChapterReading]]":
    """What is not imported before the first paint."""
    from genre_desktop.core.chapter_reading import ChapterReading
    from genre_desktop.core.scan import scan

    return scan, ChapterReading


def _warm() -> None:
    _heavy()


def _nothing() -> None:
    pass

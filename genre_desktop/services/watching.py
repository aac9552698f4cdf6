"""Watches folders for the window, in a thread that waits for what arrives."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from genre_desktop.core.settling import SETTLE_SECONDS
from genre_desktop.core.skipped import Skipped
from genre_desktop.core.track import Track
from genre_desktop.services.delivery import Delivery
from genre_desktop.services.right_of_way import giving_way
from genre_desktop.services.settings import Settings

_WAIT_SECONDS = 0.5  # the end is noticed as soon
_END_SECONDS = 2.0
_TYPING_MS = 2_000  # a pattern that is being typed lets through what it is to leave out


class Watching(QObject):
    """Follows the folders that the settings name, from the first call of `begin` on.

    Attributes:
        present: Its `arrived` hands out `Track`s that lie in the folders when watching begins;
            by other patterns or with other folders, those that were not among them before.
        changed: Its `arrived` hands out `Track`s that came or changed since.
        told: Its `arrived` hands out sentences for the user.
        settle_seconds: How long a file must keep still before it is handed out.
    """

    _gone = Signal(tuple)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.present, self.changed, self.told = (Delivery(self) for _ in range(3))
        self._handed: set[Track] = set()  # out, and not left out since
        for delivery in (self.present, self.changed):
            delivery.arrived.connect(self._note)
        self._gone.connect(self._forget, Qt.ConnectionType.QueuedConnection)
        self._own: SimpleQueue[Path] = SimpleQueue()
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []  # but for the last one they are ending
        self._is_wanted = False
        self.settle_seconds = SETTLE_SECONDS
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._begin_anew)
        settings.watched_changed.connect(self._begin_anew)
        settings.exclude_changed.connect(self._begin_anew_soon)

    @Slot()
    def begin(self) -> None:
        """Watch from now on."""
        self._is_wanted = True
        self._begin_anew()

    def expect(self, path: Path) -> None:
        """Take no notice of a file as it is now: this program wrote it."""
        self._own.put(path)

    def close(self) -> None:
        """End the thread; nothing is handed out any more."""
        self._is_wanted = False
        self._end()
        for thread in self._threads:
            thread.join(_END_SECONDS)  # one that hangs on a drive is left alone

    @Slot()
    def _begin_anew_soon(self) -> None:
        self._typing.start()

    @Slot()
    def _begin_anew(self) -> None:
        self._typing.stop()
        self._end()
        folders, exclude = self._settings.watched, self._settings.exclude
        if not folders:
            self._handed.clear()
        if not folders or not self._is_wanted:
            return
        self._stop = stop = threading.Event()
        handed = frozenset(self._handed)
        thread = threading.Thread(
            target=lambda: self._watch(folders, exclude, stop, handed), name="watching", daemon=True
        )
        self._threads = [*(one for one in self._threads if one.is_alive()), thread]
        thread.start()

    def _end(self) -> None:
        """Let the thread end, for which nobody waits: it may take a second."""
        self._stop.set()
        for delivery in (self.present, self.changed, self.told):
            delivery.clear()

    @Slot(tuple)
    def _note(self, tracks: Iterable[Track]) -> None:
        self._handed.update(tracks)

    @Slot(tuple)
    def _forget(self, gone: Iterable[Track]) -> None:
        self._handed.difference_update(gone)

    # In the thread

    def _watch(
        self,
        folders: tuple[Path, ...],
        exclude: tuple[str, ...],
        stop: threading.Event,
        handed: frozenset[Track],
    ) -> None:
        from genre_desktop.core.chapter_reading import ChapterReading
        from genre_desktop.core.folder_watch import FolderWatch
        from genre_desktop.core.scan import scan

        with (
            closing(
                FolderWatch(folders, self.told.put, exclude, settle_seconds=self.settle_seconds)
            ) as watch,
            closing(ChapterReading()) as chapters,
        ):
            again: set[Track] = set()
            for track in _tracks(scan(folders, exclude, chapters.parts_of), stop):
                watch.note(track)
                is_at_rest = watch.is_at_rest(track.path)
                if track in handed:
                    again.add(track)
                elif is_at_rest:
                    self.present.put(track)
            if not stop.is_set():
                self._gone.emit(tuple(handed - again))
            while not stop.is_set():
                self._take_own(watch.expect)
                arrived = watch.wait(_WAIT_SECONDS)
                found = scan(arrived, (), chapters.parts_of, watch.leaves_out)
                for track in _tracks(found, stop):
                    watch.note(track)
                    self.changed.put(track)

    def _take_own(self, expect: Callable[[Path], None]) -> None:
        try:
            while True:
                expect(self._own.get_nowait())
        except Empty:
            return


def _tracks(found: Iterator[Track | Skipped], stop: threading.Event) -> Iterator[Track]:
    for item in giving_way(found):
        if stop.is_set():
            return
        if isinstance(item, Track):
            yield item

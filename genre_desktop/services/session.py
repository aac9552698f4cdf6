"""Keeps the playlist between starts of the program."""

import errno
import json
import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from genre_desktop.core.atomic_file import ExportFailed, replacing
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Span
from genre_desktop.services.delivery import INTERVAL_MS, REST_SECONDS, Delivery
from genre_desktop.services.lane import Lane
from genre_desktop.services.right_of_way import giving_way
from genre_desktop.services.turns import Turns

FORMAT = 1
SETTLE_MS = 1_000  # a burst of changes is saved once
MOST_KEPT = 100  # unreadable playlists
ROWS_AT_ONCE = 256  # half the work of sixteen at once: all else tells its counts anew each time

_log = logging.getLogger(__name__)


class Session(QObject):
    """Saves the playlist shortly after it changed, in a thread, and reads it at the start.

    The file has one JSON value a line, so that a long playlist never holds the interpreter for
    long: first the format, then one track a line. It belongs to the window that came first; a
    second one reads it and saves nothing. Nothing is saved either over a playlist that could be
    neither read nor set aside. Where the list is cleared while the last one is being restored, the
    rest of it waits for an undo.

    Signals:
        restored: A tuple of `Track`s of the last playlist, in order; several in turn.
        restoring_finished: After the last of them; also when there were none.
        failed: A sentence: the playlist could not be read or will not be saved.
    """

    restored = Signal(tuple)
    restoring_finished = Signal()
    failed = Signal(str)

    def __init__(
        self, file: Path, playlist: Callable[[], Iterable[Track]], parent: QObject | None = None
    ) -> None:
        """Prepare to keep a playlist.

        Args:
            file: Where it is kept.
            playlist: Gives the tracks to save, called in the window's thread.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._file = file
        self._playlist = playlist
        self._lane = Lane("session")
        self._lock = QLockFile(str(file.with_name(f"{file.name}.lock")))
        self._lock.setStaleLockTime(0)  # only the end of the program that holds it frees it
        self._may_save = True  # written in the lane, before the first save
        self._is_restored = False
        self._clearings = 0  # of the list, that were not undone
        self._rest: deque[Track] = deque()  # of the last playlist, since the list was cleared
        self._is_handing_out = False
        self._is_changed = False
        self._delivery = Delivery(self, most_per_batch=ROWS_AT_ONCE)
        self._delivery.arrived.connect(self._hand_out)
        self._bringing = QTimer(self, interval=INTERVAL_MS)
        self._bringing.timeout.connect(self._bring_rest)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.save)

    def restore(self) -> None:
        """Read the last playlist; nothing is saved before it was read."""
        self._lane.do(self._read)

    @Slot(bool)
    def take_clearing(self, cleared: bool) -> None:
        """Restore no more of the last playlist while the list is cleared; then go on with it."""
        self._clearings += 1 if cleared else -1
        if not self._clearings:
            self._bringing.start()

    @Slot()
    def changed(self) -> None:
        """Say that the playlist changed and should be saved soon."""
        if self._is_handing_out:
            return  # that is what the file says already
        self._is_changed = True
        if self._is_restored:
            self._settle.start()

    @Slot()
    def save(self) -> None:
        """Save the playlist now, in the thread."""
        self._is_changed = False
        tracks = self._kept()
        self._lane.do(lambda: self._write(tracks))

    def close(self) -> None:
        """Save what is not saved yet and end the thread."""
        if self._lane.finish():
            if self._is_changed:
                self._delivery.flush()  # the rest of a playlist that is just being restored
            if self._is_changed and self._is_restored:
                self._is_changed = False
                self._write(self._kept())
            self._settle.stop()
            self._lock.unlock()

    # In the lane's thread; the last time in the window's, once the lane has ended

    def _read(self) -> None:
        self._take_lock()
        try:
            for track in giving_way(read_tracks(self._file)):
                self._delivery.put(track)
        except FileNotFoundError:
            pass
        except OSError as error:  # it may pass: the playlist may be as good as ever
            self._may_save = False
            words = self.tr(
                "The last playlist %1 could not be read (%2). It was left as it is, and the list "
                "is not saved until the next start."
            )
            self._tell(_filled(words, self._file, error.strerror or error))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            self._keep_unreadable(error)
        self._delivery.put(None)

    def _take_lock(self) -> None:
        # Where no lock can be made for another reason, saving itself will say what is the matter.
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            self._may_save = False
            words = self.tr(
                "Another window is open and keeps the playlist; what changes in this one is not "
                "saved. If there is no other window, delete %1 and start again."
            )
            self._tell(_filled(words, self._lock.fileName()))

    def _keep_unreadable(self, error: Exception) -> None:
        _log.warning("Of the playlist %s: %s: %s", self._file, type(error).__name__, error)
        if not self._may_save:
            words = self.tr("The last playlist %1 could not be read. It was left as it is.")
            self._tell(_filled(words, self._file))
            return
        try:
            kept = set_aside(self._file)
        except OSError as failure:
            self._may_save = False
            words = self.tr(
                "The last playlist %1 could not be read, nor set aside (%2). It was left as it is, "
                "and the list is not saved; move that file away and start again."
            )
            self._tell(_filled(words, self._file, failure.strerror or failure))
        else:
            words = self.tr("The last playlist could not be read. It was kept as %1.")
            self._tell(_filled(words, kept))

    def _write(self, tracks: tuple[Track, ...]) -> None:
        if not self._may_save:
            return
        try:
            write_tracks(self._file, giving_way(tracks))
        except ExportFailed as failure:
            self._tell(_filled(self.tr("The playlist was not saved. %1"), failure))

    def _tell(self, sentence: str) -> None:
        _log.warning("%s", sentence)
        self._delivery.put(sentence)

    # In the window's thread

    @Slot(tuple)
    def _hand_out(self, batch: tuple[Track | str | None, ...]) -> None:
        tracks = tuple(item for item in batch if isinstance(item, Track))
        if self._clearings or self._rest:
            self._rest += tracks
        elif tracks:
            self._is_handing_out = True
            self.restored.emit(tracks)
            self._is_handing_out = False
        for item in batch:
            if isinstance(item, str):
                self.failed.emit(item)
        if None in batch:
            self._is_restored = True
            if self._is_changed:
                self._settle.start()
            self.restoring_finished.emit()

    @Slot()
    def _bring_rest(self) -> None:
        """List some of what waited until the list's clearing was undone."""
        rest = self._rest
        if self._clearings or not rest:
            self._bringing.stop()
        elif not Turns.wait_ms():
            self.restored.emit(tuple(rest.popleft() for _ in range(min(ROWS_AT_ONCE, len(rest)))))
            Turns.end(REST_SECONDS)

    def _kept(self) -> tuple[Track, ...]:
        """The list, with what is still to come back into it."""
        return (*self._playlist(), *(() if self._clearings else self._rest))


def _filled(words: str, *values: object) -> str:
    """Words with values in the places of %1, %2 and so on."""
    for number, value in enumerate(values, 1):
        words = words.replace(f"%{number}", str(value))
    return words


def read_tracks(file: Path) -> Iterator[Track]:
    """The tracks of a saved playlist.

    Raises:
        OSError: The file cannot be read.
        ValueError, KeyError, TypeError: It is no playlist of this program.
    """
    with file.open(encoding="utf-8") as lines:
        head = json.loads(next(lines, ""))
        if head["format"] != FORMAT:
            raise ValueError(f"format {head['format']} is not known")
        for line in lines:
            yield _track(json.loads(line))


def write_tracks(file: Path, tracks: Iterable[Track]) -> None:
    """Save a playlist: whole or not at all.

    Raises:
        ExportFailed: It cannot be written.
    """
    with replacing(file) as lines:
        lines.write(_line({"format": FORMAT}))
        for track in tracks:
            lines.write(_line(_values(track)))


def set_aside(file: Path) -> Path:
    """Keep a file that cannot be read under another name, for the user to look at.

    Raises:
        OSError: It cannot be renamed.
    """
    endings = ("unreadable", *(f"unreadable-{number}" for number in range(2, MOST_KEPT + 1)))
    places = (file.with_name(f"{file.name}.{ending}") for ending in endings)
    kept = next((place for place in places if not place.exists()), None)
    if kept is None:
        raise OSError(errno.EEXIST, f"{MOST_KEPT} unreadable ones are there already")
    return file.rename(kept)


def _line(values: dict[str, str | float | None] | dict[str, int]) -> bytes:
    # json escapes undecodable bytes of a name (lone surrogates) and reads them back
    return (json.dumps(values) + "\n").encode("ascii")


def _values(track: Track) -> dict[str, str | float | None]:
    if track.span is None:
        return {"path": str(track.path)}
    return {
        "path": str(track.path),
        "start": track.span.start_seconds,
        "end": track.span.end_seconds,
        "title": track.part_title,
    }


def _track(values: dict[str, str | float | None]) -> Track:
    path = Path(str(values["path"]))
    if "start" not in values:
        return Track(path)
    start, end = values["start"], values["end"]
    if not isinstance(start, int | float) or not isinstance(end, int | float | None):
        raise TypeError("a part needs its times in seconds")
    return Track(path, Span(start, end), str(values["title"]))

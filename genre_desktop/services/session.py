"""Keeps the playlist between starts of the program."""

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from genre_desktop.core.atomic_file import ExportFailed, replacing
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Span
from genre_desktop.services.delivery import Delivery
from genre_desktop.services.lane import Lane

FORMAT = 1
SETTLE_MS = 1_000  # a burst of changes is saved once

_log = logging.getLogger(__name__)


class Session(QObject):
    """Saves the playlist shortly after it changed, in a thread, and reads it at the start.

    The file has one JSON value a line, so that a long playlist never holds the interpreter for
    long: first the format, then one track a line.

    Signals:
        restored: A tuple of `Track`s of the last playlist, in order; several in turn.
        restoring_finished: After the last of them; also when there were none.
        failed: A sentence: the playlist could not be read or saved.
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
        self._restored = False
        self._delivery = Delivery(self)
        self._delivery.arrived.connect(self._hand_out)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.save)

    def restore(self) -> None:
        """Read the last playlist; nothing is saved before it was read."""
        self._lane.do(self._read)

    def changed(self) -> None:
        """Say that the playlist changed and should be saved soon."""
        if self._restored:
            self._settle.start()

    def save(self) -> None:
        """Save the playlist now, in the thread."""
        tracks = tuple(self._playlist())
        self._lane.do(lambda: self._write(tracks))

    def close(self) -> None:
        """Save what is not saved yet and end the thread."""
        if self._settle.isActive():
            self._settle.stop()
            self.save()
        self._lane.finish()

    def _read(self) -> None:
        try:
            for track in read_tracks(self._file):
                self._delivery.put(track)
        except FileNotFoundError:
            pass
        except (OSError, ValueError, KeyError, TypeError) as error:
            _log.warning("The saved playlist %s cannot be read: %s", self._file, error)
            kept = set_aside(self._file)
            self._delivery.put(f"The last playlist could not be read. It was kept as {kept}.")
        self._delivery.put(None)

    def _hand_out(self, batch: tuple[Track | str | None, ...]) -> None:
        tracks = tuple(item for item in batch if isinstance(item, Track))
        if tracks:
            self.restored.emit(tracks)
        for item in batch:
            if isinstance(item, str):
                self.failed.emit(item)
        if batch[-1] is None:
            self._restored = True
            self.restoring_finished.emit()

    def _write(self, tracks: tuple[Track, ...]) -> None:
        try:
            write_tracks(self._file, tracks)
        except ExportFailed as failure:
            self._delivery.put(f"The playlist was not saved. {failure}")


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
    """Keep a file that cannot be read under another name, for the user to look at."""
    kept = file.with_name(f"{file.name}.unreadable")
    try:
        return file.replace(kept)
    except OSError:
        return file


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

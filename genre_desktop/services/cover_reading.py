"""Reads the cover picture of the selected track in a thread."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.core.track import Track
from genre_desktop.services.lane import Lane


class CoverReading(QObject):
    """Answers for the track that was asked for last, and for no other.

    Signals:
        cover_read: The `Track` and its picture's bytes, empty where it has none.
    """

    cover_read = Signal(Track, bytes)
    _read_one = Signal(int, Track, bytes)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("covers")
        self._generation = 0
        self._read_one.connect(self._hand_out, Qt.ConnectionType.QueuedConnection)

    def read(self, track: Track) -> None:
        """Read a track's cover; an earlier wish that was not answered yet is dropped."""
        self._generation += 1
        generation = self._generation
        self._lane.do(lambda: self._read(generation, track))

    def close(self) -> None:
        """End the thread; nothing is answered any more."""
        self._generation += 1
        self._lane.close()

    def _read(self, generation: int, track: Track) -> None:
        from genre_desktop.core.tags import read_cover  # mutagen: too heavy before the first paint

        if generation == self._generation and not self._lane.stopping:
            self._read_one.emit(generation, track, read_cover(track.path) or b"")

    @Slot(int, Track, bytes)
    def _hand_out(self, generation: int, track: Track, picture: bytes) -> None:
        if generation == self._generation:
            self.cover_read.emit(track, picture)

"""Reads the cover picture of the selected track in a thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from genre_desktop.core.track import Track
from genre_desktop.services.lane import Lane

COVER_SIDE = 256  # pixels: the cover of the details on the finest screens


class CoverReading(QObject):
    """Answers for the track that was asked for last, and for no other.

    Signals:
        cover_read: The `Track` and its picture as a `QImage`, a null one where it has none.
    """

    cover_read = Signal(Track, QImage)
    _read_one = Signal(int, Track, QImage)

    def __init__(
        self, read_cover: Callable[[Path], bytes | None], parent: QObject | None = None
    ) -> None:
        """Prepare to read covers.

        Args:
            read_cover: The encoded cover of a file; called in the thread.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._read_cover = read_cover
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
        if generation != self._generation or self._lane.stopping:
            return
        image = small_picture(self._read_cover(track.path) or b"")
        if not self._lane.stopping:
            self._read_one.emit(generation, track, image)

    @Slot(int, Track, QImage)
    def _hand_out(self, generation: int, track: Track, picture: QImage) -> None:
        if generation == self._generation:
            self.cover_read.emit(track, picture)


def small_picture(encoded: bytes) -> QImage:
    """Decode a picture no larger than it is needed; a null image where it cannot be decoded.

    A picture that is smaller than `COVER_SIDE` stays as it is.
    """
    content = QByteArray(encoded)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()  # before its content is decoded, which a JPEG may do at a lower size
    if max(size.width(), size.height()) > COVER_SIDE:
        fitted = size.scaled(QSize(COVER_SIDE, COVER_SIDE), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitted.expandedTo(QSize(1, 1)))
    return reader.read()

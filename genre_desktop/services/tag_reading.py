"""Reads the tags of tracks in a thread."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

from genre_desktop.core.track import Tags, Track
from genre_desktop.services.delivery import Delivery
from genre_desktop.services.lane import Lane


class TagReading(QObject):
    """Fills in titles and artists as fast as the disk gives them.

    Signals:
        tags_read: A tuple of (`Track`, `Tags`).
    """

    tags_read = Signal(tuple)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("tags")
        self._generation = 0
        self._delivery = Delivery(self)
        self._delivery.arrived.connect(self._hand_out)

    def read(self, tracks: Iterable[Track]) -> None:
        """Read the tags of tracks, after those that were asked for before."""
        wanted, generation = tuple(tracks), self._generation
        self._lane.do(lambda: self._read(wanted, generation))

    @Slot()
    def forget(self) -> None:
        """Give up what was asked for so far."""
        self._generation += 1
        self._delivery.clear()

    def close(self) -> None:
        """End the thread; nothing is answered any more."""
        self.forget()
        self._lane.close()
        self._delivery.clear()

    def _read(self, tracks: tuple[Track, ...], generation: int) -> None:
        from genre_desktop.core.part_tags import tags_of  # mutagen: not before the first paint

        for track in tracks:
            if self._lane.stopping or generation != self._generation:
                return
            self._delivery.put((generation, track, tags_of(track)))

    @Slot(tuple)
    def _hand_out(self, batch: tuple[tuple[int, Track, Tags], ...]) -> None:
        fresh = tuple(
            (track, tags) for generation, track, tags in batch if generation == self._generation
        )
        if fresh:
            self.tags_read.emit(fresh)

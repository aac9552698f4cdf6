"""Has the tags of tracks read, by a thread that asks a process of its own."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from genre_desktop.core.track import Tags, Track
from genre_desktop.services.delivery import Delivery
from genre_desktop.services.lane import Lane

ReadTags = Callable[[Sequence[Track]], Iterator[tuple[Track, Tags]]]


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
        self._read_apart: ReadTags | None = None
        self._end_process: Callable[[], None] = _nothing
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
        """End the process and the thread; nothing is answered any more."""
        self.forget()
        self._end_process()
        self._lane.close()
        self._delivery.clear()

    # In the lane's thread

    def _read(self, tracks: tuple[Track, ...], generation: int) -> None:
        read_apart = self._read_apart or self._begin()
        for track, tags in read_apart(tracks):
            if self._lane.stopping or generation != self._generation:
                break
            self._delivery.put((generation, track, tags))
        if self._lane.stopping:  # closing may not have met a process that was only beginning
            self._end_process()

    def _begin(self) -> ReadTags:
        from genre_desktop.core.tags_apart import TagsApart  # too heavy before the first paint

        apart = TagsApart()
        self._read_apart, self._end_process = apart.read, apart.close
        return apart.read

    # In the window's thread

    @Slot(tuple)
    def _hand_out(self, batch: tuple[tuple[int, Track, Tags], ...]) -> None:
        fresh = tuple(
            (track, tags) for generation, track, tags in batch if generation == self._generation
        )
        if fresh:
            self.tags_read.emit(fresh)


def _nothing() -> None:
    pass

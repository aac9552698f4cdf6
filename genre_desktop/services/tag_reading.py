"""Has the tags of tracks read, by a thread that asks a process of its own."""

import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from genre_desktop.core.track import Tags, Track
from genre_desktop.services.delivery import Delivery
from genre_desktop.services.lane import Lane
from genre_desktop.services.right_of_way import giving_way

if TYPE_CHECKING:
    from genre_desktop.core.library_tags import KeptTags
    from genre_desktop.core.tags_apart import TagsApart


class TagReading(QObject):
    """Fills in titles and artists as fast as the disk gives them.

    Signals:
        tags_read: A tuple of (`Track`, `Tags`).
    """

    tags_read = Signal(tuple)

    def __init__(self, library: Path | None = None, parent: QObject | None = None) -> None:
        """Prepare; nothing is opened or started before it is asked for.

        Args:
            library: The library, which keeps what was read; None keeps nothing.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._library = library
        self._kept: KeptTags | None = None
        self._lane = Lane("tags")
        self._generation = 0
        self._asked, self._answered = 0, 0  # calls of `read`
        self._apart: TagsApart | None = None
        self._begin_lock = threading.Lock()
        self._delivery = Delivery(self)
        self._delivery.arrived.connect(self._hand_out)

    @property
    def is_running(self) -> bool:
        """Whether tags are being read, or still to be."""
        return self._answered < self._asked

    def warm(self) -> None:
        """Start the process, so that the first tags are there quickly."""
        self._lane.do(lambda: self._process().warm())

    def read(self, tracks: Iterable[Track], *, anew: bool = False) -> None:
        """Read the tags of tracks, after those that were asked for before.

        Args:
            tracks: Whose.
            anew: Whether from the files alone: they were written without a trace in their stamps.
        """
        wanted, generation = tuple(tracks), self._generation
        self._asked += 1
        self._lane.do(lambda: self._read(wanted, generation, anew=anew))

    def cover_of(self, path: Path) -> bytes | None:
        """The encoded cover of a file, from the same process; waits for it, in another thread."""
        return self._process().cover(path)

    def length_of(self, path: Path) -> float | None:
        """How long a file says that it is, in seconds; as for a cover."""
        return next((tags.seconds for _, tags in self._process().read([Track(path)])), None)

    @Slot()
    def forget(self) -> None:
        """Give up what was asked for so far."""
        self._generation += 1
        self._delivery.clear()

    def close(self) -> None:
        """End the process and the thread; nothing is answered any more."""
        self.forget()
        self._lane.stop()
        with self._begin_lock:
            if self._apart is not None:
                self._apart.close()
        if self._lane.close() and self._kept is not None:
            self._kept.close()
        self._delivery.clear()

    # In the lane's thread

    def _read(self, tracks: tuple[Track, ...], generation: int, *, anew: bool) -> None:
        try:
            for track, tags in giving_way(self._tags_of(tracks, anew=anew)):
                if self._lane.stopping or generation != self._generation:
                    break
                self._delivery.put((generation, track, _sharing_words(tags)))
        finally:
            self._answered += 1

    def _tags_of(self, tracks: tuple[Track, ...], *, anew: bool) -> Iterator[tuple[Track, Tags]]:
        from genre_desktop.core.tags_apart import TRACKS_AT_ONCE

        read = self._process().read
        kept = self._kept_tags()
        for start in range(0, len(tracks), TRACKS_AT_ONCE):
            chunk = tracks[start : start + TRACKS_AT_ONCE]
            yield from read(chunk) if kept is None else kept.read(chunk, read, anew=anew)

    def _kept_tags(self) -> "KeptTags | None":
        from genre_desktop.core.library_tags import KeptTags

        if self._kept is None and self._library is not None:
            self._kept = KeptTags(self._library)
        return self._kept

    def _process(self) -> "TagsApart":
        from genre_desktop.core.tags_apart import TagsApart  # too heavy before the first paint

        with self._begin_lock:
            if self._apart is None:
                self._apart = TagsApart()
                if self._lane.stopping:
                    self._apart.close()
            return self._apart

    # In the window's thread

    @Slot(tuple)
    def _hand_out(self, batch: tuple[tuple[int, Track, Tags], ...]) -> None:
        fresh = tuple(
            (track, tags) for generation, track, tags in batch if generation == self._generation
        )
        if fresh:
            self.tags_read.emit(fresh)


def _sharing_words(tags: Tags) -> Tags:
    """The same, with one text in memory for what many tracks say."""
    return tags._replace(
        artist=sys.intern(tags.artist),
        album=sys.intern(tags.album),
        genre=sys.intern(tags.genre),
        date=sys.intern(tags.date),
        track_number=sys.intern(tags.track_number),
    )

"""Reads tags and covers in a worker process, for mutagen would hold up the window's interpreter."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from genre_desktop.core.bounded_memory import MOST_BYTES_OF_TAGS, bounded_memory
from genre_desktop.core.own_worker import ClosedError, NoAnswerError, OwnWorker
from genre_desktop.core.track import Tags, Track

log = logging.getLogger(__name__)

TRACKS_AT_ONCE = 64
_SECONDS_AT_MOST = 20.0  # for all of them, and again for each where that is not enough


def tags_of_all(tracks: Sequence[Track]) -> tuple[Tags, ...]:
    """The tags of tracks, in their order; what the process runs."""
    from genre_desktop.core.part_tags import with_part
    from genre_desktop.core.tags import read_tags_in_bounds  # mutagen: in the process only

    with bounded_memory(MOST_BYTES_OF_TAGS):
        return tuple(with_part(track, read_tags_in_bounds(track.path)) for track in tracks)


def cover_of(path: Path) -> bytes | None:
    """The cover of a file; what the process runs."""
    from genre_desktop.core.tags import read_cover

    with bounded_memory(MOST_BYTES_OF_TAGS):
        return read_cover(path)


class TagsApart:
    """Has a process of its own, which starts with the first tracks; closed from any thread.

    Args:
        read: What the process runs.
        seconds_at_most: How long one run may take.
    """

    def __init__(
        self,
        read: Callable[[Sequence[Track]], tuple[Tags, ...]] = tags_of_all,
        seconds_at_most: float = _SECONDS_AT_MOST,
    ) -> None:
        self._read = read
        self._seconds_at_most = seconds_at_most
        self._worker = OwnWorker()

    def warm(self) -> None:
        """Start the process and let it import what it needs."""
        with suppress(NoAnswerError):  # the first tracks will tell
            self._worker.ask(tags_of_all, (), seconds_at_most=self._seconds_at_most)

    def read(self, tracks: Sequence[Track]) -> Iterator[tuple[Track, Tags]]:
        """Each track with its tags, empty ones where reading them ends or outlasts the process.

        Nothing comes any more once this is closed.
        """
        for start in range(0, len(tracks), TRACKS_AT_ONCE):
            chunk = tracks[start : start + TRACKS_AT_ONCE]
            try:
                yield from self._read_chunk(chunk)
            except ClosedError:
                return

    def cover(self, path: Path) -> bytes | None:
        """The encoded cover of a file, after what is being read; none where reading it ends."""
        try:
            return self._worker.ask(cover_of, path, seconds_at_most=self._seconds_at_most)
        except ClosedError:
            return None
        except NoAnswerError as error:
            log.warning("No cover of %r: %s", path, error)
            return None

    def process_ids(self) -> tuple[int, ...]:
        """The process that is running now, if any."""
        return self._worker.process_ids()

    def close(self) -> None:
        """Ends the process, whatever it is doing."""
        self._worker.close()

    def _read_chunk(self, chunk: Sequence[Track]) -> Iterator[tuple[Track, Tags]]:
        try:
            found = self._worker.ask(self._read, chunk, seconds_at_most=self._seconds_at_most)
        except ClosedError:
            raise
        except (NoAnswerError, MemoryError) as error:
            if len(chunk) > 1:  # one of them is to blame
                for track in chunk:
                    yield from self._read_chunk((track,))
                return
            if isinstance(error, MemoryError):
                log.warning("No tags of %r: they take more memory than tags may.", chunk[0].path)
            else:
                log.warning("No tags of %r: %s", chunk[0].path, error)
            found = (Tags(),)
        yield from zip(chunk, found, strict=True)

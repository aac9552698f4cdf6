"""Asks a worker process for the chapters inside a file, since a broken file may crash FFmpeg."""

import logging
from collections.abc import Callable
from pathlib import Path

from genre_desktop.core.own_worker import ClosedError, NoAnswerError, OwnWorker
from genre_desktop.core.parts import chapter_parts
from genre_desktop.core.track import Track

log = logging.getLogger(__name__)

_SECONDS_AT_MOST = 20.0  # a slow disk may have to bring an index from the end of a video


class ChapterReading:
    """Has a worker process of its own, which starts with the first file that is asked for.

    Usable from any thread, and closed from any other.

    Args:
        read: What the process runs for each file.
        seconds_at_most: How long that may take.
    """

    def __init__(
        self,
        read: Callable[[Path], tuple[Track, ...]] = chapter_parts,
        seconds_at_most: float = _SECONDS_AT_MOST,
    ) -> None:
        self._read = read
        self._seconds_at_most = seconds_at_most
        self._worker = OwnWorker()

    def parts_of(self, path: Path) -> tuple[Track, ...]:
        """The chapters of a file; none where looking for them ends or outlasts the worker.

        Such a file is taken for a whole: what is wrong with it is said when it is heard.
        """
        return self.found_in(path) or ()

    def found_in(self, path: Path) -> tuple[Track, ...] | None:
        """The chapters of a file; None where looking for them ends or outlasts the worker."""
        try:
            return self._worker.ask(self._read, path, seconds_at_most=self._seconds_at_most)
        except ClosedError:
            return None
        except NoAnswerError as error:
            log.warning("No chapters of %r: %s", path, error)
            return None

    def close(self) -> None:
        """Ends the process, whatever it is doing; no chapters are found any more."""
        self._worker.close()

"""Finds the hash of the sound of files in a process of its own: a broken file may crash FFmpeg."""

import logging
from pathlib import Path
from typing import Final

from genre_desktop.core.closing import ClosedAtTheEnd
from genre_desktop.core.own_worker import ClosedError, NoAnswerError, OwnWorker

log = logging.getLogger(__name__)

_SECONDS_AT_MOST: Final = 300.0  # all of a long file is read, be it from a slow drive


def hash_in(path: Path) -> str:
    """The hash of the sound in a file, empty where there is none; what the process runs."""
    from genre_desktop.dsp.payload import payload_hash
    from genre_desktop.dsp.sound import SoundError

    try:
        return payload_hash(path)
    except SoundError:
        return ""


class SoundHashing(ClosedAtTheEnd):
    """Has one process, which starts with the first file."""

    def __init__(self) -> None:
        self._worker = OwnWorker()

    def hash_of(self, path: Path) -> str:
        """The hash of a file's sound; empty where it has none, or where that ends the process."""
        try:
            return self._worker.ask(hash_in, path, seconds_at_most=_SECONDS_AT_MOST)
        except ClosedError:
            return ""
        except NoAnswerError as error:
            log.warning("No hash of %r: %s", path, error)
            return ""

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._worker.close()

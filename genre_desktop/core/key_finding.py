"""Finds the key of files in a process of its own, since all of each file is decoded."""

from pathlib import Path
from typing import Final

from genre_desktop.core.closing import ClosedAtTheEnd
from genre_desktop.core.own_worker import ClosedError, NoAnswerError, OwnWorker
from genre_desktop.dsp.key import Key

_SECONDS_AT_MOST: Final = 300.0


def key_in(path: Path) -> Key | None:
    """The key of a file, None where it has none or cannot be heard; what the process runs."""
    from genre_desktop.dsp.decode import open_sound
    from genre_desktop.dsp.key import KeyMeter
    from genre_desktop.dsp.sound import SoundError
    from genre_desktop.dsp.spec import STANDARD_MEL

    meter = KeyMeter(STANDARD_MEL.sample_rate)
    try:
        with open_sound(path) as stream:
            for block in stream.blocks():
                meter.push(block)
    except SoundError:
        return None
    return meter.key()


class KeyFinding(ClosedAtTheEnd):
    """Has one process, which starts with the first file."""

    def __init__(self) -> None:
        self._worker = OwnWorker()

    def key_of(self, path: Path) -> Key | None:
        """The key of a file; None where it has none, or where hearing it ends the process."""
        try:
            return self._worker.ask(key_in, path, seconds_at_most=_SECONDS_AT_MOST)
        except (ClosedError, NoAnswerError):
            return None

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._worker.close()

"""Writes where every thread was when a fault outside Python ends the program."""

import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO


class FaultLog:
    """A file that holds something only after a fault, such as a segmentation fault."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def begin(self) -> str:
        """Watch for faults from now on; returns what was written of one the time before.

        Where something else watches already, as `python -X faulthandler` does, that is left to it.

        Raises:
            OSError: The file cannot be written.
        """
        before = ""
        with suppress(FileNotFoundError):
            before = self._path.read_text(encoding="utf-8", errors="backslashreplace")
        self._path.unlink(missing_ok=True)
        if not faulthandler.is_enabled():
            self._file = self._path.open("wb")
            faulthandler.enable(self._file)
        return before

    def end(self) -> None:
        """Watch no longer; the file is gone."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            with suppress(OSError):
                self._path.unlink()

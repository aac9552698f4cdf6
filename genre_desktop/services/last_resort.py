"""Catches what nobody caught: logs it and hands it on to be shown once."""

import logging
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop import __version__

LOG_BYTES = 1_000_000
LOG_FILES = 3

_log = logging.getLogger("genre_desktop")


class LastResort(QObject):
    """Takes the place of the interpreter's hooks while the window is open.

    Signals:
        crashed: A report for the user to copy; a fault is reported once, however often it happens.
    """

    crashed = Signal(str)
    _happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reported: set[str] = set()
        self._happened.connect(self._report_once, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch errors of every thread from now on."""
        sys.excepthook = self._of_main_thread
        threading.excepthook = self._of_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _of_main_thread(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._caught(error)

    def _of_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self._caught(args.exc_value)

    def _caught(self, error: BaseException) -> None:
        text = "".join(traceback.format_exception(error))
        _log.error("%s", text)
        self._happened.emit(text)

    @Slot(str)
    def _report_once(self, text: str) -> None:
        if text not in self._reported:
            self._reported.add(text)
            self.crashed.emit(f"{versions()}\n\n{text}")


def versions() -> str:
    """What a report says of the program and the system."""
    return f"Genre Desktop {__version__}, Python {platform.python_version()}, {platform.platform()}"


def start_log(folder: Path) -> Path:
    """Write warnings and errors to a rotating file; returns the file.

    Raises:
        OSError: The folder cannot be written to.
    """
    from logging.handlers import RotatingFileHandler  # imports sockets: not before the first paint

    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "genre-desktop.log"
    handler = RotatingFileHandler(
        file, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", errors="backslashreplace"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.info("Started: %s", versions())
    return file


def stop_log() -> None:
    """Close the log file."""
    for handler in tuple(_log.handlers):
        if isinstance(handler, logging.FileHandler):
            _log.removeHandler(handler)
            handler.close()

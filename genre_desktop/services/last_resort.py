"""Catches what nobody caught: logs it and hands it on to be shown once."""

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop import __version__

_log = logging.getLogger("genre_desktop")


class LastResort(QObject):
    """Takes the place of the interpreter's hooks while the window is open.

    Signals:
        crashed: A report for the user to copy; a fault is reported once, however often it happens
            and whatever its words are.
    """

    crashed = Signal(str)
    _happened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
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
        self._happened.emit(_kind_and_place(error), f"{versions()}\n\n{text}")

    @Slot(str, str)
    def _report_once(self, fault: str, report: str) -> None:
        if fault not in self._reported:
            self._reported.add(fault)
            self.crashed.emit(report)


def _kind_and_place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__qualname__} {place}"


def versions() -> str:
    """What a report says of the program and the system."""
    import platform  # not before the first paint

    return f"Genre Desktop {__version__}, Python {platform.python_version()}, {platform.platform()}"

"""The program's log: a rotating file of its own for each process that is open."""

import logging
from collections import deque
from pathlib import Path

from PySide6.QtCore import QLockFile, QMessageLogContext, QtMsgType, qInstallMessageHandler

from genre_desktop.services.fault_log import FaultLog
from genre_desktop.services.last_resort import versions

LOG_NAME = "genre-desktop"
LOG_BYTES = 1_000_000
LOG_FILES = 3
MOST_PROCESSES = 20
MOST_EARLY = 1_000  # records, where no file can be opened at all

_log = logging.getLogger("genre_desktop")
_qt_log = logging.getLogger("genre_desktop.qt")
_FORMAT = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class LogFile:
    """Keeps what is logged before the file is open: opening it takes too long before the window.

    Each process has a file of its own, for two cannot rotate the same one.

    Attributes:
        tells_of_fault: Whether it says where the program was when a fault ended it the time before.
    """

    def __init__(self) -> None:
        self.tells_of_fault = False
        self._early = _Kept()
        self._file: logging.Handler | None = None
        self._faults: FaultLog | None = None
        self._lock: QLockFile | None = None
        self._takes_qt_messages = False
        _log.addHandler(self._early)
        _log.setLevel(logging.INFO)

    def open(self, folder: Path) -> Path:
        """Write what was logged so far, and warnings and errors from now on; returns the file.

        Raises:
            OSError: The folder cannot be written to.
        """
        from logging.handlers import RotatingFileHandler  # imports sockets

        folder.mkdir(parents=True, exist_ok=True)
        path, self._lock = _own_place(folder)
        self._file = RotatingFileHandler(
            path,
            maxBytes=LOG_BYTES,
            backupCount=LOG_FILES,
            encoding="utf-8",
            errors="backslashreplace",
        )
        self._file.setFormatter(_FORMAT)
        _log.addHandler(self._file)
        _log.removeHandler(self._early)
        self._faults = FaultLog(path.with_name(f"{path.stem}-fault.log"))
        if before := self._faults.begin():
            _log.error("A fault outside Python, the time before:\n%s", before)
            self.tells_of_fault = True
        _log.info("Started: %s", versions())
        for record in tuple(self._early.records):  # a thread may be adding its last
            self._file.handle(record)
        return path

    def take_qt_messages(self) -> None:
        """Log what Qt complains about, until the log is closed."""
        self._before = qInstallMessageHandler(_take_qt_message)
        self._takes_qt_messages = True

    def close(self) -> None:
        """Close the file; nothing is logged any more."""
        if self._takes_qt_messages:
            self._takes_qt_messages = False
            qInstallMessageHandler(self._before)
        _log.removeHandler(self._early)
        if self._file is not None:
            _log.removeHandler(self._file)
            self._file.close()
        if self._faults is not None:
            self._faults.end()
        if self._lock is not None:
            self._lock.unlock()


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.records: deque[logging.LogRecord] = deque(maxlen=MOST_EARLY)

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def _take_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s (%s)", message, context.category)


def _own_place(folder: Path) -> tuple[Path, QLockFile]:
    """The first log file that no other process writes, and what says that it is ours now."""
    for number in range(1, MOST_PROCESSES + 1):
        path = folder / (f"{LOG_NAME}.log" if number == 1 else f"{LOG_NAME}-{number}.log")
        lock = QLockFile(f"{path}.lock")
        lock.setStaleLockTime(0)
        if lock.tryLock(0) or lock.error() != QLockFile.LockError.LockFailedError:
            break
    return path, lock

"""Says that no window can be opened there, where Qt itself would abort the process."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_EXIT_CODE = 2


@contextmanager
def said_rather_than_aborted() -> Iterator[None]:
    """While the application is made: no display, or none of its plug-ins loads, is a sentence.

    Qt ends the process then, whatever its handler does; so this ends it first.
    """
    complaints: list[str] = []

    def take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg and "platform plugin" in message:
            _end(complaints)
        complaints.append(message)
        before(kind, context, message)

    before = qInstallMessageHandler(take)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _end(complaints: list[str]) -> None:
    reasons = [line.strip() for line in complaints if "platform plugin" not in line]
    reason = f" ({'; '.join(reasons)})" if reasons else ""
    print(
        f"genre-desktop: No window can be opened on this display{reason}; "
        "`genre-desktop classify PATH…` does the same in the terminal.",
        file=sys.stderr,
        flush=True,
    )
    os._exit(_EXIT_CODE)

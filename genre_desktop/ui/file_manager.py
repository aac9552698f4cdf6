"""Shows a file in the platform's file manager: the one place that differs by platform."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal, Slot
from PySide6.QtGui import QDesktopServices

from genre_desktop.ui.urls import url_of

ANSWER_MS = 5_000  # a file manager that is started for it takes a second or two


class FileManager(QObject):
    """Opens a file's folder with the file selected, where the platform can.

    Signals:
        failed: The `Path` whose folder could not be opened either.
    """

    failed = Signal(Path)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Not in closures: the last of them would take this object along, from within its own child.
        self._asked: dict[QObject, Path] = {}

    def show_file(self, path: Path) -> None:
        """Show a file; the window does not wait for the answer."""
        if sys.platform == "win32":
            started = _started("explorer", ["/select,", str(path)])
        elif sys.platform == "darwin":
            started = _started("open", ["-R", str(path)])
        else:
            started = self._asked_over_dbus(path)
        if not started:
            self._open_folder(path)

    def _open_folder(self, path: Path) -> None:
        if not QDesktopServices.openUrl(url_of(path.parent)):
            self.failed.emit(path)

    def _asked_over_dbus(self, path: Path) -> bool:
        """The freedesktop.org interface that most Linux file managers answer to."""
        from PySide6.QtDBus import (  # only here, and only on Linux
            QDBusConnection,
            QDBusMessage,
            QDBusPendingCallWatcher,
        )

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        call = QDBusMessage.createMethodCall(
            "org.freedesktop.FileManager1",
            "/org/freedesktop/FileManager1",
            "org.freedesktop.FileManager1",
            "ShowItems",
        )
        call.setArguments([[bytes(url_of(path).toEncoded().data()).decode("ascii")], ""])
        answer = QDBusPendingCallWatcher(bus.asyncCall(call, ANSWER_MS), self)
        answer.finished.connect(self._take_answer)
        self._asked[answer] = path
        return True

    @Slot()
    def _take_answer(self) -> None:
        from PySide6.QtDBus import QDBusPendingCallWatcher

        answer = self.sender()
        assert isinstance(answer, QDBusPendingCallWatcher)
        path = self._asked.pop(answer)
        if answer.isError():
            self._open_folder(path)
        answer.deleteLater()


def _started(program: str, arguments: list[str]) -> bool:
    return bool(QProcess.startDetached(program, arguments))

"""Shows a file in the platform's file manager: the one place that differs by platform."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtGui import QDesktopServices

from genre_desktop.ui.urls import url_of


def show_in_file_manager(path: Path) -> bool:
    """Open the file's folder with the file selected, where the platform can; True on success."""
    if sys.platform == "win32":
        return _started("explorer", [f"/select,{path}"]) or _folder_opened(path)
    if sys.platform == "darwin":
        return _started("open", ["-R", str(path)]) or _folder_opened(path)
    return _asked_over_dbus(path) or _folder_opened(path)


def open_in_own_player(path: Path) -> bool:
    """Open a file in the program that the user has chosen for it; True on success."""
    return QDesktopServices.openUrl(url_of(path))


def _started(program: str, arguments: list[str]) -> bool:
    return bool(QProcess.startDetached(program, arguments))


def _folder_opened(path: Path) -> bool:
    return QDesktopServices.openUrl(url_of(path.parent))


def _asked_over_dbus(path: Path) -> bool:
    """The freedesktop.org interface that most Linux file managers answer to."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # only here, and only on Linux

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
    return bus.call(call).type() == QDBusMessage.MessageType.ReplyMessage

"""Asks the desktop whether it wishes less motion, once the window has been painted.

On Linux the settings portal says so, on the connection that the player has to the session bus;
where there is no bus, no portal or no such setting, nothing is said and motion stays. On Windows
the system says it at once. On macOS the answer (NSWorkspace) is in Objective-C only, for which
neither Python nor Qt 6.11 has a call; there the preference alone decides.

Specification: https://flatpak.github.io/xdg-desktop-portal/docs/, section Settings
"""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from genre_desktop.services.player.playback_settings import PlaybackSettings
from genre_desktop.services.player.session_bus import SessionBus

if TYPE_CHECKING:  # no cycle: QtDBus comes after the first paint
    from PySide6.QtDBus import QDBusPendingCallWatcher

log = logging.getLogger(__name__)

_PORTAL: Final = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
_INTERFACE: Final = "org.freedesktop.portal.Settings"
_UNKNOWN_METHOD: Final = "org.freedesktop.DBus.Error.UnknownMethod"
_PATIENCE: Final = 25_000  # ms: the bus may have to start the portal; nobody waits for it
_SPI_GETCLIENTAREAANIMATION: Final = 0x1042


@dataclass(frozen=True)
class _Question:
    """What the portal is asked, and the value that says "less motion"."""

    namespace: str
    key: str
    wish: int
    method: str = "ReadOne"


_QUESTIONS: Final = (
    _Question("org.freedesktop.appearance", "reduced-motion", 1),
    # GNOME's own switch, which older portals hand on as it is
    _Question("org.gnome.desktop.interface", "enable-animations", wish=False),
)


class DesktopMotion(QObject):
    """Any setting that wishes less motion is enough."""

    def __init__(
        self, bus: SessionBus, settings: PlaybackSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bus, self._settings = bus, settings
        # Not in closures: the last of them would take this object along, from within its own child.
        self._open: dict[QDBusPendingCallWatcher, _Question] = {}
        bus.appeared.connect(self._ask_portal)

    def start(self) -> None:
        """Ask Windows; on Linux the portal is asked when the player has appeared on the bus."""
        if sys.platform == "win32" and not _windows_moves():
            self._settings.follow_desktop(reduces_motion=True)

    @Slot()
    def _ask_portal(self) -> None:
        for question in _QUESTIONS:
            self._ask(question)

    def _ask(self, question: _Question) -> None:
        # Never a call that waits: it would keep the interpreter from the window.
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        message = QDBusMessage.createMethodCall(*_PORTAL, _INTERFACE, question.method)
        message.setArguments([question.namespace, question.key])
        pending = QDBusConnection(self._bus.connection).asyncCall(message, _PATIENCE)
        watcher = QDBusPendingCallWatcher(pending, self)
        watcher.finished.connect(self._take)
        self._open[watcher] = question

    @Slot()
    def _take(self) -> None:
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        watcher = self.sender()
        assert isinstance(watcher, QDBusPendingCallWatcher)
        question = self._open.pop(watcher)
        watcher.deleteLater()
        answer = watcher.reply()
        if answer.type() is QDBusMessage.MessageType.ReplyMessage:
            if _content(answer.arguments()) == question.wish:
                self._settings.follow_desktop(reduces_motion=True)
        elif answer.errorName() == _UNKNOWN_METHOD and question.method == "ReadOne":
            self._ask(replace(question, method="Read"))  # a portal of before 2023 has only this
        else:
            log.info("The desktop does not say %s: %s", question.key, answer.errorMessage())


def _content(arguments: list[object]) -> object:
    """What an answer holds, in one variant or, of the older method, in two."""
    from PySide6.QtDBus import QDBusVariant

    value: object = arguments[0] if arguments else None
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value


def _windows_moves() -> bool:
    """Whether Windows shows animations; yes where it does not say."""
    moves = True
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        told = wintypes.BOOL(1)
        ask = ctypes.WinDLL("user32").SystemParametersInfoW
        ask.argtypes = (wintypes.UINT, wintypes.UINT, ctypes.c_void_p, wintypes.UINT)
        ask.restype = wintypes.BOOL
        if ask(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(told), 0):
            moves = bool(told.value)
    return moves

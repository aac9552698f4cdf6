"""Brings the player onto the session bus: in the background, and only where there is a bus.

This is the one place that imports QtDBus, and it does so once the window is painted.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.core.track import Tags, Track
from genre_desktop.services.lane import STEP_SECONDS, Lane
from genre_desktop.services.player.playback_settings import PlaybackSettings
from genre_desktop.services.player.player import Player

if TYPE_CHECKING:  # no cycle: it loads QtDBus, which comes after the first paint
    from genre_desktop.services.player.mpris import Mpris

log = logging.getLogger(__name__)


def bus_address() -> str:
    """Where the session bus listens, "" where there is none; none is ever started."""
    if sys.platform != "linux":
        return ""
    told = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if told:
        return told
    socket = Path(os.environ.get("XDG_RUNTIME_DIR", ""), "bus")
    return f"unix:path={socket}" if socket.is_absolute() and socket.is_socket() else ""


class SessionBus(QObject):
    """Nothing happens before `start`, and nothing at all without a bus.

    Signals:
        raise_requested: Somebody on the bus wants to see the window.
        quit_requested: Somebody on the bus wants the program to end.
        toggle_requested: Pause, go on, or play where the program was left.
        open_requested: The address of a file to be played.
        appeared: The name under which the player is on the bus now.
    """

    raise_requested = Signal()
    quit_requested = Signal()
    toggle_requested = Signal()
    open_requested = Signal(str)
    appeared = Signal(str)
    _connected = Signal()
    _cover_found = Signal(Track, Path)

    def __init__(
        self, player: Player, settings: PlaybackSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._player, self._settings = player, settings
        self._lane = Lane("session bus")
        self._connection = f"genre-desktop {id(self):x}"  # Qt's name for it
        self._mpris: Mpris | None = None
        self._has_begun = False
        self._is_connected = False  # in the lane's thread
        self._name = ""
        self._tagged: Track | None = None
        self._tags = Tags()
        self._connected.connect(self._build, Qt.ConnectionType.QueuedConnection)
        self._cover_found.connect(self._show_cover, Qt.ConnectionType.QueuedConnection)

    @property
    def connection(self) -> str:
        """Qt's name for the connection; of use once the player has appeared."""
        return self._connection

    @Slot()
    def start(self) -> None:
        """Appear on the bus, if there is one."""
        address = bus_address()
        if address:
            self._has_begun = True
            self._lane.do(lambda: self._connect(address))

    def show_tags(self, track: Track | None, tags: Tags) -> None:
        """This is what a track says of itself; it is told while that track is heard."""
        self._tagged, self._tags = track, tags
        if self._mpris is not None:
            self._mpris.show_tags(track, tags)

    def close(self) -> None:
        """Leave the bus."""
        mpris, self._mpris = self._mpris, None
        if mpris is not None:
            mpris.leave()
        if self._has_begun:
            self._lane.do(self._disconnect)
        self._lane.finish(STEP_SECONDS)

    # In the lane's thread: a bus that hangs holds up nobody

    def _connect(self, address: str) -> None:
        from PySide6.QtDBus import QDBusConnection

        import genre_desktop.services.player.mpris  # noqa: F401 — it is only loaded here

        bus = QDBusConnection.connectToBus(address, self._connection)
        if not bus.isConnected():
            log.info("No session bus: %s", bus.lastError().message())
            return
        self._is_connected = True
        if not self._lane.stopping:
            self._connected.emit()

    def _look_for_cover(self, track: Track) -> None:
        """In the track's folder: one in the file itself has no address."""
        from genre_desktop.core.tags import folder_covers

        picture = next(folder_covers(track.path.parent), None)
        if picture is not None and not self._lane.stopping:
            self._cover_found.emit(track, picture)

    def _take_name(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        from genre_desktop.services.player.mpris import NAME

        bus = QDBusConnection(self._connection)
        for name in (NAME, f"{NAME}.instance{os.getpid()}"):  # the second window has the second
            if bus.registerService(name):
                self._name = name
                self.appeared.emit(name)
                return
        log.info("No name on the session bus: %s", bus.lastError().message())

    def _disconnect(self) -> None:
        if not self._is_connected:
            return
        from PySide6.QtDBus import QDBusConnection

        if self._name:
            QDBusConnection(self._connection).unregisterService(self._name)
        QDBusConnection.disconnectFromBus(self._connection)

    # In the window's thread

    @Slot()
    def _build(self) -> None:
        if self._lane.stopping:
            return
        from PySide6.QtDBus import QDBusConnection

        from genre_desktop.services.player.mpris import Mpris

        bus = QDBusConnection(self._connection)
        self._mpris = mpris = Mpris(bus, self._player, self._settings, self)
        mpris.raise_requested.connect(self.raise_requested)
        mpris.quit_requested.connect(self.quit_requested)
        mpris.toggle_requested.connect(self.toggle_requested)
        mpris.open_requested.connect(self.open_requested)
        mpris.show_tags(self._tagged, self._tags)
        self._player.track_changed.connect(self._follow_track)
        self._follow_track(self._player.track)
        self._lane.do(self._take_name)  # whoever sees the name finds the player behind it

    @Slot(object)
    def _follow_track(self, heard: object) -> None:
        if isinstance(heard, Track):
            self._lane.do(lambda: self._look_for_cover(heard))

    @Slot(Track, Path)
    def _show_cover(self, track: Track, picture: Path) -> None:
        if self._mpris is not None:
            self._mpris.show_cover(track, picture)

"""Media keys and panels of Linux desktops: the player on the session bus, as MPRIS 2.2 says.

Specification: https://specifications.freedesktop.org/mpris-spec/2.2/
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import ClassInfo, Property, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
)

from genre_desktop.core.play_order import Repeat
from genre_desktop.core.track import Tags, Track
from genre_desktop.services.player.player import Player, PlayerState

_NAME: Final = "org.mpris.MediaPlayer2.genre_desktop"
_PATH: Final = "/org/mpris/MediaPlayer2"
_PLAYER: Final = "org.mpris.MediaPlayer2.Player"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_NO_TRACK: Final = "/org/mpris/MediaPlayer2/TrackList/NoTrack"
_STATES: Final = {
    PlayerState.STOPPED: "Stopped",
    PlayerState.PLAYING: "Playing",
    PlayerState.PAUSED: "Paused",
}
_LOOPS: Final = {Repeat.OFF: "None", Repeat.ONE: "Track", Repeat.ALL: "Playlist"}


class Mpris(QObject):
    """The player's place on the bus.

    Signals:
        raise_requested: Somebody wants to see the window.
        quit_requested: Somebody wants the program to end.
        volume_requested: Travel of the volume control, 0 to 1.
        repeat_requested: A `Repeat`.
        shuffle_requested: Whether to shuffle.
    """

    raise_requested = Signal()
    quit_requested = Signal()
    volume_requested = Signal(float)
    repeat_requested = Signal(Repeat)
    shuffle_requested = Signal(bool)

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.player = player
        self.volume = 1.0
        self._tags = Tags()
        self._number = 0
        self._bus = QDBusConnection.sessionBus()
        self._root = _Root(self)
        self._player = _Player(self)
        self.is_there = self._register()
        player.state_changed.connect(self._tell_state)
        player.jumped.connect(self._tell_jump)

    def show_track(self, tags: Tags) -> None:
        """Another track is heard; this is what its file says."""
        self._tags = tags
        self._number += 1
        self.tell(Metadata=self.metadata())

    def show_volume(self, travel: float) -> None:
        """The volume is another."""
        self.volume = travel
        self.tell(Volume=travel)

    def show_order(self) -> None:
        """How the list is repeated or shuffled has changed."""
        order = self.player.order
        self.tell(LoopStatus=_LOOPS[order.repeat], Shuffle=order.shuffle)

    def close(self) -> None:
        """Leave the bus."""
        if self.is_there:
            self._bus.unregisterService(_NAME)
            self._bus.unregisterObject(_PATH)

    def metadata(self) -> dict[str, Any]:
        """What is playing, in the specification's words."""
        track = self.player.track
        if track is None:
            return {"mpris:trackid": QDBusObjectPath(_NO_TRACK)}
        known: dict[str, Any] = {
            "mpris:trackid": self.track_id(),
            "xesam:title": self._tags.title or track.part_title or track.path.stem,
            "xesam:url": _address(track),
        }
        if self._tags.artist:
            known["xesam:artist"] = [self._tags.artist]
        if self._tags.album:
            known["xesam:album"] = self._tags.album
        if self._tags.seconds:
            known["mpris:length"] = round(self._tags.seconds * 1e6)
        return known

    def track_id(self) -> QDBusObjectPath:
        """Tells the present track from all others."""
        return QDBusObjectPath(f"/org/genre_desktop/track/{self._number}")

    def tell(self, **changed: object) -> None:
        """Say that properties of the player have changed."""
        if self.is_there:
            message = QDBusMessage.createSignal(_PATH, _PROPERTIES, "PropertiesChanged")
            message.setArguments([_PLAYER, changed, []])
            self._bus.send(message)

    def _register(self) -> bool:
        exported = QDBusConnection.RegisterOption.ExportAdaptors
        return (
            self._bus.isConnected()
            and self._bus.registerObject(_PATH, self, exported)
            and self._bus.registerService(_NAME)
        )

    @Slot(PlayerState)
    def _tell_state(self, state: PlayerState) -> None:
        self.tell(PlaybackStatus=_STATES[state])

    @Slot()
    def _tell_jump(self) -> None:
        if self.is_there:
            message = QDBusMessage.createSignal(_PATH, _PLAYER, "Seeked")
            message.setArguments([round(self.player.moment().seconds * 1e6)])
            self._bus.send(message)


def _address(track: Track) -> str:
    try:
        return Path(track.path).as_uri()
    except (UnicodeEncodeError, ValueError):  # a name that is no text has no address
        return ""


@ClassInfo({"D-Bus Interface": "org.mpris.MediaPlayer2"})  # type: ignore[call-arg]  # the types know keywords only
class _Root(QDBusAbstractAdaptor):
    """The program."""

    def __init__(self, mpris: Mpris) -> None:
        super().__init__(mpris)
        self._mpris = mpris

    @Slot()
    def Raise(self) -> None:
        self._mpris.raise_requested.emit()

    @Slot()
    def Quit(self) -> None:
        self._mpris.quit_requested.emit()

    def _yes(self) -> bool:
        return True

    def _no(self) -> bool:
        return False

    def _nothing(self) -> list[str]:
        return []

    def _identity(self) -> str:
        return "Genre Desktop"

    def _entry(self) -> str:
        return "genre-desktop"

    CanQuit = Property(bool, _yes)
    CanRaise = Property(bool, _yes)
    HasTrackList = Property(bool, _no)
    Identity = Property(str, _identity)
    DesktopEntry = Property(str, _entry)
    SupportedUriSchemes = Property("QStringList", _nothing)  # type: ignore[arg-type]
    SupportedMimeTypes = Property("QStringList", _nothing)  # type: ignore[arg-type]


@ClassInfo({"D-Bus Interface": _PLAYER})  # type: ignore[call-arg]  # the types know keywords only
class _Player(QDBusAbstractAdaptor):
    """The player."""

    def __init__(self, mpris: Mpris) -> None:
        super().__init__(mpris)
        self._mpris = mpris

    @Slot()
    def Next(self) -> None:
        self._mpris.player.play_next()

    @Slot()
    def Previous(self) -> None:
        self._mpris.player.play_previous()

    @Slot()
    def Pause(self) -> None:
        self._mpris.player.pause()

    @Slot()
    def PlayPause(self) -> None:
        self._mpris.player.toggle()

    @Slot()
    def Stop(self) -> None:
        self._mpris.player.stop()

    @Slot()
    def Play(self) -> None:
        if self._mpris.player.state is not PlayerState.PLAYING:
            self._mpris.player.toggle()

    @Slot("qlonglong")
    def Seek(self, offset: int) -> None:
        self._mpris.player.skip(offset / 1e6)

    @Slot(QDBusObjectPath, "qlonglong")
    def SetPosition(self, track: QDBusObjectPath, position: int) -> None:
        if track.path() == self._mpris.track_id().path():
            self._mpris.player.seek(position / 1e6)

    def _status(self) -> str:
        return _STATES[self._mpris.player.state]

    def _metadata(self) -> dict[str, Any]:
        return self._mpris.metadata()

    def _position(self) -> int:
        return round(self._mpris.player.moment().seconds * 1e6)

    def _volume(self) -> float:
        return self._mpris.volume

    def _set_volume(self, travel: float) -> None:
        self._mpris.volume_requested.emit(min(1.0, max(0.0, travel)))

    def _loop(self) -> str:
        return _LOOPS[self._mpris.player.order.repeat]

    def _set_loop(self, words: str) -> None:
        for repeat, name in _LOOPS.items():
            if name == words:
                self._mpris.repeat_requested.emit(repeat)

    def _shuffle(self) -> bool:
        return self._mpris.player.order.shuffle

    def _set_shuffle(self, on: bool) -> None:
        self._mpris.shuffle_requested.emit(on)

    def _rate(self) -> float:
        return 1.0

    def _can(self) -> bool:
        return True

    PlaybackStatus = Property(str, _status)
    Metadata = Property("QVariantMap", _metadata)  # type: ignore[arg-type]
    Position = Property("qlonglong", _position)  # type: ignore[arg-type]
    Volume = Property(float, _volume, _set_volume)
    LoopStatus = Property(str, _loop, _set_loop)
    Shuffle = Property(bool, _shuffle, _set_shuffle)
    Rate = Property(float, _rate)
    MinimumRate = Property(float, _rate)
    MaximumRate = Property(float, _rate)
    CanGoNext = Property(bool, _can)
    CanGoPrevious = Property(bool, _can)
    CanPlay = Property(bool, _can)
    CanPause = Property(bool, _can)
    CanSeek = Property(bool, _can)
    CanControl = Property(bool, _can)

"""The player on the session bus of a Linux desktop, as MPRIS 2.2 says.

Media keys, headsets and the desktop's panels drive it there. Imported by `session_bus` alone, once
the window is painted.

Specification: https://specifications.freedesktop.org/mpris-spec/2.2/
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import ClassInfo, Property, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusVariant,
)

from genre_desktop.core.play_order import Repeat
from genre_desktop.core.track import Tags, Track
from genre_desktop.services.player.bus_properties import PROPERTIES, BusProperties
from genre_desktop.services.player.bus_values import dictionary, int64
from genre_desktop.services.player.playback_settings import PlaybackSettings
from genre_desktop.services.player.player import Player, PlayerState

NAME: Final = "org.mpris.MediaPlayer2.genre_desktop"
_PATH: Final = "/org/mpris/MediaPlayer2"
_ROOT: Final = "org.mpris.MediaPlayer2"
_PLAYER: Final = "org.mpris.MediaPlayer2.Player"
_NO_TRACK: Final = "/org/mpris/MediaPlayer2/TrackList/NoTrack"
_STATES: Final = {
    PlayerState.STOPPED: "Stopped",
    PlayerState.PLAYING: "Playing",
    PlayerState.PAUSED: "Paused",
}
_LOOPS: Final = {Repeat.OFF: "None", Repeat.ONE: "Track", Repeat.ALL: "Playlist"}
# Of what is decoded, those that desktops have names for.
_KINDS: Final = (
    "audio/mpeg",
    "audio/flac",
    "audio/ogg",
    "audio/mp4",
    "audio/aac",
    "audio/x-wav",
    "audio/x-aiff",
    "audio/x-ms-wma",
    "audio/x-wavpack",
    "audio/x-ape",
    "audio/x-musepack",
)
_A_SECOND: Final = 1_000_000  # times are told in microseconds


class Mpris(QObject):
    """What others on the bus see of the player, and may ask of it.

    Args:
        bus: The connection.
        player: Is driven.
        settings: Volume and order.

    Signals:
        raise_requested: Somebody wants to see the window.
        quit_requested: Somebody wants the program to end.
        toggle_requested: Pause, go on, or play where the program was left.
        open_requested: The address of a file to be played.
    """

    raise_requested = Signal()
    quit_requested = Signal()
    toggle_requested = Signal()
    open_requested = Signal(str)

    def __init__(
        self,
        bus: QDBusConnection,
        player: Player,
        settings: PlaybackSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.player, self.settings = player, settings
        self._bus = bus
        self._tagged: Track | None = None
        self._tags = Tags()
        self._cover: tuple[Track, Path] | None = None
        self._told_length: tuple[float, QDBusVariant] | None = None
        self._number = 0
        self._on_bus = _Player(self)
        adaptors = {_ROOT: _Root(self), _PLAYER: self._on_bus}
        written = {"Metadata": self._written_metadata, "Position": self._written_position}
        self._properties = BusProperties(self, bus, adaptors, written)
        bus.registerObject(_PATH, self, QDBusConnection.RegisterOption.ExportAdaptors)
        player.state_changed.connect(self._tell_state)
        player.track_changed.connect(self._tell_track)
        player.jumped.connect(self._tell_jump)
        settings.volume_changed.connect(self._tell_volume)
        settings.order_changed.connect(self._tell_order)

    def show_tags(self, track: Track | None, tags: Tags) -> None:
        """This is what a track says of itself; it is told while that track is heard."""
        if (track, tags) != (self._tagged, self._tags):
            self._tagged, self._tags = track, tags
            self._tell(Metadata=dictionary(self.metadata()))

    def show_cover(self, track: Track, picture: Path) -> None:
        """This picture lies beside a track; it is told while that track is heard."""
        self._cover = track, picture
        if track == self.player.track:
            self._tell(Metadata=dictionary(self.metadata()))

    def leave(self) -> None:
        """Be seen no more."""
        self._bus.unregisterObject(_PATH)

    def metadata(self) -> dict[str, Any]:
        """What is playing, in the specification's words."""
        track = self.player.track
        tags = self._tags if track == self._tagged else Tags()
        if track is None:
            return {"mpris:trackid": QDBusObjectPath(_NO_TRACK)}
        known: dict[str, Any] = {
            "mpris:trackid": self.track_id(),
            "xesam:title": tags.title if tags.title and not track.part_title else track.name,
            "xesam:url": _address(track.path),
            "xesam:artist": [tags.artist] if tags.artist else None,
            "xesam:album": tags.album or None,
            "mpris:length": self._length(tags.seconds) if tags.seconds else None,
            "mpris:artUrl": self._cover_address(track),
        }
        return {name: value for name, value in known.items() if value is not None}

    def _written_metadata(self) -> QDBusArgument:
        return dictionary(self.metadata())

    def _written_position(self) -> QDBusVariant:
        return int64(self._bus, round(self.player.moment().seconds * _A_SECOND))

    def _length(self, seconds: float) -> QDBusVariant:
        """Microseconds."""
        if self._told_length is None or self._told_length[0] != seconds:
            self._told_length = seconds, int64(self._bus, round(seconds * _A_SECOND))
        return self._told_length[1]

    def _cover_address(self, track: Track) -> str | None:
        if self._cover is None or self._cover[0] != track:
            return None
        return _address(self._cover[1])

    def track_id(self) -> QDBusObjectPath:
        """Tells the present track from all others."""
        return QDBusObjectPath(f"/org/genre_desktop/track/{self._number}")

    def play_beside(self, step: int) -> None:
        """Go to the next or the previous track; what is paused stays paused."""
        player = self.player
        if player.track is None:
            return
        order, paused = player.order, player.state is PlayerState.PAUSED
        beside = order.next(player.track) if step > 0 else order.previous(player.track)
        if beside is not None:
            player.play(beside, paused=paused)
        elif step > 0:
            player.stop()

    def skip(self, seconds: float) -> None:
        """Go so far forwards, into the next track beyond the end, or backwards."""
        moment = self.player.moment()
        wanted = moment.seconds + seconds
        if moment.length_seconds is not None and wanted > moment.length_seconds:
            self.play_beside(1)
        else:
            self.player.seek(max(0.0, wanted))

    def seek(self, track: str, seconds: float) -> None:
        """Go to a moment of the track, if it is still that one and has this moment."""
        length = self.player.moment().length_seconds
        if track == self.track_id().path() and 0.0 <= seconds <= (length or seconds):
            self.player.seek(seconds)

    def _tell(self, **changed: object) -> None:
        message = QDBusMessage.createSignal(_PATH, PROPERTIES, "PropertiesChanged")
        message.setArguments([_PLAYER, changed, []])
        self._bus.send(message)

    @Slot(PlayerState)
    def _tell_state(self, state: PlayerState) -> None:
        self._tell(PlaybackStatus=_STATES[state])

    @Slot(object)
    def _tell_track(self, track: object) -> None:
        self._number += 1
        can = track is not None
        self._tell(
            Metadata=dictionary(self.metadata()), CanSeek=can, CanGoNext=can, CanGoPrevious=can
        )

    @Slot()
    def _tell_jump(self) -> None:
        self._on_bus.Seeked.emit(round(self.player.moment().seconds * _A_SECOND))

    @Slot()
    def _tell_volume(self) -> None:
        self._tell(Volume=0.0 if self.settings.muted else self.settings.volume)

    @Slot()
    def _tell_order(self) -> None:
        self._tell(LoopStatus=_LOOPS[self.settings.repeat], Shuffle=self.settings.shuffle)


def _address(path: Path) -> str | None:
    try:
        return path.as_uri()
    except (UnicodeEncodeError, ValueError):  # a name that is no text has no address
        return None


# The names of what follows are the specification's.

_Named: Any = Property  # the stubs know Python's types only, not the names of Qt's


@ClassInfo({"D-Bus Interface": _ROOT})  # type: ignore[call-arg]  # the stubs know keywords only
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

    def _schemes(self) -> list[str]:
        return ["file"]

    def _kinds(self) -> list[str]:
        return list(_KINDS)

    def _identity(self) -> str:
        return "Genre Desktop"

    def _entry(self) -> str:
        return "genre-desktop"

    CanQuit = Property(bool, _yes)
    CanRaise = Property(bool, _yes)
    HasTrackList = Property(bool, _no)
    Identity = Property(str, _identity)
    DesktopEntry = Property(str, _entry)
    SupportedUriSchemes = _Named("QStringList", _schemes)
    SupportedMimeTypes = _Named("QStringList", _kinds)


@ClassInfo({"D-Bus Interface": _PLAYER})  # type: ignore[call-arg]  # the stubs know keywords only
class _Player(QDBusAbstractAdaptor):
    """The player."""

    Seeked: Any = Signal("qlonglong")  # the stubs do not know the name

    def __init__(self, mpris: Mpris) -> None:
        super().__init__(mpris)
        self._mpris, self._player, self._settings = mpris, mpris.player, mpris.settings

    @Slot()
    def Next(self) -> None:
        self._mpris.play_beside(1)

    @Slot()
    def Previous(self) -> None:
        self._mpris.play_beside(-1)

    @Slot()
    def Pause(self) -> None:
        self._player.pause()

    @Slot()
    def PlayPause(self) -> None:
        self._mpris.toggle_requested.emit()

    @Slot()
    def Stop(self) -> None:
        self._player.stop()

    @Slot()
    def Play(self) -> None:
        if self._player.state is not PlayerState.PLAYING:
            self._mpris.toggle_requested.emit()

    @Slot("qlonglong")
    def Seek(self, offset: int) -> None:
        self._mpris.skip(offset / _A_SECOND)

    @Slot(QDBusObjectPath, "qlonglong")
    def SetPosition(self, track: QDBusObjectPath, position: int) -> None:
        self._mpris.seek(track.path(), position / _A_SECOND)

    @Slot(str)
    def OpenUri(self, address: str) -> None:
        self._mpris.open_requested.emit(address)

    def _status(self) -> str:
        return _STATES[self._player.state]

    def _metadata(self) -> dict[str, Any]:
        return self._mpris.metadata()  # told by `BusProperties`; here for the list of properties

    def _position(self) -> int:
        return round(self._player.moment().seconds * _A_SECOND)

    def _volume(self) -> float:
        return 0.0 if self._settings.muted else self._settings.volume

    def _set_volume(self, travel: float) -> None:
        self._settings.volume = min(1.0, max(0.0, travel))
        self._settings.muted = False

    def _loop(self) -> str:
        return _LOOPS[self._settings.repeat]

    def _set_loop(self, words: str) -> None:
        for repeat, name in _LOOPS.items():
            if name == words:
                self._settings.repeat = repeat

    def _shuffle(self) -> bool:
        return self._settings.shuffle

    def _set_shuffle(self, on: bool) -> None:
        self._settings.shuffle = on

    def _rate(self) -> float:
        return 1.0

    def _yes(self) -> bool:
        return True

    def _has_track(self) -> bool:
        return self._player.track is not None

    PlaybackStatus = Property(str, _status)
    Metadata = _Named("QVariantMap", _metadata)
    Position = _Named("qlonglong", _position)
    Volume = Property(float, _volume, _set_volume)
    LoopStatus = Property(str, _loop, _set_loop)
    Shuffle = Property(bool, _shuffle, _set_shuffle)
    Rate = Property(float, _rate)
    MinimumRate = Property(float, _rate)
    MaximumRate = Property(float, _rate)
    CanGoNext = Property(bool, _has_track)
    CanGoPrevious = Property(bool, _has_track)
    CanPlay = Property(bool, _yes)
    CanPause = Property(bool, _yes)
    CanSeek = Property(bool, _has_track)
    CanControl = Property(bool, _yes)

"""The player on a session bus of its own, driven by other processes."""

import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import Repeat
from genre_desktop.core.track import Tags, Track
from genre_desktop.services.player.playback_settings import PlaybackSettings
from genre_desktop.services.player.player import Player, PlayerState
from genre_desktop.services.player.session_bus import SessionBus, bus_address
from tests.support.session_bus import PrivateBus
from tests.support.sounds import music, write_wav

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="missing: a Linux desktop")

PATIENCE = 30_000  # ms: a process has to start
NAME = "org.mpris.MediaPlayer2.genre_desktop"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
SECONDS = 4.0


@pytest.fixture
def tracks(tmp_path: Path) -> list[Track]:
    return [Track(write_wav(tmp_path / f"{i}.wav", music(SECONDS, seed=i))) for i in range(3)]


@pytest.fixture
def settings(tmp_path: Path) -> PlaybackSettings:
    return PlaybackSettings(tmp_path / "settings.ini")


@pytest.fixture
def on_bus(
    bus: PrivateBus, player: Player, settings: PlaybackSettings, qtbot: QtBot
) -> Iterator[SessionBus]:
    """The player on the bus, under its own name."""
    on_bus = SessionBus(player, settings)
    on_bus.toggle_requested.connect(player.toggle)
    with qtbot.waitSignal(on_bus.appeared, timeout=PATIENCE) as appeared:
        on_bus.start()
    assert appeared.args == [NAME]
    yield on_bus
    on_bus.close()


def state(player: Player) -> PlayerState:
    return player.state


def sounding(player: Player, track: Track) -> bool:
    return player.track == track and player.moment().decoded >= 0


def is_told(bus: PrivateBus, words: str) -> bool:
    return words in bus.told()


def test_the_program_is_found_under_its_name(
    on_bus: SessionBus, bus: PrivateBus, qtbot: QtBot
) -> None:
    assert NAME in bus.names(qtbot)
    assert "Genre Desktop" in bus.get(qtbot, NAME, ROOT, "Identity")
    assert "boolean true" in bus.get(qtbot, NAME, ROOT, "CanRaise")
    assert "boolean false" in bus.get(qtbot, NAME, ROOT, "HasTrackList")


def test_others_play_pause_go_on_and_stop(
    on_bus: SessionBus, bus: PrivateBus, player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    bus.call(qtbot, NAME, "Player.Play")
    qtbot.waitUntil(lambda: sounding(player, tracks[0]), timeout=PATIENCE)
    assert "Playing" in bus.get(qtbot, NAME, PLAYER, "PlaybackStatus")
    bus.call(qtbot, NAME, "Player.PlayPause")
    assert state(player) is PlayerState.PAUSED
    assert "Paused" in bus.get(qtbot, NAME, PLAYER, "PlaybackStatus")
    bus.call(qtbot, NAME, "Player.Play")
    assert state(player) is PlayerState.PLAYING
    bus.call(qtbot, NAME, "Player.Pause")
    assert state(player) is PlayerState.PAUSED
    bus.call(qtbot, NAME, "Player.Stop")
    assert state(player) is PlayerState.STOPPED
    assert "NoTrack" in bus.get(qtbot, NAME, PLAYER, "Metadata")


def test_others_go_to_the_next_and_the_previous_track(
    on_bus: SessionBus, bus: PrivateBus, player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    player.play(tracks[0])
    bus.call(qtbot, NAME, "Player.Next")
    assert player.track == tracks[1]
    bus.call(qtbot, NAME, "Player.Pause")
    player.seek(0.0)  # later than in its first seconds the track itself would begin again
    bus.call(qtbot, NAME, "Player.Previous")
    assert player.track == tracks[0]
    assert state(player) is PlayerState.PAUSED  # as the specification wants it


def test_others_jump_within_the_track(
    on_bus: SessionBus, bus: PrivateBus, player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    player.play(tracks[0], paused=True)
    qtbot.waitUntil(lambda: player.moment().length_seconds == SECONDS, timeout=PATIENCE)
    bus.call(qtbot, NAME, "Player.Seek", "int64:1500000")
    assert player.moment().seconds == pytest.approx(1.5, abs=0.05)
    told = bus.get(qtbot, NAME, PLAYER, "Metadata")
    trackid = told.split('object path "')[1].split('"')[0]
    bus.call(qtbot, NAME, "Player.SetPosition", f"objpath:{trackid}", "int64:500000")
    assert player.moment().seconds == pytest.approx(0.5, abs=0.05)
    assert "int64 5" in bus.get(qtbot, NAME, PLAYER, "Position")
    bus.call(qtbot, NAME, "Player.SetPosition", "objpath:/some/other", "int64:1000000")
    assert player.moment().seconds == pytest.approx(0.5, abs=0.05)


def test_others_read_what_is_playing(
    on_bus: SessionBus, bus: PrivateBus, player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    player.play(tracks[0], paused=True)  # another track has no such tags
    on_bus.show_tags(
        player.track, Tags("Lucid Interval", "Northern Grid", "Grids", seconds=SECONDS)
    )
    told = bus.get(qtbot, NAME, PLAYER, "Metadata")
    for words in ("Lucid Interval", "Northern Grid", "Grids", tracks[0].path.as_uri()):
        assert words in told
    assert "int64 4000000" in told
    everything = bus.send(
        qtbot, NAME, "/org/mpris/MediaPlayer2", "org.freedesktop.DBus.Properties.GetAll",
        f"string:{PLAYER}",
    )  # fmt: skip
    assert "int64 4000000" in everything
    interface = bus.send(
        qtbot, NAME, "/org/mpris/MediaPlayer2", "org.freedesktop.DBus.Introspectable.Introspect"
    )
    assert '<property name="Metadata" type="a{sv}" access="read"' in interface
    with pytest.raises(AssertionError, match="UnknownProperty"):
        bus.get(qtbot, NAME, PLAYER, "Weather")
    on_bus.show_tags(player.track, Tags("A long one", seconds=3_600.0))
    assert "int64 3600000000" in bus.get(qtbot, NAME, PLAYER, "Metadata")


def test_the_cover_in_the_folder_is_told(
    on_bus: SessionBus, bus: PrivateBus, player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    assert on_bus is not None
    cover = tracks[0].path.with_name("Cover.JPG")
    cover.write_bytes(b"never read")
    bus.listen(qtbot)
    player.play(tracks[0], paused=True)  # the cover of another track has to be found first
    qtbot.waitUntil(partial(is_told, bus, cover.as_uri()), timeout=PATIENCE)
    told = bus.get(qtbot, NAME, PLAYER, "Metadata")
    assert f'"mpris:artUrl" variant string "{cover.as_uri()}"' in " ".join(told.split())


def test_what_happens_is_told(
    on_bus: SessionBus, bus: PrivateBus, player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    bus.listen(qtbot)
    player.play(tracks[0], 1.0)
    on_bus.show_tags(player.track, Tags("Lucid Interval"))
    for words in ("member=Seeked", "PropertiesChanged", '"Playing"', "Lucid Interval"):
        qtbot.waitUntil(partial(is_told, bus, words), timeout=PATIENCE)
    assert "int64 1000000" in bus.told()


def test_others_set_volume_and_order(
    on_bus: SessionBus, bus: PrivateBus, settings: PlaybackSettings, qtbot: QtBot
) -> None:
    settings.muted = True
    assert "double 0" in bus.get(qtbot, NAME, PLAYER, "Volume")
    bus.set(qtbot, NAME, "Volume", "double:0.5")
    assert (settings.volume, settings.muted) == (0.5, False)
    bus.set(qtbot, NAME, "LoopStatus", "string:Playlist")
    assert settings.repeat is Repeat.ALL
    bus.set(qtbot, NAME, "Shuffle", "boolean:true")
    assert settings.shuffle
    assert "Playlist" in bus.get(qtbot, NAME, PLAYER, "LoopStatus")


def test_others_ask_for_the_window_and_for_its_end(
    on_bus: SessionBus, bus: PrivateBus, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(on_bus.raise_requested):
        bus.call(qtbot, NAME, "Raise")
    with qtbot.waitSignal(on_bus.quit_requested):
        bus.call(qtbot, NAME, "Quit")


def test_a_second_window_has_a_name_of_its_own(
    on_bus: SessionBus,
    bus: PrivateBus,
    player: Player,
    settings: PlaybackSettings,
    qtbot: QtBot,
) -> None:
    second = SessionBus(player, settings)
    with qtbot.waitSignal(second.appeared, timeout=PATIENCE) as appeared:
        second.start()
    assert appeared.args is not None
    (name,) = appeared.args
    assert name.startswith(f"{NAME}.instance")
    assert "Genre Desktop" in bus.get(qtbot, name, ROOT, "Identity")
    second.close()
    assert name not in bus.names(qtbot)
    assert NAME in bus.names(qtbot)


def test_a_window_that_is_closed_while_it_comes_onto_the_bus_leaves_it(
    bus: PrivateBus, player: Player, settings: PlaybackSettings
) -> None:
    hasty = SessionBus(player, settings)
    is_there = threading.Event()
    hasty._connected.connect(is_there.set, type=Qt.ConnectionType.DirectConnection)
    hasty.start()
    assert is_there.wait(60)
    hasty.close()
    assert not QDBusConnection(hasty.connection).isConnected()


def test_without_a_bus_nothing_happens(
    player: Player, settings: PlaybackSettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert bus_address() == ""
    nowhere = SessionBus(player, settings)
    nowhere.start()
    nowhere.close()


def test_a_bus_that_does_not_answer_is_none(
    player: Player, settings: PlaybackSettings, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    alone = SessionBus(player, settings)
    with qtbot.assertNotEmitted(alone.appeared, wait=500):
        alone.start()
    alone.close()


def test_properties_are_answered_in_the_types_of_the_specification(
    on_bus: SessionBus, bus: PrivateBus, qtbot: QtBot
) -> None:
    one = bus.get(qtbot, NAME, ROOT, "Identity").split("\n", 1)[1].split()
    assert one == ["variant", "string", '"Genre', 'Desktop"']
    get_all = "org.freedesktop.DBus.Properties.GetAll"
    every = bus.send(qtbot, NAME, "/org/mpris/MediaPlayer2", get_all, f"string:{PLAYER}")
    assert every.split("\n", 1)[1].split()[:5] == ["array", "[", "dict", "entry(", "string"]

"""The window on a session bus: others play, see what is playing, bring it forward and close it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Track
from genre_desktop.services.player.player import PlayerState
from tests.gui.player.conftest import PATIENCE
from tests.support.missing import need_tool
from tests.support.session_bus import PROGRAMS, PrivateBus
from tests.support.sounds import long_music, write_sound, write_wav

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="missing: a Linux desktop")

NAME = "org.mpris.MediaPlayer2.genre_desktop"


@pytest.fixture
def bus(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PrivateBus]:
    for program in PROGRAMS:
        need_tool(program)
    private = PrivateBus(tmp_path_factory.mktemp("bus"))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private.address)
    yield private
    private.close()


@pytest.fixture
def window(bus: PrivateBus, full: GenreDesktop, qtbot: QtBot) -> GenreDesktop:
    """A window with three tracks, which is on the bus."""
    qtbot.waitUntil(lambda: full.services.session_bus._name == NAME, timeout=PATIENCE)
    return full


def test_others_play_the_list_and_read_the_tags(
    window: GenreDesktop, bus: PrivateBus, qtbot: QtBot
) -> None:
    player, first = window.services.player, window.model.playlist.rows[0].track
    write_sound(first.path, long_music(), "mp3", tags={"artist": "A", "title": "One"})
    window.services.tags.read([first], anew=True)  # a reading before may have met half of it
    bus.call(qtbot, NAME, "Player.PlayPause")
    qtbot.waitUntil(lambda: player.moment().decoded >= 0, timeout=PATIENCE)
    assert player.track == first
    session_bus = window.services.session_bus
    qtbot.waitUntil(lambda: session_bus._tags.title == "One", timeout=PATIENCE)
    metadata = bus.get(qtbot, NAME, "org.mpris.MediaPlayer2.Player", "Metadata")
    assert "One" in metadata
    assert '"A"' in metadata
    assert "mpris:length" in metadata
    bus.call(qtbot, NAME, "Player.PlayPause")
    assert player.state is PlayerState.PAUSED


def test_what_the_buttons_do_is_told(window: GenreDesktop, bus: PrivateBus, qtbot: QtBot) -> None:
    bus.listen(qtbot)
    window.views.actions.shuffle.trigger()
    window.views.actions.mute.trigger()
    qtbot.waitUntil(lambda: '"Shuffle"' in bus.told() and '"Volume"' in bus.told())


def test_others_set_the_volume_that_the_window_shows(
    window: GenreDesktop, bus: PrivateBus, qtbot: QtBot
) -> None:
    bus.set(qtbot, NAME, "Volume", "double:0.25")
    assert window.views.transport._volume.value() == 25


def test_a_file_that_others_open_is_listed_and_played(
    window: GenreDesktop, bus: PrivateBus, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_wav(tmp_path / "fünf & more.wav", long_music())
    bus.call(qtbot, NAME, "Player.OpenUri", f"string:{path.as_uri()}")
    player = window.services.player
    qtbot.waitUntil(lambda: player.moment().decoded >= 0, timeout=PATIENCE)
    assert player.track == Track(path)
    qtbot.waitUntil(lambda: window.model.playlist.row(Track(path)) is not None, timeout=PATIENCE)


def test_an_address_elsewhere_is_not_opened(
    window: GenreDesktop, bus: PrivateBus, qtbot: QtBot
) -> None:
    bus.call(qtbot, NAME, "Player.OpenUri", "string:https://example.org/a.mp3")
    assert window.services.player.track is None
    assert len(window.model.playlist.rows) == 3


def test_raising_brings_a_window_back_from_the_dock(
    window: GenreDesktop, bus: PrivateBus, qtbot: QtBot
) -> None:
    window.window.setWindowState(Qt.WindowState.WindowMinimized)
    bus.call(qtbot, NAME, "Raise")
    assert not window.window.isMinimized()
    assert window.window.isVisible()


def test_quitting_closes_the_window(window: GenreDesktop, bus: PrivateBus, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.window.closing):
        bus.call(qtbot, NAME, "Quit")
    assert not window.window.isVisible()

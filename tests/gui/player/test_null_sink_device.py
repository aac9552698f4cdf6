"""A sound device that goes away and comes back, as the user of the window sees it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.services.player.player import PlayerState
from tests.gui.conftest import Desktops, sentences
from tests.support.monitor import Monitor
from tests.support.null_sink import RATE, NullSink
from tests.support.numbered import runs_of, write_numbered
from tests.support.window import InstantListener

PATIENCE = 30_000  # ms: a process has to start
SECONDS = 8


@pytest.fixture
def without_device(
    our_sink: NullSink,
    open_desktop: Desktops,
    listener: InstantListener,
    tmp_path: Path,
    qtbot: QtBot,
) -> GenreDesktop:
    """A window whose device was unplugged while a track was heard."""
    track = write_numbered(tmp_path / "numbered.flac", 0, SECONDS * RATE)
    desktop: GenreDesktop = open_desktop(listener, (track,))
    qtbot.waitUntil(lambda: len(desktop.model.playlist.rows) == 1, timeout=PATIENCE)
    player = desktop.services.player
    player.play(desktop.model.playlist.rows[0].track)
    qtbot.waitUntil(lambda: player.moment().seconds > 0.5, timeout=PATIENCE)
    with qtbot.waitSignal(player.device_lost, timeout=PATIENCE):
        our_sink.pull_out()
    return desktop


def test_a_device_that_goes_pauses_with_a_sentence(without_device: GenreDesktop) -> None:
    assert without_device.services.player.state is PlayerState.PAUSED
    (sentence,) = sentences(without_device)
    assert sentence.startswith("The sound device was removed. Playback is paused")


def test_play_goes_on_at_the_same_place_once_the_device_is_back(
    without_device: GenreDesktop, our_sink: NullSink, qtbot: QtBot
) -> None:
    player = without_device.services.player
    kept = player.moment().seconds
    our_sink.plug_in()
    monitor = Monitor(our_sink)
    without_device.views.actions.play.trigger()
    qtbot.waitUntil(lambda: player.moment().seconds > kept + 1.0, timeout=PATIENCE)
    monitor.close()
    (_, number, _), *_ = runs_of(monitor.samples, RATE // 20)  # a busy machine may break it off
    assert number == pytest.approx(kept * RATE, abs=0.05 * RATE)
    assert sentences(without_device) == []


def test_choosing_a_device_goes_on_by_itself(
    without_device: GenreDesktop, our_sink: NullSink, qtbot: QtBot
) -> None:
    player = without_device.services.player
    kept = player.moment().seconds
    our_sink.plug_in()
    buttons = without_device.views.transport.findChildren(QToolButton)
    (menu,) = [one.menu() for one in buttons if one.accessibleName() == "Sound device that plays"]
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: len(menu.actions()) > 1, timeout=PATIENCE)
    menu.actions()[0].trigger()
    assert player.state is PlayerState.PLAYING
    qtbot.waitUntil(lambda: player.moment().seconds > kept + 0.5, timeout=PATIENCE)
    assert sentences(without_device) == []

"""Playing goes on where the program was left."""

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from tests.gui.conftest import Desktops, close
from tests.gui.player.conftest import PATIENCE
from tests.support.window import InstantListener


def is_sounding(desktop: GenreDesktop) -> bool:
    return desktop.services.player.moment().decoded >= 0


def test_play_goes_on_in_the_track_and_at_the_moment_that_were_left(
    full: GenreDesktop, open_desktop: Desktops, listener: InstantListener, qtbot: QtBot
) -> None:
    track = full.model.playlist.rows[1].track
    full.services.player.play(track, 2.0, paused=True)
    qtbot.waitUntil(lambda: is_sounding(full), timeout=PATIENCE)
    left = full.services.player.moment().seconds
    close(full)
    again = open_desktop(listener)
    again.views.actions.play.trigger()
    player = again.services.player
    player.pause()
    qtbot.waitUntil(lambda: is_sounding(again), timeout=PATIENCE)
    assert player.track == track
    assert player.moment().seconds == pytest.approx(left, abs=0.5)


def test_another_track_begins_at_its_beginning(
    full: GenreDesktop, open_desktop: Desktops, listener: InstantListener, qtbot: QtBot
) -> None:
    rows = full.model.playlist.rows
    full.services.player.play(rows[1].track, 2.0, paused=True)
    qtbot.waitUntil(lambda: is_sounding(full), timeout=PATIENCE)
    other = rows[0].track
    close(full)
    again = open_desktop(listener)
    row = again.model.playlist.row(other)
    assert row is not None
    again.playback.play_row(row.state)
    player = again.services.player
    player.pause()
    qtbot.waitUntil(lambda: is_sounding(again), timeout=PATIENCE)
    assert player.track == other
    assert player.moment().seconds < 1.0

"""What a pause shows: the device still plays what it holds, and all views stop where it does."""

import time

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.row_words import clock
from tests.gui.player.conftest import PATIENCE


def is_played_out(desktop: GenreDesktop) -> bool:
    """Whether nothing of what the device was handed is left."""
    told = desktop.services.player.clock()
    return told is not None and told.heard(time.perf_counter_ns()) >= told.end


def test_the_clock_stops_where_the_sound_does(playing: GenreDesktop, qtbot: QtBot) -> None:
    player = playing.services.player
    qtbot.waitUntil(lambda: player.moment().seconds > 0.3, timeout=PATIENCE)
    before = player.moment().seconds
    player.pause()
    qtbot.waitUntil(lambda: is_played_out(playing), timeout=PATIENCE)
    heard = player.moment().seconds
    assert heard > before
    words = f"{clock(heard)}.{int(heard * 10) % 10}"
    labels = playing.views.transport.findChildren(QLabel)
    qtbot.waitUntil(lambda: words in {label.text() for label in labels}, timeout=PATIENCE)

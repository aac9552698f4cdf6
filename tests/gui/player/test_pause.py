"""What a pause shows: the device still plays what it holds, and all views stop where it does."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.row_words import clock
from tests.gui.player.conftest import PATIENCE

_STILL = 300  # ms: many blocks of the device


def test_the_clock_stops_where_the_sound_does(playing: GenreDesktop, qtbot: QtBot) -> None:
    player = playing.services.player
    labels = playing.views.transport.findChildren(QLabel)
    qtbot.waitUntil(lambda: player.moment().seconds > 0.3, timeout=PATIENCE)
    player.pause()

    def is_shown_where_it_stands() -> bool:
        told, heard = player.clock(), player.moment().seconds
        qtbot.wait(_STILL)
        words = f"{clock(heard)}.{int(heard * 10) % 10}"
        return told == player.clock() and words in {label.text() for label in labels}

    qtbot.waitUntil(is_shown_where_it_stands, timeout=PATIENCE)
    told = player.clock()
    assert told is not None
    assert player.moment().seconds == pytest.approx(told.end / told.rate)

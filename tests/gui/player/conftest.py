"""The window in which a track is being heard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop

PATIENCE = 30_000  # ms: a process has to start


@pytest.fixture
def playing(full: GenreDesktop, qtbot: QtBot) -> GenreDesktop:
    """A window in which the first of three tracks is heard."""
    full.window.activateWindow()
    rows = full.model.playlist.rows
    full.table.select_rows([rows[0]], rows[0])
    full.table.setFocus()
    QTest.keyClick(full.table, Qt.Key.Key_Return)
    player = full.services.player
    qtbot.waitUntil(lambda: player.moment().decoded >= 0, timeout=PATIENCE)
    return full

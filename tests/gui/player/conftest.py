"""The window in which a track is being heard."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from tests.support.sounds import long_music, write_mp3

PATIENCE = 30_000  # ms: a process has to start


@pytest.fixture(scope="session")
def a_minute(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An MP3 file that is not over before a test is, on a busy machine either."""
    return write_mp3(tmp_path_factory.mktemp("long") / "a minute.mp3", long_music())


@pytest.fixture
def playing(full: GenreDesktop, a_minute: Path, qtbot: QtBot) -> GenreDesktop:
    """A window in which the first of three tracks is heard, a long one."""
    full.window.activateWindow()
    rows = full.model.playlist.rows
    shutil.copyfile(a_minute, rows[0].track.path)
    full.table.select_rows([rows[0]], rows[0])
    full.table.setFocus()
    QTest.keyClick(full.table, Qt.Key.Key_Return)
    player = full.services.player
    qtbot.waitUntil(lambda: player.moment().decoded >= 0, timeout=PATIENCE)
    return full

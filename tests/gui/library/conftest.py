"""The window with a small library on show."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.library.library_page import LibraryPage
from tests.gui.conftest import Desktops
from tests.support.browsed import listed_library
from tests.support.window import InstantListener


@pytest.fixture
def music(a_home_of_its_own: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    listed_library(a_home_of_its_own / "data", folder)
    return folder


@pytest.fixture
def desktop(music: Path, open_desktop: Desktops, listener: InstantListener) -> GenreDesktop:
    return open_desktop(listener)


@pytest.fixture
def page(desktop: GenreDesktop, qtbot: QtBot) -> LibraryPage:
    """The library on show, read in with all tags."""
    QTest.keyClick(desktop.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = desktop.library.page
    assert page is not None
    qtbot.waitUntil(lambda: titles(page) == ["Cool", "=Loud", "broken.mp3", "Slow.flac"])
    return page


def titles(page: LibraryPage) -> list[str]:
    model = page.model
    states = [model.row_state(place) for place in range(model.rowCount())]
    return [state.title if state is not None else "" for state in states]


def show_only(page: LibraryPage, qtbot: QtBot, text: str, found: list[str]) -> None:
    page.filter_box.setText(text)
    qtbot.waitUntil(lambda: titles(page) == found)

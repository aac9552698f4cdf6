"""Keys while the library is on show: none of them acts on the list behind it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.announcing import Announcing
from genre_desktop.ui.comparison_dialog import ComparisonDialog
from genre_desktop.ui.library.library_page import LibraryPage
from tests.gui.conftest import is_heard
from tests.support.window import InstantListener

_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_the_genre_that_is_said_is_that_of_the_row_on_show(
    desktop: GenreDesktop, page: LibraryPage, music: Path, qtbot: QtBot
) -> None:
    announcing = desktop.window.findChild(Announcing)
    assert announcing is not None
    desktop.adding.add([music / "deep" / "Slow.flac"])
    qtbot.waitUntil(lambda: is_heard(desktop, 1))
    desktop.table.selectRow(0)
    said: list[str] = []
    announcing.said.connect(said.append)
    desktop.window.activateWindow()
    page.table.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_F7):
        QTest.keyClick(page.table, key)
    assert said[-1].startswith("=Loud")
    QTest.keyClick(desktop.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    desktop.table.setFocus()
    QTest.keyClick(desktop.table, Qt.Key.Key_F7)
    assert said[-1].startswith("Slow.flac")


def test_the_list_is_neither_cleared_nor_heard_again_nor_compared_behind_the_library(
    desktop: GenreDesktop,
    page: LibraryPage,
    music: Path,
    listener: InstantListener,
    qtbot: QtBot,
) -> None:
    desktop.adding.add([music / "Cool.flac"])
    qtbot.waitUntil(lambda: is_heard(desktop, 1))
    desktop.table.selectRow(0)
    desktop.window.activateWindow()
    page.table.setFocus()
    keys = (Qt.Key.Key_R, Qt.Key.Key_M, Qt.Key.Key_Delete)  # all again, compare, clear
    for key in keys:
        QTest.keyClick(page.table, key, _CTRL_SHIFT)
    assert len(desktop.model.playlist) == 1
    assert not desktop.window.findChildren(ComparisonDialog)
    assert len(listener.heard) == 1
    assert is_heard(desktop, 1)
    QTest.keyClick(desktop.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    desktop.table.setFocus()
    QTest.keyClick(desktop.table, Qt.Key.Key_R, _CTRL_SHIFT)
    qtbot.waitUntil(lambda: len(listener.heard) == 2)
    QTest.keyClick(desktop.table, Qt.Key.Key_Delete, _CTRL_SHIFT)
    qtbot.waitUntil(lambda: len(desktop.model.playlist) == 0)

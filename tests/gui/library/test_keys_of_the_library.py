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
from tests.support.tab_order import tab_from
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


def test_tab_comes_to_the_library_between_the_tools_and_the_details(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    order = tab_from(page.groups.box, qtbot)
    assert order[1:5] == [page.groups.list, page.filter_box, page.saved, page.table]
    assert desktop.details.isAncestorOf(order[5]) or order[5] is desktop.details
    assert not any(page.isAncestorOf(one) for one in order[5:])
    assert desktop.tool_bar.isAncestorOf(order[-1])


def test_export_opens_the_menu_of_forms_below_its_button(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    menu, actions = desktop.library_actions.export_menu, desktop.library_actions
    button = desktop.tool_bar.widgetForAction(actions.export)
    assert button.isVisible()
    assert not desktop.tool_bar.widgetForAction(desktop.actions.export).isVisible()
    desktop.window.activateWindow()
    QTest.keyClick(page.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(menu.isVisible)
    corner = button.mapToGlobal(button.rect().bottomRight())
    assert menu.geometry().top() == corner.y() + 1
    assert menu.geometry().right() <= corner.x()  # within the window
    menu.close()
    desktop.library_actions.show_library.trigger()
    qtbot.waitUntil(desktop.tool_bar.widgetForAction(desktop.actions.export).isVisible)
    assert not button.isVisible()


def test_the_tools_have_words_where_the_lists_filter_leaves_room_for_them(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    tools, window = desktop.tool_bar, desktop.window
    words, icons = (
        Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        Qt.ToolButtonStyle.ToolButtonIconOnly,
    )
    window.setMinimumWidth(0)
    width = tools.sizeHint().width() + 20  # for all words, without the filter of the list
    window.resize(width, 700)
    qtbot.waitUntil(lambda: tools.toolButtonStyle() == words)
    desktop.library_actions.show_library.trigger()
    qtbot.waitUntil(lambda: tools.toolButtonStyle() == icons)
    desktop.library_actions.show_library.trigger()
    qtbot.waitUntil(lambda: tools.toolButtonStyle() == words)


def test_the_key_for_the_next_pane_comes_to_the_tracks_of_the_library(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    desktop.window.activateWindow()
    first = desktop.tool_bar.widgetForAction(desktop.actions.add_files)
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_F6)
    assert page.table.hasFocus()
    desktop.library_actions.show_library.trigger()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_F6)
    assert not page.table.hasFocus()
    assert not first.hasFocus()

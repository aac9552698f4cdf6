"""What can be done: words, tooltips and keys of every action, and the menu of a row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.roles import Column
from tests.gui.conftest import is_heard
from tests.support.window import InstantListener

# The words of the first two say what would be taken back; the last says all there is to say.
WITHOUT_A_TIP = {"&Undo", "&Redo", "&About Genre Desktop"}


def test_every_action_has_words_and_a_tooltip_and_no_keys_twice(desktop: GenreDesktop) -> None:
    actions = desktop.actions.findChildren(QAction)
    assert len(actions) > 20
    assert all(action.text() for action in actions)
    untold = {action.text() for action in actions if not action.statusTip()}
    assert untold == WITHOUT_A_TIP
    of_the_list = [action for action in actions if action.parent() is desktop.actions]
    keys = [key.toString() for action in of_the_list for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    unsaid = [
        action.text()
        for action in actions
        if action.statusTip() and action.shortcuts() and "(" not in action.toolTip()
    ]
    assert unsaid == []


@pytest.fixture
def menu(full: GenreDesktop) -> QMenu:
    """The menu that a click of the right button on the second row opens."""
    viewport = full.table.viewport()
    at = full.table.visualRect(full.model.index(1, Column.TITLE)).center()
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=at)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, asked)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    return opened


def test_a_right_click_offers_all_that_can_be_done_with_the_row(
    full: GenreDesktop, menu: QMenu
) -> None:
    assert [row.number for row in full.table.selected_rows()] == [2]
    actions = full.actions
    wanted = {
        actions.play,
        actions.listen_again,
        actions.show_in_folder,
        actions.copy_path,
        actions.properties,
    }
    assert wanted <= set(menu.actions())
    assert all(action.isEnabled() for action in wanted)
    menu.close()


def test_what_is_chosen_there_is_done_with_the_row(
    full: GenreDesktop, menu: QMenu, listener: InstantListener, qtbot: QtBot
) -> None:
    listener.heard.clear()
    QTest.mouseClick(
        menu,
        Qt.MouseButton.LeftButton,
        pos=menu.actionGeometry(full.actions.listen_again).center(),
    )
    qtbot.waitUntil(lambda: len(listener.heard) == 1 and is_heard(full, 3))
    assert listener.heard[0][0] == full.model.playlist.rows[1].track

"""Keys mean what they say wherever the keyboard is, and in the table what they do elsewhere."""

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.roles import Column
from tests.support.window import InstantListener

_CTRL = Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT = _CTRL | Qt.KeyboardModifier.ShiftModifier


def test_exporting_answers_to_its_key_in_the_filter_too(full: GenreDesktop, qtbot: QtBot) -> None:
    box, export = full.tool_bar.filter_box, full.actions.export
    export.triggered.disconnect()  # no dialog that waits
    box.setFocus()
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, _CTRL)
    QApplication.sendEvent(box, override)
    assert not override.isAccepted()
    with qtbot.waitSignal(export.triggered):
        QTest.keyClick(box, Qt.Key.Key_E, _CTRL)


def test_the_filter_keeps_the_keys_of_a_text(full: GenreDesktop) -> None:
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_C, _CTRL)
    QApplication.sendEvent(full.tool_bar.filter_box, override)
    assert override.isAccepted()


def test_the_list_is_cleared_by_its_key_wherever_the_keyboard_is(full: GenreDesktop) -> None:
    full.models.box.setFocus()
    QTest.keyClick(full.models.box, Qt.Key.Key_Delete, _CTRL_SHIFT)
    assert not full.model.playlist.rows


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, _CTRL])
def test_home_and_end_go_to_the_first_and_the_last_row(
    full: GenreDesktop, modifier: Qt.KeyboardModifier
) -> None:
    rows = full.model.playlist.rows
    full.table.select_rows([rows[1]], rows[1])
    QTest.keyClick(full.table, Qt.Key.Key_End, modifier)
    assert full.table.selected_rows() == [rows[2]] == [full.table.current_row()]
    QTest.keyClick(full.table, Qt.Key.Key_Home, modifier)
    assert full.table.selected_rows() == [rows[0]] == [full.table.current_row()]
    QTest.keyClick(full.table, Qt.Key.Key_End, modifier | Qt.KeyboardModifier.ShiftModifier)
    assert full.table.selected_rows() == rows


def test_the_cursor_is_ringed_on_a_row_that_is_not_selected(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    full.window.activateWindow()
    full.table.clearSelection()
    full.table.setFocus()
    qtbot.waitUntil(full.table.hasFocus)
    full.table.selectionModel().setCurrentIndex(
        full.model.index(1, Column.TITLE), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    cell = full.table.visualRect(full.model.index(1, Column.ARTIST))
    picture = full.table.viewport().grab().toImage()
    colour = picture.pixelColor(cell.center().x(), cell.top())
    assert colour == full.theme.colours.focus


def test_a_cleared_list_takes_its_problems_along_and_says_how_to_undo(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    messages, bar = full.services.messages, full.message_bar
    messages.problem("The playlist could not be saved.")
    messages.problem("“One.mp3” could not be read.", about_list=True)
    full.actions.clear.trigger()
    assert [one.sentence for one in bar.messages] == ["The playlist could not be saved."]
    qtbot.waitUntil(lambda: "Ctrl+Z" in full.status._summary.text())


def test_nobody_is_asked_about_the_tracks_of_a_list_that_was_cleared(
    full: GenreDesktop, listener: InstantListener, qtbot: QtBot
) -> None:
    listener.held.clear()
    full.actions.listen_to_all.trigger()
    full.actions.cancel.trigger()
    assert [one.action for one in full.message_bar.messages] == ["Classify the rest"]
    full.actions.clear.trigger()
    assert not full.message_bar.messages
    listener.held.set()
    qtbot.waitUntil(lambda: not full.services.classification.progress.is_running)


def test_the_filter_is_cleared_with_the_list(full: GenreDesktop, qtbot: QtBot) -> None:
    QTest.keyClicks(full.tool_bar.filter_box, "one")
    qtbot.waitUntil(lambda: full.model.rowCount() == 1)
    full.actions.clear.trigger()
    assert full.tool_bar.filter_box.text() == ""
    full.actions.undo.trigger()
    qtbot.waitUntil(lambda: full.model.rowCount() == 3)

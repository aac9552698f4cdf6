"""The journey by keys alone: sort, correct, undo, write tags."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
from tests.support.tagged import mutagen

_SPAWN_MS = 60_000  # a process starts slowly on a busy machine
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_MOST_STEPS = 40

pytestmark = pytest.mark.timeout(240)


def _come_back_to(window: QWidget, qtbot: QtBot) -> None:
    """What a desktop does when a dialog closes."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def _go_to(wanted: QWidget, key: Qt.Key) -> None:
    """Press a key until the keyboard is there."""
    for _ in range(_MOST_STEPS):
        if wanted.hasFocus():
            return
        _press(key)
    raise AssertionError(f"no way by {key} to {wanted.objectName() or wanted}")


def _choose(words: str) -> None:
    """Go down the open menu to an entry and take it."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(_MOST_STEPS):
        _press(Qt.Key.Key_Down)
        action = menu.activeAction()
        if action is not None and action.text().replace("&", "") == words:
            _press(Qt.Key.Key_Right if action.menu() is not None else Qt.Key.Key_Return)
            return
    raise AssertionError(f"no entry {words}")


def test_the_journey_needs_no_mouse(full: GenreDesktop, qtbot: QtBot) -> None:
    desktop, tagging = full, full.services.tagging
    _come_back_to(desktop.window, qtbot)
    _go_to(desktop.table, Qt.Key.Key_F6)
    _press(Qt.Key.Key_V, _ALT)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    _choose("Sort by")
    _choose("Title")
    titles = [row.state.title for row in desktop.model.rows_on_show()]
    assert titles == sorted(titles, key=str.casefold)

    _press(Qt.Key.Key_Home)
    row = desktop.model.rows_on_show()[0]
    assert desktop.table.selected_rows() == [row]
    _press(Qt.Key.Key_1, _CTRL)
    qtbot.waitUntil(lambda: row.state.correction is not None)
    _press(Qt.Key.Key_Z, _CTRL)
    qtbot.waitUntil(lambda: row.state.correction is None)
    _press(Qt.Key.Key_1, _CTRL)
    qtbot.waitUntil(lambda: row.state.correction is not None)

    with qtbot.waitSignal(tagging.looking_ended, timeout=_SPAWN_MS):
        _press(Qt.Key.Key_T, _CTRL)
    (preview,) = desktop.window.findChildren(PreviewDialog)
    _go_to(preview.write, Qt.Key.Key_Tab)
    with qtbot.waitSignal(tagging.writing_ended, timeout=_SPAWN_MS):
        _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_Escape)
    _come_back_to(desktop.window, qtbot)
    correction = row.state.correction
    assert correction is not None
    assert mutagen.File(row.track.path, easy=True)["genre"] == [correction.genre]


def test_the_key_for_finding_goes_to_the_box_that_filters_the_preview(
    preview: PreviewDialog, qtbot: QtBot
) -> None:
    _come_back_to(preview, qtbot)
    assert not preview.filter.box.hasFocus()
    _press(Qt.Key.Key_F, _CTRL)
    assert preview.filter.box.hasFocus()
    _press(Qt.Key.Key_Z)
    assert preview.filter.box.text() == "z"

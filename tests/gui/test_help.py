"""F1 shows what can be done, every key and the filter's language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.filter_examples import filter_examples
from genre_desktop.ui.labels import KeyCaps
from genre_desktop.ui.reading_dialog import ReadingDialog
from genre_desktop.ui.track_filter import parse_filter


def test_f1_lists_every_key_that_any_menu_has(full: GenreDesktop, qtbot: QtBot) -> None:
    full.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    QTest.keyClick(full.window, Qt.Key.Key_F1)
    dialog = full.window.findChild(ReadingDialog)
    assert dialog is not None
    listed = {caps.accessibleName() for caps in dialog.findChildren(KeyCaps)}
    in_menus = {
        keys.toString(QKeySequence.SequenceFormat.NativeText)
        for action in full.window.menuBar().findChildren(QAction)
        for keys in action.shortcuts()
    }
    in_actions = {
        keys.toString(QKeySequence.SequenceFormat.NativeText)
        for action in full.actions.findChildren(QAction)
        for keys in action.shortcuts()
    }
    assert "F1" in listed
    assert listed >= in_menus | in_actions
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    assert {text for text, _ in filter_examples()} <= texts
    dialog.accept()


@pytest.mark.parametrize("text", [text for text, _ in filter_examples()])
def test_every_example_is_understood(text: str) -> None:
    understood = parse_filter(text)
    assert understood.tests
    assert not understood.unfinished

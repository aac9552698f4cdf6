"""F1 shows what can be done, every key and the filter's language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QUndoCommand
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.filter_examples import filter_examples
from genre_desktop.ui.labels import KeyCaps
from genre_desktop.ui.reading_dialog import ReadingDialog
from genre_desktop.ui.review.review_dialog import ReviewDialog
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


def test_f1_names_undoing_and_not_what_would_be_undone(full: GenreDesktop) -> None:
    full.changes.push(QUndoCommand("correct 1 track"))
    full.changes.push(QUndoCommand("remove 2 tracks"))
    full.changes.undo()
    full.actions.keys.trigger()
    (dialog,) = full.window.findChildren(ReadingDialog)
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Undo", "Redo"} <= texts
    assert not {"Undo correct 1 track", "Redo remove 2 tracks"} & texts
    assert full.actions.undo.text() == "&Undo correct 1 track"
    dialog.accept()


def test_f1_tells_every_key_of_every_widget_and_dialog(full: GenreDesktop, qtbot: QtBot) -> None:
    full.actions.review.trigger()
    qtbot.waitUntil(lambda: bool(full.window.findChildren(ReviewDialog)))
    (review,) = full.window.findChildren(ReviewDialog)
    native = QKeySequence.SequenceFormat.NativeText
    shortcuts = full.window.findChildren(QShortcut)
    in_use = {shortcut.key().toString(native) for shortcut in shortcuts}
    assert in_use > {"R", "S", "G", "Z", "Space", "0", "Ctrl+Z"}
    review.close()
    actions = {*full.findChildren(QAction), *full.window.findChildren(QAction)}
    actions |= {action for widget in QApplication.allWidgets() for action in widget.actions()}
    in_use |= {keys.toString(native) for action in actions for keys in action.shortcuts()}
    assert {"Ctrl+1", "Ctrl+O"} <= in_use
    full.actions.keys.trigger()
    (dialog,) = full.window.findChildren(ReadingDialog)
    listed = {caps.accessibleName() for caps in dialog.findChildren(KeyCaps)}
    listed |= {f"{one[:-1]}{digit}" for one in listed if one.endswith("1") for digit in "234567890"}
    assert in_use - listed == set()
    dialog.accept()


@pytest.mark.parametrize("text", [text for text, _ in filter_examples()])
def test_every_example_is_understood(text: str) -> None:
    understood = parse_filter(text)
    assert understood.tests
    assert not understood.unfinished

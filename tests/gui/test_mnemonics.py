"""Every dialog can be gone through by letters with Alt, and no letter means two things."""

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.failed_start import failed_start
from genre_desktop.ui.preferences_dialog import PreferencesDialog
from genre_desktop.ui.review.edits_dialog import EditsDialog
from genre_desktop.ui.review.guess_button import GuessButton
from genre_desktop.ui.tagging.rules_dialog import RulesDialog
from genre_desktop.ui.watched_page import WatchedPage
from tests.gui.conftest import DIALOGS, DIALOGS_OF_TRACKS

_ALT = Qt.KeyboardModifier.AltModifier


def worded(dialog: QWidget) -> list[tuple[QWidget, str]]:
    """What is on show and has words for a choice: buttons, boxes, and labels of a field."""
    buttons = [(each, each.text()) for each in dialog.findChildren(QAbstractButton)]
    labels = [
        (each, each.text()) for each in dialog.findChildren(QLabel) if each.buddy() is not None
    ]
    return [(each, text) for each, text in (*buttons, *labels) if each.isVisible() and text]


def faults_in(dialog: QWidget) -> list[str]:
    """Letters that mean two things, and push buttons and tabs without one."""
    found = worded(dialog)
    letters = Counter(QKeySequence.mnemonic(text).toString() for _, text in found)
    twice = [text for _, text in found if letters[letter_of(text)] > 1 and letter_of(text)]
    without = [text for each, text in found if is_pressed_by_letter(each) and not letter_of(text)]
    return [*(f"twice: {text}" for text in twice), *(f"none: {text}" for text in without)]


def letter_of(text: str) -> str:
    return QKeySequence.mnemonic(text).toString()


def is_pressed_by_letter(widget: QWidget) -> bool:
    """Whether it is a push button or a tab that needs a letter."""
    if isinstance(widget, QToolButton):
        return widget.isCheckable()
    if not isinstance(widget, QPushButton) or isinstance(widget, GuessButton):
        return False
    return not is_standard(widget)


def is_standard(button: QPushButton) -> bool:
    """Whether it is one of Qt's own in a box that asks."""
    box = button.window()
    if not isinstance(box, QMessageBox):
        return False
    details = QCoreApplication.translate("QMessageBox", "Show Details...")
    return (
        button.text() == details
        or box.standardButton(button) != QMessageBox.StandardButton.NoButton
    )


def dialogs_are_lettered(desktop: GenreDesktop, action: str, qtbot: QtBot) -> None:
    getattr(desktop.actions, action).trigger()
    qtbot.waitUntil(lambda: bool(desktop.window.findChildren(QDialog)))
    for dialog in desktop.window.findChildren(QDialog):
        assert faults_in(dialog) == []
        assert any(letter_of(text) for _, text in worded(dialog))
        dialog.close()


@pytest.mark.parametrize("action", DIALOGS)
def test_no_letter_means_two_things_in_a_dialog(
    speaking: GenreDesktop, action: str, qtbot: QtBot
) -> None:
    dialogs_are_lettered(speaking, action, qtbot)


@pytest.mark.parametrize("action", DIALOGS_OF_TRACKS)
def test_no_letter_means_two_things_in_a_dialog_about_tracks(
    with_tracks: GenreDesktop, action: str, qtbot: QtBot
) -> None:
    dialogs_are_lettered(with_tracks, action, qtbot)


def test_no_letter_means_two_things_on_a_page_of_the_preferences(
    filled_preferences: PreferencesDialog,
) -> None:
    dialog = filled_preferences
    for place in range(dialog.pages.count()):
        dialog.pages.setCurrentRow(place)
        assert faults_in(dialog) == []
        assert [text for _, text in worded(dialog) if not letter_of(text)] == []
        assert len(worded(dialog)) > 2


def test_no_letter_means_two_things_in_boxes_that_ask(speaking: GenreDesktop, qtbot: QtBot) -> None:
    speaking.actions.rules.trigger()
    rules = speaking.window.findChild(RulesDialog)
    assert rules is not None
    rules.text.setPlainText("[names]\n")
    rules.reject()
    (asked,) = rules.findChildren(QMessageBox)
    failed = failed_start("It could not be opened.", "LookupError: lost")
    failed.open()
    edits = EditsDialog(speaking.theme, (), "", (), speaking.window)
    edits.open()
    for box in (asked, failed, edits):
        qtbot.waitUntil(box.isVisible)
        assert faults_in(box) == []
        box.close()
    rules.done(0)
    failed.deleteLater()


@pytest.fixture
def keyed(desktop: GenreDesktop, qtbot: QtBot) -> PreferencesDialog:
    """The preferences in front, to be used by keys."""
    desktop.actions.preferences.trigger()
    dialog = desktop.window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_a_letter_with_alt_goes_to_the_field_or_presses_the_button(
    keyed: PreferencesDialog, qtbot: QtBot
) -> None:
    for key, field in (
        (Qt.Key.Key_P, keyed.general.jobs),
        (Qt.Key.Key_L, keyed.general.language),
        (Qt.Key.Key_F, keyed.general.patterns),
    ):
        QTest.keyClick(keyed, key, _ALT)
        qtbot.waitUntil(field.hasFocus)
    keyed.show_page("Watched folders")
    page = keyed.findChild(WatchedPage)
    assert page is not None
    QTest.keyClick(keyed, Qt.Key.Key_F, _ALT)  # on another page it is another field's
    qtbot.waitUntil(page.folders.hasFocus)
    with qtbot.waitSignal(keyed.destroyed):
        QTest.keyClick(keyed, Qt.Key.Key_C, _ALT)

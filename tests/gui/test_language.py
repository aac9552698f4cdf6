"""The window speaks German where that is chosen; the command line never does."""

import os
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.places import config_folder
from genre_desktop.core.user_folders import SETTINGS_FILE
from genre_desktop.dsp.sound import Note, Problem
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.language import spoken
from genre_desktop.ui.problem_sentences import sentence_of
from genre_desktop.ui.row_words import forget_words
from tests.support.command_line import run
from tests.support.window import InstantListener


@pytest.fixture
def german(
    open_desktop: Callable[[InstantListener], GenreDesktop], listener: InstantListener
) -> Iterator[GenreDesktop]:
    """A window whose settings say German; the others speak as before."""
    before = QLocale()
    _choose_german()
    yield open_desktop(listener)
    QLocale.setDefault(before)
    genre_of.cache_clear()
    forget_words()


def _choose_german() -> None:
    text = "[look]\nlanguage=de\n"
    (config_folder() / SETTINGS_FILE).write_text(text, encoding="utf-8")


def menus_of(desktop: GenreDesktop) -> dict[str, QMenu]:
    """Every menu of the bar by its words."""
    actions = desktop.window.menuBar().actions()
    return {action.text(): menu for action in actions if isinstance(menu := action.menu(), QMenu)}


def test_menus_labels_and_numbers_are_german(german: GenreDesktop) -> None:
    assert "&Datei" in menus_of(german)
    words = [label.text() for label in german.window.findChildren(QLabel)]
    assert "Ziehen Sie einen Ordner mit Musik hierher" in words
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    assert genre_of("classical").word == "Klassik"


def test_every_problem_of_a_file_is_a_german_sentence(german: GenreDesktop) -> None:
    notes = [Note(problem, "An English sentence.") for problem in Problem]
    assert "An English sentence." not in [sentence_of(note) for note in notes]


def test_in_english_the_sentence_of_a_problem_is_that_which_was_found_out(
    desktop: GenreDesktop,
) -> None:
    assert sentence_of(Note(Problem.DAMAGED, "It ends at 0:41.")) == "It ends at 0:41."


def test_no_letter_is_twice_in_a_german_menu(german: GenreDesktop) -> None:
    twice = {}
    for name, menu in menus_of(german).items():
        letters = [
            action.text()[at + 1].casefold()
            for action in menu.actions()
            if (at := action.text().replace("&&", "--").find("&")) >= 0
        ]
        twice[name] = sorted({letter for letter in letters if letters.count(letter) > 1})
    bar = [name[name.find("&") + 1].casefold() for name in twice]
    assert len(set(bar)) == len(bar)
    assert {name: letters for name, letters in twice.items() if letters} == {}


def test_the_choice_is_kept_for_the_next_start(desktop: GenreDesktop, qtbot: QtBot) -> None:
    from genre_desktop.ui.preferences_dialog import PreferencesDialog

    desktop.actions.preferences.trigger()
    dialog = desktop.window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.general.language.activated.emit(2)
    assert desktop.services.settings.language == "de"
    assert spoken("de") == "de"


def test_the_command_line_stays_english(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run("classify", "--help")
    _choose_german()
    for name in ("LANG", "LC_ALL", "LANGUAGE"):
        monkeypatch.setitem(os.environ, name, "de_DE.UTF-8")
    german = run("classify", "--help")
    assert (german.returncode, german.stdout) == (plain.returncode, plain.stdout)
    assert "exit codes:" in german.stdout

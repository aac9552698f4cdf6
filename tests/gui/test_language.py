"""The window speaks German where that is chosen; the command line never does."""

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.organising.pattern import DEFAULT_PATTERN, Facts, pattern_of
from genre_desktop.core.places import config_folder
from genre_desktop.core.tagging.sayable import UNSAYABLE
from genre_desktop.core.user_folders import SETTINGS_FILE
from genre_desktop.dsp.sound import Note, Problem
from genre_desktop.ui.announcing import Announcing
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.failed_start import failed_start
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.language import spoken
from genre_desktop.ui.menus import row_menu
from genre_desktop.ui.message_bar import MessageBar
from genre_desktop.ui.organising.organise_options import OrganiseOptions
from genre_desktop.ui.problem_sentences import sentence_of
from genre_desktop.ui.row_words import forget_words
from genre_desktop.ui.tagging.preview_words import short_word
from tests.support.command_line import run
from tests.support.window import InstantListener
from tools.core_sentences import all_sentences


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


def test_short_codes_of_genres_are_of_the_words_on_the_screen(german: GenreDesktop) -> None:
    labels = ("classical", "hiphop", "jazz", "lo-fi")
    assert [genre_of(label).code for label in labels] == ["Kl", "HH", "Ja", "LF"]


def letters_twice(menu: QMenu) -> list[str]:
    """Letters that mean two things in a menu."""
    letters = [
        action.text()[at + 1].casefold()
        for action in menu.actions()
        if (at := action.text().replace("&&", "--").find("&")) >= 0
    ]
    return sorted({letter for letter in letters if letters.count(letter) > 1})


def test_menus_labels_and_numbers_are_german(german: GenreDesktop) -> None:
    assert "&Datei" in menus_of(german)
    words = [label.text() for label in german.window.findChildren(QLabel)]
    assert "Ziehen Sie einen Ordner mit Musik hierher" in words
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    assert genre_of("classical").word == "Klassik"


def test_every_problem_of_a_file_is_a_german_sentence(german: GenreDesktop) -> None:
    notes = [Note(problem, "An English sentence.") for problem in Problem]
    assert "An English sentence." not in [sentence_of(note) for note in notes]


def test_why_a_genre_is_refused_is_german_in_a_word_or_two(german: GenreDesktop) -> None:
    assert short_word(UNSAYABLE) == "mit einem Namen, den Tags nicht sagen können"


def test_what_the_core_found_out_is_german_with_its_figures(german: GenreDesktop) -> None:
    short = "“a b.mp3” lasts 0.20 s; a genre needs at least 1 s."
    assert sentence_of(Note(Problem.TOO_SHORT, short)) == (
        "„a b.mp3“ dauert 0,20 s; ein Genre braucht wenigstens 1 s."
    )
    assert in_our_language("“a is empty.mp3” is empty; get the file again.") == (
        "„a is empty.mp3“ ist leer; besorgen Sie die Datei neu."
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "/m/a b could not be written: the disk is full; make room or choose another place.",
            (
                "/m/a b konnte nicht geschrieben werden: der Datenträger ist voll; "
                "schaffen Sie Platz, oder wählen Sie einen anderen Ort."
            ),
        ),
        (
            "/m/a b.mp3 is a link to nothing and is left out.",
            "/m/a b.mp3 ist eine Verknüpfung ins Nichts und wird ausgelassen.",
        ),
        (
            "/m/a b cannot be opened (Permission denied) and is left out.",
            "/m/a b kann nicht geöffnet werden (keine Berechtigung) und wird ausgelassen.",
        ),
        (
            "its tags are damaged; mend them with a tag editor first, or leave the file as it is",
            (
                "ihre Tags sind beschädigt; berichtigen Sie sie erst mit einem Tag-Editor, "
                "oder lassen Sie die Datei, wie sie ist"
            ),
        ),
        (
            "Model package /m: In the manifest, “graph” must be null in an ensemble.",
            "Modellpaket /m: Im Manifest: „graph“ muss in einem Ensemble null sein.",
        ),
        (
            "left as it is, since it is no more what that run wrote: genre, second guess",
            "bleibt, wie es ist, da es nicht mehr ist, was jener Lauf schrieb: Genre, zweiter Tipp",
        ),
    ],
)
def test_a_sentence_within_a_sentence_is_german(
    said: str, expected: str, german: GenreDesktop
) -> None:
    assert in_our_language(said) == expected


@pytest.mark.parametrize(
    "reason",
    ["EACCES", "EBUSY", "EIO", "EMFILE", "ENAMETOOLONG", "ENOENT", "ENOSPC", "EPERM", "EROFS"],
)
def test_a_reason_of_the_system_is_german(reason: str, german: GenreDesktop) -> None:
    system_says = os.strerror(getattr(errno, reason))
    said = in_our_language(f"/m/a b cannot be opened ({system_says}) and is left out.")
    assert said.startswith("/m/a b kann nicht geöffnet werden (")
    assert system_says not in said


def test_every_sentence_of_the_core_is_known_by_its_form(german: GenreDesktop) -> None:
    """With parts put in; what another form takes first is German all the same."""
    forms = [words.source for words in all_sentences()]
    said = [re.sub(r"%\d", "x7", form) for form in forms]
    assert [each for each in said if in_our_language(each) == each] == []


def test_a_message_of_the_core_is_german_in_the_bar_and_spoken(
    german: GenreDesktop, qtbot: QtBot
) -> None:
    announcing = german.window.findChild(Announcing)
    assert announcing is not None
    with qtbot.waitSignal(announcing.said) as spoken_words:
        german.services.messages.problem("The folder /m may not be written to.")

    expected = "Der Ordner /m darf nicht beschrieben werden."
    assert spoken_words.args == [expected]
    bar = german.window.findChild(MessageBar)
    assert bar is not None
    assert bar.accessibleDescription() == expected


def test_what_a_start_says_before_there_is_a_window_is_german(german: GenreDesktop) -> None:
    said = "The window could not be opened (ValueError: no)."
    assert failed_start(said).text() == "Das Fenster konnte nicht geöffnet werden (ValueError: no)."
    said = "No log is written: [Errno 30] Read-only file system: '/m'"
    assert in_our_language(said).startswith("Es wird kein Protokoll geschrieben: ")


def test_what_is_not_known_or_german_already_stays(german: GenreDesktop) -> None:
    for said in ("", "Something else.", "Die Liste ist leer."):
        assert in_our_language(said) == said


def test_in_english_the_sentence_of_a_problem_is_that_which_was_found_out(
    desktop: GenreDesktop,
) -> None:
    assert sentence_of(Note(Problem.DAMAGED, "It ends at 0:41.")) == "It ends at 0:41."


def test_no_letter_is_twice_in_a_german_menu(german: GenreDesktop) -> None:
    twice = {name: letters_twice(menu) for name, menu in menus_of(german).items()}
    twice["of a row"] = letters_twice(row_menu(german.actions, german.table))
    bar = [name[name.find("&") + 1].casefold() for name in menus_of(german)]
    assert len(set(bar)) == len(bar)
    assert {name: letters for name, letters in twice.items() if letters} == {}


def test_folders_of_what_is_unknown_have_names_in_the_windows_language(
    german: GenreDesktop,
) -> None:
    settings = german.services.tagging_settings
    options = OrganiseOptions(german.theme, settings)
    place = pattern_of(options.pattern.text()).place(Facts(genre="Jazz", stem="a", ending=".mp3"))
    assert place == ("Jazz", "Unbekannter Interpret", "Unbekanntes Album", "a.mp3")
    options.pattern.setText("{genre}/{file name}")
    options.keep()
    assert OrganiseOptions(german.theme, settings).pattern.text() == "{genre}/{file name}"


def test_in_english_folders_have_the_names_that_the_command_line_gives(
    desktop: GenreDesktop,
) -> None:
    options = OrganiseOptions(desktop.theme, desktop.services.tagging_settings)
    assert options.pattern.text() == DEFAULT_PATTERN


def test_the_choice_is_kept_for_the_next_start(desktop: GenreDesktop, qtbot: QtBot) -> None:
    from genre_desktop.ui.preferences_dialog import PreferencesDialog

    desktop.actions.preferences.trigger()
    dialog = desktop.window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.general.language.activated.emit(2)
    assert desktop.services.settings.language == "de"
    assert spoken("de") == "de"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no variable says where one is")
@pytest.mark.parametrize(
    ("system", "wanted", "written"),
    [
        ("en_GB.UTF-8", "en", "23/11/2026"),
        ("de_AT.UTF-8", "en", "11/23/26"),
        ("de_AT.UTF-8", "de", "23.11.26"),
        ("en_GB.UTF-8", "de", "23.11.26"),
        ("de_CH.UTF-8", "system", "23.11.26"),
    ],
)
def test_dates_are_those_of_the_place_where_its_language_is_chosen(
    system: str, wanted: str, written: str
) -> None:
    asked = (
        "from PySide6.QtCore import QDate, QLocale\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from genre_desktop.ui.language import speak\n"
        "application = QApplication([])\n"
        f"speak(application, {wanted!r}, application)\n"
        "print(QLocale().toString(QDate(2026, 11, 23), QLocale.FormatType.ShortFormat))\n"
    )
    known = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    said = subprocess.run(
        [sys.executable, "-c", asked],
        env=known | {"LC_ALL": system, "LANG": system, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == written


def test_the_command_line_stays_english(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run("classify", "--help")
    _choose_german()
    for name in ("LANG", "LC_ALL", "LANGUAGE"):
        monkeypatch.setitem(os.environ, name, "de_DE.UTF-8")
    german = run("classify", "--help")
    assert (german.returncode, german.stdout) == (plain.returncode, plain.stdout)
    assert "exit codes:" in german.stdout

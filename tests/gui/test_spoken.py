"""A window for those who do not see it: names, announcements, and the row that is said."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Track
from genre_desktop.services.progress import Progress
from genre_desktop.ui.announcing import Announcing
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.preferences_dialog import PreferencesDialog
from tests.gui.conftest import DIALOGS, DIALOGS_OF_TRACKS, is_heard
from tests.support.spoken import Role, Spoken, spoken_in

# What bears no words of its own: what it is for is said by its name alone.
_WITHOUT_WORDS = frozenset({Role.ComboBox, Role.EditableText, Role.List, Role.Slider, Role.SpinBox})


def _faults(widgets: list[Spoken]) -> list[str]:
    """What is wrong with the names of what one acts on."""
    controls = [each for each in widgets if each.is_control]
    counted = Counter(each.name for each in controls)
    return [
        f"{type(each.widget).__name__} {each.widget.objectName()!r}: {each.name!r}"
        for each in controls
        if not each.name or each.name == each.widget.objectName() or counted[each.name] > 1
    ]


def test_all_that_one_acts_on_has_a_name_of_its_own(
    speaking: GenreDesktop, folder_of_music: Path, qtbot: QtBot
) -> None:
    assert _faults(spoken_in(speaking.window)) == []
    speaking.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: is_heard(speaking, 3))
    speaking.table.selectRow(0)
    speaking.spectrogram.start()
    qtbot.waitUntil(lambda: speaking.spectrogram.menus is not None)
    widgets = spoken_in(speaking.window)
    assert _faults(widgets) == []
    words = [each.name for each in widgets if each.is_control]
    assert [name for name in words if " " not in name and not name.endswith("…")] == []


@pytest.mark.parametrize("action", DIALOGS)
def test_all_that_one_acts_on_in_a_dialog_has_a_name(
    speaking: GenreDesktop, action: str, qtbot: QtBot
) -> None:
    assert _faults_in_dialogs(speaking, action, qtbot) == []


@pytest.mark.parametrize("action", DIALOGS_OF_TRACKS)
def test_all_that_one_acts_on_in_a_dialog_about_tracks_has_a_name(
    speaking: GenreDesktop, action: str, folder_of_music: Path, qtbot: QtBot
) -> None:
    speaking.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: is_heard(speaking, 3))
    speaking.table.selectRow(0)
    assert _faults_in_dialogs(speaking, action, qtbot) == []


def test_all_that_one_acts_on_in_every_page_of_the_preferences_has_a_name(
    filled_preferences: PreferencesDialog,
) -> None:
    dialog = filled_preferences
    names: list[str] = []
    for place in range(dialog.pages.count()):
        dialog.pages.setCurrentRow(place)
        controls = [each for each in spoken_in(dialog) if each.is_control]
        assert _faults(controls) == []
        names += [each.name for each in controls if each.role in _WITHOUT_WORDS]
    assert len(names) > 10
    assert [name for name in names if " " not in name] == []


def test_all_that_one_acts_on_in_the_library_has_a_name(
    speaking: GenreDesktop, folder_of_music: Path, qtbot: QtBot
) -> None:
    speaking.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: is_heard(speaking, 3))
    QTest.keyClick(speaking.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: speaking.library.page is not None)
    page = speaking.library.page
    assert page is not None
    qtbot.waitUntil(page.isVisible)
    qtbot.waitUntil(lambda: not speaking.tool_bar.filter_box.isVisible())
    controls = [each for each in spoken_in(speaking.window) if each.is_control]
    assert _faults(controls) == []
    assert [name for each in controls if " " not in (name := each.name) and "…" not in name] == []


def _faults_in_dialogs(desktop: GenreDesktop, action: str, qtbot: QtBot) -> list[str]:
    """What is wrong with the names in the dialogs that an action opens; they are closed."""
    getattr(desktop.actions, action).trigger()
    qtbot.waitUntil(lambda: bool(desktop.window.findChildren(QDialog)))
    faults = []
    for dialog in desktop.window.findChildren(QDialog):
        faults += _faults(spoken_in(dialog))
        dialog.close()
    return faults


def test_tab_follows_the_journey_from_the_tools_to_the_player(full: GenreDesktop) -> None:
    full.window.activateWindow()
    full.tool_bar.widgetForAction(full.actions.add_files).setFocus()
    reached: list[QWidget] = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or full.window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in reached:
            break
        reached.append(focused)
    journey = (full.tool_bar.filter_box, full.browser.tree, full.table, full.views.seek_bar)
    places = [reached.index(widget) for widget in journey]
    assert places == sorted(places)


def test_a_key_says_genre_confidence_and_second_guess_of_the_row(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    announcing = full.window.findChild(Announcing)
    assert announcing is not None
    full.window.activateWindow()
    full.table.setFocus()
    full.table.selectRow(1)
    with qtbot.waitSignal(announcing.said) as said:
        QTest.keyClick(full.table, Qt.Key.Key_F7)
    (words,) = said.args
    row = full.model.rows_on_show()[1].state
    assert row.best is not None
    assert row.second is not None
    for part in (row.title, genre_of(row.best.label).word, genre_of(row.second.label).word, "%"):
        assert part in words


def test_results_and_messages_are_announced(
    desktop: GenreDesktop, qtbot: QtBot, folder_of_music: Path
) -> None:
    announcing = desktop.window.findChild(Announcing)
    assert announcing is not None
    said: list[str] = []
    announcing.said.connect(said.append)
    desktop.adding.add([folder_of_music])
    # files that are found one by one may be heard in more than one run
    qtbot.waitUntil(lambda: is_heard(desktop, 3) and bool(said) and said[-1].startswith("Done: "))
    desktop.services.messages.problem("The sound device was removed.")
    assert said[-1] == "The sound device was removed."


def test_of_a_long_batch_each_quarter_is_announced_once(desktop: GenreDesktop) -> None:
    announcing = desktop.window.findChild(Announcing)
    assert announcing is not None
    said: list[str] = []
    announcing.said.connect(said.append)
    desktop.model.add_tracks([Track(Path(f"/music/{number}.mp3")) for number in range(400)])
    for done in range(40):
        progress = Progress(done=done, total=40, is_running=True)
        desktop.services.classification.progressed.emit(progress)
    assert len(said) == 3
    assert [words for words, share in zip(said, ("25", "50", "75"), strict=True)
            if not words.startswith(share)] == []  # fmt: skip
    assert [words for words in said if "list" in words] == []  # which is ten times as long
    desktop.services.classification.progressed.emit(Progress(done=40, total=40))
    assert said[-1].startswith("Done: ")


def test_no_row_is_said_where_there_is_none(desktop: GenreDesktop, qtbot: QtBot) -> None:
    announcing = desktop.window.findChild(Announcing)
    assert announcing is not None
    with qtbot.waitSignal(announcing.said) as said:
        desktop.actions.speak_row.trigger()
    assert said.args == ["No row"]

"""Enter in dialogs that write, move, save and correct: only a button that has the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.organising.organise_dialog import OrganiseDialog
from genre_desktop.ui.review.edits_dialog import EditsDialog
from genre_desktop.ui.tagging.plain_table import PlainTable
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
from genre_desktop.ui.tagging.rules_dialog import RulesDialog
from tests.gui.tagging.conftest import SPAWN_MS
from tests.support.tagged import mutagen

ENTER = [Qt.Key.Key_Return, Qt.Key.Key_Enter]


def press_in(field: QWidget, key: Qt.Key, qtbot: QtBot) -> None:
    """Press a key with the keyboard in a field."""
    field.window().activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    QTest.keyClick(field, key)


@pytest.mark.parametrize("key", ENTER)
def test_enter_in_the_preview_writes_on_its_button_only(
    preview: PreviewDialog, full: GenreDesktop, folder_of_music: Path, key: Qt.Key, qtbot: QtBot
) -> None:
    preview.options.only_above.setChecked(True)
    preview.options.least.setValue(50)
    qtbot.waitUntil(lambda: preview.write.isEnabled() and not preview.model.is_deciding)
    options = preview.options
    for field in (preview.filter.box, options.least, options.only_empty, preview.table):
        press_in(field, key, qtbot)
        assert not preview.is_writing
    with qtbot.waitSignal(full.services.tagging.writing_ended, timeout=SPAWN_MS):
        press_in(preview.write, key, qtbot)
    assert mutagen.File(folder_of_music / "1 one.mp3", easy=True)["genre"] == ["Jazz"]


@pytest.mark.parametrize("key", ENTER)
def test_enter_in_organise_folders_places_files_on_its_button_only(
    full: GenreDesktop, tmp_path: Path, key: Qt.Key, qtbot: QtBot
) -> None:
    settings, tagging = full.services.tagging_settings, full.services.tagging
    settings.organise_into, settings.organise_pattern = str(tmp_path / "into"), "{file name}"
    with qtbot.waitSignal(tagging.looking_ended, timeout=SPAWN_MS):
        full.actions.organise.trigger()
    (organising,) = full.window.findChildren(OrganiseDialog)
    assert organising.place.isEnabled()
    options = organising.options
    for field in (organising.filter.box, options.into, options.pattern, organising.table):
        press_in(field, key, qtbot)
        assert organising.options.isEnabled()
    with qtbot.waitSignal(tagging.writing_ended, timeout=SPAWN_MS):
        press_in(organising.place, key, qtbot)
    assert (tmp_path / "into" / "1 one.mp3").is_file()


@pytest.mark.parametrize("key", ENTER)
def test_enter_in_a_field_of_the_rules_keeps_them_open(
    full: GenreDesktop, key: Qt.Key, qtbot: QtBot
) -> None:
    full.actions.rules.trigger()
    (rules,) = full.window.findChildren(RulesDialog)
    saved: list[object] = []
    rules.saved.connect(saved.append)
    for field in (rules.form.only, rules.form.most):
        press_in(field, key, qtbot)
        assert rules.isVisible()
    assert not saved
    press_in(rules.save, key, qtbot)
    assert saved
    assert not rules.isVisible()


@pytest.mark.parametrize("key", ENTER)
def test_enter_in_the_preview_of_a_table_corrects_on_its_button_only(
    full: GenreDesktop, tmp_path: Path, key: Qt.Key, qtbot: QtBot
) -> None:
    table, correcting = tmp_path / "table.csv", full.services.correcting
    table.write_text(f"path,genre\n{full.model.tracks()[0].path},Fado\n", encoding="utf-8")
    with qtbot.waitSignal(full.services.edited_table.found):
        full.own_genres.table_reading.read(str(table))
    (edits,) = full.window.findChildren(EditsDialog)
    (rows,) = edits.findChildren(PlainTable)
    press_in(rows, key, qtbot)
    assert edits.isVisible()
    assert not correcting.all()
    press_in(edits.correct, key, qtbot)
    assert [one.genre for one in correcting.all().values()] == ["Fado"]

"""Rules… in the real window: understood while they are typed, obeyed by the preview."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.rules import Rules
from genre_desktop.core.rules_file import parse_rules
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
from genre_desktop.ui.tagging.preview_model import PreviewColumn
from genre_desktop.ui.tagging.rules_dialog import RulesDialog
from tests.gui.tagging.conftest import SPAWN_MS


@pytest.fixture
def rules(full: GenreDesktop) -> RulesDialog:
    """The rules over a list of three tracks that were heard as jazz."""
    full.actions.rules.trigger()
    return full.window.findChild(RulesDialog)


def test_what_they_would_do_is_counted_while_they_are_typed(
    rules: RulesDialog, qtbot: QtBot
) -> None:
    assert "Of 3 tracks in the list: 0 by another name" in rules.told.text()
    rules.text.setPlainText('[names]\njazz = "Swing"')
    qtbot.waitUntil(lambda: "3 by another name" in rules.told.text())
    rules.text.setPlainText("[unsure]\nbelow = 0.8")
    qtbot.waitUntil(lambda: "3 unsure" in rules.told.text())


def test_letters_with_alt_go_through_the_tabs(rules: RulesDialog, qtbot: QtBot) -> None:
    form = rules.form
    keys = (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_F, Qt.Key.Key_N)
    for key, table in zip(keys, (form.artists, form.tree, form.folders, form.names), strict=True):
        QTest.keyClick(rules, key, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(table.isVisible)


def test_closing_asks_before_what_was_typed_is_lost(full: GenreDesktop, qtbot: QtBot) -> None:
    def opened() -> RulesDialog:
        full.actions.rules.trigger()
        return full.window.findChildren(RulesDialog)[-1]

    rules = opened()

    def press(words: str) -> None:
        (box,) = rules.findChildren(QMessageBox)
        button = next(one for one in box.buttons() if one.text().replace("&", "") == words)
        with qtbot.waitSignal(box.destroyed):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    for _ in range(2):
        QTest.keyClicks(rules.form.only, "Jazz")
        QTest.keyClick(rules.form.only, Qt.Key.Key_Escape)
        press("Cancel")
        assert rules.isVisible()
    rules.close()  # as the window's own button
    assert rules.isVisible()
    assert parse_rules(rules.text.toPlainText()).only == ("JazzJazz",)
    with qtbot.waitSignal(rules.destroyed):
        press("Close without saving")
    rules = opened()
    assert parse_rules(rules.text.toPlainText()).only == ()
    QTest.keyClicks(rules.form.only, "J")
    QTest.keyClick(rules.form.only, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(rules.destroyed):
        QTest.keyClick(rules.form.only, Qt.Key.Key_Escape)


def test_what_cannot_be_meant_is_told_and_not_saved(rules: RulesDialog, qtbot: QtBot) -> None:
    rules.text.setPlainText("[unsure]\nbelow = 80")
    qtbot.waitUntil(lambda: "from 0 to 1" in rules.told.text())
    assert not rules.save.isEnabled()
    rules._save()
    assert rules.isVisible()


def test_rules_are_exported_and_imported(rules: RulesDialog, tmp_path: Path, qtbot: QtBot) -> None:
    rules.text.setPlainText('[names]\njazz = "Swing"')
    rules.export(str(tmp_path / "mine.toml"))
    rules.text.setPlainText("")
    rules.read(str(tmp_path / "mine.toml"))
    assert "3 by another name" in rules.told.text()


def test_the_preview_follows_rules_that_are_saved_over_it(
    full: GenreDesktop, preview: PreviewDialog, qtbot: QtBot
) -> None:
    preview.options.rules.click()
    rules = full.window.findChild(RulesDialog)
    assert "Of 3 tracks of the preview: 0 by another name" in rules.told.text()
    rules.text.setPlainText('[names]\njazz = "Swing"')
    rules.save.click()
    cells = [preview.model.index(row, PreviewColumn.AFTER).data() for row in range(3)]
    notes = [preview.model.index(row, PreviewColumn.NOTE).data() for row in range(3)]
    assert (cells, notes) == (["Swing"] * 3, ["By your rules"] * 3)
    preview.reject()
    with qtbot.waitSignal(full.services.tagging.looking_ended, timeout=SPAWN_MS):
        full.actions.write_tags.trigger()
    again = full.window.findChildren(PreviewDialog)[-1]
    assert again.model.index(0, PreviewColumn.AFTER).data() == "Swing"


def test_rules_that_were_spoilt_elsewhere_are_told_and_left_out(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    full.services.rules_file.write_text("[nonsense]", encoding="utf-8")
    with qtbot.waitSignal(full.services.tagging.looking_ended, timeout=SPAWN_MS):
        full.actions.write_tags.trigger()
    preview = full.window.findChild(PreviewDialog)
    assert preview.model.index(0, PreviewColumn.AFTER).data() == "Jazz"
    assert "no section [nonsense]" in full.message_bar.messages[-1].sentence


def test_rules_that_cannot_be_read_are_not_replaced_by_nothing(full: GenreDesktop) -> None:
    full.services.rules_file.write_bytes(b'[names]\njazz = "Caf\xe9"')
    full.actions.rules.trigger()
    rules = full.window.findChild(RulesDialog)
    assert "no text in UTF-8" in rules.told.text()
    assert not rules.save.isEnabled()


def test_the_form_shows_the_text_and_writes_into_it(rules: RulesDialog, qtbot: QtBot) -> None:
    rules.text.setPlainText('[names]\njazz = "Swing"\n[genres]\nmost = 2\nabove = 0.1')
    qtbot.waitUntil(lambda: rules.form.names.pairs() == [("jazz", "Swing")])
    assert (rules.form.most.value(), rules.form.above.value()) == (2, 10)
    tree = rules.form.tree
    for column, text in enumerate(("Swing", "Big Band")):
        tree.model().setData(tree.model().index(0, column), text)
    rules.form.albums.setChecked(True)
    understood = parse_rules(rules.text.toPlainText())
    assert understood.tree == {"Swing": "Big Band"}
    assert understood.one_genre_per_album
    assert "3 by another name" in rules.told.text()
    assert tree.rowCount() == 2  # a free one for the next


def test_the_form_says_what_is_written_where_a_genre_is_unsure(
    rules: RulesDialog, qtbot: QtBot
) -> None:
    form = rules.form
    form.has_limit.setChecked(True)
    form.below.setValue(80)
    qtbot.waitUntil(lambda: "3 unsure" in rules.told.text())
    for place, written in ((1, "mark"), (2, "leave")):
        form.unsure.setCurrentIndex(place)
        form.unsure.activated.emit(place)
        assert parse_rules(rules.text.toPlainText()).unsure == written
    QTest.keyClicks(form.instead, "To hear")
    understood = parse_rules(rules.text.toPlainText())
    assert (understood.unsure, understood.unsure_below) == ("To hear", 0.8)
    qtbot.waitUntil(lambda: "3 by another name, 0 unsure" in rules.told.text())


def test_delete_takes_a_row_out_of_the_form(rules: RulesDialog, qtbot: QtBot) -> None:
    rules.text.setPlainText('[artists]\nA = "Rock"\nB = "Pop"')
    qtbot.waitUntil(lambda: len(rules.form.artists.pairs()) == 2)
    rules.form.artists.selectRow(0)
    QTest.keyClick(rules.form.artists, Qt.Key.Key_Delete)
    assert parse_rules(rules.text.toPlainText()).artists == {"B": "Pop"}


def test_the_form_waits_while_the_text_cannot_be_meant(rules: RulesDialog, qtbot: QtBot) -> None:
    rules.text.setPlainText("[names")
    qtbot.waitUntil(lambda: not rules.form.isEnabled())
    rules.text.setPlainText("")
    qtbot.waitUntil(rules.form.isEnabled)


def test_contradictions_are_told_above_the_count(rules: RulesDialog, qtbot: QtBot) -> None:
    rules.text.setPlainText('[artists]\nA = "Folk"\n[genres]\nonly = ["Jazz"]')
    qtbot.waitUntil(lambda: "the rule for “A” wins" in rules.told.text())
    assert rules.save.isEnabled()


def test_artist_and_folder_that_disagree_are_counted(full: GenreDesktop, qtbot: QtBot) -> None:
    first = full.model.playlist.rows[0]
    qtbot.waitUntil(lambda: first.state.listing.tags.artist == "A", timeout=SPAWN_MS)
    full.actions.rules.trigger()
    rules = full.window.findChild(RulesDialog)
    folder = first.track.path.parent
    rules.text.setPlainText(f'[artists]\nA = "Folk"\n[folders]\n"{folder}" = "Demo"')
    qtbot.waitUntil(lambda: "Of 1 track folder and artist say different" in rules.told.text())


IN_ENGLISH = "# Which genre a sub-genre belongs to; the genre is written in its place."
IN_GERMAN = "# Zu welchem Genre ein Untergenre gehört; an seiner Stelle wird das Genre geschrieben."


def test_explanations_are_in_the_users_language_and_those_in_another_are_not_kept_beside_them(
    speaking: GenreDesktop, qtbot: QtBot
) -> None:
    ours, other = IN_ENGLISH, IN_GERMAN
    if speaking.services.settings.language == "de":
        ours, other = other, ours
    speaking.actions.rules.trigger()
    rules = speaking.window.findChild(RulesDialog)
    lines = rules.text.toPlainText().splitlines()
    assert (ours in lines, other in lines) == (True, False)
    assert parse_rules(rules.text.toPlainText()) == Rules()
    odd = f"# Mine.\n{other}\nnames.Jazz = 'Swing'"  # which is written anew where it changes
    rules.text.setPlainText(odd)
    qtbot.waitUntil(lambda: rules.form.names.pairs() == [("Jazz", "Swing")])
    names = rules.form.names.model()
    names.setData(names.index(0, 1), "Bebop")
    lines = rules.text.toPlainText().splitlines()
    assert ("# Mine." in lines, ours in lines, other in lines) == (True, True, False)
    rules.save.click()
    saved = parse_rules(speaking.services.rules_file.read_text("utf-8"))
    assert saved == Rules(names={"Jazz": "Bebop"})

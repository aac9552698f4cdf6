"""Rules… in the real window: understood while they are typed, obeyed by the preview."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
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
    assert "cannot be read" in rules.told.text()
    assert not rules.save.isEnabled()

"""The library in the real window is exported: all on show or the selection, in every form."""

import threading
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.exporting.asked import Export
from genre_desktop.core.exporting.formats import Format
from genre_desktop.services.library import library_exporting
from genre_desktop.ui.library.export_menu import ExportMenu
from genre_desktop.ui.library.library_page import LibraryPage
from genre_desktop.ui.review.edits_dialog import EditsDialog
from genre_desktop.ui.roles import Column
from tests.gui.library.conftest import titles
from tests.support.sounds import write_flac


def as_csv(target: Path) -> Export:
    """A new table."""
    return Export(Format.CSV, target, may_replace=False, options=ExportOptions())


def test_a_view_is_exported_in_every_form(
    desktop: GenreDesktop, page: LibraryPage, tmp_path: Path, qtbot: QtBot
) -> None:
    exporting = desktop.services.library.exporting
    forms = [form for form in Format if form is not Format.TRAINING]  # which has corrections only
    for form in forms:
        asked = Export(form, tmp_path / f"out.{form}", may_replace=True, options=ExportOptions())
        with qtbot.waitSignal(exporting.exported) as told:
            exporting.export(asked, page.model.numbers())
        assert (told.args[0], told.args[1].tracks > 0) == (asked.target, True)
        assert asked.target.exists()
    rules, ruled = tmp_path / "rules.toml", tmp_path / "ruled.csv"
    rules.write_text('[names]\njazz = "As I say"\n[albums]\none_genre = true\n', encoding="utf-8")
    with qtbot.waitSignal(exporting.exported):
        exporting.export(replace(asked, form=Format.CSV, target=ruled), page.model.numbers(), rules)
    assert "As I say" in ruled.read_text(encoding="utf-8")
    nowhere = replace(asked, form=Format.CSV, target=tmp_path / "no" / "a.csv")
    with qtbot.waitSignal(exporting.failed):
        exporting.export(nowhere, page.model.numbers())


def test_a_collection_has_keys_where_that_is_chosen(
    desktop: GenreDesktop,
    page: LibraryPage,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chord = np.arange(4 * 44_100)[:, None] / 44_100 * np.array([130.81, 261.63, 329.63, 392.0])
    write_flac(
        tmp_path / "music" / "Cool.flac", np.sin(2 * np.pi * chord).mean(axis=1).astype(np.float32)
    )
    target = tmp_path / "collection.xml"
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(target)])
    page.table.selectRow(0)
    menu = desktop.library_actions.export_selected_menu
    (with_keys,) = (one for one in menu.actions() if "with keys" in one.text())
    with qtbot.waitSignal(desktop.services.library.exporting.exported, timeout=60_000):
        with_keys.trigger()
    (track,) = ET.parse(target).iterfind("COLLECTION/TRACK")
    assert track.get("Tonality") == "C"


def test_what_is_exported_is_what_was_on_show_or_selected_before_it_is_asked_where_to(
    desktop: GenreDesktop,
    page: LibraryPage,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    targets = iter((tmp_path / "selected.csv", tmp_path / "all.csv"))

    def answer(_dialog: QFileDialog) -> bool:
        page.table.clearSelection()
        return True

    monkeypatch.setattr(QFileDialog, "exec", answer)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(next(targets))])
    page.table.selectRow(1)
    actions, told = desktop.library_actions, []
    for menu in (actions.export_selected_menu, actions.export_menu):
        with qtbot.waitSignal(desktop.services.library.exporting.exported) as exported:
            menu.actions()[0].trigger()
        told.append(exported.args[1].tracks)
    assert told == [1, 4]
    assert "=Loud" in (tmp_path / "selected.csv").read_text(encoding="utf-8")


def test_playlists_of_the_library_name_files_as_is_chosen_in_the_same_menu(
    desktop: GenreDesktop,
    page: LibraryPage,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lists = tmp_path / "lists"
    (lists / "each").mkdir(parents=True)
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(lists / "all.xspf")])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(lists / "each"))
    menu = desktop.library_actions.export_menu

    def chosen(words: str, menu: QMenu = menu) -> None:
        next(one for one in menu.actions() if words in one.text()).trigger()

    def exported(words: str, target: Path) -> str:
        with qtbot.waitSignal(desktop.services.library.exporting.exported):
            chosen(words)
        return target.read_text(encoding="utf-8")

    (paths,) = (one.menu() for one in menu.actions() if one.menu() is not None)
    assert isinstance(paths, QMenu)
    whole = str(tmp_path / "music" / "Cool.flac")
    assert whole in exported("(XSPF)", lists / "all.xspf")
    chosen("relative", paths)
    assert "<location>../music/Cool.flac<" in exported("(XSPF)", lists / "all.xspf")
    assert "\n../../music/Cool.flac\n" in exported("each genre", lists / "each" / "Jazz.m3u8")
    chosen("absolute", paths)
    (lists / "each" / "Jazz.m3u8").unlink()
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Ok)
    assert f"\n{whole}\n" in exported("each genre", lists / "each" / "Jazz.m3u8")


def test_a_long_export_says_how_far_it_is_and_is_stopped(
    desktop: GenreDesktop,
    page: LibraryPage,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(library_exporting, "TOLD_EVERY_SECONDS", 0.0)
    exporting, bar = desktop.services.library.exporting, desktop.message_bar
    pressed = threading.Event()
    exporting.progressed.connect(
        lambda *_: pressed.wait(30), type=Qt.ConnectionType.DirectConnection
    )
    target = tmp_path / "all.csv"
    asked = as_csv(target)
    with qtbot.waitSignal(exporting.given_up):
        exporting.export(asked, page.model.numbers())
        qtbot.waitUntil(lambda: any("0 of 4" in m.sentence for m in bar.messages))
        stop = next(b for b in bar.findChildren(QPushButton) if b.text() == "Stop")
        stop.click()
        pressed.set()
    qtbot.waitUntil(lambda: any("was stopped" in m.sentence for m in bar.messages))
    assert not target.exists()
    with qtbot.waitSignal(exporting.exported):
        exporting.export(asked, page.model.numbers())
    assert target.exists()


def test_a_folder_that_cannot_be_looked_into_is_no_empty_one(
    desktop: GenreDesktop, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "file"))
    asked: list[object] = []

    def cancel(*about: object) -> QMessageBox.StandardButton:
        asked.append(about)
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", cancel)
    menu = QMenu()
    paths, settings = desktop.actions.playlist_paths, desktop.services.settings
    exports = ExportMenu(menu, paths, desktop.window, settings, lambda: ())
    with qtbot.assertNotEmitted(exports.wanted):
        next(one for one in menu.actions() if "each genre" in one.text()).trigger()
    assert asked


def test_a_table_of_the_library_comes_back_edited_where_the_list_is_empty(
    desktop: GenreDesktop, page: LibraryPage, music: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    table, exporting = tmp_path / "edited.csv", desktop.services.library.exporting
    with qtbot.waitSignal(exporting.exported):
        exporting.export(as_csv(table), page.model.numbers())
    text = table.read_text(encoding="utf-8").replace(",jazz,", ",Swing,", 1)
    table.write_text(text, encoding="utf-8", newline="")
    assert desktop.actions.read_corrections.isEnabled()
    with qtbot.waitSignal(desktop.services.edited_table.found):
        desktop.own_genres.table_reading.read(str(table))
    dialog = desktop.window.findChild(EditsDialog)
    shown = [
        [dialog.model.index(row, column).data() for column in range(3)]
        for row in range(dialog.model.rowCount())
    ]
    assert shown == [[str(music / "Cool.flac"), "Jazz", "Swing"]]
    dialog.correct.click()
    qtbot.waitUntil(lambda: genre_in(page, "Cool") == "Swing")
    desktop.actions.undo.trigger()
    qtbot.waitUntil(lambda: genre_in(page, "Cool") == "Jazz")


def genre_in(page: LibraryPage, title: str) -> str:
    return str(page.model.index(titles(page).index(title), Column.GENRE).data())

"""What is saved is what is on show."""

import csv
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.playlists import read_playlist
from genre_desktop.services.exporting import Form
from genre_desktop.ui.export_choice import ExportDialog
from genre_desktop.ui.roles import Column
from tests.gui.conftest import Desktops, close, is_heard
from tests.support.sounds import music, write_sound
from tests.support.window import InstantListener


def test_the_rows_on_show_are_saved_in_their_order_and_counted(
    full: GenreDesktop, qtbot: QtBot, tmp_path: Path
) -> None:
    def saved() -> list[str]:
        with qtbot.waitSignal(full.services.exporting.exported):
            full.export.save(tmp_path / "genres.json", Form.JSON)
        text = (tmp_path / "genres.json").read_text(encoding="utf-8")
        return list(dict.fromkeys(re.findall(r"one\.mp3|two\.flac|three\.ogg", text)))

    full.table.sortByColumn(Column.NUMBER, Qt.SortOrder.DescendingOrder)
    assert saved() == ["three.ogg", "two.flac", "one.mp3"]
    assert full.message_bar.messages[-1].sentence.startswith("3 tracks were saved to ")
    full.tool_bar.filter_box.filter_typed.emit("path:.mp3")
    assert saved() == ["one.mp3"]
    words = "1 of 3 tracks, the one on show, was saved to "
    assert full.message_bar.messages[-1].sentence.startswith(words)
    full.tool_bar.filter_box.filter_typed.emit("nothing like it")
    qtbot.waitUntil(lambda: not full.actions.export.isEnabled())


def test_exports_call_genres_as_the_rules_do_where_that_is_chosen(
    full: GenreDesktop, qtbot: QtBot, tmp_path: Path
) -> None:
    def genres() -> set[str]:
        with qtbot.waitSignal(full.services.exporting.exported):
            full.export.save(tmp_path / "genres.csv", Form.CSV)
        with (tmp_path / "genres.csv").open(encoding="utf-8", newline="") as file:
            return {row["predicted_genre"] for row in csv.DictReader(file)}

    (heard,) = genres()
    rules = full.services.rules_file
    rules.parent.mkdir(exist_ok=True)
    rules.write_text(f'[names]\n"{heard}" = "As I say"\n', encoding="utf-8")
    assert genres() == {heard}
    full.actions.export_by_rules.trigger()
    assert full.services.settings.export_by_rules
    assert genres() == {"As I say"}
    rules.write_text("[names", encoding="utf-8")
    with qtbot.waitSignal(full.services.exporting.failed):
        full.export.save(tmp_path / "genres.csv", Form.CSV)


@pytest.mark.parametrize(("name", "form"), [("a.m3u8", Form.M3U), ("a.xspf", Form.XSPF)])
def test_a_playlist_of_the_rows_on_show_opens_again(
    full: GenreDesktop, qtbot: QtBot, tmp_path: Path, name: str, form: Form
) -> None:
    full.table.sortByColumn(Column.NUMBER, Qt.SortOrder.DescendingOrder)
    with qtbot.waitSignal(full.services.exporting.exported):
        full.export.save(tmp_path / name, form)
    on_show = [listing.track.path for listing in full.model.listings()]
    assert list(read_playlist(tmp_path / name)) == on_show
    assert [path.suffix for path in on_show] == [".ogg", ".flac", ".mp3"]


def test_the_menu_asks_for_a_playlist(full: GenreDesktop, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []

    def refuse(dialog: ExportDialog) -> int:
        titles.append(dialog.windowTitle())
        return 0

    monkeypatch.setattr(ExportDialog, "exec", refuse)
    full.actions.export_playlist.trigger()
    full.actions.export.trigger()
    assert titles == ["Export a playlist", "Export the list"]


FILES = ("1 one.mp3", "2 two.flac", "more/three.ogg")


def choose_by_keys(desktop: GenreDesktop, *keys: Qt.Key) -> None:
    """Press the letters of a menu of the bar and of what is in it, one after the other."""
    desktop.window.activateWindow()  # without a screen a menu that was closed may stay active
    QApplication.processEvents()
    QTest.keyClick(desktop.window, keys[0], Qt.KeyboardModifier.AltModifier)
    for key in keys[1:]:
        opened = QApplication.activePopupWidget()
        assert isinstance(opened, QMenu)
        QTest.keyClick(opened, key)
    assert QApplication.activePopupWidget() is None


Exports = Callable[[GenreDesktop, Path], list[str]]


@pytest.fixture
def exported(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Exports:
    """Chooses the entry of the menu, and a file in the dialog; gives the paths that are in it."""

    def export(desktop: GenreDesktop, target: Path) -> list[str]:
        monkeypatch.setattr(ExportDialog, "exec", lambda _: True)
        monkeypatch.setattr(ExportDialog, "selectedFiles", lambda _: [str(target)])
        with qtbot.waitSignal(desktop.services.exporting.exported):
            choose_by_keys(desktop, Qt.Key.Key_F, Qt.Key.Key_L)
        return names_in(target)

    return export


def names_in(playlist: Path) -> list[str]:
    """The paths as another program reads them."""
    text = playlist.read_text(encoding="utf-8")
    if playlist.suffix == ".xspf":
        return re.findall("<location>(.*?)</location>", text)
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_paths_in_playlists_are_chosen_by_keys_beside_the_export(
    full: GenreDesktop, tmp_path: Path, exported: Exports
) -> None:
    lists = tmp_path / "music" / "more"
    whole = [str(tmp_path / "music" / name) for name in FILES]
    for letter, names in (
        (Qt.Key.Key_B, [*whole[:2], "three.ogg"]),
        (Qt.Key.Key_A, whole),
        (Qt.Key.Key_R, ["../1 one.mp3", "../2 two.flac", "three.ogg"]),
    ):
        choose_by_keys(full, Qt.Key.Key_F, Qt.Key.Key_T, letter)
        assert exported(full, lists / "a.m3u8") == names
        found = [path for path in read_playlist(lists / "a.m3u8") if isinstance(path, Path)]
        assert [str(path.resolve()) for path in found] == whole
        assert "absolute" not in full.message_bar.messages[-1].sentence


def test_the_chosen_paths_are_remembered(
    full: GenreDesktop,
    open_desktop: Desktops,
    listener: InstantListener,
    tmp_path: Path,
    exported: Exports,
) -> None:
    full.actions.playlist_paths.actions()[1].trigger()
    close(full)
    again = open_desktop(listener)
    names = exported(again, tmp_path / "music" / "more" / "b.xspf")
    assert names == ["../1%20one.mp3", "../2%20two.flac", "three.ogg"]
    checked = [one.text() for one in again.actions.playlist_paths.actions() if one.isChecked()]
    assert checked == ["Always &relative"]


@pytest.mark.skipif(sys.platform == "win32", reason="missing: file names of POSIX")
def test_a_path_that_cannot_be_relative_is_absolute_and_the_window_says_so(
    desktop: GenreDesktop, qtbot: QtBot, tmp_path: Path, exported: Exports
) -> None:
    odd, lists = tmp_path / os.fsdecode(b"caf\xe9.mp3"), tmp_path / "lists"
    lists.mkdir()
    write_sound(tmp_path / "plain.mp3", music(4.0, 1), "mp3").rename(odd)
    write_sound(tmp_path / "plain.mp3", music(4.0, 2), "mp3")
    desktop.adding.add([odd, tmp_path / "plain.mp3"])
    qtbot.waitUntil(lambda: is_heard(desktop, 2))
    choose_by_keys(desktop, Qt.Key.Key_F, Qt.Key.Key_T, Qt.Key.Key_R)
    names = exported(desktop, lists / "a.m3u8")
    assert names == [f"file://{tmp_path}/caf%E9.mp3", "../plain.mp3"]
    said = desktop.message_bar.messages[-1].sentence
    assert "1 file is named by its absolute path: it lies on another drive" in said
    assert list(read_playlist(lists / "a.m3u8")) == [odd, lists / "../plain.mp3"]

"""The tree of folders and what it asks of the disk."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from genre_desktop.services.folder_listing import (
    FolderEntry,
    FolderListing,
    Place,
    PlaceKind,
    music_in,
)
from genre_desktop.ui.browser_model import BrowserModel
from genre_desktop.ui.browser_panel import BrowserPanel
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.urls import paths_in


@pytest.fixture
def music(tmp_path: Path) -> Path:
    """A folder with a folder, music, a playlist and other things."""
    folder = tmp_path / "Music"
    (folder / "Albums").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for name in ("b.flac", "A.mp3", "cover.jpg", "notes.txt", "list.m3u8"):
        (folder / name).write_bytes(b"")
    return folder


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, icons: Icons, music: Path) -> BrowserPanel:
    panel = BrowserPanel(theme, icons)
    qtbot.addWidget(panel)
    panel.model.show_places((Place(music, PlaceKind.MUSIC, "Music"),))
    panel.model.fetchMore(panel.model.index(0, 0))
    panel.model.show_folder(music, music_in(music), "")
    return panel


def names(model: BrowserModel) -> list[str]:
    top = model.index(0, 0)
    return [model.index(row, 0, top).data() for row in range(model.rowCount(top))]


def test_only_folders_music_and_playlists_are_listed(music: Path) -> None:
    entries = music_in(music)
    assert [entry.path.name for entry in entries] == ["Albums", "A.mp3", "b.flac", "list.m3u8"]
    assert entries[0].is_folder


def test_the_model_keeps_qts_rules_while_folders_come_and_go(
    theme: Theme, icons: Icons, music: Path
) -> None:
    model = BrowserModel(icons)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    wanted: list[Path] = []
    model.folder_wanted.connect(wanted.append)
    model.show_places((Place(music, PlaceKind.MUSIC, "Music"),))
    model.fetchMore(model.index(0, 0))
    model.fetchMore(model.index(0, 0))
    assert wanted == [music]  # asked once, however often the view looks
    model.show_folder(music, music_in(music), "")
    assert names(model) == ["Albums", "A.mp3", "b.flac", "list.m3u8"]
    model.refresh(model.index(0, 0))
    model.show_folder(music, (), "The folder cannot be read: it is gone.")
    assert not model.hasChildren(model.index(0, 0))
    assert "gone" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    tester.deleteLater()


def test_an_answer_that_nobody_waits_for_changes_nothing(panel: BrowserPanel) -> None:
    before = names(panel.model)
    panel.model.show_folder(
        Path("/elsewhere"), (FolderEntry(Path("/elsewhere/a"), is_folder=True),), ""
    )
    assert names(panel.model) == before


def test_a_double_click_on_music_adds_it(qtbot: QtBot, panel: BrowserPanel, music: Path) -> None:
    index = panel.model.index(1, 0, panel.model.index(0, 0))
    with qtbot.waitSignal(panel.paths_activated) as activated:
        panel.tree.doubleClicked.emit(index)
    assert activated.args == [[music / "A.mp3"]]


def test_a_folder_that_has_gone_from_the_tree_is_not_read_again(
    qtbot: QtBot, panel: BrowserPanel
) -> None:
    panel.tree.customContextMenuRequested.emit(
        panel.tree.visualRect(panel.model.index(0, 0)).center()
    )
    (menu,) = panel.findChildren(QMenu)
    read_again = next(one for one in menu.actions() if one.text() == "Read again")
    panel.model.show_places(())
    with qtbot.assertNotEmitted(panel.model.folder_wanted):
        read_again.trigger()
    menu.close()


def test_enter_adds_what_is_selected(qtbot: QtBot, panel: BrowserPanel, music: Path) -> None:
    panel.tree.setCurrentIndex(panel.model.index(0, 0, panel.model.index(0, 0)))
    with qtbot.waitSignal(panel.paths_activated) as activated:
        QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert activated.args == [[music / "Albums"]]


@pytest.mark.skipif(os.name == "nt", reason="names are no bytes on Windows")
def test_dragged_rows_are_files_even_with_undecodable_names(
    panel: BrowserPanel, music: Path
) -> None:
    odd = music / os.fsdecode(b"caf\xe9.mp3")
    panel.model.refresh(panel.model.index(0, 0))
    panel.model.show_folder(music, (FolderEntry(odd, is_folder=False),), "")
    index = panel.model.index(0, 0, panel.model.index(0, 0))
    assert index.data() == "caf\\xe9.mp3"
    assert paths_in(panel.model.mimeData([index])) == [odd]


def test_folders_are_listed_in_a_thread(qtbot: QtBot, music: Path) -> None:
    listing = FolderListing()
    with qtbot.waitSignal(listing.folder_listed) as listed:
        listing.list_folder(music)
    assert listed.args is not None
    assert listed.args[0] == music
    assert len(listed.args[1]) == 4
    listing.close()


def test_a_folder_that_cannot_be_read_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    listing = FolderListing()
    with qtbot.waitSignal(listing.folder_listed) as listed:
        listing.list_folder(tmp_path / "gone")
    assert listed.args is not None
    assert listed.args[1] == ()
    assert listed.args[2].startswith("The folder cannot be read")
    listing.close()

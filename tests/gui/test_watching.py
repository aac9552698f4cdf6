"""Watched folders in the window: what lies and arrives in them comes into the list."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.preferences_dialog import PreferencesDialog
from genre_desktop.ui.watched_page import WatchedPage
from tests.support.divided import album
from tests.support.sounds import music, write_flac

OLD = (1_600_000_000, 1_600_000_000)


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    """A folder with a track that was not written just now."""
    folder = tmp_path / "watched"
    folder.mkdir()
    os.utime(write_flac(folder / "old.flac", music(2.0, 1)), OLD)
    return folder


def names(desktop: GenreDesktop) -> list[str]:
    return [track.path.name for track in desktop.model.tracks()]


def test_what_lies_and_arrives_there_is_listed_and_heard(
    desktop: GenreDesktop, watched: Path, qtbot: QtBot
) -> None:
    desktop.services.watching.settle_seconds = 0.1
    desktop.browser.watch_toggled.emit(watched, True)  # noqa: FBT003 - Qt's own signature
    qtbot.waitUntil(lambda: names(desktop) == ["old.flac"])
    write_flac(watched / "new.flac", music(2.0, 2))
    qtbot.waitUntil(lambda: names(desktop) == ["old.flac", "new.flac"])
    qtbot.waitUntil(lambda: not any(row.is_unheard for row in desktop.model.playlist.rows))
    assert desktop.services.settings.watched == (watched,)


def test_parts_give_way_to_the_whole_once_their_sheet_is_gone_and_undo_brings_them_back(
    desktop: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    file = album(tmp_path / "albums")
    for path in (file, file.with_suffix(".cue")):
        os.utime(path, OLD)

    def titles() -> list[str]:
        return [track.part_title for track in desktop.model.tracks()]

    desktop.services.watching.settle_seconds = 0.1
    desktop.browser.watch_toggled.emit(file.parent, True)  # noqa: FBT003 - Qt's own signature
    qtbot.waitUntil(lambda: titles() == ["Dawn", "Noon"])
    away = file.with_suffix(".cue").rename(tmp_path / "album.cue")
    qtbot.waitUntil(lambda: titles() == [""])
    away.rename(file.with_suffix(".cue"))
    qtbot.waitUntil(lambda: titles() == ["Dawn", "Noon"])
    desktop.actions.undo.trigger()
    assert sorted(titles()) == ["", "Dawn", "Noon"]


def test_a_folder_that_is_watched_no_more_is_left_alone(
    desktop: GenreDesktop, watched: Path, qtbot: QtBot
) -> None:
    watching = desktop.services.watching
    watching.settle_seconds = 0.1
    for wanted in (True, False):
        desktop.browser.watch_toggled.emit(watched, wanted)
    assert desktop.services.settings.watched == ()
    with qtbot.assertNotEmitted(watching.changed.arrived, wait=100):
        write_flac(watched / "new.flac", music(2.0, 2))


def test_other_patterns_bring_only_what_the_old_ones_left_out(
    desktop: GenreDesktop, watched: Path, qtbot: QtBot
) -> None:
    os.utime(write_flac(watched / "take.flac", music(2.0, 2)), OLD)
    desktop.services.settings.exclude = ("take*",)
    desktop.browser.watch_toggled.emit(watched, True)  # noqa: FBT003 - Qt's own signature
    qtbot.waitUntil(lambda: names(desktop) == ["old.flac"])
    desktop.table.selectAll()
    desktop.actions.remove.trigger()
    assert names(desktop) == []
    desktop.services.settings.exclude = ("none*",)
    qtbot.waitUntil(lambda: "take.flac" in names(desktop))
    assert names(desktop) == ["take.flac"]


def test_the_keyboard_stays_in_the_list_where_a_folder_is_watched_no_more(
    desktop: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    folders = [tmp_path / name for name in ("one", "two", "three")]
    for folder in folders:
        folder.mkdir()
    desktop.services.settings.watched = tuple(folders)
    desktop.actions.preferences.trigger()
    dialog = desktop.window.findChild(PreferencesDialog)
    dialog.show_page("Watched folders")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    page = dialog.findChild(WatchedPage)
    for row, left in ((1, ["one", "three"]), (1, ["one"]), (0, [])):
        page.folders.setCurrentRow(row)
        page.remove.setFocus()
        QTest.keyClick(page.remove, Qt.Key.Key_Space)
        assert [folder.name for folder in desktop.services.settings.watched] == left
        assert page.folders.hasFocus()
        assert page.folders.currentRow() == len(left) - 1
        assert page.remove.isEnabled() is bool(left)

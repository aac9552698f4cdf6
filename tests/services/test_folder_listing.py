"""Listing folders while some of them hang."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.services.folder_listing import MOST_AT_ONCE, FolderEntry, FolderListing, places
from tests.acceptance.program import need_posix


def test_a_folder_is_listed_although_more_than_there_are_seats_hang(
    qapp: object, qtbot: QtBot
) -> None:
    drive_is_back = threading.Event()

    def look(folder: Path) -> tuple[FolderEntry, ...]:
        if folder.name == "gone":
            drive_is_back.wait()
        return ()

    folders = FolderListing(look=look)
    for _ in range(MOST_AT_ONCE):
        folders.list_folder(Path("/gone"))
    with qtbot.waitSignal(folders.folder_listed) as listed:
        folders.list_folder(Path("/there"))
    assert listed.args == [Path("/there"), (), ""]
    folders.close()
    with qtbot.assertNotEmitted(folders.folder_listed, wait=50):
        drive_is_back.set()


def test_a_music_folder_that_cannot_be_looked_at_is_no_place(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_posix("user-dirs.dirs")
    refused = tmp_path / ("x" * 300)  # as one on a drive that does not answer
    words = f'XDG_MUSIC_DIR="{refused}"\nXDG_DESKTOP_DIR="{tmp_path}"\n'
    (tmp_path / "user-dirs.dirs").write_text(words, encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    found = [place.path for place in places()]
    assert (tmp_path in found, refused in found) == (True, False)


def test_nothing_is_told_once_it_is_closed(qapp: object, qtbot: QtBot) -> None:
    folders = FolderListing()
    with qtbot.assertNotEmitted(folders.places_found, wait=100):
        folders.find_places()
        folders.close()


def test_folders_come_first_and_what_is_no_music_not_at_all(
    qapp: object, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "Later").mkdir()
    for name in ("b.mp3", "A.flac", "notes.txt", ".hidden.mp3"):
        (tmp_path / name).touch()
    folders = FolderListing()
    with qtbot.waitSignal(folders.folder_listed) as listed:
        folders.list_folder(tmp_path)
    assert listed.args is not None
    assert [entry.path.name for entry in listed.args[1]] == ["Later", "A.flac", "b.mp3"]
    folders.close()

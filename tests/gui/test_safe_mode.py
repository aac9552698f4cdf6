"""A window in safe mode, and one whose home cannot be written."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop, build
from genre_desktop.core.places import HOME_VARIABLE, data_folder
from genre_desktop.core.track import Track
from genre_desktop.core.user_folders import PLAYLIST_FILE, UserFolders, user_folders
from genre_desktop.services.session import write_tracks
from tests.gui.conftest import MODEL, close, sentences
from tests.support.packages import mel_package
from tests.support.window import InstantListener


@pytest.fixture
def open_unusual(
    qapp: QApplication, qtbot: QtBot, listener: InstantListener
) -> Iterator[Callable[[UserFolders], GenreDesktop]]:
    """Opens a window with the folders of an unusual start."""
    opened: list[GenreDesktop] = []

    def open_one(folders: UserFolders) -> GenreDesktop:
        desktop = build(qapp, lambda _: listener, folders)
        opened.append(desktop)
        with qtbot.waitSignal(desktop.services.session.restoring_finished):
            desktop.start()
        return desktop

    yield open_one
    for desktop in opened:
        folders = desktop.services.user_folders
        close(desktop)
        folders.forget()


def test_safe_mode_opens_with_nothing_of_the_users_and_says_so(
    open_unusual: Callable[[UserFolders], GenreDesktop], a_home_of_its_own: Path
) -> None:
    mel_package(a_home_of_its_own / "data" / "models", MODEL)
    kept = data_folder() / PLAYLIST_FILE
    write_tracks(kept, [Track(Path("/music/a.mp3"))])
    before = kept.read_bytes()
    desktop = open_unusual(user_folders(safe_mode=True))
    assert len(desktop.model.playlist) == 0
    assert MODEL not in [entry.name for entry in desktop.models.entries]
    assert "safe mode" in desktop.window.windowTitle()
    assert len([words for words in sentences(desktop) if "Safe mode" in words]) == 1
    desktop.services.settings.theme = "dark"
    desktop.adding.add([Path("/nowhere.mp3")])
    close(desktop)
    assert kept.read_bytes() == before
    assert not (a_home_of_its_own / "config" / "settings.ini").exists()


def test_a_home_that_cannot_be_written_is_one_sentence_and_the_window_works(
    open_unusual: Callable[[UserFolders], GenreDesktop],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    folder_of_music: Path,
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "file" / "below"))
    desktop = open_unusual(user_folders())
    (sentence,) = sentences(desktop)
    assert sentence.startswith("Nothing can be saved")
    assert str(tmp_path / "file") in sentence
    desktop.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: len(desktop.model.playlist) == 3)

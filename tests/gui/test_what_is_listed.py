"""What comes into the list: from the browser, the clipboard, sheets; and what is left out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.services.folder_listing import Place, PlaceKind
from genre_desktop.ui.urls import url_of
from tests.gui.conftest import is_heard, names
from tests.support.sounds import music, write_sound
from tests.support.window import drop_mime

SHEET = """FILE "mix.flac" WAVE
TRACK 01 AUDIO
TITLE "Dawn"
INDEX 01 00:00:00
TRACK 02 AUDIO
TITLE "Noon"
INDEX 01 00:04:00
"""


def test_patterns_of_the_preferences_leave_files_and_folders_out(
    desktop: GenreDesktop, qtbot: QtBot, folder_of_music: Path
) -> None:
    desktop.services.settings.exclude = ("*.flac", "more/")
    desktop.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: is_heard(desktop, 1))
    assert names(desktop) == ["1 one.mp3"]


def test_a_sheet_beside_a_file_opens_it_as_parts_with_a_genre_each(
    desktop: GenreDesktop, qtbot: QtBot, tmp_path: Path
) -> None:
    write_sound(tmp_path / "mix.flac", music(9.0), "flac")
    (tmp_path / "mix.cue").write_text(SHEET, encoding="utf-8")
    desktop.adding.add([tmp_path])
    qtbot.waitUntil(lambda: is_heard(desktop, 2))
    states = [row.state for row in desktop.model.playlist.rows]
    assert [state.title for state in states] == ["Dawn", "Noon"]
    assert all(state.best is not None for state in states)


@pytest.fixture
def clipboard(qapp: QGuiApplication) -> Iterator[QClipboard]:
    """Empty afterwards: what Python made and Qt deletes at the very end ends the process badly."""
    yield qapp.clipboard()
    qapp.clipboard().clear()


def test_addresses_that_a_file_manager_copied_are_pasted(
    desktop: GenreDesktop, clipboard: QClipboard, qtbot: QtBot, folder_of_music: Path
) -> None:
    copied = QMimeData()
    copied.setUrls([url_of(folder_of_music / "2 two.flac"), url_of(folder_of_music / "more")])
    clipboard.setMimeData(copied)
    desktop.actions.paste.trigger()
    qtbot.waitUntil(lambda: is_heard(desktop, 2))
    assert names(desktop) == ["2 two.flac", "three.ogg"]


def test_what_is_dragged_from_the_browser_to_the_table_is_listed(
    full: GenreDesktop, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other" / "x.mp3"
    other.parent.mkdir()
    write_sound(other, music(4.0), "mp3")
    browser = full.browser.model
    browser.show_places((Place(other.parent, PlaceKind.MUSIC, "Other"),))
    drop_mime(full.table.viewport(), browser.mimeData([browser.index(0, 0)]))
    qtbot.waitUntil(lambda: is_heard(full, 4))
    assert "x.mp3" in names(full)

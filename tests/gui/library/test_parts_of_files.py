"""Parts of files in the library's window, heard by worker processes."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.library_facets import Facet
from genre_desktop.ui.library.library_page import LibraryPage
from tests.gui.conftest import Desktops, is_heard
from tests.gui.library.conftest import show_only, titles
from tests.support.divided import album, copied, sheet

PATIENCE_MS = 60_000


def test_each_part_is_shown_with_the_words_of_its_sheet_and_no_copy_has_any(
    open_desktop: Desktops, tmp_path: Path, qtbot: QtBot
) -> None:
    file = album(tmp_path / "music" / "album")
    copied(file, tmp_path / "music" / "copies" / "copy.flac")
    desktop = open_desktop()
    desktop.adding.add([tmp_path / "music"])
    qtbot.waitUntil(lambda: is_heard(desktop, 3), timeout=PATIENCE_MS)
    page = _library(desktop)
    qtbot.waitUntil(lambda: titles(page) == ["Dawn", "Noon", "File's title"], timeout=PATIENCE_MS)
    assert _artists(page) == ["The Band", "A Guest", "Of the file"]
    page.groups.choose(Facet.ARTIST)
    groups = page.groups.model
    qtbot.waitUntil(lambda: groups.rowCount() == 4)
    assert [groups.index(row, 0).data() for row in range(1, 4)] == [
        "A Guest",
        "Of the file",
        "The Band",
    ]
    show_only(page, qtbot, "guest", ["Noon"])
    show_only(page, qtbot, "artist:file", ["File's title"])
    show_only(page, qtbot, 'album:"the album"', ["Dawn", "Noon"])


def test_a_sheet_that_changed_in_its_place_is_read_anew(
    open_desktop: Desktops, tmp_path: Path, qtbot: QtBot
) -> None:
    file = album(tmp_path / "music")
    desktop = open_desktop()
    desktop.adding.add([file.parent])
    qtbot.waitUntil(lambda: is_heard(desktop, 2), timeout=PATIENCE_MS)
    page = _library(desktop)
    qtbot.waitUntil(lambda: titles(page) == ["Dawn", "Noon"], timeout=PATIENCE_MS)
    sheet(file.with_suffix(".cue"), file, ("Dusk", "", "00:00:00"), ("Night", "Owl", "00:04:00"))
    desktop.library_actions.look_for_files.trigger()
    qtbot.waitUntil(lambda: titles(page) == ["Dusk", "Night"], timeout=PATIENCE_MS)
    show_only(page, qtbot, "owl", ["Night"])


def _library(desktop: GenreDesktop) -> LibraryPage:
    QTest.keyClick(desktop.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = desktop.library.page
    assert page is not None
    return page


def _artists(page: LibraryPage) -> list[str]:
    states = [page.model.row_state(place) for place in range(page.model.rowCount())]
    return [state.listing.tags.artist if state is not None else "" for state in states]

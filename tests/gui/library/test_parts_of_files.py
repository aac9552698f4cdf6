"""Parts of files in the library's window, heard by worker processes."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.library_facets import Facet
from genre_desktop.dsp.sound import Span
from genre_desktop.services.exporting import Form
from genre_desktop.ui.library.library_page import LibraryPage
from genre_desktop.ui.review.edits_dialog import EditsDialog
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


def test_a_part_is_corrected_by_a_table_from_the_list_and_from_the_library(
    open_desktop: Desktops, tmp_path: Path, qtbot: QtBot
) -> None:
    file, table = album(tmp_path / "music"), tmp_path / "edited.csv"
    desktop = open_desktop()
    desktop.adding.add([file.parent])
    qtbot.waitUntil(lambda: is_heard(desktop, 2), timeout=PATIENCE_MS)
    services, reading = desktop.services, desktop.own_genres.table_reading
    for genre in ("Fado", "Folk"):
        with qtbot.waitSignal(services.exporting.exported):
            desktop.export.save(table, Form.CSV)
        first, dawn, noon = table.read_text(encoding="utf-8").splitlines()
        assert ",Noon," in noon
        noon = re.sub(r"(Noon,[^,]*,[^,]*,[^,]*),[^,]*", rf"\1,{genre}", noon)
        table.write_text(f"{first}\n{dawn}\n{noon}", encoding="utf-8")
        if genre == "Folk":
            desktop.actions.clear.trigger()
            qtbot.waitUntil(lambda: not desktop.model.rowCount())
        with qtbot.waitSignal(services.edited_table.found, timeout=PATIENCE_MS):
            reading.read(str(table))
        dialog = desktop.window.findChild(EditsDialog)
        assert [dialog.model.index(row, 0).data() for row in range(dialog.model.rowCount())] == [
            f"{file} – Noon"
        ]
        dialog.correct.click()
        qtbot.waitUntil(lambda: desktop.window.findChild(EditsDialog) is None)
        said = {(key[1], one.genre) for key, one in services.correcting.all().items()}
        assert said == {(Span(4.0, None), genre)}


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

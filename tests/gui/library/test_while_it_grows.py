"""What the library has is on show, selected and in view, also while it changes."""

import shutil
import sqlite3
from array import array
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.library_facets import Facet, Group
from genre_desktop.ui.library.kept_places import Orders
from genre_desktop.ui.library.library_doing import LibraryDoing
from genre_desktop.ui.library.library_page import LibraryPage
from genre_desktop.ui.roles import Column
from tests.gui.conftest import Desktops
from tests.gui.library.conftest import show_only, titles
from tests.support.browsed import as_before_doubts, keep_tags_of, list_all, listed_library
from tests.support.remembered import heard, library_of, small_library, song
from tests.support.window import InstantListener

Grow = Callable[..., None]

MANY = 40


class Watched(Sequence[int]):
    """Numbers of rows that note which parts of them are read."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = array("q", numbers)
        self.parts: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, wanted: Any) -> Any:
        if isinstance(wanted, slice):
            self.parts.append((wanted.start, wanted.stop))
        return self._numbers[wanted]


def selected(page: LibraryPage) -> list[int]:
    return list(page.table.selected_numbers())


@pytest.fixture
def grow(
    desktop: GenreDesktop, page: LibraryPage, music: Path, a_home_of_its_own: Path, qtbot: QtBot
) -> Grow:
    """Has these songs heard, or four that come before all others, and waits for them."""

    def grow(*songs: Path) -> None:
        rows, data = page.model.rowCount(), a_home_of_its_own / "data"
        if songs:
            library_of(data, *map(heard, songs))
        else:
            small_library(data, music / "A before")
        desktop.services.library.browsing.look_for_changes()  # which it does every few seconds
        qtbot.waitUntil(lambda: page.model.rowCount() == rows + (len(songs) or 4))

    return grow


def test_a_library_whose_tables_take_long_to_come_up_to_date_is_shown_then(
    open_desktop: Desktops,
    listener: InstantListener,
    a_home_of_its_own: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    files = [song(tmp_path / f"{name}.flac", title=name) for name in ("One", "Two")]
    data = a_home_of_its_own / "data"
    place = library_of(data, *map(heard, files))
    keep_tags_of(place, files)
    list_all(place)
    desktop = open_desktop(listener)
    as_before_doubts(place)  # none of the files is doubtful: none is listed anew
    with (
        closing(sqlite3.connect(place, isolation_level=None)) as other,
        qtbot.waitSignal(desktop.services.library.browsing.failed),
    ):
        other.execute("BEGIN IMMEDIATE")  # as long as this holds
        desktop.library_actions.show_library.trigger()
    page = desktop.library.page
    assert page is not None
    assert any("earlier version" in one.sentence for one in desktop.message_bar.messages)
    qtbot.waitUntil(lambda: titles(page) == ["One", "Two"])
    assert not desktop.message_bar.messages


def test_a_library_that_cannot_be_brought_up_to_date_says_why_and_is_tried_again(
    open_desktop: Desktops,
    listener: InstantListener,
    a_home_of_its_own: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    place = listed_library(a_home_of_its_own / "data", tmp_path / "music")
    desktop = open_desktop(listener)
    with closing(sqlite3.connect(place)) as other:
        other.execute("PRAGMA user_version = 4")  # what is to be added is there already
    posted: list[str] = []
    desktop.services.messages.posted.connect(lambda message: posted.append(message.sentence))
    keeping = desktop.services.library.keeping
    with qtbot.waitSignals([keeping.failed] * 3):  # two for its opening, one by itself
        desktop.library_actions.show_library.trigger()
    page = desktop.library.page
    assert page is not None
    assert "cannot be written" in page.empty.text()
    assert page.empty.text().endswith("It is tried again by itself every few seconds.")
    assert page.count.text() == ""
    assert len([one for one in posted if "cannot be written" in one]) == 1
    as_before_doubts(place)
    qtbot.waitUntil(lambda: titles(page) == ["Cool", "=Loud", "broken.mp3", "Slow.flac"])
    qtbot.waitUntil(lambda: not desktop.message_bar.messages)
    assert not page.empty.isVisible()
    assert len(posted) == 2  # the other: that it is an earlier version's


def test_selection_and_cursor_stay_on_their_rows(page: LibraryPage, grow: Grow) -> None:
    table, shift = page.table, Qt.KeyboardModifier.ShiftModifier
    table.setFocus()
    for key, modifier in (
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, shift),
    ):
        QTest.keyClick(table, key, modifier)
    numbers, current = selected(page), table.current_number()
    assert len(numbers) == 2
    told: list[object] = []
    table.current_row_changed.connect(told.append)
    grow()
    assert (selected(page), table.current_number()) == (numbers, current)
    assert table.currentIndex().row() == 6
    assert table.selected_count() == 2
    assert None not in told


def test_keys_move_the_cursor_on_from_its_row(page: LibraryPage, grow: Grow) -> None:
    at = page.table.visualRect(page.model.index(2, Column.TITLE)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    grow()
    assert page.table.currentIndex().row() == 6
    for key, row in ((Qt.Key.Key_Down, 7), (Qt.Key.Key_Up, 6), (Qt.Key.Key_Up, 5)):
        QTest.keyClick(page.table, key)
        assert page.table.currentIndex().row() == row
        assert selected(page) == [page.model.numbers()[row]]


def test_another_genre_is_given_to_what_was_selected_when_it_was_asked_for(
    desktop: GenreDesktop, page: LibraryPage, grow: Grow, qtbot: QtBot
) -> None:
    page.table.selectRow(0)
    own = next(
        one
        for one in desktop.library_actions.correct_menu.actions()
        if "Another genre" in one.text()
    )
    own.trigger()
    (dialog,) = desktop.window.findChildren(QInputDialog)
    grow()
    page.table.clearSelection()
    field = dialog.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "Swing")
    QTest.keyClick(field, Qt.Key.Key_Return)
    said = desktop.services.correcting
    qtbot.waitUntil(lambda: [one.genre for one in said.all().values()] == ["Swing"])


def test_the_table_and_the_groups_stay_scrolled_to_where_they_were(
    page: LibraryPage, music: Path, grow: Grow, qtbot: QtBot
) -> None:
    songs = [song(music / f"many {at:02}.flac", artist=f"Band {at:02}") for at in range(MANY)]
    grow(*songs)
    page.groups.choose(Facet.ARTIST)
    groups = page.groups.list
    qtbot.waitUntil(lambda: page.groups.model.rowCount() > MANY)
    bar, of_groups = page.table.verticalScrollBar(), groups.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 9 and of_groups.maximum() > 9)
    bar.setValue(9)
    of_groups.setValue(of_groups.maximum())
    first = page.model.numbers()[page.table.rowAt(0)]
    scrolled = of_groups.value()
    grow()
    assert page.model.numbers()[page.table.rowAt(0)] == first
    qtbot.waitUntil(lambda: page.groups.model.index(0, 0).data(Qt.ItemDataRole.UserRole) == "48")
    assert of_groups.value() == scrolled


def test_the_table_stays_scrolled_to_its_rows_where_many_above_them_go(
    page: LibraryPage, music: Path, grow: Grow, qtbot: QtBot
) -> None:
    one = song(music / "many 000.flac", artist="Band")
    copies = [shutil.copyfile(one, music / f"many {at:03}.flac") for at in range(1, 200)]
    grow(one, *copies)
    bar = page.table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 150)
    bar.setValue(150)
    first = page.model.numbers()[page.table.rowAt(0)]
    page.filter_box.setText('path:"many 1"')
    qtbot.waitUntil(lambda: page.model.rowCount() == 100)
    assert page.model.numbers()[page.table.rowAt(0)] == first


def test_no_part_of_a_new_order_is_gone_through_twice(page: LibraryPage) -> None:
    table, before = page.table, array("q", range(1_000, 1_200))
    page.model.show(before)
    table.selectRow(150)
    table.verticalScrollBar().setValue(140)
    now = Watched([1, *before[:-1], 2])  # all rows lie elsewhere
    page.model.show(now)
    assert (selected(page), table.current_number()) == ([1_150], 1_150)
    assert now[table.rowAt(0)] == 1_140
    assert now.parts
    assert len(set(now.parts)) == len(now.parts)


def test_groups_are_laid_out_once_where_they_changed_and_else_not_at_all(page: LibraryPage) -> None:
    groups, laid_out = page.groups.list, [0]

    def lay_out() -> None:
        laid_out[0] += 1
        QListView.doItemsLayout(groups)

    groups.doItemsLayout = lay_out  # type: ignore[method-assign]  # Qt calls this one, too
    for tracks, times in ((1, 1), (2, 2), (2, 2)):
        shown = tuple(Group(f"folder {at}", tracks) for at in range(100))
        page.groups.show_groups(shown)
        assert laid_out == [times]


def test_a_cursor_on_a_row_that_goes_is_on_none(page: LibraryPage, qtbot: QtBot) -> None:
    page.table.selectAll()
    page.table.selectionModel().setCurrentIndex(
        page.model.index(3, 0), page.table.selectionModel().SelectionFlag.NoUpdate
    )
    show_only(page, qtbot, "artist:five", ["=Loud"])
    assert (page.table.selected_count(), page.table.current_number()) == (1, None)
    page.filter_box.clear()
    qtbot.waitUntil(lambda: len(titles(page)) == 4)
    assert page.table.selected_count() == 1


def test_that_tracks_were_removed_is_told_as_long_as_they_are(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    def told() -> list[str]:
        return [message.sentence for message in desktop.message_bar.messages]

    page.table.selectRow(0)
    page.findChild(LibraryDoing).forget(page.table.selected_numbers())
    removed = ["1 track was removed from the library."]
    qtbot.waitUntil(lambda: told() == removed)
    qtbot.waitUntil(lambda: titles(page) == ["=Loud", "broken.mp3", "Slow.flac"])
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: titles(page) == ["Cool", "=Loud", "broken.mp3", "Slow.flac"])
    assert told() == []
    desktop.actions.redo.trigger()
    qtbot.waitUntil(lambda: told() == removed)


@pytest.mark.parametrize(
    ("before", "now", "spans", "found"),
    [
        ([1, 2, 3], [1, 2, 3], [(0, 2)], [(0, 2)]),
        ([1, 2, 3], [9, 1, 2, 3], [(0, 0), (2, 2)], [(1, 1), (3, 3)]),
        ([1, 2, 3], [1, 9, 2, 3], [(0, 2)], [(0, 0), (2, 3)]),
        ([1, 2, 3, 4], [1, 4], [(1, 3)], [(1, 1)]),
        ([1, 2, 3, 4], [4, 3, 2, 1], [(0, 1), (3, 3)], [(0, 0), (2, 3)]),
        ([1, 1, 1], [1, 1], [(2, 2)], []),
        ([], [1], [], []),
        ([1], [], [(0, 0)], []),
    ],
)
def test_places_are_found_again(
    before: list[int],
    now: list[int],
    spans: list[tuple[int, int]],
    found: list[tuple[int, int]],
) -> None:
    orders = Orders(array("q", before), array("q", now))
    assert orders.places_now(spans) == found
    places = [place for first, last in spans for place in range(first, last + 1)]
    one_by_one = [orders.place_now(place) for place in places]
    found_places = [place for first, last in found for place in range(first, last + 1)]
    assert sorted(place for place in one_by_one if place >= 0) == found_places
    assert orders.place_now(-1) == -1

"""Columns: chosen and sorted by menus, as wide as their words or as the user wants them."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.cell_delegate import Type
from genre_desktop.ui.column_widths import NUMBER_GAP, width_of
from genre_desktop.ui.main_window import BROWSER_WIDTH, DETAILS_WIDTH
from genre_desktop.ui.roles import Column
from tests.gui.conftest import Desktops, close
from tests.support.window import InstantListener


def menu_of(parent: QMenuBar | QMenu, *words: str) -> QMenu:
    """A menu by its words, such as "View", "Columns"."""
    for action in parent.actions():
        submenu = action.menu()
        if isinstance(submenu, QMenu) and action.text().replace("&", "") == words[0]:
            return menu_of(submenu, *words[1:]) if words[1:] else submenu
    raise LookupError(words)


def action_in(menu: QMenu, words: str) -> QAction:
    return next(one for one in menu.actions() if one.text().replace("&", "") == words)


@pytest.fixture
def header(desktop: GenreDesktop) -> QHeaderView:
    return desktop.table.horizontalHeader()


def test_the_menu_bar_and_the_header_choose_columns_with_the_same_actions(
    desktop: GenreDesktop,
) -> None:
    menu = menu_of(desktop.window.menuBar(), "View", "Columns")
    album = action_in(menu, "Album")
    assert not album.isChecked()
    album.trigger()
    assert Column.ALBUM in desktop.table.columns.on_show
    header_menu = next(one for one in desktop.table.findChildren(QMenu) if album in one.actions())
    assert header_menu.actions() == menu.actions()
    desktop.table.columns.show_column(Column.ALBUM, shown=False)
    assert not album.isChecked()
    assert {"", "Title"}.isdisjoint(one.text() for one in menu.actions())


def test_the_list_is_sorted_by_the_keyboard_alone(
    desktop: GenreDesktop, header: QHeaderView
) -> None:
    menu = menu_of(desktop.window.menuBar(), "View", "Sort by")
    downwards = action_in(menu, "Downwards")
    assert action_in(menu, "Playing order").isChecked()
    assert not downwards.isEnabled()
    action_in(menu, "Confidence").trigger()
    assert header.sortIndicatorSection() == Column.CONFIDENCE
    downwards.trigger()
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    assert not desktop.model.is_in_playing_order
    desktop.table.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
    assert action_in(menu, "Title").isChecked()
    assert not downwards.isChecked()
    action_in(menu, "Playing order").trigger()
    assert desktop.model.is_in_playing_order


def test_a_width_of_the_users_outlives_resizing_and_the_next_start(
    desktop: GenreDesktop,
    header: QHeaderView,
    open_desktop: Desktops,
    listener: InstantListener,
) -> None:
    desktop.table.show()
    header.resizeSection(Column.TITLE, 333)
    desktop.table.resize(desktop.table.width() - 60, 300)
    assert header.sectionSize(Column.TITLE) == 333
    close(desktop)
    again = open_desktop(listener)
    again.window.resize(1400, 700)
    assert again.table.horizontalHeader().sectionSize(Column.TITLE) == 333
    again.table.horizontalHeader().sectionHandleDoubleClicked.emit(Column.TITLE)
    assert again.table.horizontalHeader().length() >= again.table.viewport().width()


def test_the_title_takes_what_the_others_leave(desktop: GenreDesktop, header: QHeaderView) -> None:
    desktop.window.show_list(shown=True)
    desktop.window.resize(1500, 700)
    assert header.length() == desktop.table.viewport().width()


@pytest.mark.parametrize("points", [6, 9, 10, 14, 24])
def test_the_confidence_is_never_cut_whatever_the_font(qapp: object, points: int) -> None:
    font = QFont()
    font.setPointSize(points)
    metrics = QFontMetrics(font)
    beside_the_words = 12 + 40 + 8  # padding, bar, gap
    room = width_of(Column.CONFIDENCE, metrics) - beside_the_words
    for words in ("73 %", "100 %"):
        assert Type(font).elided(words, room, Qt.TextElideMode.ElideRight)[0] == words


@pytest.mark.parametrize("points", [8, 9, 10, 11, 13])
def test_a_whole_confidence_is_not_cut_either(qapp: object, points: int) -> None:
    """Words are elided by the fraction of a pixel, and a grid takes one."""
    font = QFont("sans-serif")
    font.setPointSize(points)
    room = width_of(Column.CONFIDENCE, QFontMetrics(font)) - (12 + 40 + 8)
    assert QFontMetricsF(font).horizontalAdvance("100 %") + 1 <= room


@pytest.mark.parametrize("points", [6, 9, 10, 14, 24])
def test_a_time_of_hours_is_not_cut_either(qapp: object, points: int) -> None:
    font = QFont()
    font.setPointSize(points)
    room = width_of(Column.TIME, QFontMetrics(font)) - 12 - 1  # padding, grid
    assert Type(font).elided("4:26:38", room, Qt.TextElideMode.ElideRight)[0] == "4:26:38"


def test_long_numbers_find_room(desktop: GenreDesktop, header: QHeaderView) -> None:
    desktop.table.columns.fit_numbers(123_456)
    needed = header.fontMetrics().horizontalAdvance("123,456") + 12
    assert header.sectionSize(Column.NUMBER) >= needed
    desktop.table.columns.fit_numbers(3)
    assert header.sectionSize(Column.NUMBER) >= needed


def test_no_menu_has_a_letter_twice(desktop: GenreDesktop) -> None:
    def letters(actions: list[QAction]) -> list[str]:
        texts = [one.text().replace("&&", "") for one in actions]
        return [text[text.index("&") + 1].casefold() for text in texts if "&" in text]

    bar = desktop.window.menuBar()
    menus = [one.menu() for one in bar.actions()]
    for actions in (bar.actions(), *(menu.actions() for menu in menus if isinstance(menu, QMenu))):
        found = letters(actions)
        assert sorted(found) == sorted(set(found))


@pytest.mark.parametrize("points", [9, 12, 16])
def test_the_smallest_window_shows_the_usual_columns_without_scrolling(
    qapp: QApplication,
    qtbot: QtBot,
    open_desktop: Desktops,
    listener: InstantListener,
    points: int,
) -> None:
    with large_font(qapp, points):
        desktop = open_desktop(listener)
        _show_list(desktop, 960, 600)
        table, header = desktop.table, desktop.table.horizontalHeader()
        qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible())
        assert header.length() == table.viewport().width()
        metrics = header.fontMetrics()
        for column in (Column.GENRE, Column.CONFIDENCE):  # whatever else has no room
            assert header.sectionSize(column) >= width_of(column, metrics)
        close(desktop)


def test_widths_of_a_smaller_font_cut_no_number_in_a_larger_one(
    open_desktop: Desktops, qapp: QApplication, listener: InstantListener
) -> None:
    first = open_desktop(listener)
    first.table.horizontalHeader().resizeSection(Column.GENRE, 60)  # as the user wants it
    close(first)
    again = open_desktop(listener)
    header = again.table.horizontalHeader()
    assert header.sectionSize(Column.GENRE) == 60
    close(again)
    with large_font(qapp, 16):
        header = open_desktop(listener).table.horizontalHeader()
        for column in (Column.GENRE, Column.CONFIDENCE):
            assert header.sectionSize(column) >= width_of(column, header.fontMetrics())


@contextmanager
def large_font(qapp: QApplication, points: int) -> Iterator[None]:
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPointSize(points)
    qapp.setFont(font)
    try:
        yield
    finally:
        qapp.setFont(before)


def test_in_a_small_window_what_says_least_is_folded_until_there_is_room_again(
    desktop: GenreDesktop, header: QHeaderView
) -> None:
    def folded() -> set[Column]:
        return {column for column in columns.on_show if header.isSectionHidden(column)}

    columns = desktop.table.columns
    desktop.window.show_list(shown=True)
    columns.fit(1_000)
    assert not folded()
    status = header.sectionSize(Column.STATUS)
    all_of_them = sum(width_of(column, header.fontMetrics()) for column in columns.on_show)
    columns.fit(all_of_them - 1)
    assert folded() == {Column.TEMPO}
    columns.restore(columns.state())
    columns.fit(all_of_them // 2)
    assert {Column.TEMPO, Column.TIME, Column.SECOND} <= folded()
    assert not folded() & {Column.TITLE, Column.GENRE, Column.CONFIDENCE}
    assert Column.TEMPO in columns.on_show  # it is still chosen, copied and saved
    columns.fit(2_000)
    assert not folded()
    assert header.sectionSize(Column.STATUS) == status


def test_a_column_that_is_asked_for_is_shown_whatever_the_room(
    desktop: GenreDesktop, header: QHeaderView
) -> None:
    _show_list(desktop, 960, 600)
    columns = desktop.table.columns
    for shown in (False, True):
        columns.show_column(Column.TEMPO, shown=shown)
    columns.fit(500)
    assert not header.isSectionHidden(Column.TEMPO)


def test_title_and_artist_share_what_the_others_leave(
    desktop: GenreDesktop, header: QHeaderView
) -> None:
    _show_list(desktop, 1600, 800)
    columns = desktop.table.columns
    title, artist = header.sectionSize(Column.TITLE), header.sectionSize(Column.ARTIST)
    columns.fit(header.length() + 100)
    assert header.sectionSize(Column.TITLE) > title > artist
    assert header.sectionSize(Column.ARTIST) > artist
    header.resizeSection(Column.ARTIST, 99)
    columns.fit(1_100)
    assert header.sectionSize(Column.ARTIST) == 99
    assert header.length() == 1_100
    columns.restore(columns.state())
    columns.fit(1_300)
    assert header.sectionSize(Column.ARTIST) == 99
    header.sectionHandleDoubleClicked.emit(Column.ARTIST)
    assert header.sectionSize(Column.ARTIST) != 99


def test_no_genre_and_no_header_is_cut_in_a_window_of_the_usual_size(
    desktop: GenreDesktop, header: QHeaderView
) -> None:
    _show_list(desktop, 1280, 800)
    font = desktop.theme.font()
    metrics = QFontMetrics(font)
    number = metrics.horizontalAdvance("88") + NUMBER_GAP
    for word in ("Electronic", "Experimental", "International"):
        for column, shown, beside in (
            (Column.GENRE, f"{word}?", 16),
            (Column.SECOND, word, number),
        ):
            room = header.sectionSize(column) - 12 - beside
            assert Type(font).elided(shown, room, Qt.TextElideMode.ElideRight)[0] == shown
    for column in desktop.table.columns.on_show:
        if not header.isSectionHidden(column):
            words = str(desktop.model.headerData(column, Qt.Orientation.Horizontal) or "")
            assert metrics.horizontalAdvance(words) + 12 <= header.sectionSize(column)


def test_a_window_that_begins_narrow_has_panes_of_the_usual_width_once_it_is_wide(
    desktop: GenreDesktop, open_desktop: Desktops, listener: InstantListener
) -> None:
    desktop.window.resize(960, 600)
    close(desktop)
    again = open_desktop(listener)
    assert not again.browser.isVisible()
    again.window.resize(1280, 700)
    widths = (again.browser.width(), again.details.width())
    assert widths == pytest.approx((BROWSER_WIDTH, DETAILS_WIDTH), abs=1)


def _show_list(desktop: GenreDesktop, width: int, height: int) -> None:
    """In a window of this size."""
    desktop.window.resize(width, height)
    desktop.window.show_list(shown=True)

"""Columns: chosen and sorted by menus, as wide as their words or as the user wants them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QHeaderView, QMenu, QMenuBar

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.cell_delegate import Type
from genre_desktop.ui.main_window import BROWSER_WIDTH, DETAILS_WIDTH
from genre_desktop.ui.roles import Column
from genre_desktop.ui.table_columns import width_of
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


def test_in_a_small_window_artist_and_second_guess_give_way_until_there_is_room_again(
    desktop: GenreDesktop, header: QHeaderView
) -> None:
    def widths() -> tuple[int, int]:
        return header.sectionSize(Column.ARTIST), header.sectionSize(Column.SECOND)

    desktop.window.resize(1600, 800)
    desktop.window.show_list(shown=True)
    wide = widths()
    desktop.table.columns.fit_title(header.length() - header.sectionSize(Column.TITLE) + 80)
    assert all(now < before for now, before in zip(widths(), wide, strict=True))
    desktop.table.columns.restore(desktop.table.columns.state())
    desktop.table.columns.fit_title(2_000)
    assert widths() == wide


def test_the_title_is_no_narrower_than_most_titles_while_others_can_give_way(
    desktop: GenreDesktop, header: QHeaderView
) -> None:
    desktop.window.resize(1600, 800)
    desktop.window.show_list(shown=True)
    others = header.length() - header.sectionSize(Column.TITLE)
    desktop.table.columns.fit_title(others + 130)
    assert header.sectionSize(Column.TITLE) > 150
    assert header.length() == others + 130


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

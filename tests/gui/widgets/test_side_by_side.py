"""Buttons side by side, or one below the other."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.ui.side_by_side import GAP, GAP_BELOW, SideBySide
from genre_desktop.ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


def places(page: QWidget, row: SideBySide, width: int, *buttons: QPushButton) -> list[QRect]:
    """Where buttons stand in a page so wide."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    column.addStretch()
    page.resize(width, 200)
    page.show()
    return [button.geometry() for button in buttons]


def test_all_are_as_wide_as_each_other_where_there_is_room(page: QWidget) -> None:
    short, long = QPushButton("Correct"), QPushButton("Classify again")
    first, second = places(page, SideBySide(short, long), 600, short, long)
    assert first.top() == second.top()
    assert (first.left(), second.right()) == (0, 599)
    assert first.width() == second.width()


def test_a_narrow_row_still_holds_all_words(page: QWidget) -> None:
    short, long = QPushButton("Go"), QPushButton("Classify this track again")
    both = SideBySide(short, long)
    first, second = places(page, both, both.sizeHint().width(), short, long)
    assert first.top() == second.top()
    assert second.left() == first.right() + 1 + GAP
    assert second.width() >= long.sizeHint().width()
    assert first.width() >= short.sizeHint().width()


def test_they_stand_below_each_other_where_their_words_need_it(page: QWidget) -> None:
    short, long = QPushButton("Correct"), QPushButton("Classify again")
    both = SideBySide(short, long)
    width = both.sizeHint().width() - 1
    first, second = places(page, both, width, short, long)
    assert second.top() == first.bottom() + 1 + GAP_BELOW
    assert first.width() == second.width() == width
    assert both.height() == second.bottom() + 1


def test_other_words_are_given_their_room(page: QWidget, qtbot: QtBot) -> None:
    short, long = QPushButton("Go"), QPushButton("Stop")
    both = SideBySide(short, long)
    places(page, both, both.sizeHint().width() + 4, short, long)
    long.setText("Stop all that is going on")
    qtbot.waitUntil(lambda: long.y() > short.y())

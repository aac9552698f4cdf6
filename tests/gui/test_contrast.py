"""Words stand out from what is behind them, measured on pictures of the window in both themes."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.roles import Column
from tests.support.contrast import contrast

LEAST = 4.5  # WCAG 2.1, AA


def measured(picture: QImage, place: QRect) -> float:
    """Contrast of what stands out most in a part of a picture, with what is most of it."""
    part = place.intersected(picture.rect())
    seen = Counter(
        picture.pixel(x, y)
        for y in range(part.top(), part.bottom() + 1)
        for x in range(part.left(), part.right() + 1)
    )
    ((behind, _),) = seen.most_common(1)
    return max(contrast(QColor(pixel), QColor(behind)) for pixel in seen)


def place_in(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def has_words(widget: QLabel | QPushButton) -> bool:
    """Whether it has words that are wholly in view."""
    in_view = widget.visibleRegion().boundingRect() == widget.rect()
    return in_view and widget.isEnabled() and any(letter.isalnum() for letter in widget.text())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_of_the_window_can_be_read(
    full: GenreDesktop, qtbot: QtBot, scheme: str
) -> None:
    full.services.settings.theme = scheme
    full.window.resize(1280, 800)
    full.table.selectRow(1)
    qtbot.waitUntil(full.details._track.isVisible)
    full.services.messages.problem("A sentence.")
    qtbot.waitUntil(full.message_bar.isVisible)
    picture = full.window.grab().toImage()
    widgets: list[QLabel | QPushButton] = [
        *full.window.findChildren(QLabel),
        *full.window.findChildren(QPushButton),
    ]
    told = {
        f"{type(one).__name__} {one.text()}": round(
            measured(picture, place_in(full.window, one)), 1
        )
        for one in widgets
        if has_words(one)
    }
    assert len(told) > 12
    assert {words: ratio for words, ratio in told.items() if ratio < LEAST} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_cell_of_the_table_can_be_read(full: GenreDesktop, scheme: str) -> None:
    full.services.settings.theme = scheme
    full.window.resize(1280, 800)
    full.table.selectRow(1)
    picture = full.table.viewport().grab().toImage()
    columns = (Column.TITLE, Column.ARTIST, Column.GENRE, Column.CONFIDENCE, Column.TIME)
    told = {
        (row, column): measured(picture, full.table.visualRect(full.model.index(row, column)))
        for row in range(3)
        for column in columns
        if full.model.index(row, column).data()
    }
    assert {cell: ratio for cell, ratio in told.items() if ratio < LEAST} == {}

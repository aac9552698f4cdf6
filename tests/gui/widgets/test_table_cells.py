"""The table's cells as they are painted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from genre_desktop.dsp.sound import Note, Problem
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.roles import Column, Role
from genre_desktop.ui.row_state import Turn, row_of
from genre_desktop.ui.row_words import cell_text
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.table_dress import TableDress
from genre_desktop.ui.theme import Theme
from tests.gui.widgets.rows import listing_of, verdict_of

BLUES_LIGHT = "#4f7cff"
ROWS = (
    row_of(listing_of(verdict_of())),
    row_of(listing_of(verdict_of((0.3, 0.28, 0.22, 0.2), unsure=True))),
    row_of(listing_of(verdict_of(), provisional=True)),
    row_of(listing_of(), turn=Turn.NOW),
    row_of(listing_of()),
    row_of(listing_of(problem=Note(Problem.DAMAGED, "Damaged."))),
    row_of(listing_of(verdict_of()), same_as=1),
)


def rows_as_items() -> QStandardItemModel:
    """The rows behind the roles that the delegates ask."""
    model = QStandardItemModel(len(ROWS), len(Column))
    for at, row in enumerate(ROWS):
        for column in Column:
            index = model.index(at, column)
            model.setData(index, row, Role.ROW)
            model.setData(index, cell_text(row, column, at + 1), Qt.ItemDataRole.DisplayRole)
    return model


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, icons: Icons, swatches: Swatches) -> QTableView:
    view = QTableView()
    qtbot.addWidget(view)
    model = rows_as_items()
    model.setParent(view)
    view.setModel(model)
    view.setShowGrid(False)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    TableDress(view, theme, icons, swatches)
    view.resize(1200, 300)
    return view


def cell(view: QTableView, row: int, column: Column) -> QImage:
    """The picture of one cell."""
    rect = view.visualRect(view.model().index(row, column))
    return view.viewport().grab(rect).toImage()


def colours_in(image: QImage) -> set[str]:
    """All colours of a picture."""
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_a_genre_has_its_colour_and_an_unsure_one_has_not(view: QTableView) -> None:
    assert BLUES_LIGHT in colours_in(cell(view, 0, Column.GENRE))
    assert BLUES_LIGHT not in colours_in(cell(view, 1, Column.GENRE))


def test_a_provisional_swatch_is_hollow(view: QTableView) -> None:
    def filled(row: int) -> int:
        image = cell(view, row, Column.GENRE)
        return sum(
            QColor(image.pixel(x, y)).name() == BLUES_LIGHT
            for x in range(image.width())
            for y in range(image.height())
        )

    assert 0 < filled(2) < filled(0)


def test_the_confidence_bar_is_as_long_as_the_probability(view: QTableView, theme: Theme) -> None:
    image = cell(view, 0, Column.CONFIDENCE)
    middle = image.height() // 2
    fill = theme.colours.fill.name()
    row = [QColor(image.pixel(x, middle)).name() for x in range(46)]
    assert row.count(fill) == 33  # 83 % of 40


def test_a_problem_is_coral_in_the_status_and_nowhere_else(view: QTableView, theme: Theme) -> None:
    coral = theme.colours.problem.name()
    assert coral in colours_in(cell(view, 5, Column.STATUS))
    for column in Column:
        if column is not Column.STATUS and not view.isColumnHidden(column):
            assert coral not in colours_in(cell(view, 5, column))


def test_every_cell_of_every_state_is_painted_in_both_themes(
    view: QTableView, theme: Theme
) -> None:
    view.selectRow(1)
    for scheme in ("dark", "light"):
        theme.follow(scheme)
        assert not view.grab().isNull()


def test_the_row_under_the_pointer_is_raised_as_a_whole(view: QTableView, theme: Theme) -> None:
    view.entered.emit(view.model().index(4, Column.TITLE))
    raised = theme.colours.raised.name()
    assert raised in colours_in(cell(view, 4, Column.TITLE))
    assert raised in colours_in(cell(view, 4, Column.STATUS))
    assert raised not in colours_in(cell(view, 3, Column.TITLE))

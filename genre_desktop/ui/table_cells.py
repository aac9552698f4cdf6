"""What a table of tracks answers to Qt about its cells and headers, whatever its rows come from."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont

from genre_desktop.ui.roles import RIGHT_ALIGNED, Column
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.row_words import cell_text, genre_accessible, tooltip
from genre_desktop.ui.tooltips import plain_tooltip


def column_word(column: Column) -> str:
    """The header of a column."""
    return {
        Column.NUMBER: "",
        Column.TITLE: _tr("Title"),
        Column.ARTIST: _tr("Artist"),
        Column.GENRE: _tr("Genre"),
        Column.CONFIDENCE: _tr("Confidence"),
        Column.SECOND: _tr("Second guess"),
        Column.TEMPO: _tr("BPM"),
        Column.TIME: _tr("Time"),
        Column.STATUS: _tr("Status"),
        Column.ALBUM: _tr("Album"),
        Column.TAG_NOW: _tr("Tag now"),
        Column.PATH: _tr("Path"),
    }[column]


def header_answer(column: Column, role: int, *, is_sorted_by: bool) -> Any:
    """What a header says of a column, None where it has nothing to say."""
    if role == Qt.ItemDataRole.DisplayRole:
        return column_word(column)
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return _alignment(column)
    if role == Qt.ItemDataRole.FontRole and is_sorted_by:
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)  # all else is the header's
        return font
    return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _accessible(row: RowState, column: Column, number: int) -> str:
    if column is Column.GENRE:
        return genre_accessible(row)
    return cell_text(row, column, number)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TableCells", text)


CELL_ANSWERS: dict[int, Callable[[RowState, Column, int], Any]] = {  # by role; asked very often
    Qt.ItemDataRole.DisplayRole: cell_text,
    Qt.ItemDataRole.ToolTipRole: lambda row, column, _: plain_tooltip(tooltip(row, column)),
    Qt.ItemDataRole.TextAlignmentRole: lambda _, column, __: _alignment(column),
    Qt.ItemDataRole.AccessibleTextRole: _accessible,
}

"""Tables over values of one kind, for lists that are read whole."""

from collections.abc import Callable, Container, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from genre_desktop.ui.theme import Theme
from genre_desktop.ui.tooltips import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
Item = TypeVar("Item")
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


class RowsModel(QAbstractTableModel, Generic[Item]):
    """Items under headers; a subclass says what their cells hold.

    Args:
        headers: Of the columns.
        parent: The Qt parent.
        numbers: Columns that hold a number, which stands on the right.
    """

    def __init__(
        self, headers: Sequence[str], parent: QObject, numbers: Container[int] = ()
    ) -> None:
        super().__init__(parent)
        self._headers, self._numbers = tuple(headers), numbers
        self._items: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in their order."""
        return self._items

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def refresh(self) -> None:
        """Say that the words of all items may have changed."""
        if self._items:
            last = self.index(len(self._items) - 1, len(self._headers) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [])

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return self._alignment(section)
        return self._headers[section] if role == _Role.DisplayRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        is_number = column in self._numbers
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class CellsModel(RowsModel[Item]):
    """Rows of words.

    Args:
        theme: Gives the colours of what is muted or a problem.
        headers: Of the columns.
        words: The words of an item in each column.
        tone: The role of an item's colour in a column; "" for the text's.
        parent: The Qt parent.
        at_length: What an item's first words stand for, where they alone do not tell it.
        numbers: Columns that hold a number, which stands on the right.
    """

    def __init__(
        self,
        theme: Theme,
        headers: Sequence[str],
        words: Callable[[Item], Sequence[str]],
        tone: Callable[[Item, int], str],
        parent: QObject,
        *,
        at_length: Callable[[Item], str] | None = None,
        numbers: Container[int] = (),
    ) -> None:
        super().__init__(headers, parent, numbers)
        self._theme, self._words_of, self._tone_of = theme, words, tone
        self._at_length = at_length

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, column = self._items[index.row()], index.column()
        if role == _Role.DisplayRole:
            return self._words_of(item)[column]
        if role == _Role.ToolTipRole:
            return plain_tooltip(self._told_at_length(item, column))
        if role == _Role.ForegroundRole:
            tone = self._tone_of(item, column)
            return getattr(self._theme.colours, tone) if tone else None
        return self._alignment(column) if role == _Role.TextAlignmentRole else None

    def _told_at_length(self, item: Item, column: int) -> str:
        if column == 0 and self._at_length is not None:
            return self._at_length(item)
        return self._words_of(item)[column]

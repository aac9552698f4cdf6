"""The library as Qt's table model: it knows the numbers of all rows, and reads those on show."""

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from genre_desktop.core.track import Listing, Track
from genre_desktop.ui.roles import Column, Role
from genre_desktop.ui.row_state import RowState, Turn, row_of
from genre_desktop.ui.runs import runs
from genre_desktop.ui.table_cells import CELL_ANSWERS, header_answer

PAGE_ROWS = 64
MOST_PAGES_AT_ONCE = 8  # far more than a screen has
MOST_ROWS = 4_096  # that are kept; the least recently read pages leave first

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_COLUMNS = tuple(Column)
_ROW = int(Role.ROW)
_ROW_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)


class LibraryModel(QAbstractTableModel):
    """Rows whose content is read when they come on show.

    Signals:
        rows_wanted: A tuple of numbers of rows that are to be read.
        order_wanted: The column to sort by, None for the order of paths, and whether downwards.
    """

    rows_wanted = Signal(tuple)
    order_wanted = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers: Sequence[int] = array("q")
        self._rows: OrderedDict[int, RowState] = OrderedDict()
        self._stale: set[int] = set()  # shown as they were, until they are read again
        self._asked: dict[int, int] = {}  # number → place
        self._wanted_pages: set[int] = set()
        self._column: Column | None = None
        self._playing: Track | None = None
        self._asking = QTimer(self, singleShot=True, interval=0)  # after all of a paint's questions
        self._asking.timeout.connect(self._ask)

    # Qt's interface

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = CELL_ANSWERS.get(role)
        if answer is None and role != _ROW:
            return None
        row = self.row_state(index.row())
        if role == _ROW or row is None or answer is None:
            return row if role == _ROW else None
        return answer(row, _COLUMNS[index.column()], index.row() + 1)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_COLUMNS):
            return None
        return header_answer(Column(section), role, is_sorted_by=section == self._column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _ROW_FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        known = 0 <= column < len(_COLUMNS) and column != Column.NUMBER
        self._column = Column(column) if known else None
        descending = order == Qt.SortOrder.DescendingOrder
        self.order_wanted.emit(self._column, descending and known)

    # What is asked for

    def row_state(self, place: int) -> RowState | None:
        """What is shown at a place; None until it was read, which this asks for."""
        number = self._numbers[place]
        row = self._rows.get(number)
        if (row is None or number in self._stale) and number not in self._asked:
            self._wanted_pages.add(place // PAGE_ROWS)
            if not self._asking.isActive():
                self._asking.start()
        return row

    def numbers_between(self, first: int, last: int) -> Sequence[int]:
        """The numbers of the rows from one place to another, both included."""
        return self._numbers[first : last + 1]

    def numbers(self) -> Sequence[int]:
        """The numbers of all rows on show, in order."""
        return self._numbers

    # What comes in

    def show(self, numbers: Sequence[int]) -> None:
        """Show other rows, or the same ones in another order, or read the same ones again."""
        self._stale.update(self._rows)
        self._asked.clear()  # what could not be read is asked for again
        if numbers == self._numbers:
            if numbers:
                self.dataChanged.emit(*self._corners(0, len(numbers) - 1), [])
            return
        self.beginResetModel()
        self._numbers = numbers
        self._wanted_pages.clear()
        self.endResetModel()

    def go_on(self, numbers: Sequence[int]) -> None:
        """Show all rows, of which those on show are the beginning."""
        there = len(self._numbers)
        if not there < len(numbers) or numbers[:there] != self._numbers:
            self.show(numbers)
            return
        self.beginInsertRows(_ROOT, there, len(numbers) - 1)
        self._numbers = numbers
        self.endInsertRows()

    @Slot(object)
    def take_rows(self, read: object) -> None:
        """Fill in rows as they are read: a dictionary, number → `Listing`."""
        found: dict[int, Listing] = read if isinstance(read, dict) else {}
        places = [self._asked.pop(number) for number in found if number in self._asked]
        for number, listing in found.items():
            is_playing = listing.track == self._playing
            self._rows[number] = row_of(listing, turn=Turn.NONE, is_playing=is_playing)
            self._rows.move_to_end(number)
            self._stale.discard(number)
        while len(self._rows) > MOST_ROWS:
            self._stale.discard(self._rows.popitem(last=False)[0])
        for first, last in runs(sorted(places)):
            self.dataChanged.emit(*self._corners(first, last), [])

    @Slot(object)
    def take_playing(self, heard: object) -> None:
        """Mark the `Track` that is heard, None for none."""
        self._playing = heard if isinstance(heard, Track) else None
        is_changed = False
        for number, row in self._rows.items():
            is_playing = row.listing.track == self._playing
            if is_playing != row.is_playing:
                self._rows[number] = row._replace(is_playing=is_playing)
                is_changed = True
        if is_changed and self._numbers:
            self.dataChanged.emit(*self._corners(0, len(self._numbers) - 1), [])

    @Slot()
    def _ask(self) -> None:
        pages, self._wanted_pages = sorted(self._wanted_pages, reverse=True), set()
        for page in pages[:MOST_PAGES_AT_ONCE]:
            first = page * PAGE_ROWS
            numbers = tuple(self._numbers[first : first + PAGE_ROWS])
            self._asked.update((number, first + at) for at, number in enumerate(numbers))
            self.rows_wanted.emit(numbers)

    def _corners(self, first: int, last: int) -> tuple[QModelIndex, QModelIndex]:
        return self.index(first, 0), self.index(last, len(_COLUMNS) - 1)

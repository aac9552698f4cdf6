"""What the dialogs about tags share: a table of whole rows, and a thin bar of progress."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QProgressBar, QTableView

from genre_desktop.ui.cell_delegate import row_height
from genre_desktop.ui.theme import Size, Theme

_NARROWEST = 24
_ENOUGH_PART = 0.8  # of the width of all columns, for the spare one to stay
_LEAST_PART = 0.6  # of its width, for a column that shares a lack of room


class Widths(NamedTuple):
    """How wide the columns of a table are.

    Attributes:
        usual: Of all columns, in the usual size of type.
        sharing: Columns that share what there is more or less room, with their parts of it.
        spare: A column that leaves where there is far too little room for all.
    """

    usual: Sequence[int]
    sharing: Mapping[int, int]
    spare: int | None = None


class PlainTable(QTableView):
    """Rows are chosen as a whole; Tab leaves the table.

    All columns but a spare one stay in sight until the user gives one another width.
    """

    def __init__(self, theme: Theme, model: QAbstractTableModel, name: str, widths: Widths) -> None:
        super().__init__()
        self._widths = [theme.scaled(width) for width in widths.usual]
        self._sharing, self._spare = widths.sharing, widths.spare
        self._is_fitting = self._is_users = False
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("QTableView::item { padding: 0 3px; border: 0; }")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # of its own: with all of 10,000 rows selected it would ask each cell before it paints
        header.setSelectionModel(QItemSelectionModel(model, header))
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(_NARROWEST)
        header.setFont(theme.font(Size.SMALL))
        self._fit()
        header.sectionResized.connect(self._note_width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_users:
            self._fit()

    def _fit(self) -> None:
        self._is_fitting = True
        header, room = self.horizontalHeader(), self.viewport().width()
        if self._spare is not None:
            header.setSectionHidden(self._spare, room < _ENOUGH_PART * sum(self._widths))
        shown = {at: one for at, one in enumerate(self._widths) if not header.isSectionHidden(at)}
        for column, width in self._shared(shown, room).items():
            header.resizeSection(column, width)
        self._is_fitting = False

    def _shared(self, shown: dict[int, int], room: int) -> dict[int, int]:
        """The widths of columns that share what there is more or less than they would have."""
        hint = self.horizontalHeader().sectionSizeHint
        least = {at: max(round(one * _LEAST_PART), hint(at)) for at, one in shown.items()}
        more = room - sum(shown.values())
        parts = sum(self._sharing.get(column, 0) for column in shown)
        widths = {
            at: max(least[at], one + more * self._sharing.get(at, 0) // parts)
            for at, one in shown.items()
        }
        for column in sorted(self._sharing, key=lambda at: least.get(at, 0) - widths.get(at, 0)):
            lack = sum(widths.values()) - room  # what others cannot give
            if column in widths and lack > 0:
                widths[column] = max(least[column], widths[column] - lack)
        return widths

    @Slot(int, int, int)
    def _note_width(self, column: int, before: int, now: int) -> None:
        del before, now
        is_last = column == len(self._widths) - 1
        self._is_users |= not self._is_fitting and not is_last and self.isVisible()


class ThinProgress(QProgressBar):
    """Keeps its place while there is nothing to show, so that nothing jumps."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setFixedHeight(4)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def begin(self, steps: int) -> None:
        """Show nothing of so many steps."""
        self.setRange(0, max(1, steps))
        self.setValue(0)
        self.show()

"""What the dialogs about tags share: a table of whole rows, and a thin bar of progress."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QProgressBar, QTableView

from genre_desktop.ui.cell_delegate import row_height
from genre_desktop.ui.theme import Size, Theme


class PlainTable(QTableView):
    """Rows are chosen as a whole; Tab leaves the table."""

    def __init__(
        self, theme: Theme, model: QAbstractTableModel, name: str, widths: Sequence[int]
    ) -> None:
        super().__init__()
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
        header.setFont(theme.font(Size.SMALL))
        for column, width in enumerate(widths):
            header.resizeSection(column, theme.scaled(width))


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

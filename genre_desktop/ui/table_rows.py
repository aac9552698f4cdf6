"""How rows and headers of a table of tracks behave, whatever its rows come from."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

ROW_HEIGHT = 22  # at least; a larger font makes it higher
HEADER_HEIGHT = 24


def set_up_rows(view: QTableView) -> None:
    """Rows of one height that are selected as a whole; Tab leaves the table."""
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    rows = view.verticalHeader()
    rows.hide()
    rows.setMinimumSectionSize(1)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(max(ROW_HEIGHT, view.fontMetrics().height() + 6))


def set_up_header(view: QTableView) -> None:
    """Columns that can be moved and sorted by, or not any more; once the view has its model."""
    header = view.horizontalHeader()
    # With the table's own, the header asks about every selected cell at each paint.
    header.setSelectionModel(QItemSelectionModel(view.model(), header))
    header.setFixedHeight(max(HEADER_HEIGHT, view.fontMetrics().height() + 8))
    header.setSectionsMovable(True)
    header.setHighlightSections(False)
    header.setMinimumSectionSize(24)
    header.setSortIndicatorClearable(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

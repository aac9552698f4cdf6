"""The columns of the track table: how wide they are, and the menus that choose and sort them."""

from PySide6.QtCore import QByteArray, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu

from genre_desktop.ui.roles import HIDDEN_BY_DEFAULT, Column
from genre_desktop.ui.table_cells import column_word

TITLE_WIDTH = 120  # at least; it takes what the other columns leave
_TITLE_WISH = 156  # below it, others give way first

_WIDTHS = {
    Column.NUMBER: 36,
    Column.TITLE: TITLE_WIDTH,
    Column.ARTIST: 119,
    Column.GENRE: 104,
    Column.CONFIDENCE: 88,
    Column.SECOND: 108,
    Column.TEMPO: 40,
    Column.TIME: 44,
    Column.STATUS: 106,
    Column.ALBUM: 140,
    Column.TAG_NOW: 90,
    Column.PATH: 260,
}
_NARROWEST = {  # what gives way where room is scarce, one after the other
    Column.SECOND: 88,
    Column.ARTIST: 84,
}
_PADDING = 12
_SPARE = 4
_LONGEST = {  # the longest usual words, and the pixels beside them
    Column.GENRE: ("Experimental", 16),  # the swatch
    Column.CONFIDENCE: ("100 %", 48),  # the bar
    Column.SECOND: ("Experimental", 24),  # the number
    Column.TEMPO: ("188", 0),
    Column.TIME: ("88:88", 0),
    Column.STATUS: ("Invalid sound", 18),  # the icon
}
_FIXED_CHOICE = frozenset({Column.NUMBER, Column.TITLE})  # a row without its name is of no use
_FITTED, _KEPT = QByteArray(b"f"), QByteArray(b"k")  # what the title's width is saved as


class TableColumns(QObject):
    """Belongs to a table's header.

    The title's column takes the room that the others leave, until the user gives it a width; a
    double click on its edge lets it fit again. Where there is too little room, artist and second
    guess become narrower, until there is more again.

    Signals:
        chosen: Another set of columns is on show, or they need more room.
    """

    chosen = Signal()

    def __init__(self, header: QHeaderView, hidden: frozenset[Column] = HIDDEN_BY_DEFAULT) -> None:
        """Dress a header that has all columns.

        Args:
            header: Of the table.
            hidden: What is not shown before the user asks for it.
        """
        super().__init__(header)
        self._header = header
        self._hidden = hidden
        self._fits_title = True
        self._is_fitting = False
        self._shown = {
            column: self._show_action(column) for column in Column if column not in _FIXED_CHOICE
        }
        metrics = header.fontMetrics()
        for column in Column:
            header.resizeSection(column, width_of(column, metrics))
            header.setSectionHidden(column, column in hidden)
        self._wanted = {column: header.sectionSize(column) for column in _NARROWEST}
        self._make_sorting()
        header.sectionResized.connect(self._note_width)
        header.sectionHandleDoubleClicked.connect(self._fit_again)
        header.sortIndicatorChanged.connect(self._show_sorting)

    @property
    def on_show(self) -> list[Column]:
        """The visible columns from left to right."""
        header = self._header
        in_order = (header.logicalIndex(place) for place in range(header.count()))
        return [Column(column) for column in in_order if not header.isSectionHidden(column)]

    def fill_menu(self, menu: QMenu) -> None:
        """Let a menu show and hide columns."""
        menu.addActions(list(self._shown.values()))

    def fill_sort_menu(self, menu: QMenu) -> None:
        """Let a menu sort by a column, or return to the playing order."""
        menu.addActions(self._sorting.actions())
        menu.addSeparator()
        menu.addAction(self._descending)

    def show_column(self, column: Column, *, shown: bool) -> None:
        """Show or hide a column."""
        self._header.setSectionHidden(column, not shown)
        self._shown[column].setChecked(shown)
        self.chosen.emit()

    def fit_title(self, room: int) -> None:
        """Give the title what the other columns leave of some room."""
        if not self._fits_title:
            return
        header = self._header
        self._is_fitting = True
        self._widen()
        others = header.length() - header.sectionSize(Column.TITLE)
        lack = others + _TITLE_WISH - room
        for column, least in _NARROWEST.items():
            given = min(lack, header.sectionSize(column) - least)
            if given > 0:
                header.resizeSection(column, header.sectionSize(column) - given)
                others, lack = others - given, lack - given
        header.resizeSection(Column.TITLE, max(TITLE_WIDTH, room - others))
        self._is_fitting = False

    def fit_numbers(self, last: int) -> None:
        """Let the numbers' column hold a number; it never becomes narrower by itself."""
        words = QLocale().toString(last)
        width = self._header.fontMetrics().horizontalAdvance(words) + _PADDING + _SPARE
        if width > self._header.sectionSize(Column.NUMBER):
            self._header.resizeSection(Column.NUMBER, width)
            self.chosen.emit()

    def state(self) -> QByteArray:
        """Widths, order and visibility of the columns."""
        self._is_fitting = True
        self._widen()
        saved = (_FITTED if self._fits_title else _KEPT) + self._header.saveState()
        self._is_fitting = False
        self.chosen.emit()
        return saved

    def restore(self, state: QByteArray) -> None:
        """Take the columns of an earlier start; the order of the rows is the playlist's again."""
        header = self._header
        self._is_fitting = True
        header.restoreState(state.sliced(1))
        self._is_fitting = False
        for column in _NARROWEST:
            if not header.isSectionHidden(column):
                self._wanted[column] = header.sectionSize(column)
        self._fits_title = state.startsWith(_FITTED)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, action in self._shown.items():
            action.setChecked(not header.isSectionHidden(column))

    def _widen(self) -> None:
        """Give the columns that gave way the width that is wanted of them."""
        for column, width in self._wanted.items():
            if not self._header.isSectionHidden(column):
                self._header.resizeSection(column, width)

    def _show_action(self, column: Column) -> QAction:
        action = QAction(column_word(column), self)
        action.setCheckable(True)
        action.setChecked(column not in self._hidden)
        action.toggled.connect(lambda shown: self.show_column(column, shown=shown))
        return action

    def _make_sorting(self) -> None:
        self._sorting = QActionGroup(self)
        for column in Column:
            word = column_word(column) or self.tr("Playing order")
            action = self._sorting.addAction(word)
            action.setCheckable(True)
        self._sorting.triggered.connect(self._sort_by)
        self._descending = QAction(self.tr("&Downwards"), self)
        self._descending.setCheckable(True)
        self._descending.triggered.connect(self._turn_round)
        self._show_sorting(-1, Qt.SortOrder.AscendingOrder)

    # Slots

    @Slot(QAction)
    def _sort_by(self, action: QAction) -> None:
        column = self._sorting.actions().index(action)
        self._header.setSortIndicator(
            -1 if column == Column.NUMBER else column, Qt.SortOrder.AscendingOrder
        )

    @Slot()
    def _turn_round(self) -> None:
        downwards = self._descending.isChecked()
        order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
        self._header.setSortIndicator(self._header.sortIndicatorSection(), order)

    @Slot(int, Qt.SortOrder)
    def _show_sorting(self, column: int, order: Qt.SortOrder) -> None:
        is_sorted = 0 <= column < len(Column)
        self._sorting.actions()[column if is_sorted else Column.NUMBER].setChecked(True)
        self._descending.setEnabled(is_sorted)
        self._descending.setChecked(is_sorted and order == Qt.SortOrder.DescendingOrder)

    @Slot(int, int, int)
    def _note_width(self, column: int, before: int, now: int) -> None:
        if self._is_fitting or not before or not now:
            return
        if column == Column.TITLE:
            self._fits_title = False
        elif column in self._wanted:
            self._wanted[Column(column)] = now

    @Slot(int)
    def _fit_again(self, column: int) -> None:
        if column == Column.TITLE:
            self._fits_title = True
            self.chosen.emit()


def width_of(column: Column, metrics: QFontMetrics) -> int:
    """How wide a column begins, so that nothing usual is cut whatever the font."""
    words, beside = _LONGEST.get(column, ("", 0))
    room = metrics.horizontalAdvance(words) + beside + _PADDING + _SPARE
    return max(_WIDTHS[column], room)

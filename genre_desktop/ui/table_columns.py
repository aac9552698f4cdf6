"""The columns of the track table: how wide they are, and the menus that choose and sort them."""

from PySide6.QtCore import QByteArray, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHeaderView, QMenu

from genre_desktop.ui.column_widths import narrow_status, width_of
from genre_desktop.ui.roles import HIDDEN_BY_DEFAULT, Column
from genre_desktop.ui.table_cells import column_word

_ARTISTS_PART = 0.4  # of what the other columns leave; the title has the rest
_WIDEST_ARTIST = 240
_PADDING = 16
_FIXED_CHOICE = frozenset({Column.NUMBER, Column.TITLE})  # a row without its name is of no use
_SHARING = (Column.TITLE, Column.ARTIST)
_SAVED = {  # which of these two have a width of the user's, and what that is saved as
    frozenset[Column](): QByteArray(b"f"),
    frozenset({Column.TITLE}): QByteArray(b"t"),
    frozenset({Column.ARTIST}): QByteArray(b"a"),
    frozenset(_SHARING): QByteArray(b"k"),
}


class TableColumns(QObject):
    """Belongs to a table's header.

    Title and artist share the room that the others leave, until the user gives them widths; a
    double click on an edge lets a column fit again. Where the usual columns have too little room,
    those that say least are folded, one after the other, until there is more again: nothing need
    be scrolled sideways for them. A column that the user asks for is never folded.

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
        self._is_fitting = False
        self._asked_for: set[Column] = set()
        self._shown = {
            column: self._show_action(column) for column in Column if column not in _FIXED_CHOICE
        }
        metrics = header.fontMetrics()
        self._font_mark = QByteArray(f"{metrics.height():04}".encode("ascii"))  # saved with widths
        self._least = {column: width_of(column, metrics) for column in Column}
        for column, width in self._least.items():
            header.resizeSection(column, width)
            header.setSectionHidden(column, column in hidden)
        self._wanted = {Column.STATUS: self._least[Column.STATUS]}
        self._giving = (  # what becomes of columns where room is scarce, one after the other
            (Column.TEMPO, 0),
            (Column.STATUS, narrow_status(metrics)),
            (Column.TIME, 0),
            (Column.SECOND, 0),
            (Column.ARTIST, 0),
            (Column.NUMBER, 0),
            (Column.STATUS, 0),
        )
        self._make_sorting()
        header.sectionResized.connect(self._note_width)
        header.sectionHandleDoubleClicked.connect(self._fit_again)
        header.sortIndicatorChanged.connect(self._show_sorting)

    @property
    def on_show(self) -> list[Column]:
        """The chosen columns from left to right, with those that have no room just now."""
        header = self._header
        in_order = (Column(header.logicalIndex(place)) for place in range(header.count()))
        return [column for column in in_order if self._is_chosen(column)]

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
        (self._asked_for.add if shown else self._asked_for.discard)(column)
        self.chosen.emit()

    def fit(self, room: int) -> None:
        """Share some room among the columns."""
        self._is_fitting = True
        header = self._header
        for column, width in self._taken_of(room).items():
            header.setSectionHidden(column, not width)
            if column is Column.STATUS and width:
                is_narrow = width < self._least[column]
                header.resizeSection(column, width if is_narrow else self._wanted[column])
        others = header.length() - sum(header.sectionSize(column) for column in _SHARING)
        self._share(room - others)
        self._is_fitting = False

    def fit_numbers(self, last: int) -> None:
        """Let the numbers' column hold a number; it never becomes narrower by itself."""
        words = QLocale().toString(last)
        width = self._header.fontMetrics().horizontalAdvance(words) + _PADDING
        if width > self._least[Column.NUMBER]:
            self._least[Column.NUMBER] = width
            self._header.resizeSection(Column.NUMBER, width)
            self.chosen.emit()

    def state(self) -> QByteArray:
        """Widths, order and visibility of the columns."""
        self._is_fitting = True
        self._unfold()
        kept = frozenset(column for column in _SHARING if column in self._wanted)
        saved = _SAVED[kept] + self._header.saveState() + self._font_mark
        self._is_fitting = False
        self.chosen.emit()
        return saved

    def restore(self, state: QByteArray) -> None:
        """Take the columns of an earlier start; the order of the rows is the playlist's again."""
        header = self._header
        self._is_fitting = True
        header.restoreState(state.sliced(1))
        if not state.endsWith(self._font_mark):
            self._widen()
        self._is_fitting = False
        kept = next((kept for kept, mark in _SAVED.items() if state.startsWith(mark)), frozenset())
        for column in (*kept, Column.STATUS):
            self._wanted[column] = header.sectionSize(column) or self._least[column]
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, action in self._shown.items():
            action.setChecked(not header.isSectionHidden(column))
        self._asked_for.clear()  # that is for what the user asks now
        self.chosen.emit()

    # Widths

    def _widen(self) -> None:
        """Cut nothing usual: the columns were saved with another font."""
        for column, least in self._least.items():
            if 0 < self._header.sectionSize(column) < least:
                self._header.resizeSection(column, least)

    def _is_chosen(self, column: Column) -> bool:
        action = self._shown.get(column)
        return action.isChecked() if action is not None else column not in self._hidden

    def _taken_of(self, room: int) -> dict[Column, int]:
        """What each usual column takes of some room at least, 0 where it is folded."""
        usual = (column for column in Column if column not in HIDDEN_BY_DEFAULT)
        taken = {column: self._least[column] for column in usual if self._is_chosen(column)}
        for column, least in self._giving:
            lack = sum(taken.values()) - room
            if lack > 0 and taken.get(column) and column not in self._asked_for:
                taken[column] = max(least, taken[column] - lack) if least else 0
        if taken.get(Column.STATUS):  # what was folded later may leave room again
            spare = max(0, room - sum(taken.values()))
            taken[Column.STATUS] = min(self._least[Column.STATUS], taken[Column.STATUS] + spare)
        return taken

    def _share(self, room: int) -> None:
        """Give title and artist what they want of some room, or their parts of it."""
        header, wanted = self._header, self._wanted
        least_title, least_artist = (self._least[column] for column in _SHARING)
        artist = wanted.get(Column.ARTIST, min(round(room * _ARTISTS_PART), _WIDEST_ARTIST))
        artist = max(least_artist, min(artist, room - wanted.get(Column.TITLE, least_title)))
        if header.isSectionHidden(Column.ARTIST):
            artist = 0
        else:
            header.resizeSection(Column.ARTIST, artist)
        title = wanted.get(Column.TITLE, max(least_title, room - artist))
        header.resizeSection(Column.TITLE, title)

    def _unfold(self) -> None:
        """Show all chosen columns, as wide as they are wanted."""
        for column in self.on_show:
            self._header.setSectionHidden(column, False)  # noqa: FBT003 (Qt's)
        for column, width in self._wanted.items():
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
        is_users = before and now and not self._is_fitting
        if is_users and column in {*_SHARING, Column.STATUS}:
            self._wanted[Column(column)] = now

    @Slot(int)
    def _fit_again(self, column: int) -> None:
        if column in _SHARING:
            self._wanted.pop(Column(column), None)
            self.chosen.emit()

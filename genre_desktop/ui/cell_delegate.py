"""What all cells of the track table share: ground, ring of the current row, text."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from genre_desktop.ui.colours import Colours
from genre_desktop.ui.roles import RIGHT_ALIGNED, Column, Role
from genre_desktop.ui.row_state import RowState, State
from genre_desktop.ui.row_words import cell_text
from genre_desktop.ui.theme import Size, Theme

PADDING = 6
MOST_REMEMBERED = 10_000
_SELECTED = QStyle.StateFlag.State_Selected
_END = Qt.TextElideMode.ElideRight
_MIDDLE = Qt.TextElideMode.ElideMiddle
_MUTED = frozenset({Column.NUMBER, Column.ARTIST})

# A paint asks for these hundreds of times, and Python 3.11 takes its time to look up in an enum.
_COLUMNS = tuple(Column)
_NUMBER, _PATH, _TITLE = Column.NUMBER, Column.PATH, Column.TITLE
_DUPLICATE, _PROBLEM = State.DUPLICATE, State.PROBLEM
_ROW = int(Role.ROW)
_DISPLAY = Qt.ItemDataRole.DisplayRole

Index = QModelIndex | QPersistentModelIndex


class Tone(NamedTuple):
    """The colours of a cell on its ground.

    Attributes:
        ring: Colour of a swatch's ring, None where its contrast suffices.
    """

    text: QColor
    muted: QColor
    problem: QColor
    fill: QColor
    track: QColor
    ring: QColor | None


class Cell(NamedTuple):
    """One cell: the row's value, its column, its words where the row lacks them, its colours."""

    row: RowState
    column: Column
    number: str
    tone: Tone


@dataclass(slots=True)
class Sight:
    """What all cells of a view have in common, found out once for each of its paintings.

    Attributes:
        is_focused: The view has the keyboard.
        current_row: Under the cursor, −1 for none.
        hovered_row: Under the pointer, −1 for none: Qt's own hover ends at the cell.
        ends: The columns on the left and on the right edge.
        ratio: Pixels of the screen to one of the view.
        number: Of the row that is being painted; its cells come one after the other.
        row: What that shows.
    """

    is_focused: bool = False
    current_row: int = -1
    hovered_row: int = -1
    ends: tuple[int, int] = (-1, -1)
    ratio: float = 1.0
    number: int = -1
    row: RowState | None = None

    def look_at(self, view: QTableView) -> None:
        """The view is about to be painted."""
        self.is_focused = view.hasFocus()
        self.current_row = view.currentIndex().row()
        self.ratio = view.devicePixelRatioF()
        self.number = -1
        header = view.horizontalHeader()
        shown = [
            column
            for place in range(header.count())
            if not header.isSectionHidden(column := header.logicalIndex(place))
        ]
        self.ends = (shown[0], shown[-1]) if shown else (-1, -1)

    def row_of(self, index: Index) -> RowState | None:
        """What the row of a cell shows; asked for once for all of its cells."""
        number = index.row()
        if number != self.number:
            row = index.data(_ROW)
            self.number, self.row = number, row if isinstance(row, RowState) else None
        return self.row


class Type:
    """A font with its measures; remembers what it elided, since shaping text is slow."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._height = self._metrics.height()
        self._ascent = self._metrics.ascent()
        self._elided: dict[tuple[str, int, bool], tuple[str, int]] = {}

    def elided(self, text: str, width: int, mode: Qt.TextElideMode) -> tuple[str, int]:
        """What fits into a width, and how wide that is."""
        key = (text, width, mode is _MIDDLE)
        known = self._elided.get(key)
        if known is None:
            if len(self._elided) >= MOST_REMEMBERED:
                self._elided.clear()
            needed = self._metrics.horizontalAdvance(text)
            shown = text
            if needed > width:  # Qt would elide for a fraction of a pixel, too
                shown = self._metrics.elidedText(text, mode, width)
                needed = self._metrics.horizontalAdvance(shown)
            known = self._elided[key] = (shown, needed)
        return known

    def baseline(self, area: QRect) -> int:
        """Where text stands that is centred in an area."""
        return area.top() + (area.height() - self._height) // 2 + self._ascent


class CellDelegate(QStyledItemDelegate):
    """Paints text cells; the other columns' delegates paint more."""

    def __init__(self, theme: Theme, sight: Sight, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sight = sight
        self._body = Type(theme.font())
        self._small = Type(theme.font(Size.SMALL))
        self._italic = Type(theme.font(italic=True))
        self._demi = Type(theme.font(demi=True))
        self._choose_tones()
        theme.changed.connect(self._choose_tones)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        sight = self._sight
        row = sight.row_of(index)
        if row is None:
            return
        rect = option.rect
        tone = self._ground(painter, rect, selected=_SELECTED in option.state)
        column = _COLUMNS[index.column()]
        number = str(index.data(_DISPLAY)) if column is _NUMBER else ""
        cell = Cell(row, column, number, tone)
        self.paint_cell(painter, rect.adjusted(PADDING, 0, -PADDING, 0), cell)
        if sight.is_focused and sight.number == sight.current_row:
            self._ring(painter, rect, index.column())

    def paint_cell(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        """Paint the content; `area` is without padding."""
        column, state, tone = cell.column, cell.row.state, cell.tone
        muted = column in _MUTED or state is _DUPLICATE or state is _PROBLEM
        self.draw_text(
            painter,
            area,
            cell.number or cell_text(cell.row, column),
            tone.muted if muted else tone.text,
            style=self._style_of(cell),
            on_right=column in RIGHT_ALIGNED,
            elide=_MIDDLE if column is _PATH else _END,
        )

    def _style_of(self, cell: Cell) -> Type | None:
        if cell.column is _NUMBER:
            return self._small
        return self._demi if cell.row.is_playing and cell.column is _TITLE else None

    def draw_text(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        colour: QColor,
        *,
        style: Type | None = None,
        on_right: bool = False,
        elide: Qt.TextElideMode = _END,
    ) -> None:
        """Paint one line, with … where it does not fit."""
        if not text:
            return
        style = style or self._body
        painter.setFont(style.font)
        painter.setPen(colour)
        shown, width = style.elided(text, area.width(), elide)
        left = area.left() + (area.width() - width if on_right else 0)
        painter.drawText(left, style.baseline(area), shown)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = index.data(_DISPLAY)
        width = option.fontMetrics.horizontalAdvance(str(text or ""))
        return QSize(width + 2 * PADDING, row_height(option.fontMetrics))

    def _ground(self, painter: QPainter, rect: QRect, *, selected: bool) -> Tone:
        colours, sight = self._theme.colours, self._sight
        if selected and sight.is_focused:
            painter.fillRect(rect, colours.selection)
            return self._on_selection
        if selected:
            painter.fillRect(rect, colours.inactive_selection)
            return self._on_raised
        if sight.number == sight.hovered_row:
            painter.fillRect(rect, colours.raised)
            return self._on_raised
        return self._on_base

    def _ring(self, painter: QPainter, rect: QRect, column: int) -> None:
        colour = self._theme.colours.focus
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, colour)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour)
        first, last = self._sight.ends
        if column == first:
            painter.fillRect(rect.left(), rect.top(), 1, rect.height(), colour)
        if column == last:
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colour)

    def _choose_tones(self) -> None:
        colours = self._theme.colours
        self._on_base = _plain(colours, None)
        self._on_raised = _plain(colours, colours.text)
        chosen = colours.selection_text
        self._on_selection = Tone(
            chosen, chosen, colours.problem, chosen, _selected_track(colours), chosen
        )


def row_height(metrics: QFontMetrics) -> int:
    """Height of a table's row in logical pixels."""
    return max(22, metrics.height() + 6)


def _plain(colours: Colours, ring: QColor | None) -> Tone:
    return Tone(colours.text, colours.muted, colours.problem, colours.fill, colours.track, ring)


def _selected_track(colours: Colours) -> QColor:
    return colours.selection.lighter(150) if colours.is_dark else colours.selection.darker(118)

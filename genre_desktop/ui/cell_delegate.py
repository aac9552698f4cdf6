"""What all cells of the track table share: ground, ring of the current row, text."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
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


@dataclass(frozen=True, slots=True)
class Tone:
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


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the row's value, its column, its words where the row lacks them, its colours."""

    row: RowState
    column: Column
    number: str
    tone: Tone


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
            shown = self._metrics.elidedText(text, mode, width)
            known = self._elided[key] = (shown, self._metrics.horizontalAdvance(shown))
        return known

    def baseline(self, area: QRect) -> int:
        """Where text stands that is centred in an area."""
        return area.top() + (area.height() - self._height) // 2 + self._ascent


class CellDelegate(QStyledItemDelegate):
    """Paints text cells; the other columns' delegates paint more.

    `hovered_row` is the row under the pointer, -1 for none: Qt's own hover ends at the cell.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hovered_row = -1
        self._body = Type(theme.font())
        self._small = Type(theme.font(Size.SMALL))
        self._italic = Type(theme.font(italic=True))
        self._demi = Type(theme.font(demi=True))
        self._choose_tones()
        theme.changed.connect(self._choose_tones)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_ROW)
        if not isinstance(row, RowState):
            return
        rect = option.rect
        selected = _SELECTED in option.state
        focused = _has_focus(option.widget)
        hovered = index.row() == self.hovered_row
        tone = self._ground(painter, rect, selected, selected and focused, hovered)
        column = _COLUMNS[index.column()]
        number = str(index.data(_DISPLAY)) if column is _NUMBER else ""
        cell = Cell(row, column, number, tone)
        self.paint_cell(painter, rect.adjusted(PADDING, 0, -PADDING, 0), cell)
        if focused:
            self._ring(painter, option, index)

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

    def _ground(
        self, painter: QPainter, rect: QRect, selected: bool, focused: bool, hovered: bool
    ) -> Tone:
        colours = self._theme.colours
        if focused:
            painter.fillRect(rect, colours.selection)
            return self._on_selection
        if selected:
            painter.fillRect(rect, colours.inactive_selection)
            return self._on_raised
        if hovered:
            painter.fillRect(rect, colours.raised)
            return self._on_raised
        return self._on_base

    def _ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        if not isinstance(view, QAbstractItemView) or view.currentIndex().row() != index.row():
            return
        rect, colour = option.rect, self._theme.colours.focus
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, colour)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour)
        first, last = _ends(view, index.column())
        if first:
            painter.fillRect(rect.left(), rect.top(), 1, rect.height(), colour)
        if last:
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


def _ends(view: QAbstractItemView, column: int) -> tuple[bool, bool]:
    """Whether a column is the first and the last one on show."""
    if not isinstance(view, QTableView):
        return False, False
    header = view.horizontalHeader()
    start = header.sectionPosition(column)
    return start == 0, start + header.sectionSize(column) == header.length()


def _has_focus(widget: QWidget | None) -> bool:
    return widget is not None and widget.hasFocus()

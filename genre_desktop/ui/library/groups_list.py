"""The groups of the library with their counts, the one for everything first."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from genre_desktop.core.library_facets import Facet, Group
from genre_desktop.ui.counted import counted
from genre_desktop.ui.library.facet_words import group_word
from genre_desktop.ui.swatch import SWATCH, Filling, Swatches
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.tooltips import plain_tooltip

PADDING = 10
GAP = 8
SWATCH_GAP = 6
COUNT_ROLE = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_PATHS = frozenset({Facet.FOLDER, Facet.GONE})
_FILLINGS = {Facet.GENRE: Filling.SOLID, Facet.UNSURE: Filling.HATCHED}


class GroupsModel(QAbstractListModel):
    """Row 0 is everything; a group of the facet follows in each further row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facet = Facet.FOLDER
        self._groups: tuple[Group, ...] = ()
        self._total = 0

    def show(self, facet: Facet, groups: tuple[Group, ...]) -> None:
        """Show the groups of a facet, in order."""
        if (facet, groups) == (self._facet, self._groups):
            return
        self.beginResetModel()
        self._facet, self._groups = facet, groups
        self._total = sum(group.tracks for group in groups)
        self.endResetModel()

    @property
    def facet(self) -> Facet:
        """By what the groups on show are made."""
        return self._facet

    def group(self, row: int) -> Group | None:
        """The group of a row, None for everything."""
        return self._groups[row - 1] if row > 0 else None

    def row_of(self, group: Group | None) -> int:
        """The row of the group with the same key, -1 where there is none any more."""
        if group is None:
            return 0
        keys = [one.key for one in self._groups]
        return keys.index(group.key) + 1 if group.key in keys else -1

    @property
    def elision(self) -> Qt.TextElideMode:
        """Where words that are too long are cut: a folder's end says most."""
        is_path = self._facet in _PATHS
        return Qt.TextElideMode.ElideLeft if is_path else Qt.TextElideMode.ElideRight

    @property
    def filling(self) -> Filling | None:
        """What squares look like before the names; None where these are no genres."""
        return _FILLINGS.get(self._facet)

    def genre_at(self, row: int) -> str:
        """The genre of a row, empty where it is about none."""
        group = self.group(row)
        is_genre = self.filling is not None and group is not None and group.key is not None
        return str(group.key) if is_genre and group is not None else ""

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._groups) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        group = self.group(index.row())
        count = self._total if group is None else group.tracks
        if role == COUNT_ROLE:
            return QLocale().toString(count)
        words = self.tr("All") if group is None else group_word(self._facet, group.key)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words}, {counted(count, self.tr('%1 track'), self.tr('%1 tracks'))}"
        return None


class GroupDelegate(QStyledItemDelegate):
    """Paints a group's name on the left, with a square before a genre's, its count on the right."""

    def __init__(self, theme: Theme, swatches: Swatches, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._swatches = theme, swatches

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(80, max(22, option.fontMetrics.height() + 6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, area = self._theme.colours, option.rect
        selected = QStyle.StateFlag.State_Selected in option.state
        focused = option.widget is not None and option.widget.hasFocus()
        group = QPalette.ColorGroup.Active if focused else QPalette.ColorGroup.Inactive
        if selected:
            painter.fillRect(area, option.palette.color(group, QPalette.ColorRole.Highlight))
        elif QStyle.StateFlag.State_MouseOver in option.state:
            painter.fillRect(area, colours.raised)
        chosen = option.palette.color(group, QPalette.ColorRole.HighlightedText)
        count, metrics = str(index.data(COUNT_ROLE)), option.fontMetrics
        inner = area.adjusted(PADDING, 0, -PADDING, 0)
        painter.setFont(option.font)
        painter.setPen(chosen if selected else colours.muted)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, right, count)
        room = inner.adjusted(0, 0, -metrics.horizontalAdvance(count) - GAP, 0)
        painter.setPen(chosen if selected else colours.text)
        on_base = not selected and QStyle.StateFlag.State_MouseOver not in option.state
        room = self._beside_square(painter, room, index, None if on_base else painter.pen().color())
        self._draw_name(painter, room, option, index)
        if selected and focused:
            painter.setPen(colours.focus)
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _beside_square(
        self, painter: QPainter, room: QRect, index: Index, ring: QColor | None
    ) -> QRect:
        """Paint the square of a genre; what is left of the room, and that in rows without, too."""
        model = index.model()
        filling = model.filling if isinstance(model, GroupsModel) else None
        if not isinstance(model, GroupsModel) or filling is None:
            return room
        genre = model.genre_at(index.row())
        if genre:
            ratio = painter.deviceTransform().m11()
            top = room.top() + (room.height() - SWATCH) // 2
            square = self._swatches.pixmap(genre, filling, ring, ratio)
            painter.drawPixmap(QPoint(room.left(), top), square)
        return room.adjusted(SWATCH + SWATCH_GAP, 0, 0, 0)

    def _draw_name(
        self, painter: QPainter, room: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        model = index.model()
        elision = model.elision if isinstance(model, GroupsModel) else Qt.TextElideMode.ElideRight
        words = option.fontMetrics.elidedText(str(index.data()), elision, room.width())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, left, words)

"""The groups of the library with their counts, the one for everything first."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from genre_desktop.core.library_facets import Facet, Group
from genre_desktop.ui.counted import counted
from genre_desktop.ui.library.facet_words import group_word
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.tooltips import plain_tooltip

PADDING = 10
GAP = 8
COUNT_ROLE = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_PATHS = frozenset({Facet.FOLDER, Facet.GONE})


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
    """Paints a group's name on the left, its count on the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

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
        self._draw_name(painter, room, option, index)
        if selected and focused:
            painter.setPen(colours.focus)
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _draw_name(
        self, painter: QPainter, room: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        model = index.model()
        elision = model.elision if isinstance(model, GroupsModel) else Qt.TextElideMode.ElideRight
        words = option.fontMetrics.elidedText(str(index.data()), elision, room.width())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, left, words)

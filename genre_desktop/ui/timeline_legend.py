"""The legend under a timeline: seconds per genre in two columns, or in one where words are long."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genre_desktop.ui.row_words import clock
from genre_desktop.ui.swatch import SWATCH, Filling, Swatches, draw_frame
from genre_desktop.ui.theme import Size, Theme
from genre_desktop.ui.timeline_painting import word_of
from genre_desktop.ui.timeline_pieces import NOT_HEARD, SILENCE, UNSURE, Share

COLUMNS = 2
MOST = 6
GAP = 16
_BESIDE_SWATCH = 6
_BEFORE_TIME = 4


class TimelineLegend(QWidget):
    """Words beside colours, since colour never stands alone."""

    def __init__(self, theme: Theme, swatches: Swatches) -> None:
        super().__init__()
        self._theme = theme
        self._swatches = swatches
        self._shares: list[Share] = []
        self.setFont(theme.font(Size.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_shares(self, shares: list[Share]) -> None:
        """Show the longest ones; "unsure" keeps its place among them."""
        if len(shares) > MOST:
            special = [share for share in shares if share.label in {UNSURE, SILENCE, NOT_HEARD}]
            genres = [share for share in shares if share not in special]
            shares = genres[: MOST - len(special)] + special
        self._shares = shares
        self.setAccessibleName(
            ", ".join(f"{word_of(share.label)} {clock(share.seconds)}" for share in shares)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = -(-len(self._shares) // self._columns())
        return QSize(200, lines * self._line())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() != self.sizeHint().height():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        columns = self._columns()
        width = self._column_width(columns)
        for place, share in enumerate(self._shares):
            line, column = divmod(place, columns)
            area = QRect(column * (width + GAP), line * self._line(), width, self._line())
            self._paint_share(painter, area, share)
        painter.end()

    def _paint_share(self, painter: QPainter, area: QRect, share: Share) -> None:
        colours = self._theme.colours
        corner = QPoint(area.left(), area.top() + (area.height() - SWATCH) // 2)
        if share.label == SILENCE:
            draw_frame(painter, QRect(corner, QSize(SWATCH, SWATCH)), colours.edge, 1)
        elif share.label == NOT_HEARD:
            painter.fillRect(corner.x(), corner.y() + SWATCH // 2, SWATCH, 1, colours.edge)
        else:
            filling = Filling.HATCHED if share.label == UNSURE else Filling.SOLID
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(corner, self._swatches.pixmap(share.label, filling, None, ratio))
        middle = Qt.AlignmentFlag.AlignVCenter
        time = clock(share.seconds)
        time_width = self.fontMetrics().horizontalAdvance(time)
        words = area.adjusted(SWATCH + _BESIDE_SWATCH, 0, -time_width - _BEFORE_TIME, 0)
        painter.setPen(colours.text)
        shown = self.fontMetrics().elidedText(
            word_of(share.label), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(colours.muted)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, time)

    def _columns(self) -> int:
        """Two where all words have room in them."""
        width = self._column_width(COLUMNS)
        return COLUMNS if all(self._needed(share) <= width for share in self._shares) else 1

    def _column_width(self, columns: int) -> int:
        return (self.width() - GAP * (columns - 1)) // columns

    def _needed(self, share: Share) -> int:
        advance = self.fontMetrics().horizontalAdvance
        beside = SWATCH + _BESIDE_SWATCH + _BEFORE_TIME
        return beside + advance(word_of(share.label)) + advance(clock(share.seconds))

    def _line(self) -> int:
        return max(17, self.fontMetrics().height() + 2)

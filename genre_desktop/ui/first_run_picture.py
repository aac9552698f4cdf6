"""The picture of the first run: a folder, what is heard, and what comes of it."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from genre_desktop.core.places import resource
from genre_desktop.ui.colours import mixed
from genre_desktop.ui.genres import genre_of, unsure_colour
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.row_words import percent
from genre_desktop.ui.swatch import SWATCH, Filling, Swatches, draw_frame, draw_hatch
from genre_desktop.ui.theme import Size, Theme

FOLDER = QSize(80, 60)
ARROW = QSize(26, 26)
SOUND = QSize(250, 86)
STRIP = 13
TABLE_WIDTH = 150
LINE = 24
GAP = 24
_INSIDE = 8
_BESIDE_SWATCH = 7
_PLOT = QSize(SOUND.width(), SOUND.height() - STRIP - 1)
_PLATE_RESULTS = (("jazz", 0.91), ("blues", 0.83), ("?", 0.34))
_RUNS = (  # label, first and last hundredth of the width, confidence
    ("blues", 0, 10, 0.75),
    ("blues", 10, 30, 1.0),
    ("?", 30, 37, 0.3),
    ("jazz", 37, 63, 0.75),
    ("jazz", 63, 75, 1.0),
    ("jazz", 75, 83, 0.75),
    ("blues", 84, 100, 0.5),
)


class FirstRunPicture(QWidget):
    """Decoration: it has no meaning that the words below it lack."""

    def __init__(self, theme: Theme, icons: Icons, swatches: Swatches) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._swatches = swatches
        self._sound = QPixmap(str(resource("pictures/spectrogram.png")))
        self._table_width = self._width_of_table()
        width = FOLDER.width() + SOUND.width() + self._table_width + 2 * ARROW.width() + 4 * GAP
        self.setFixedSize(width, SOUND.height() + 2)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        middle = self.height() // 2
        x = 0
        folder = self._icons.pixmap("music-folder", FOLDER, colours.text, ratio)
        painter.drawPixmap(QPoint(x, middle - FOLDER.height() // 2), folder)
        x = self._arrow(painter, x + FOLDER.width() + GAP)
        self._paint_sound(painter, QRect(QPoint(x, middle - SOUND.height() // 2), SOUND))
        x = self._arrow(painter, x + SOUND.width() + GAP)
        height = LINE * len(_PLATE_RESULTS) + 1
        self._paint_table(painter, QRect(x, middle - height // 2, self._table_width, height))
        painter.end()

    def _arrow(self, painter: QPainter, x: int) -> int:
        arrow = self._icons.pixmap(
            "arrow-right", ARROW, self._theme.colours.edge, self.devicePixelRatioF()
        )
        painter.drawPixmap(QPoint(x, (self.height() - ARROW.height()) // 2), arrow)
        return x + ARROW.width() + GAP

    def _paint_sound(self, painter: QPainter, area: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRect(area.topLeft(), _PLOT), self._sound)
        colours = self._theme.colours
        top = area.bottom() + 1 - STRIP
        for label, first, last, confidence in _RUNS:
            left = area.left() + first * area.width() // 100
            right = area.left() + last * area.width() // 100
            piece = QRect(left, top, right - left, STRIP)
            if label == "?":
                draw_hatch(painter, QRectF(piece), unsure_colour(is_dark=colours.is_dark))
                continue
            colour = genre_of(label).colour(is_dark=colours.is_dark)
            painter.fillRect(piece, mixed(colour, colours.base, 0.3 + 0.7 * confidence))
            painter.fillRect(left, top + STRIP - 2, piece.width(), 2, colour)

    def _width_of_table(self) -> int:
        metrics = QFontMetrics(self._theme.font(Size.BODY))
        words = max(metrics.horizontalAdvance(self._word_of(label)) for label, _ in _PLATE_RESULTS)
        number = metrics.horizontalAdvance(percent(1.0))
        return max(TABLE_WIDTH, 2 * _INSIDE + SWATCH + _BESIDE_SWATCH + words + GAP + number)

    def _word_of(self, label: str) -> str:
        return self.tr("Unsure") if label == "?" else genre_of(label).word

    def _paint_table(self, painter: QPainter, area: QRect) -> None:
        colours = self._theme.colours
        draw_frame(painter, area, colours.hairline, 1)
        painter.setFont(self._theme.font(Size.BODY))
        metrics = QFontMetrics(painter.font())
        for place, (label, probability) in enumerate(_PLATE_RESULTS):
            line = area.adjusted(_INSIDE, 1 + place * LINE, -_INSIDE, 0)
            line.setHeight(LINE)
            if place:
                painter.fillRect(area.left(), line.top() - 1, area.width(), 1, colours.hairline)
            filling = Filling.HATCHED if label == "?" else Filling.SOLID
            square = self._swatches.pixmap(label, filling, None, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(line.left(), line.top() + (LINE - SWATCH) // 2), square)
            words = self._word_of(label)
            painter.setPen(colours.text)
            number = percent(probability)
            left, right = SWATCH + _BESIDE_SWATCH, metrics.horizontalAdvance(number) + 4
            inner = line.adjusted(left, 0, -right, 0)
            elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, elided)
            at_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(line, at_right, number)

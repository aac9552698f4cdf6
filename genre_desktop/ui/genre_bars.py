"""The most probable genres of a track as bars with their words and percentages."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.row_state import Guess
from genre_desktop.ui.row_words import percent
from genre_desktop.ui.swatch import SWATCH, Filling, Swatches, draw_frame
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.tooltips import plain_tooltip

BAR_HEIGHT = 8
WORD_GAP = 6
GAP = 8
LINES = 5
MOTION_MS = 120  # of a bar on its way to another length


class GenreBars(QWidget):
    """Keeps the height of five bars whether it has guesses or not, so that nothing jumps.

    Attributes:
        moves: True where bars take a moment on their way to another length.
    """

    def __init__(self, theme: Theme, swatches: Swatches) -> None:
        super().__init__()
        self._theme = theme
        self._swatches = swatches
        self._guesses: tuple[Guess, ...] = ()
        self._bars: list[QRect] = []
        self.moves = False
        self._before: dict[str, float] = {}  # where each bar comes from
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOTION_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._paint_lengths)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)  # nothing below it is painted
        self._still: QPixmap | None = None  # all but the lengths of the bars
        theme.changed.connect(self._draw_anew)

    def show_guesses(self, guesses: tuple[Guess, ...]) -> None:
        """Show up to five genres, the most probable first."""
        self._before = {guess.label: self.length_of(guess) for guess in self._guesses}
        self._guesses = guesses[:LINES]
        self._motion.stop()
        if self.moves and self._before and self.isVisible():
            self._motion.start()
        spoken = ", ".join(
            f"{genre_of(guess.label).word} {percent(guess.probability)}" for guess in self._guesses
        )
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tooltip(spoken))
        self._draw_anew()

    def length_of(self, guess: Guess) -> float:
        """How long its bar is now, as a share of the longest possible."""
        if self._motion.state() is not QVariantAnimation.State.Running:
            return guess.probability
        before, passed = self._before.get(guess.label, 0.0), float(self._motion.currentValue())
        return before + (guess.probability - before) * passed

    def sizeHint(self) -> QSize:
        return QSize(240, LINES * self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(180, LINES * self._line())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, self._still_picture())
        is_dark = self._theme.colours.is_dark
        for bar, guess in zip(self._bars, self._guesses, strict=False):
            filled = max(1, round(bar.width() * self.length_of(guess)))
            colour = genre_of(guess.label).colour(is_dark=is_dark)
            painter.fillRect(bar.left(), bar.top(), filled, BAR_HEIGHT, colour)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._still = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self._still = None
        super().changeEvent(event)

    @Slot()
    def _draw_anew(self) -> None:
        self._still = None
        self.update()

    @Slot()
    def _paint_lengths(self) -> None:
        if self._bars:
            self.update(self._bars[0].united(self._bars[-1]))

    def _still_picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.devicePixelRatio() != ratio:
            self._still = picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(self._theme.colours.window)
            painter = QPainter(picture)
            word_width, high = self._word_width(), self._line()
            fitting = self.height() // high  # half a line says nothing
            self._bars = [
                self._draw_line(
                    painter, QRect(0, place * high, self.width(), high), guess, word_width
                )
                for place, guess in enumerate(self._guesses[:fitting])
            ]
            painter.end()
        return self._still

    def _draw_line(self, painter: QPainter, line: QRect, guess: Guess, word_width: int) -> QRect:
        """Draw words and an empty bar; returns where that is."""
        colours = self._theme.colours
        genre = genre_of(guess.label)
        ratio = self.devicePixelRatioF()
        top = line.top() + (line.height() - SWATCH) // 2
        square = self._swatches.pixmap(guess.label, Filling.SOLID, None, ratio)
        painter.drawPixmap(QPoint(0, top), square)
        font = self._theme.font(demi=line.top() == 0)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(colours.text)
        words = line.adjusted(SWATCH + WORD_GAP, 0, 0, 0)
        words.setWidth(word_width)
        middle = Qt.AlignmentFlag.AlignVCenter
        shown = metrics.elidedText(genre.word, Qt.TextElideMode.ElideRight, word_width)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, shown)
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, percent(guess.probability))
        left = words.right() + GAP
        width = line.width() - left - GAP - self._number_width()
        bar = QRect(left, line.top() + (line.height() - BAR_HEIGHT) // 2, width, BAR_HEIGHT)
        painter.fillRect(bar, colours.base)
        draw_frame(painter, bar, colours.hairline, 1)
        return bar

    def _word_width(self) -> int:
        """One width for every track, so that the bars do not jump; at most half."""
        metrics = QFontMetrics(self._theme.font(demi=True))
        words = (genre_of(guess.label).word for guess in self._guesses)
        widest = max(metrics.horizontalAdvance(word) for word in ("Experimental", *words))
        return min(widest + 1, self.width() // 2)  # it is rounded, and may be so to less

    def _number_width(self) -> int:
        """One width for every line, so that all bars end at the same place."""
        return QFontMetrics(self._theme.font(demi=True)).horizontalAdvance(percent(1.0))

    def _line(self) -> int:
        return max(20, self.fontMetrics().height() + 4)

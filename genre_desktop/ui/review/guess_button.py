"""A guess as a button: its key, its genre, how probable it is."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from genre_desktop.ui.genre_bars import BAR_HEIGHT
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.row_state import Guess
from genre_desktop.ui.row_words import percent
from genre_desktop.ui.swatch import SWATCH, Filling, Swatches, draw_frame
from genre_desktop.ui.theme import Size, Theme

HEIGHT = 26
KEY = 20
_GAP = 8
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class GuessButton(QAbstractButton):
    """One line of the choice; it keeps its place where there is no guess for it."""

    def __init__(self, theme: Theme, swatches: Swatches, key: str) -> None:
        super().__init__()
        self._theme, self._swatches, self._key = theme, swatches, key
        self._guess: Guess | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    @property
    def guess(self) -> Guess | None:
        """What it stands for, None for nothing."""
        return self._guess

    def show_guess(self, guess: Guess | None) -> None:
        """Stand for a genre from now on."""
        self._guess = guess
        self.setEnabled(guess is not None)
        spoken = ""
        if guess is not None:
            words = self.tr("%1, %2, key %3").replace("%2", percent(guess.probability))
            spoken = words.replace("%3", self._key).replace("%1", genre_of(guess.label).word)
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, max(HEIGHT, self.fontMetrics().height() + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._guess is None:
            return
        painter = QPainter(self)
        colours = self._theme.colours
        if self.isDown() or self.underMouse():
            painter.fillRect(self.rect(), colours.raised)
        self._paint_key(painter)
        self._paint_guess(painter, self._guess)
        if self.hasFocus():
            draw_frame(painter, self.rect(), colours.focus, 2)
        painter.end()

    def _paint_key(self, painter: QPainter) -> None:
        colours = self._theme.colours
        cap = QRect(4, (self.height() - KEY) // 2, KEY, KEY)
        painter.fillRect(cap, colours.button)
        draw_frame(painter, cap, colours.edge, 1)
        painter.setFont(self._theme.font(Size.SMALL))
        painter.setPen(colours.text)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _paint_guess(self, painter: QPainter, guess: Guess) -> None:
        colours, ratio = self._theme.colours, self.devicePixelRatioF()
        genre = genre_of(guess.label)
        left = 4 + KEY + _GAP
        square = self._swatches.pixmap(guess.label, Filling.SOLID, None, ratio)
        painter.drawPixmap(QPoint(left, (self.height() - SWATCH) // 2), square)
        left += SWATCH + 6
        font = self._theme.font()
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(colours.text)
        width = min(max(metrics.horizontalAdvance("Experimental"), 110), self.width() * 2 // 5)
        shown = metrics.elidedText(genre.word, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, 0, width, self.height()), _LEFT, shown)
        painter.drawText(self.rect().adjusted(0, 0, -6, 0), _RIGHT, percent(guess.probability))
        left += width + _GAP
        right = self.width() - 6 - metrics.horizontalAdvance(percent(1.0)) - _GAP
        bar = QRect(left, (self.height() - BAR_HEIGHT) // 2, right - left, BAR_HEIGHT)
        painter.fillRect(bar, colours.base)
        draw_frame(painter, bar, colours.hairline, 1)
        filled = max(1, round(bar.width() * guess.probability))
        colour = genre.colour(is_dark=colours.is_dark)
        painter.fillRect(bar.left(), bar.top(), filled, BAR_HEIGHT, colour)

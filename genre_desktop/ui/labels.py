"""Labels that know their role in the type scale, elide in the middle or look like keys."""

import re
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from genre_desktop.ui.theme import Size, Theme
from genre_desktop.ui.tooltips import plain_tooltip

_ANY = 16_777_215  # Qt's own limit of a widget's size
_BREAK = "\u200b"  # zero-width space
_LONG_WORD = re.compile(r"(?:[^\s-]|-(?=\d)){13,}-?")  # no line ends between a hyphen and a digit
_JOINT = re.compile(r"(?<=[^\W_])[-_./|,;+&]+(?=\w)")  # where a name of a file parts best
_PIECE = re.compile(r".{5,}?(?=(?:\w\W*){3})")  # narrow in any font; parts no letter and its marks


class ToneLabel(QLabel):
    """A label in one of the theme's colours and sizes; it follows the theme."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: str = "text",
        size: Size = Size.BODY,
        demi: bool = False,
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # over a table it would be another
        self.setFont(theme.font(size, demi=demi))
        self._tint()
        theme.changed.connect(self._tint)

    def take_role(self, role: str) -> None:
        """Wear another of the theme's colours from now on."""
        self._role = role
        self._tint()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tint()  # what was set before the style's own dress came may be gone

    def _tint(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, getattr(self._theme.colours, self._role))
        self.setPalette(palette)


class HeaderLabel(ToneLabel):
    """The small heading of a part of a panel."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, role="muted", size=Size.SMALL, demi=True)


class WrappedLabel(ToneLabel):
    """Wraps also within words that are too long for a line, as names of files have them."""

    def __init__(
        self, theme: Theme, *, role: str = "text", size: Size = Size.BODY, most_lines: int = 0
    ) -> None:
        """Build the label.

        Args:
            theme: Its colours and fonts.
            role: Which of the colours.
            size: Which of the sizes; a title is half bold.
            most_lines: What is longer ends with …, and the tooltip has all of it; 0 for no limit.
        """
        super().__init__(theme, role=role, size=size, demi=size is Size.TITLE)
        self._most_lines = most_lines
        self._words = ""
        self._measured: tuple[str, str, int] | None = None
        self._is_too_long = False
        self.setWordWrap(True)

    def say(self, words: str) -> None:
        """Show words; they can be selected where they needed no further breaks."""
        self._words = words
        self._part_words()
        self.setAccessibleName(words)
        if self._most_lines:
            self.setToolTip(plain_tooltip(words))
        as_it_is = Qt.TextInteractionFlag.TextSelectableByMouse
        broken = Qt.TextInteractionFlag.NoTextInteraction  # what is copied has no breaks in it
        self.setTextInteractionFlags(broken if self._has_long_words() else as_it_is)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._has_long_words():
            self._part_words()

    def heightForWidth(self, width: int) -> int:
        if self._has_long_words():
            height = self._measure(self._parted(width), width).height()
        else:
            height = super().heightForWidth(width)
        return min(height, self._most_height())

    def sizeHint(self) -> QSize:
        return super().sizeHint().boundedTo(QSize(_ANY, self._most_height()))

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self._has_long_words():  # parted, however wide the label is now
            least.setWidth(self._measure(self._parted(0), 0).width())
        return least.boundedTo(QSize(_ANY, self._most_height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._has_too_many_lines():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        metrics = self.fontMetrics()
        for place, line in enumerate(self._lines()):
            painter.drawText(0, place * metrics.lineSpacing() + metrics.ascent(), line)
        painter.end()

    def _has_long_words(self) -> bool:
        return _LONG_WORD.search(self._words) is not None

    def _part_words(self) -> None:
        parted = self._parted(self.width())
        if parted != self.text():
            self.setText(parted)

    def _parted(self, width: int) -> str:
        """The words, with breaks in those that are wider than a line."""
        advance = self.fontMetrics().horizontalAdvance
        return _LONG_WORD.sub(
            lambda word: word[0] if advance(word[0]) <= width else _breakable(word), self._words
        )

    def _measure(self, words: str, width: int) -> QSize:
        margins = self.contentsMargins()
        beside, above = margins.left() + margins.right(), margins.top() + margins.bottom()
        room = QRect(0, 0, max(0, width - beside), _ANY)
        needed = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).size()
        return needed + QSize(beside, above)

    def _has_too_many_lines(self) -> bool:
        """Measured only where something has changed: Qt paints a label anew that was measured."""
        measured = (self.text(), self.font().key(), self.width())
        if self._most_lines and measured != self._measured:
            self._measured = measured
            self._is_too_long = super().heightForWidth(self.width()) > self._most_height()
        return self._is_too_long

    def _most_height(self) -> int:
        return self._most_lines * self.fontMetrics().lineSpacing() or _ANY

    def _lines(self) -> list[str]:
        """What is painted where there are too many lines: the last one takes all that is left."""
        layout = QTextLayout(self.text(), self.font())
        layout.beginLayout()
        starts = []
        for _ in range(self._most_lines):
            line = layout.createLine()
            line.setLineWidth(self.width())
            starts.append(2 * line.textStart())  # Qt counts in units of two bytes
        layout.endLayout()
        units = self.text().encode("utf-16-le")
        *lines, rest = (
            units[start:end].decode("utf-16-le").replace(_BREAK, "").replace("\n", " ")
            for start, end in pairwise([*starts, len(units)])
        )
        end = Qt.TextElideMode.ElideRight
        return [*lines, self.fontMetrics().elidedText(rest, end, self.width())]


def _breakable(word: re.Match[str]) -> str:
    """A long word that may be parted at its joints first, then in narrow pieces."""
    parts = _JOINT.sub(rf"\g<0>{_BREAK}", word[0]).split(_BREAK)
    return _BREAK.join(_PIECE.sub(rf"\g<0>{_BREAK}", part) for part in parts)


class IconSentence(QWidget):
    """An icon with a sentence that wraps; gone while there is nothing to say."""

    def __init__(self, theme: Theme, role: str) -> None:
        super().__init__()
        self._icon = QLabel()
        self._words = ToneLabel(theme, role=role)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, sentence: str, icon: QPixmap) -> None:
        """Show a sentence, or nothing."""
        self._words.setText(sentence)
        self._icon.setPixmap(icon)
        self.setVisible(bool(sentence))


class ElidedLabel(ToneLabel):
    """One line that gives way to …; its tooltip has all of it."""

    def __init__(
        self,
        theme: Theme,
        *,
        role: str = "text",
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        size: Size = Size.BODY,
    ) -> None:
        super().__init__(theme, role=role, size=size)
        self._elide = elide
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(plain_tooltip(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        place = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._elide, place.width())
        painter.drawText(place, self.alignment() | Qt.TextFlag.TextSingleLine, shown)
        painter.end()


class KeyCaps(QWidget):
    """A shortcut drawn as the keys to press."""

    def __init__(self, theme: Theme, keys: QKeySequence) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        native = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleName(native)
        for key in re.split(r"\+(?!$)", native):  # a plus at the end is a key itself
            row.addWidget(_KeyCap(theme, key))
        row.addStretch()


class _KeyCap(ToneLabel):
    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(theme, key, size=Size.AXIS)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContentsMargins(4, 0, 4, 1)
        self.setFixedHeight(self.fontMetrics().height() + 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colours.edge)
        painter.setBrush(self._theme.colours.button)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.end()
        super().paintEvent(event)

"""Every key of the window, as its actions have them, and the filter's language."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from genre_desktop.ui.filter_examples import filter_examples
from genre_desktop.ui.genre_menu import genre_key_words
from genre_desktop.ui.labels import HeaderLabel, KeyCaps, ToneLabel
from genre_desktop.ui.review.review_key_words import review_key_words
from genre_desktop.ui.spectrogram.plot_key_words import plot_key_words
from genre_desktop.ui.theme import Theme

FIRST_COLUMN = 150


class KeysPage(QScrollArea):
    """Lists to read."""

    def __init__(self, theme: Theme, actions: Iterable[QAction]) -> None:
        super().__init__()
        self._theme = theme
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(HeaderLabel(theme, self.tr("Type into the filter box")))
        column.addLayout(self._examples())
        column.addSpacing(12)
        column.addWidget(HeaderLabel(theme, self.tr("Keys")))
        column.addLayout(self._keys([*_keys_of(actions), *genre_key_words()]))
        column.addSpacing(12)
        column.addWidget(HeaderLabel(theme, self.tr("Keys in the review of doubtful genres")))
        column.addLayout(self._keys(review_key_words()))
        column.addSpacing(12)
        column.addWidget(HeaderLabel(theme, self.tr("Keys in the spectrogram")))
        column.addLayout(self._keys(plot_key_words()))
        column.addStretch()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Every key, and what the filter box understands"))
        self.setWidget(page)

    def _examples(self) -> QGridLayout:
        grid = _grid()
        for line, (text, meaning) in enumerate(filter_examples()):
            typed = ToneLabel(self._theme, text, demi=True)
            typed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(typed, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._words(meaning), line, 1)
        return grid

    def _keys(self, pairs: Iterable[tuple[QKeySequence, str]]) -> QGridLayout:
        grid = _grid()
        for line, (keys, words) in enumerate(pairs):
            grid.addWidget(KeyCaps(self._theme, keys), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._words(words), line, 1)
        return grid

    def _words(self, text: str) -> ToneLabel:
        words = ToneLabel(self._theme, text)
        words.setWordWrap(True)
        return words


def _keys_of(actions: Iterable[QAction]) -> list[tuple[QKeySequence, str]]:
    return [
        (keys, action.statusTip() or action.iconText())
        for action in actions
        for keys in action.shortcuts()
    ]


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(5)
    grid.setColumnMinimumWidth(0, FIRST_COLUMN)
    grid.setColumnStretch(1, 1)
    return grid

"""What the details panel says while no track is selected."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from genre_desktop.ui.labels import HeaderLabel, KeyCaps, ToneLabel
from genre_desktop.ui.theme import Theme

PADDING = 13  # beside the pixel of the ring around the panel


class EmptyDetails(QWidget):
    """One sentence, and the keys for the first minute."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 10, PADDING, PADDING)
        column.setSpacing(8)
        sentence = ToneLabel(
            theme,
            self.tr("Select a track to see its genres, its timeline and its file."),
            role="muted",
        )
        sentence.setWordWrap(True)
        column.addWidget(HeaderLabel(theme, self.tr("Track")))
        column.addWidget(sentence)
        column.addSpacing(20)
        self._heading = HeaderLabel(theme, self.tr("Keys for the first minute"))
        self._heading.hide()
        column.addWidget(self._heading)
        self._keys = QGridLayout()
        self._keys.setHorizontalSpacing(12)
        self._keys.setVerticalSpacing(4)
        self._keys.setColumnStretch(1, 1)
        self._keys.setColumnMinimumWidth(0, 80)
        column.addLayout(self._keys)
        column.addStretch()

    def show_keys(self, keys: Iterable[tuple[QKeySequence, str]]) -> None:
        """List shortcuts with what they do, and no others; those that are empty are left out."""
        while (item := self._keys.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line, (shortcut, words) in enumerate(pair for pair in keys if not pair[0].isEmpty()):
            label = ToneLabel(self._theme, words)
            label.setWordWrap(True)
            self._keys.addWidget(KeyCaps(self._theme, shortcut), line, 0)
            self._keys.addWidget(label, line, 1, Qt.AlignmentFlag.AlignVCenter)
            self._heading.show()

"""Two named lines below a preview's table: what its cells have no room for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from genre_desktop.ui.dialog_frame import PADDING
from genre_desktop.ui.labels import ElidedLabel, ToneLabel
from genre_desktop.ui.theme import Theme

_BESIDE = PADDING - 4


class Closely(QWidget):
    """Keeps its place while there is nothing to say."""

    def __init__(self, theme: Theme, above: str, below: str) -> None:
        """Name the lines.

        Args:
            theme: Colours and type.
            above: The name of the upper line, which holds a path.
            below: The name of the lower one.
        """
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(_BESIDE, 6, _BESIDE, 6)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self.above = ElidedLabel(theme, elide=Qt.TextElideMode.ElideMiddle)
        self.below = ElidedLabel(theme, elide=Qt.TextElideMode.ElideMiddle)
        for line, (name, words) in enumerate(((above, self.above), (below, self.below))):
            grid.addWidget(ToneLabel(theme, name, role="muted"), line, 0)
            grid.addWidget(words, line, 1)

    def say(self, above: str, below: str) -> None:
        """Say something of the current line; nothing where there is none."""
        self.above.setText(above)
        self.below.setText(below)

"""The lower part of the window: spectrogram with what is heard now, seek bar and transport."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from genre_desktop.ui.player.now_panel import NowPanel
from genre_desktop.ui.tab_turn import take_turn
from genre_desktop.ui.theme import Theme

if TYPE_CHECKING:  # no cycle: it loads numpy and pyqtgraph, which come after the first paint
    from genre_desktop.ui.spectrogram.dock import SpectrogramDock

HEIGHT = 176
LOWEST = 120
NOW_WIDTH = 284
_INSIDE = 16


class SpectrogramPlace(QWidget):
    """Keeps the spectrogram's place until it is there, and says what it will show.

    Attributes:
        spectrogram: None until it is there.

    Signals:
        framed: A frame of the live picture is about to be painted.
    """

    framed = Signal()

    def __init__(self, theme: Theme, now: NowPanel) -> None:
        super().__init__()
        self.spectrogram: SpectrogramDock | None = None
        self._stack = QStackedWidget()
        self._empty = _Empty(theme)
        self._stack.addWidget(self._empty)
        self._right = QStackedWidget()  # what is heard now, or the mean of what is selected
        self._right.addWidget(now)
        self._right.setFixedWidth(NOW_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        row.addWidget(self._right)
        self.setMinimumHeight(LOWEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    @property
    def words(self) -> str:
        """What is said until the spectrogram is there."""
        return self._empty.words

    def put(self, spectrogram: SpectrogramDock) -> None:
        """Show the spectrogram from now on."""
        self.spectrogram = spectrogram
        self._stack.addWidget(spectrogram)
        self._stack.setCurrentWidget(spectrogram)
        self._right.addWidget(spectrogram.selection.panel)
        in_order = (
            *spectrogram.findChildren(QWidget),
            *spectrogram.selection.panel.findChildren(QWidget),
        )
        take_turn(in_order, after=self._stack)
        spectrogram.selection.changed.connect(self._show_selection)
        spectrogram.live.framed.connect(self.framed)

    @Slot(bool)
    def show_waiting(self, waits: bool) -> None:
        """Say when the chosen track is shown, or that one can be chosen."""
        self._empty.show_waiting(waits=waits)

    @Slot(int)
    def fit_right(self, width: int) -> None:
        """Make what is heard now as wide as the panel above it."""
        self._right.setFixedWidth(width)

    @Slot(bool)
    def _show_selection(self, there: bool) -> None:
        self._right.setCurrentIndex(1 if there else 0)


class _Empty(QWidget):
    """One sentence in the middle."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._waits = False
        theme.changed.connect(self.update)

    def show_waiting(self, *, waits: bool) -> None:
        """Whether a track is chosen that is not shown yet."""
        if waits != self._waits:
            self._waits = waits
            self.update()

    @property
    def words(self) -> str:
        """What is said."""
        if self._waits:
            return self.tr(
                "The sound of the selected track is shown once all tracks are heard, or as soon "
                "as it is played."
            )
        return self.tr("Select a track or play one to see its sound.")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        painter.fillRect(self.rect(), colours.base)
        painter.fillRect(0, 0, self.width(), 1, colours.hairline)
        painter.setPen(colours.muted)
        place = self.rect().adjusted(_INSIDE, 0, -_INSIDE, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words)
        painter.end()

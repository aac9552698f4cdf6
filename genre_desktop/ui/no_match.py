"""What the table says while the filter hides every row."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.track_table_model import TrackTableModel

MOST_LETTERS = 60  # of the filter's text


class NoMatch(QWidget):
    """Lies in the middle of the table, whose headers stay where they are.

    Signals:
        clear_requested: All rows shall be shown again.
    """

    clear_requested = Signal()

    def __init__(self, theme: Theme, model: TrackTableModel, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._model = model
        self.sentence = ToneLabel(theme, role="muted")
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = QPushButton(self.tr("Clear filter"))
        self.clear.clicked.connect(self.clear_requested)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch()
        column.addWidget(self.sentence)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        around = QVBoxLayout(viewport)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self)
        self.hide()
        for changed in (model.modelReset, model.rowsInserted, model.counts_changed):
            changed.connect(self._show_if_needed)

    def name_filter(self, text: str) -> None:
        """Take the filter's text, as it was typed."""
        words = text.strip()
        if len(words) > MOST_LETTERS:
            words = words[:MOST_LETTERS] + "…"
        self.sentence.setText(self.tr("No track matches %1.").replace("%1", words))

    @Slot()
    def _show_if_needed(self) -> None:
        self.setVisible(self._model.is_filtered and self._model.rowCount() == 0)

"""All that is known of one track, to read and to copy."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.track_facts import all_facts_of, subtitle

_INSIDE = 8  # between the words and the ring of who has the keyboard


class PropertiesDialog(FramedDialog):
    """Values can be selected and copied."""

    def __init__(self, theme: Theme, row: RowState, parent: QWidget | None = None) -> None:
        super().__init__(theme, row.title, subtitle(row), parent)
        self.setWindowTitle(self.tr("Properties"))
        self._open_at(560, 440)  # the audio hash has room
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(_INSIDE, _INSIDE, _INSIDE, _INSIDE)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        facts = all_facts_of(row)
        for line, (name, value) in enumerate(facts):
            words = ToneLabel(theme, value)
            words.setWordWrap(True)
            words.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            grid.addWidget(ToneLabel(theme, name, role="muted"), line, 0, top)
            grid.addWidget(words, line, 1, top)
        grid.setRowStretch(len(facts), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("All that is known of the track"))
        area.setWidget(page)
        self._finish(area, self._close_button())

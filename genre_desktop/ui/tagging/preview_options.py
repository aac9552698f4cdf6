"""The choices on the right of the preview: what is written where."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.wishes import Choice
from genre_desktop.ui.calm_boxes import CalmSpinBox
from genre_desktop.ui.labels import HeaderLabel, ToneLabel
from genre_desktop.ui.scrolled_page import BESIDE
from genre_desktop.ui.theme import Size, Theme

WIDTH = 236
_LIKELY_PERCENT = 70
_INDENT = 21  # below the words of a box


class PreviewOptions(QWidget):
    """Every change counts at once.

    Signals:
        chosen: The `Choice`.
    """

    chosen = Signal(Choice)

    def __init__(self, theme: Theme, choice: Choice) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(theme.scaled(WIDTH) - BESIDE)
        self.replace = QRadioButton(self.tr("&Replace the genre"))
        self.append = QRadioButton(self.tr("A&ppend to the genre"))
        self._how = QButtonGroup(self)
        for button in (self.replace, self.append):
            self._how.addButton(button)
        self.only_empty = QCheckBox(self.tr("Where the genre is &empty"))
        self.only_above = QCheckBox(self.tr("&Above confidence"))
        self.least = CalmSpinBox()
        self.least.setRange(1, 100)
        self.least.setSuffix(self.tr(" %"))
        self.least.setAccessibleName(self.tr("Least confidence in percent"))
        self.also = {one: QCheckBox(words) for one, words in self._also_words().items()}
        self.rules = QPushButton(self.tr("R&ules…"))
        self.rules.setToolTip(self.tr("Own names for genres, and what unsure means."))
        self._show(choice)
        self._lay_out()
        self._how.buttonToggled.connect(self._tell)
        self.only_empty.toggled.connect(self._tell)
        self.only_above.toggled.connect(self._tell)
        self.least.valueChanged.connect(self._tell)
        for box in self.also.values():
            box.toggled.connect(self._tell)

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        least = self.least.value() / 100 if self.only_above.isChecked() else None
        also = frozenset(one for one, box in self.also.items() if box.isChecked())
        return Choice(self.only_empty.isChecked(), self.append.isChecked(), least, also)

    def _show(self, choice: Choice) -> None:
        (self.append if choice.append else self.replace).setChecked(True)
        self.only_empty.setChecked(choice.only_empty)
        least = choice.min_confidence
        self.only_above.setChecked(least is not None)
        self.least.setValue(_LIKELY_PERCENT if least is None else round(100 * least))
        self.least.setEnabled(least is not None)
        for one, box in self.also.items():
            box.setChecked(one in choice.also)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 12, 2, 12)
        column.setSpacing(8)
        column.addWidget(HeaderLabel(self._theme, self.tr("Write")))
        column.addWidget(self.replace)
        column.addWidget(self.append)
        column.addSpacing(8)
        column.addWidget(HeaderLabel(self._theme, self.tr("Only")))
        column.addWidget(self.only_empty)
        column.addWidget(self.only_above)
        row = QHBoxLayout()
        row.setContentsMargins(_INDENT, 0, 0, 0)
        row.addWidget(self.least)
        row.addStretch()
        column.addLayout(row)
        self._limit = self._words(
            self.tr("Without this limit, what the model itself is unsure of is left alone.")
        )
        column.addWidget(self._limit)
        column.addSpacing(8)
        column.addWidget(HeaderLabel(self._theme, self.tr("Also write")))
        for box in self.also.values():
            column.addWidget(box)
        column.addSpacing(8)
        column.addWidget(HeaderLabel(self._theme, self.tr("Names")))
        row = QHBoxLayout()
        row.addWidget(self.rules)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()

    def _also_words(self) -> dict[Also, str]:
        return {
            Also.TEMPO: self.tr("&Tempo"),
            Also.CONFIDENCE: self.tr("C&onfidence"),
            Also.SECOND: self.tr("Second &guess"),
            Also.MODEL: self.tr("&Model name"),
        }

    def _words(self, text: str) -> QLabel:
        words = ToneLabel(self._theme, text, role="muted", size=Size.SMALL)
        words.setWordWrap(True)
        return words

    @Slot()
    def _tell(self) -> None:
        self.least.setEnabled(self.only_above.isChecked())
        self.chosen.emit(self.choice)

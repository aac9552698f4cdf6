"""The choices on the right of the preview of places: where to, how, by which pattern, and what."""

from pathlib import Path

from PySide6.QtCore import QDir, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from genre_desktop.core.organising.pattern import PLACEHOLDERS, PatternRefused, pattern_of
from genre_desktop.core.organising.wishes import Choice, How
from genre_desktop.services.tagging_settings import TaggingSettings
from genre_desktop.ui.calm_boxes import CalmSpinBox
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.labels import HeaderLabel, WrappedLabel
from genre_desktop.ui.scrolled_page import BESIDE
from genre_desktop.ui.theme import Size, Theme

WIDTH = 264
_LIKELY_PERCENT = 70
_INDENT = 21  # below the words of a box
_TYPING_MS = 400


class OrganiseOptions(QWidget):
    """Every change counts once the user has stopped typing.

    Signals:
        typed: What is chosen will be another soon.
        chosen: What is chosen is another; `choice` tells what.
    """

    typed = Signal()
    chosen = Signal()

    def __init__(self, theme: Theme, settings: TaggingSettings) -> None:
        super().__init__()
        self._settings = settings
        self.setFixedWidth(theme.scaled(WIDTH) - BESIDE)
        self.copy = QRadioButton(self.tr("Co&py the files"))
        self.move_files = QRadioButton(self.tr("&Move the files"))
        self._how = QButtonGroup(self)
        for button in (self.copy, self.move_files):
            self._how.addButton(button)
        self.into = QLineEdit(settings.organise_into)
        self.into.setPlaceholderText(self.tr("Choose a folder"))
        self.into.setAccessibleName(self.tr("Folder in which folders are made"))
        self.browse = QPushButton(self.tr("C&hoose…"))
        self.browse.setAccessibleName(self.tr("Choose the folder in which folders are made"))
        self.pattern = QLineEdit(settings.organise_pattern or self._usual_pattern())
        for field in (self.into, self.pattern):
            field.setCursorPosition(0)  # else a long one shows its end
        self.pattern.setAccessibleName(self.tr("Pattern of folders and names"))
        self.only_above = QCheckBox(self.tr("&Above confidence"))
        self.least = CalmSpinBox()
        self.least.setRange(1, 100)
        self.least.setValue(_LIKELY_PERCENT)
        self.least.setSuffix(self.tr(" %"))
        self.least.setAccessibleName(self.tr("Least confidence in percent"))
        self.least.setEnabled(False)
        (self.move_files if settings.organise_moves else self.copy).setChecked(True)
        self._help = WrappedLabel(theme, role="muted", size=Size.SMALL)
        self._limit = WrappedLabel(theme, role="muted", size=Size.SMALL)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._lay_out(theme)
        self._connect()

    @property
    def is_being_typed(self) -> bool:
        """Whether what is chosen will be another soon."""
        return self._typing.isActive()

    @property
    def problem(self) -> str:
        """Why nothing can be done as it is chosen; empty where it can."""
        try:
            pattern_of(self.pattern.text())
        except PatternRefused as refused:
            return in_our_language(refused.sentence)
        text = self.into.text().strip()
        if not text:
            return self.tr("Choose the folder in which folders are to be made.")
        if not Path(text).is_absolute():
            return self.tr("The folder needs its whole path, from the beginning.")
        return ""

    @property
    def choice(self) -> Choice:
        """What is chosen; only where there is no problem."""
        least = self.least.value() / 100 if self.only_above.isChecked() else None
        how = How.MOVE if self.move_files.isChecked() else How.COPY
        into = Path(QDir.cleanPath(self.into.text().strip()))
        return Choice(into, how, pattern_of(self.pattern.text()), least)

    def keep(self) -> None:
        """Have what is chosen be there the next time."""
        self._settings.organise_into = self.into.text().strip()
        self._settings.organise_pattern = self.pattern.text().strip()
        self._settings.organise_moves = self.move_files.isChecked()

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 12, 2, 12)
        column.setSpacing(8)
        column.addWidget(self._header(theme, self.tr("&Into the folder"), self.into))
        row = QHBoxLayout()
        row.addWidget(self.into, 1)
        row.addWidget(self.browse)
        column.addLayout(row)
        column.addWidget(self.copy)
        column.addWidget(self.move_files)
        column.addSpacing(8)
        column.addWidget(self._header(theme, self.tr("Folde&rs and names"), self.pattern))
        column.addWidget(self.pattern)
        placeholders = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        help_words = self.tr(
            "A slash begins a folder. There are %1. After a bar stands what is written where a "
            "file says nothing: {album|Singles}."
        )
        self._help.say(help_words.replace("%1", placeholders))
        column.addWidget(self._help)
        column.addSpacing(8)
        column.addWidget(HeaderLabel(theme, self.tr("Only")))
        column.addWidget(self.only_above)
        row = QHBoxLayout()
        row.setContentsMargins(_INDENT, 0, 0, 0)
        row.addWidget(self.least)
        row.addStretch()
        column.addLayout(row)
        self._limit.say(
            self.tr("Without this limit, what the model itself is unsure of is left alone.")
        )
        column.addWidget(self._limit)
        column.addStretch()

    @staticmethod
    def _header(theme: Theme, words: str, field: QWidget) -> HeaderLabel:
        header = HeaderLabel(theme, words)
        header.setBuddy(field)
        return header

    def _usual_pattern(self) -> str:
        """What the program makes folders by; other languages name what is unknown in theirs."""
        return self.tr("{genre}/{artist}/{album}/{file name}")

    def _connect(self) -> None:
        self.browse.clicked.connect(self._browse)
        self._typing.timeout.connect(self.chosen)
        for box in (self.into, self.pattern):
            box.textEdited.connect(self._wait)
        self.least.valueChanged.connect(self._wait)
        self._how.buttonToggled.connect(self._wait)
        self.only_above.toggled.connect(self.least.setEnabled)
        self.only_above.toggled.connect(self._wait)

    @Slot()
    def _wait(self) -> None:
        self._typing.start()
        self.typed.emit()

    @Slot()
    def _browse(self) -> None:
        words = self.tr("Folder in which folders are made")
        name = QFileDialog.getExistingDirectory(self, words, self.into.text())
        if name:
            self.into.setText(name)
            self.chosen.emit()

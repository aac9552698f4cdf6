"""The page of the preferences on what is stored where, and how to be rid of it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QMessageBox, QPushButton

from genre_desktop.core.kept import Kept, Kind
from genre_desktop.services.kept_reading import KeptReading
from genre_desktop.ui.dialog_frame import close_words
from genre_desktop.ui.kept_words import kind_words, size_words
from genre_desktop.ui.labels import ElidedLabel, ToneLabel
from genre_desktop.ui.preferences_page import BELOW_A_BOX, PreferencesPage, lettered
from genre_desktop.ui.row_state import printable_path
from genre_desktop.ui.tab_turn import take_turn
from genre_desktop.ui.theme import Size, Theme


class PrivacyPage(PreferencesPage):
    """Sizes are measured while it is open.

    Signals:
        deletion_wanted: A tuple of `Kind`s, after the user was asked.
    """

    deletion_wanted = Signal(tuple)

    def __init__(self, theme: Theme, reading: KeptReading) -> None:
        super().__init__(theme)
        self.boxes: dict[Kind, QCheckBox] = {}
        column, _form = self.begin()
        column.addWidget(
            self.hint(
                self.tr(
                    "Everything stays on this computer: there is no account, and nothing is sent "
                    "anywhere. This is what the program keeps; your music is no part of it."
                )
            )
        )
        column.addSpacing(8)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(2)
        self._rows.setColumnStretch(0, 1)
        column.addLayout(self._rows)
        column.addSpacing(8)
        self.delete = QPushButton(self.tr("&Delete what is selected…"))
        self.delete.setEnabled(False)
        self.delete.clicked.connect(self._ask)
        line = QHBoxLayout()
        line.addWidget(self.delete)
        line.addStretch()
        column.addLayout(line)
        column.addStretch()
        reading.measured.connect(self._show)
        reading.measure()

    def chosen(self) -> tuple[Kind, ...]:
        """What is selected."""
        return tuple(kind for kind, box in self.boxes.items() if box.isChecked())

    @Slot(tuple)
    def _show(self, found: tuple[Kept, ...]) -> None:
        if self.boxes:
            return
        plain = [kind_words(kept.kind) for kept in found]
        beside = close_words(), self.delete.text()
        for kept, words in zip(found, lettered(plain, *beside), strict=True):
            box = QCheckBox(words)
            box.setEnabled(bool(kept.files))
            box.toggled.connect(lambda: self.delete.setEnabled(bool(self.chosen())))
            self.boxes[kept.kind] = box
            size = ToneLabel(self._theme, size_words(kept))
            place = ElidedLabel(
                self._theme, role="muted", elide=Qt.TextElideMode.ElideMiddle, size=Size.SMALL
            )
            place.setText(_places(kept))
            place.setContentsMargins(BELOW_A_BOX, 0, 0, 4)
            line = 2 * len(self.boxes)
            self._rows.addWidget(box, line, 0)
            self._rows.addWidget(size, line, 1, Qt.AlignmentFlag.AlignRight)
            self._rows.addWidget(place, line + 1, 0, 1, 2)
        take_turn(self.boxes.values(), after=self)

    def _ask(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Delete"), "", parent=self.window())
        box.setText(self.tr("Delete this, and close the window?"))
        listed = "\n".join(f"• {kind_words(kind)}" for kind in self.chosen())
        warning = self.tr(
            "Listening stops, the window closes, and then it is deleted. It cannot be brought "
            "back. Your music files stay as they are."
        )
        box.setInformativeText(f"{listed}\n\n{warning}")
        delete = box.addButton(self.tr("&Delete and close"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        delete.clicked.connect(self._delete)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _delete(self) -> None:
        self.deletion_wanted.emit(self.chosen())


def _places(kept: Kept) -> str:
    """The file, or the folder of several."""
    main = min(kept.files, key=lambda file: len(file.name), default=kept.folder)
    alone = all(file.name.startswith(main.name) for file in kept.files)
    return printable_path(main if alone else Path(kept.folder))

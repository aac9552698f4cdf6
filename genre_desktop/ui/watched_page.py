"""The page of the preferences on folders that are watched."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton

from genre_desktop.services.settings import Settings
from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.preferences_page import PreferencesPage
from genre_desktop.ui.row_state import printable_path
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.worded_list import WordedList


class WatchedPage(PreferencesPage):
    """A list of folders, to which some can be added and from which they can be taken."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__(theme)
        self._settings = settings
        column, _form = self.begin()
        heading = ToneLabel(theme, self.tr("Watched &folders"), demi=True)
        self.remove = QPushButton(self.tr("Watch &no more"))
        self.folders = WordedList(theme, self.tr("No folder is watched yet."), self.remove)
        self.folders.setAccessibleName(
            self.tr("Folders in which new music is classified by itself")
        )
        heading.setBuddy(self.folders)
        self.add_folder = QPushButton(self.tr("&Watch a folder…"))
        self.add_folder.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_folder)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        column.addWidget(heading)
        column.addWidget(
            self.hint(
                self.tr(
                    "What lies in them, arrives or changes comes into the list and is classified "
                    "once it has kept still for some seconds, while this window is open."
                )
            )
        )
        self.add_rest(column, self.folders)
        column.addLayout(buttons)
        settings.watched_changed.connect(self._show)
        self._show(settings.watched)

    @Slot(tuple)
    def _show(self, folders: tuple[Path, ...]) -> None:
        self.folders.show_entries(printable_path(folder) for folder in folders)

    @Slot()
    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Watch a folder"))
        if name and Path(name) not in self._settings.watched:
            self._settings.watched = (*self._settings.watched, Path(name))

    @Slot()
    def _remove(self) -> None:
        row = self.folders.currentRow()
        kept = list(self._settings.watched)
        del kept[row]
        self._settings.watched = tuple(kept)

"""Saves the rows on show, in the order on show, and says how many of the list they were."""

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtWidgets import QWidget

from genre_desktop.services.exporting import Form
from genre_desktop.services.services import Services
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.counted import counted
from genre_desktop.ui.export_choice import ask_where_to_export, ask_where_to_export_playlist
from genre_desktop.ui.playlist_paths import not_relative_words
from genre_desktop.ui.row_state import printable
from genre_desktop.ui.track_table_model import TrackTableModel


class ListExport(QObject):
    """Stands between the list and the exporting."""

    def __init__(
        self,
        window: QWidget,
        model: TrackTableModel,
        services: Services,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._model = model
        self._services, self._settings = services, services.settings
        actions.export.triggered.connect(self.ask)
        actions.export_playlist.triggered.connect(self.ask_for_playlist)
        actions.export_by_rules.setChecked(self._settings.export_by_rules)
        actions.export_by_rules.toggled.connect(self._obey_rules)
        actions.playlist_paths.keep_in(self._settings)
        services.exporting.exported.connect(self._tell_exported)
        services.exporting.failed.connect(services.messages.problem)

    @Slot()
    def ask(self) -> None:
        """Let the user choose a file and save the list to it."""
        choice = ask_where_to_export(self._window, self._settings)
        if choice is not None:
            self.save(*choice)

    @Slot()
    def ask_for_playlist(self) -> None:
        """Let the user choose a file and save the list to it as other programs read it."""
        choice = ask_where_to_export_playlist(self._window, self._settings)
        if choice is not None:
            self.save(*choice)

    def save(self, target: Path, form: Form) -> None:
        """Save the rows on show; without a filter these are all."""
        listed = len(self._model.playlist)
        self._services.exporting.export(
            self._model.listings(),
            target,
            form,
            listed=listed,
            rules=self._services.rules_of_exports,
            paths=self._settings.playlist_paths,
        )

    @Slot(bool)
    def _obey_rules(self, wanted: bool) -> None:
        self._settings.export_by_rules = wanted

    @Slot(Path, int, int, int)
    def _tell_exported(self, target: Path, count: int, listed: int, not_relative: int) -> None:
        if count == listed:
            words = counted(
                count,
                self.tr("%1 track was saved to %2."),
                self.tr("%1 tracks were saved to %2."),
            )
        else:
            words = counted(
                count,
                self.tr("%1 of %3 tracks, the one on show, was saved to %2."),
                self.tr("%1 of %3 tracks, those on show, were saved to %2."),
            ).replace("%3", QLocale().toString(listed))
        words = words.replace("%2", printable(str(target)))
        self._services.messages.news(f"{words} {not_relative_words(not_relative)}".rstrip())

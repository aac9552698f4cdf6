"""The commands on what is classified as a whole: everything again, the rest, quickly."""

from PySide6.QtCore import QObject, Slot

from genre_desktop.services.settings import Settings
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.hearing import Hearing
from genre_desktop.ui.track_table_model import TrackTableModel


class BatchControl(QObject):
    """Gives the actions of the Genres menu their meaning."""

    def __init__(
        self, hearing: Hearing, model: TrackTableModel, settings: Settings, actions: Actions
    ) -> None:
        super().__init__(hearing)
        self._hearing, self._model = hearing, model
        self._settings = settings
        actions.listen_to_all.triggered.connect(self._hear_all_again)
        actions.listen_to_rest.triggered.connect(hearing.hear_rest)
        actions.quick.setChecked(settings.quick)
        actions.quick.toggled.connect(self._use_quick)
        settings.quick_changed.connect(actions.quick.setChecked)

    @Slot()
    def _hear_all_again(self) -> None:
        self._hearing.hear_again(self._model.tracks())

    @Slot(bool)
    def _use_quick(self, quick: bool) -> None:
        self._settings.quick = quick

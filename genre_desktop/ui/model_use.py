"""Offers the packages that were found, and has the chosen one hear."""

from PySide6.QtCore import QObject, Slot

from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.services.services import Services
from genre_desktop.ui.hearing import Hearing
from genre_desktop.ui.model_choice import ModelChoice
from genre_desktop.ui.track_table_model import TrackTableModel


class ModelUse(QObject):
    """Stands between the model folders, the choice and the listening."""

    def __init__(
        self,
        services: Services,
        choice: ModelChoice,
        hearing: Hearing,
        model: TrackTableModel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services, self._choice = services, choice
        self._hearing, self._model = hearing, model
        services.models.models_read.connect(self._offer)
        choice.chosen.connect(self._use)
        self._is_first = True

    @Slot(tuple, str)
    def _offer(self, found: tuple[ModelEntry, ...], default: str) -> None:
        services = self._services
        entries = [entry for entry in found if not entry.refusal]
        by_name = {entry.name: entry for entry in entries}
        chosen = by_name.get(services.settings.model) or by_name.get(default)
        before = self._choice.current
        self._choice.offer(entries, chosen)
        if chosen is not None:
            services.use_model(chosen.folder)
            services.classification.warm()
        else:
            services.messages.problem(
                self.tr("There is no model that can be used. Install the program again.")
            )
        if self._is_first:
            self._is_first = False
            for entry in found:
                if entry.refusal:
                    services.messages.problem(entry.refusal)
            services.session.restore()
        elif chosen is not None and chosen != before:
            self._hearing.hear_anew(self._model.tracks())

    @Slot(ModelEntry)
    def _use(self, chosen: ModelEntry) -> None:
        self._services.settings.model = chosen.name
        self._services.use_model(chosen.folder)
        self._hearing.hear_anew(self._model.tracks())

"""Catches up on what happened while rows were off the list."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.core.track import Listing, Outcome, Tags
from genre_desktop.services.tag_reading import TagReading
from genre_desktop.ui.hearing import Hearing
from genre_desktop.ui.model_choice import ModelChoice
from genre_desktop.ui.steps import Steps, in_parts
from genre_desktop.ui.track_table_model import TrackTableModel


class ReturnedRows(QObject):
    """Reads their tags where those were given up, and has them heard where the model is another."""

    def __init__(
        self, model: TrackTableModel, tags: TagReading, models: ModelChoice, hearing: Hearing
    ) -> None:
        super().__init__(model)
        self._tags, self._models, self._hearing = tags, models, hearing
        self._completing = Steps(self)
        model.listings_returned.connect(self._complete_returned)

    @Slot(tuple)
    def _complete_returned(self, returned: tuple[Listing, ...]) -> None:
        self._completing.add(in_parts(returned, self._complete), len(returned))

    def _complete(self, returned: Sequence[Listing]) -> None:
        self._tags.read(one.track for one in returned if one.tags == Tags())
        model = self._models.current
        if model is not None:
            self._hearing.hear_newly(
                [one.track for one in returned if _heard_by_another(one.outcome, model)]
            )


def _heard_by_another(outcome: Outcome | None, model: ModelEntry) -> bool:
    if outcome is None or outcome.verdict is None:
        return False
    return (outcome.verdict.model, outcome.verdict.version) != (model.name, model.version)

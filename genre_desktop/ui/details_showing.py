"""Fills the details panel: the chosen row's facts and its cover."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QImage

from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.core.track import Track
from genre_desktop.services.services import Services
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.details_panel import DetailsPanel
from genre_desktop.ui.row_state import RowState


class DetailsShowing(QObject):
    """Shows the row that it is told to; without one, the keys that lead on."""

    def __init__(self, details: DetailsPanel, services: Services, actions: Actions) -> None:
        super().__init__(details)
        self._details, self._covers = details, services.covers
        self._timelines = services.library.timelines
        self._cover_of: Track | None = None
        services.covers.cover_read.connect(self._show_cover)
        services.models.models_read.connect(self._know_limits)
        details.correct_requested.connect(actions.correct.trigger)
        self._of_the_list = (
            actions.add_files,
            actions.add_folder,
            actions.find,
            actions.remove,
            actions.export,
            actions.preferences,
        )
        self.show_keys()

    def show_keys(self, actions: Sequence[QAction] = ()) -> None:
        """Show the keys of some commands where no track is chosen; without any, the list's."""
        self._details.show_keys(
            (action.shortcut(), action.iconText().rstrip("…"))
            for action in actions or self._of_the_list
        )

    @Slot(object)
    def show(self, row: object) -> None:
        """Show a `RowState` of the list, None for none."""
        self._details.offer_changes(offered=True)
        self._show(row)
        if isinstance(row, RowState) and row.listing.outcome is not None:
            self._timelines.look_up(row.listing.outcome)

    def _show(self, row: object) -> None:
        if not isinstance(row, RowState):
            self._details.show_row(None)
            self._cover_of = None
            return
        self._details.show_row(row)
        track = row.listing.track
        if track != self._cover_of:
            self._covers.read(track)
        self._cover_of = track

    def show_of_library(self, row: object) -> None:
        """Show a `RowState` that is in no list, None for none."""
        self._details.offer_changes(offered=False)
        self._show(row)

    @Slot(tuple, str)
    def _know_limits(self, found: tuple[ModelEntry, ...], _default: str) -> None:
        self._details.know_limits({(one.name, one.version): one.unsure_below for one in found})

    @Slot(Track, QImage)
    def _show_cover(self, track: Track, image: QImage) -> None:
        if track == self._cover_of:
            self._details.show_cover(None if image.isNull() else image)

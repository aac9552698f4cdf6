"""The genres of the user's own: corrected, reviewed, written into tags."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from genre_desktop.services.services import Services
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.genre_correcting import GenreCorrecting
from genre_desktop.ui.model_choice import ModelChoice
from genre_desktop.ui.review.reviewing import Reviewing
from genre_desktop.ui.review.table_reading import TableReading
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.tagging.tag_writing import TagWriting
from genre_desktop.ui.track_table import TrackTable
from genre_desktop.ui.track_table_model import TrackTableModel


class OwnGenres(QObject):
    """Builds what stands between the list and the user's word on its genres.

    Attributes:
        writing: Writes genres into tags, after a preview.
        correcting: Gives the selected tracks a genre.
        reviewing: Goes through the doubtful ones.
        table_reading: Takes them from an edited table.
    """

    def __init__(
        self,
        window: QWidget,
        look: Look,
        table: TrackTable,
        model: TrackTableModel,
        models: ModelChoice,
        *,
        services: Services,
        changes: QUndoStack,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self.writing = TagWriting(window, look, table, model, services=services, actions=actions)
        self.correcting = GenreCorrecting(
            table,
            model,
            models,
            look.swatches,
            correcting=services.correcting,
            changes=changes,
            actions=actions,
        )
        self.reviewing = Reviewing(
            window,
            look,
            model,
            self.correcting.menu,
            services=services,
            changes=changes,
            actions=actions,
        )
        self.table_reading = TableReading(
            window,
            look,
            model,
            self.writing.rules,
            services=services,
            changes=changes,
            actions=actions,
        )

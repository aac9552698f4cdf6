"""Opens the review of the list and keeps its answers as corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.track import AudioKey
from genre_desktop.services.services import Services
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.correction_change import CorrectionChange
from genre_desktop.ui.genre_menu import GenreMenu
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.track_table_model import TrackTableModel

if TYPE_CHECKING:  # not before the first paint
    from genre_desktop.ui.review.review_dialog import ReviewDialog


class Reviewing(QObject):
    """Stands between the list, the corrections and the player."""

    def __init__(
        self,
        window: QWidget,
        look: Look,
        model: TrackTableModel,
        menu: GenreMenu,
        *,
        services: Services,
        changes: QUndoStack,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._model, self._menu = window, look, model, menu
        self._correcting, self._player = services.correcting, services.player
        self._timelines = services.library.timelines
        self._changes = changes
        actions.review.triggered.connect(self.show)

    @Slot()
    def show(self) -> None:
        """Review the tracks on show."""
        self.opened().look_through(self._model.states(self._model.rows_on_show()))

    def opened(self) -> ReviewDialog:
        """Open a review that waits for its tracks; its answers are kept, and can be undone."""
        from genre_desktop.ui.review.heard_while_reviewed import HeardWhileReviewed
        from genre_desktop.ui.review.review_dialog import ReviewDialog

        hearing = HeardWhileReviewed(self._player, self)
        dialog = ReviewDialog(self._look, self._menu.genres, hearing, self._window)
        hearing.setParent(dialog)
        dialog.answered.connect(self._keep)
        dialog.timeline_wanted.connect(self._timelines.look_up)
        self._timelines.found.connect(dialog.show_timeline)
        dialog.taken_back.connect(self._changes.undo)  # the window behind it changes nothing
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    @Slot(tuple, str)
    def _keep(self, key: AudioKey, genre: str) -> None:
        before = [(key, self._correcting.correction_of(key))]
        words = self.tr("review: %1").replace("%1", genre)
        after = [(key, corrected_now(genre))]
        self._changes.push(CorrectionChange(words, self._correcting, before, after))

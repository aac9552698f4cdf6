"""Gives the selected tracks the genre that the user says, to be undone."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QInputDialog

from genre_desktop.core.corrected import corrected_now, key_of
from genre_desktop.core.track import AudioKey, Correction, Listing
from genre_desktop.services.correcting import Correcting
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.correction_change import CorrectionChange, genre_typed
from genre_desktop.ui.counted import counted
from genre_desktop.ui.genre_menu import GenreMenu
from genre_desktop.ui.model_choice import ModelChoice
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.track_table import TrackTable
from genre_desktop.ui.track_table_model import TrackTableModel


class GenreCorrecting(QObject):
    """Stands between the list and the corrections."""

    def __init__(
        self,
        table: TrackTable,
        model: TrackTableModel,
        models: ModelChoice,
        swatches: Swatches,
        *,
        correcting: Correcting,
        changes: QUndoStack,
        actions: Actions,
    ) -> None:
        super().__init__(table)
        self._table, self._model, self._models = table, model, models
        self._correcting, self._changes = correcting, changes
        self._popup = actions.correct_menu
        self.menu = GenreMenu(actions.correct_menu, table, swatches)
        self.menu.chosen.connect(self.correct)
        self.menu.own_wanted.connect(self._ask)
        self.menu.taken_back.connect(self.take_back)
        actions.correct.triggered.connect(self._show_menu)
        correcting.outcomes.connect(model.take_outcomes)
        correcting.changed.connect(model.take_corrections)
        correcting.changed.connect(self._offer)
        correcting.changed.connect(self._enable)
        model.listings_returned.connect(self._catch_up)
        models.current_changed.connect(self._offer)
        table.selected_rows_changed.connect(self._enable)
        self._offer()
        self._enable()

    @Slot(str)
    def correct(self, genre: str) -> None:
        """Give the selected tracks a genre; those that were not heard yet are left out."""
        words = counted(
            len(self._keys()), self.tr("correct %1 track"), self.tr("correct %1 tracks")
        )
        self._change(words, corrected_now(genre))

    @Slot()
    def take_back(self) -> None:
        """Let the model have its word again on the selected tracks."""
        self._change(self.tr("take back corrections"), None)

    def _change(self, words: str, correction: Correction | None) -> None:
        pairs = [(key, self._correcting.correction_of(key)) for key in self._keys()]
        wanted = correction.genre if correction is not None else None
        changing = [
            (key, before)
            for key, before in pairs
            if (before.genre if before is not None else None) != wanted
        ]
        if changing:
            after = [correction] * len(changing)
            self._changes.push(CorrectionChange(words, self._correcting, changing, after))

    def _keys(self) -> list[AudioKey]:
        rows = self._table.selected_rows()
        keys = (key_of(row.state.listing.outcome) for row in rows if row.state.verdict is not None)
        return list(dict.fromkeys(key for key in keys if key is not None))

    @Slot()
    def _show_menu(self) -> None:
        rect = self._table.visualRect(self._table.currentIndex())
        if self._table.selected_count():
            self._popup.popup(self._table.viewport().mapToGlobal(rect.bottomLeft()))

    @Slot()
    def _ask(self) -> None:
        dialog = QInputDialog(self._table.window())
        dialog.setWindowTitle(self.tr("Another genre"))
        dialog.setLabelText(self.tr("Genre of the selected tracks"))
        dialog.setOkButtonText(self.tr("Correct"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(self._take_typed)
        dialog.open()

    @Slot(str)
    def _take_typed(self, text: str) -> None:
        genre = genre_typed(text, self.menu.genres)
        if genre:
            self.correct(genre)

    @Slot()
    def _offer(self) -> None:
        model = self._models.current
        labels = model.labels if model is not None else ()
        self.menu.offer(labels, self._correcting.genres())

    @Slot()
    def _enable(self) -> None:
        rows = self._table.selected_count()
        corrected = 0 < rows <= 1_000 and any(
            row.state.correction is not None for row in self._table.selected_rows()
        )
        self.menu.enable(selected=rows > 0, corrected=corrected or rows > 1_000)

    @Slot(tuple)
    def _catch_up(self, returned: Sequence[Listing]) -> None:
        """Show what was corrected while rows were off the list."""
        outcomes = (one.outcome for one in returned if one.outcome is not None)
        changed = self._correcting.changed_since(outcomes)
        if changed:
            self._model.take_corrections(changed)

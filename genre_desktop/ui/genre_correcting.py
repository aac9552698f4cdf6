"""Gives the selected tracks the genre that the user says, to be undone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QInputDialog

from genre_desktop.core.corrected import corrected_now, key_of
from genre_desktop.core.track import AudioKey, Correction, Listing
from genre_desktop.services.correcting import Change, Correcting
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.correction_change import CorrectionChange, genre_typed
from genre_desktop.ui.counted import counted
from genre_desktop.ui.genre_menu import GenreMenu
from genre_desktop.ui.model_choice import ModelChoice
from genre_desktop.ui.steps import STEP_ROWS
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
        self._further: list[GenreMenu] = []
        self.menu = GenreMenu(actions.correct_menu, table, swatches)
        self.menu.chosen.connect(self.correct)
        self.menu.own_wanted.connect(lambda: self.ask(self.correct))
        self.menu.taken_back.connect(self.take_back)
        actions.correct.triggered.connect(self._show_menu)
        correcting.outcomes.connect(model.take_outcomes)
        correcting.changed.connect(model.take_corrections)
        self._offering = QTimer(self, singleShot=True, interval=0)
        self._offering.timeout.connect(self._offer)
        correcting.changed.connect(self._offer_soon)
        model.corrections_shown.connect(self._enable)
        model.listings_returned.connect(self._catch_up)
        models.current_changed.connect(self._offer)
        table.selected_rows_changed.connect(self._enable)
        self._offer()
        self._enable()

    @Slot(str)
    def correct(self, genre: str) -> None:
        """Give the selected tracks a genre; those that were not heard yet are left out."""
        self.change(self._keys(), corrected_now(genre))

    @Slot()
    def take_back(self) -> None:
        """Let the model have its word again on the selected tracks."""
        self.change(self._keys(), None)

    def change(self, keys: Sequence[AudioKey | None], correction: Correction | None) -> None:
        """Say which genre some sounds are, or nothing any more; None stands for no sound."""
        sounds = [key for key in dict.fromkeys(keys) if key is not None]
        pairs = [(key, self._correcting.correction_of(key)) for key in sounds]
        wanted = correction.genre if correction is not None else None
        changing = [
            (key, before)
            for key, before in pairs
            if (before.genre if before is not None else None) != wanted
        ]
        words = self.tr("take back corrections")
        if correction is not None:
            words = counted(len(sounds), self.tr("correct %1 track"), self.tr("correct %1 tracks"))
        if changing:
            after = [(key, correction) for key, _ in changing]
            self._changes.push(CorrectionChange(words, self._correcting, changing, after))

    def offer_in(self, menu: GenreMenu) -> None:
        """Offer the same genres in another menu from now on."""
        self._further.append(menu)
        self._offer()

    def ask(self, take: Callable[[str], None]) -> None:
        """Let the user type a genre, and hand it on."""
        dialog = QInputDialog(self._table.window())
        dialog.setWindowTitle(self.tr("Another genre"))
        dialog.setLabelText(self.tr("Genre of the selected tracks"))
        dialog.setOkButtonText(self.tr("C&orrect"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(lambda text: self._take_typed(text, take))
        dialog.open()

    def _keys(self) -> list[AudioKey | None]:
        rows = self._table.selected_rows()
        return [key_of(row.state.listing.outcome) for row in rows if row.state.verdict is not None]

    @Slot()
    def _show_menu(self) -> None:
        rect = self._table.visualRect(self._table.currentIndex())
        if self._table.selected_count():
            self._popup.popup(self._table.viewport().mapToGlobal(rect.bottomLeft()))

    def _take_typed(self, text: str, take: Callable[[str], None]) -> None:
        genre = genre_typed(text, self._labels)
        if genre:
            take(genre)

    @property
    def _labels(self) -> tuple[str, ...]:
        model = self._models.current
        return tuple(model.labels) if model is not None else ()

    @Slot(tuple)
    def _offer_soon(self, changes: Sequence[Change]) -> None:
        """Of thousands in a turn of its own."""
        if len(changes) > STEP_ROWS:
            self._offering.start()
        else:
            self._offer()

    @Slot()
    def _offer(self) -> None:
        for menu in (self.menu, *self._further):
            menu.offer(self._labels, self._correcting.genres())

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

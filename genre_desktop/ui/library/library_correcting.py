"""Gives selected tracks of the library the genre that the user says, to be undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from genre_desktop.core.corrected import corrected_now, key_of
from genre_desktop.core.track import Correction, Listing
from genre_desktop.services.services import Services
from genre_desktop.ui.genre_correcting import GenreCorrecting
from genre_desktop.ui.genre_menu import GenreMenu
from genre_desktop.ui.library.library_actions import LibraryActions
from genre_desktop.ui.swatch import Swatches

if TYPE_CHECKING:  # it is built when the library is shown for the first time
    from genre_desktop.ui.library.library_page import LibraryPage


class LibraryCorrecting(QObject):
    """Rows are read in a thread first, for only that tells which sound is meant."""

    def __init__(
        self,
        services: Services,
        correcting: GenreCorrecting,
        actions: LibraryActions,
        page: LibraryPage,
        swatches: Swatches,
    ) -> None:
        super().__init__(page)
        self._browsing, self._correcting = services.library.browsing, correcting
        self._table, self._popup = page.table, actions.correct_menu
        self._wishes: dict[int, Correction | None] = {}
        self._menu = GenreMenu(actions.correct_menu, page.table, swatches)
        self._menu.chosen.connect(self.correct)
        self._menu.own_wanted.connect(self._ask)
        self._menu.taken_back.connect(lambda: self._say(self._table.selected_numbers(), None))
        correcting.offer_in(self._menu)
        page.table.addAction(actions.correct)
        actions.correct.triggered.connect(self._show_menu)
        page.table.selected_rows_changed.connect(self._enable)
        self._browsing.listings_read.connect(self._carry_out)
        self._enable(page.table.selected_count())

    @Slot(str)
    def correct(self, genre: str) -> None:
        """Give the selected tracks a genre; files that were never heard are left out."""
        self._say(self._table.selected_numbers(), corrected_now(genre))

    @Slot()
    def _ask(self) -> None:
        numbers = self._table.selected_numbers()  # what is asked about, whatever comes meanwhile
        self._correcting.ask(lambda genre: self._say(numbers, corrected_now(genre)))

    def _say(self, numbers: Sequence[int], correction: Correction | None) -> None:
        if numbers:
            self._wishes[self._browsing.gather(numbers)] = correction

    @Slot(int, tuple)
    def _carry_out(self, wish: int, listings: tuple[Listing, ...]) -> None:
        if wish not in self._wishes:
            return
        outcomes = [one.outcome for one in listings if one.outcome is not None]
        heard = (one for one in outcomes if one.verdict is not None)
        self._correcting.change([key_of(one) for one in heard], self._wishes.pop(wish))

    @Slot(int)
    def _enable(self, selected: int) -> None:
        self._menu.enable(selected=selected > 0, corrected=selected > 0)

    @Slot()
    def _show_menu(self) -> None:
        rect = self._table.visualRect(self._table.currentIndex())
        if self._table.selected_count():
            self._popup.popup(self._table.viewport().mapToGlobal(rect.bottomLeft()))

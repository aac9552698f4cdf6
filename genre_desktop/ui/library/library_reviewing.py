"""Opens the review for tracks of the library: the selected ones, else all on show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from genre_desktop.core.corrected import key_of
from genre_desktop.services.services import Services
from genre_desktop.ui.library.library_actions import LibraryActions
from genre_desktop.ui.review.reviewing import Reviewing
from genre_desktop.ui.row_state import Turn, row_of

if TYPE_CHECKING:  # built when they are shown for the first time
    from genre_desktop.ui.library.library_page import LibraryPage
    from genre_desktop.ui.review.review_dialog import ReviewDialog


class LibraryReviewing(QObject):
    """The doubtful ones are looked for in a thread, while the review stands open and waits."""

    def __init__(
        self, services: Services, reviewing: Reviewing, actions: LibraryActions, page: LibraryPage
    ) -> None:
        super().__init__(page)
        self._doubting, self._reviewing = services.library.doubting, reviewing
        self._messages, self._page = services.messages, page
        self._dialog: ReviewDialog | None = None
        actions.review.triggered.connect(self.show)
        self._doubting.found.connect(self._begin)
        self._doubting.failed.connect(self._give_up)

    @Slot()
    def show(self) -> None:
        """Review the selected tracks where several are, else all on show."""
        table = self._page.table
        is_several = table.selected_count() > 1
        numbers = table.selected_numbers() if is_several else self._page.model.numbers()
        if numbers:
            self._dialog = self._reviewing.opened()
            self._dialog.finished.connect(self._stop)
            self._doubting.look(numbers)

    @Slot()
    def _stop(self) -> None:
        self._dialog = None
        self._doubting.stop()

    @Slot(tuple, int)
    def _begin(self, found: tuple[object, ...], count: int) -> None:
        from genre_desktop.core.doubts import Doubt
        from genre_desktop.core.track import Listing
        from genre_desktop.ui.review.doubtful import Doubtful

        if self._dialog is None:
            return
        doubtful = []
        for pair in found:
            match pair:
                case (Listing() as listing, Doubt() as doubt):
                    key = key_of(listing.outcome)
                    if key is not None:
                        doubtful.append(Doubtful(row_of(listing, turn=Turn.NONE), key, doubt))
        self._dialog.begin(doubtful, less=count - len(doubtful))

    @Slot(str)
    def _give_up(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self._messages.problem(sentence, topic="library")

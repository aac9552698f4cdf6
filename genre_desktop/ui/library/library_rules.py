"""Has the rules, shown over the library, count its tracks on show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from genre_desktop.core.track import Listing
from genre_desktop.services.services import Services
from genre_desktop.ui.library.library_actions import LibraryActions
from genre_desktop.ui.library.library_doing import corrected_row
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.steps import Steps, in_parts
from genre_desktop.ui.tagging.tag_writing import TagWriting

if TYPE_CHECKING:  # built when they are shown for the first time
    from genre_desktop.ui.library.library_page import LibraryPage
    from genre_desktop.ui.tagging.rules_dialog import RulesDialog


class LibraryRules(QObject):
    """They are read in a thread, while the rules are on show already."""

    def __init__(
        self, services: Services, writing: TagWriting, actions: LibraryActions, page: LibraryPage
    ) -> None:
        super().__init__(page)
        self._browsing, self._correcting = services.library.browsing, services.correcting
        self._show_library, self._page = actions.show_library, page
        self._dialog: RulesDialog | None = None
        self._wish: int | None = None
        self._preparing = Steps(self)
        writing.rules_shown.connect(self._count_library)
        self._browsing.listings_read.connect(self._take)

    @Slot(QWidget)
    def _count_library(self, dialog: QWidget) -> None:
        from genre_desktop.ui.tagging.rules_dialog import RulesDialog, Where

        if not self._show_library.isChecked() or not isinstance(dialog, RulesDialog):
            return
        self._dialog = dialog
        dialog.finished.connect(self._stop)
        numbers = self._page.model.numbers()
        if numbers:
            dialog.look_at(None, Where.LIBRARY)
            self._wish = self._browsing.gather(numbers)
        else:
            dialog.look_at((), Where.LIBRARY)

    @Slot()
    def _stop(self) -> None:
        self._dialog = self._wish = None
        self._preparing.begin(iter(()), 0)

    @Slot(int, tuple)
    def _take(self, wish: int, listings: tuple[Listing, ...]) -> None:
        if wish == self._wish:
            self._preparing.begin(self._counted(listings), len(listings))

    def _counted(self, listings: tuple[Listing, ...]) -> Iterator[None]:
        from genre_desktop.ui.tagging.rules_dialog import Where

        own = self._correcting.all()
        rows: list[RowState] = []
        yield from in_parts(
            listings, lambda part: rows.extend(corrected_row(one, own) for one in part)
        )
        if self._dialog is not None:
            self._dialog.look_at(rows, Where.LIBRARY)

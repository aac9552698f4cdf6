"""Puts the library in the list's place, and keeps what it shows up to date."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from genre_desktop.core.library_facets import Facet, Group, Order, View
from genre_desktop.services.services import Services
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.adding import Adding
from genre_desktop.ui.counted import counted
from genre_desktop.ui.details_showing import DetailsShowing
from genre_desktop.ui.genre_correcting import GenreCorrecting
from genre_desktop.ui.library.library_actions import LibraryActions
from genre_desktop.ui.library.library_correcting import LibraryCorrecting
from genre_desktop.ui.library.library_doing import LibraryDoing
from genre_desktop.ui.library.library_reviewing import LibraryReviewing
from genre_desktop.ui.library.library_rules import LibraryRules
from genre_desktop.ui.library.library_trying import LibraryTrying
from genre_desktop.ui.main_window import MainWindow
from genre_desktop.ui.player.playback import Playback
from genre_desktop.ui.review.reviewing import Reviewing
from genre_desktop.ui.roles import Column
from genre_desktop.ui.row_state import RowState, printable
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.tagging.tag_writing import TagWriting
from genre_desktop.ui.tool_bar import ToolBar
from genre_desktop.ui.track_table import TrackTable
from genre_desktop.ui.track_table_model import TrackTableModel

if TYPE_CHECKING:  # built when the library is shown for the first time
    from genre_desktop.ui.library.library_page import LibraryPage

LOOK_FOR_CHANGES_MS: Final = 2_000
_NOTHING_TO_PLAY: Final = "nothing to play"  # topic of the message
SHOW_CHANGES_MS: Final = 500  # at most so often, while many files are being listed

_ORDERS = {
    Column.TITLE: Order.TITLE,
    Column.ARTIST: Order.ARTIST,
    Column.ALBUM: Order.ALBUM,
    Column.TAG_NOW: Order.TAG,
    Column.GENRE: Order.GENRE,
    Column.SECOND: Order.SECOND,
    Column.CONFIDENCE: Order.CONFIDENCE,
    Column.TEMPO: Order.TEMPO,
    Column.TIME: Order.SECONDS,
    Column.STATUS: Order.STATUS,
    Column.PATH: Order.PATH,
}


class LibraryNeighbours(NamedTuple):
    """What lies beside the library in the window.

    Attributes:
        details: The panel on the right.
        writing: Previews tags and places of files for rows, and shows the rules.
        changes: What can be undone.
        correcting: Keeps the user's word on genres.
        reviewing: Asks for the doubtful ones.
    """

    window: MainWindow
    tool_bar: ToolBar
    table: TrackTable
    model: TrackTableModel
    playback: Playback
    adding: Adding
    details: DetailsShowing
    writing: TagWriting
    changes: QUndoStack
    correcting: GenreCorrecting
    reviewing: Reviewing


class LibraryShowing(QObject):
    """Built with the window; the page is built when it is first wanted.

    Attributes:
        page: The page, None until then.

    Signals:
        row_chosen: The `RowState` under the cursor of the library or of the list, whichever is on
            show; None without one, and again when it says something else.
    """

    row_chosen = Signal(object)

    def __init__(
        self,
        services: Services,
        beside: LibraryNeighbours,
        actions: LibraryActions,
        of_the_list: Actions,
        look: Look,
    ) -> None:
        super().__init__(beside.window)
        self._services, self._beside, self._look = services, beside, look
        self._actions, self._of_the_list = actions, of_the_list
        self.page: LibraryPage | None = None
        self._order, self._is_descending = Order.PATH, False
        self._is_whole = True  # else only the first rows are on show yet
        self._to_come = 0
        self._selected = 0
        self._bare: int | None = None  # the row under the cursor, once its timeline was read
        self._doing: LibraryDoing | None = None
        self._watching = QTimer(self, interval=LOOK_FOR_CHANGES_MS)
        self._watching.timeout.connect(services.library.browsing.look_for_changes)
        self._refreshing = QTimer(self, singleShot=True, interval=SHOW_CHANGES_MS)
        self._refreshing.timeout.connect(self.refresh)
        library = services.library
        self._trying = LibraryTrying(library, services.messages, lambda: self.is_on_show, self)
        self._trying.changed.connect(self._show_counts)
        actions.show_library.toggled.connect(self._switch)
        beside.table.current_row_changed.connect(self._show_row_of_list)
        beside.playback.start_wanted.connect(self._start_playing)

    @property
    def is_on_show(self) -> bool:
        """Whether the library stands in the list's place."""
        return self._actions.show_library.isChecked()

    def row_on_show(self) -> RowState | None:
        """The row under the cursor of the library or of the list, whichever is on show."""
        if self.page is not None and self.is_on_show:
            return self.page.table.current_row()
        row = self._beside.table.current_row()
        return row.state if row is not None else None

    @Slot()
    def refresh(self) -> None:
        """Ask anew what the library has of what is wanted."""
        if self.page is None:
            return
        group = self.page.groups.group
        self._services.library.browsing.show(
            View(
                self.page.filter_box.text(),
                self.page.groups.facet,
                group.key if group is not None else None,
                group is not None,
                self._order,
                self._is_descending,
            )
        )

    @Slot(bool)
    def _switch(self, shown: bool) -> None:
        if self.page is None and shown:
            self._build().lay_out_later(self._show_switched)
        elif self.page is not None and self.page.is_laid_out:
            self._show_switched()

    def _show_switched(self) -> None:
        """Show what stands in the list's place now; where it was switched again, that."""
        page, shown = self.page, self.is_on_show
        if page is None:
            return
        self._actions.take_keys(shown=shown)
        self._beside.tool_bar.show_filter(shown=not shown)
        self._beside.details.show_keys(self._actions.of_the_first_minute if shown else ())
        if shown:
            self._beside.window.put_before_list(page, page.in_tab_order(), page.table)
            page.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._trying.begin()
            if not self._services.library.file.exists():
                self._show_counts()  # there are none to wait for
            self._services.library.keeping.list_anew()
            self._services.library.keeping.look_for_files()
            self._watching.start()
            self.refresh()
            page.table.tell_current()
        else:
            self._beside.window.put_before_list(None)
            self._watching.stop()
            self._show_row_of_list(self.row_on_show())

    def _build(self) -> LibraryPage:
        from genre_desktop.ui.library.library_page import LibraryPage

        of_the_window = self._of_the_list.export.shortcuts()
        page = self.page = LibraryPage(self._look, self._services.settings, of_the_window)
        self._doing = LibraryDoing(self._services, self._beside, self._actions, page)
        self._correcting = LibraryCorrecting(
            self._services, self._beside.correcting, self._actions, page, self._look.swatches
        )
        LibraryReviewing(self._services, self._beside.reviewing, self._actions, page)
        LibraryRules(self._services, self._beside.writing, self._actions, page)
        page.groups.chosen.connect(self.refresh)
        page.filter_box.filter_typed.connect(self._filter)
        page.model.order_wanted.connect(self._sort)
        page.table.current_row_changed.connect(self._show_details)
        page.table.selected_rows_changed.connect(self._take_selected)
        self._of_the_list.find.triggered.connect(self._go_to_filter)
        self._actions.export.triggered.connect(self._offer_exports)
        self._beside.playback.track_shown.connect(page.model.take_playing)
        self._beside.playback.actions.go_to_playing.triggered.connect(self._return_to_list)
        page.model.take_playing(self._services.player.track)
        self._connect_services(page)
        return page

    def _connect_services(self, page: LibraryPage) -> None:
        browsing, keeping = self._services.library.browsing, self._services.library.keeping
        page.model.rows_wanted.connect(browsing.read)
        browsing.rows_read.connect(page.model.take_rows)
        browsing.rows_read.connect(self._show_what_was_read)
        browsing.beginning_found.connect(self._show_beginning)
        browsing.numbers_found.connect(self._show_numbers)
        browsing.groups_found.connect(self._show_groups)
        browsing.changed_elsewhere.connect(self._list_anew_if_shown)
        self._services.correcting.changed.connect(self._list_anew_if_shown)
        keeping.listed.connect(self._take_listed)
        keeping.found_again.connect(self._tell_found_again)

    # Slots

    @Slot(str)
    def _filter(self, text: str) -> None:
        from genre_desktop.core.library_filter import conditions_of

        if self.page is not None:
            self.page.filter_box.mark_unfinished(conditions_of(text)[1])
        self.refresh()

    @Slot(object, bool)
    def _sort(self, column: object, descending: bool) -> None:
        self._order = _ORDERS[column] if isinstance(column, Column) else Order.PATH
        self._is_descending = descending
        self.refresh()

    @Slot()
    def _start_playing(self) -> None:
        """With what is chosen, in the library or in the list, whichever is on show."""
        row = self.row_on_show()
        if self.is_on_show and self._actions.play.isEnabled():
            self._actions.play.trigger()
        elif row is None and not self._beside.model.playlist.rows:
            self._services.messages.news(
                self.tr(
                    "There is nothing to play yet. Add music to the list, or select a track of "
                    "the library."
                ),
                topic=_NOTHING_TO_PLAY,
            )
        elif row is None or self._services.playback_settings.shuffle:
            self._services.player.toggle()  # the list begins
        else:
            self._beside.playback.play_row(row)

    @Slot()
    def _return_to_list(self) -> None:
        """What was asked for is a row of the list."""
        self._actions.show_library.setChecked(False)

    @Slot()
    def _offer_exports(self) -> None:
        self._beside.tool_bar.show_below(self._actions.export_menu, self._actions.export)

    @Slot()
    def _go_to_filter(self) -> None:
        if self.page is not None and self.is_on_show:
            self.page.go_to_filter()

    @Slot(object)
    def _show_row_of_list(self, row: object) -> None:
        if not self.is_on_show:  # its rows go on changing behind the library
            self._beside.details.show(row)
            self.row_chosen.emit(row)

    @Slot(object)
    def _show_details(self, row: object) -> None:
        if self.is_on_show:
            self._beside.details.show_of_library(row)
            self.row_chosen.emit(row)
            self._read_details(row)

    def _read_details(self, row: object) -> None:
        """Have the timeline read of the row under the cursor; pages of rows come without."""
        if self.page is None or not isinstance(row, RowState) or row.verdict is None:
            return
        number = self.page.table.current_number()
        if row.verdict.timeline is None and number is not None and number != self._bare:
            self._services.library.browsing.read((number,), with_details=True)

    @Slot(object)
    def _show_what_was_read(self, read: object) -> None:
        if self.page is None or not isinstance(read, dict):
            return
        number = self.page.table.current_number()
        if number is not None and set(read) == {number}:
            self._bare = number  # if it has no timeline now, there is none
            self.page.table.tell_current()

    @Slot(int)
    def _take_selected(self, selected: int) -> None:
        self._selected = selected
        self._show_counts()

    @Slot(object)
    def _show_beginning(self, numbers: object) -> None:
        if self.page is not None and isinstance(numbers, array):
            self._is_whole = False
            self.page.table.selectionModel().clear()  # most of it is not there yet
            self.page.model.show(numbers)
            self.page.table.scrollToTop()
            self._show_counts()

    @Slot(object)
    def _show_numbers(self, numbers: object) -> None:
        if self.page is None or not isinstance(numbers, array):
            return
        self._bare = None
        take = self.page.model.show if self._is_whole else self.page.model.go_on
        self._is_whole = True
        take(numbers)
        self._show_counts()

    @Slot(tuple)
    def _show_groups(self, groups: tuple[Group, ...]) -> None:
        if self.page is not None:
            self.page.groups.show_groups(groups)
            self._show_counts()

    @Slot()
    def _list_anew_if_shown(self) -> None:
        if self.is_on_show:
            self._services.library.keeping.list_anew()
            self._refreshing.start()

    @Slot(int)
    def _take_listed(self, to_come: int) -> None:
        self._to_come = to_come
        if not self._refreshing.isActive():
            self._refreshing.start()

    @Slot()
    def _show_counts(self) -> None:
        page = self.page
        if page is None:
            return
        shown = page.model.rowCount()
        if self._trying.why and not shown:
            page.count.setText("")  # how many there are is not known
        elif self._is_whole:
            page.show_counts(shown, self._selected, self._to_come)
        page.say_empty("" if shown else self._why_empty(page))
        self._actions.enable_for(selected=self._selected, on_show=shown if self._is_whole else 0)

    def _why_empty(self, page: LibraryPage) -> str:
        if self._trying.why:
            return self._trying.why
        if self._to_come:
            return self.tr("The library is being read in.")
        if page.filter_box.text().strip():
            words = self.tr("No track of the library matches %1.")
            return words.replace("%1", page.filter_box.text().strip())
        return {
            Facet.UNSURE: self.tr("No track is unsure."),
            Facet.CONFLICT: self.tr("No track sounds otherwise than its tag says."),
            Facet.PROBLEM: self.tr("No file has a problem."),
            Facet.GONE: self.tr("Every file is where it was."),
        }.get(
            page.groups.facet,
            self.tr("Nothing was heard yet. What you add to the list will be here, and stay."),
        )

    @Slot(tuple)
    def _tell_found_again(self, found: tuple[tuple[Path, Path], ...]) -> None:
        name = printable(str(found[0][1]))
        words = counted(
            len(found),
            self.tr("%1 file that had gone was found again: %2."),
            self.tr("%1 files that had gone were found again, one of them as %2."),
        )
        self._services.messages.news(words.replace("%2", name))

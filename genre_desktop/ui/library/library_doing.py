"""What can be done with rows of the library: play, add, tag, export, show, remove."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLocale, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from genre_desktop.core.corrected import corrected
from genre_desktop.core.library_facets import Facet
from genre_desktop.core.track import AudioKey, Correction, Listing
from genre_desktop.dsp.sound import Problem
from genre_desktop.services.library.keeping import MOST_REMEMBERED
from genre_desktop.services.services import Services
from genre_desktop.ui.adding import Adding
from genre_desktop.ui.counted import counted
from genre_desktop.ui.file_manager import FileManager
from genre_desktop.ui.library.export_menu import ExportMenu
from genre_desktop.ui.library.forgetting_change import ForgettingChange
from genre_desktop.ui.library.library_actions import LibraryActions
from genre_desktop.ui.player.playback import Playback
from genre_desktop.ui.playlist_paths import not_relative_words
from genre_desktop.ui.row_state import RowState, Turn, printable, row_of
from genre_desktop.ui.steps import Steps, in_parts
from genre_desktop.ui.tagging.tag_writing import TagWriting
from genre_desktop.ui.track_table_model import TrackTableModel

if TYPE_CHECKING:  # it is built when the library is shown for the first time
    from genre_desktop.core.exporting.asked import Export
    from genre_desktop.ui.library.library_page import LibraryPage

Gathered = Callable[[list[Listing]], None]

_EXPORTING = "exporting"  # topic of the message that says how far that is
_GONE = "files that are gone"  # topic of the message that they were looked for
_REMOVED = "removed from the library"  # topic of the message that some rows were


class Beside(Protocol):
    """What of the window takes tracks of the library."""

    @property
    def window(self) -> QWidget: ...
    @property
    def model(self) -> TrackTableModel: ...
    @property
    def playback(self) -> Playback: ...
    @property
    def adding(self) -> Adding: ...
    @property
    def changes(self) -> QUndoStack: ...
    @property
    def writing(self) -> TagWriting: ...


class LibraryDoing(QObject):
    """Gives the actions of the library their meaning; rows are read in a thread first."""

    def __init__(
        self, services: Services, beside: Beside, actions: LibraryActions, page: LibraryPage
    ) -> None:
        super().__init__(page)
        self._services, self._beside, self._page = services, beside, page
        self._wishes: dict[int, Gathered] = {}
        self._show_library = actions.show_library
        self._is_asked_to_look = False
        self._preparing = Steps(self)
        self._files = FileManager(self)
        self._files.failed.connect(self._tell_of_no_folder)
        self._menu = QMenu(page)
        actions.fill_row_menu(self._menu)
        page.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        page.table.customContextMenuRequested.connect(self._show_menu)
        page.table.play_requested.connect(self.play)
        actions.play.triggered.connect(self.play)
        actions.add.triggered.connect(self.add)
        actions.write_tags.triggered.connect(self.write_tags)
        actions.write_selected_tags.triggered.connect(self.write_selected_tags)
        actions.organise.triggered.connect(self.organise)
        actions.organise_selected.triggered.connect(self.organise_selected)
        actions.show_in_folder.triggered.connect(self._show_in_folder)
        actions.look_for_files.triggered.connect(self._look_for_files)
        actions.forget.triggered.connect(self._ask_to_forget)
        self._connect_exports(actions)
        library = services.library
        library.browsing.listings_read.connect(self._carry_out)
        library.keeping.forgotten.connect(self._tell_forgotten)
        library.keeping.remembered.connect(lambda: services.messages.withdraw(_REMOVED))
        library.keeping.looked.connect(self._tell_looked)

    def _connect_exports(self, actions: LibraryActions) -> None:
        settings, window = self._services.settings, self._beside.window
        page, paths = self._page, actions.playlist_paths
        for menu, rows in (
            (actions.export_menu, page.model.numbers),
            (actions.export_selected_menu, page.table.selected_numbers),
        ):
            wanted = ExportMenu(menu, paths, window, settings, rows).wanted
            # the stub of connect takes none but slots of objects
            wanted.connect(lambda asked, numbers: self.export(asked, numbers))  # noqa: PLW0108
        exporting, messages = self._services.library.exporting, self._services.messages
        exporting.progressed.connect(self._tell_exporting)
        exporting.exported.connect(self._tell_exported)
        exporting.given_up.connect(self._tell_given_up)
        exporting.failed.connect(self._tell_refused)
        messages.answered.connect(self._answer)

    # What is done

    @Slot()
    def play(self) -> None:
        """Add the selected tracks to the list, and play the first of them."""
        self._with_selected(self._play)

    @Slot()
    def add(self) -> None:
        """Add the selected tracks to the list."""
        self._with_selected(self._add)

    @Slot()
    def write_tags(self) -> None:
        """Preview the tags that would be written to all files on show."""
        self._with(self._page.model.numbers(), self._preview)

    @Slot()
    def write_selected_tags(self) -> None:
        """Preview the tags that would be written to the selected files."""
        self._with_selected(self._preview)

    @Slot()
    def organise(self) -> None:
        """Preview into which folders all files on show would go."""
        self._with(self._page.model.numbers(), self._organise)

    @Slot()
    def organise_selected(self) -> None:
        """Preview into which folders the selected files would go."""
        self._with_selected(self._organise)

    def export(self, asked: Export, numbers: Sequence[int]) -> None:
        """Write rows to a file or folder."""
        if asked.with_keys:
            one = self.tr("The key of %1 track is looked for; all of it is decoded.")
            many = self.tr("The keys of %1 tracks are looked for; all of each is decoded.")
            self._services.messages.news(counted(len(numbers), one, many))
        rules = self._services.rules_of_exports
        self._services.library.exporting.export(asked, numbers, rules)

    def forget(self, numbers: Sequence[int]) -> None:
        """Remove rows from the library, to be undone unless they are many."""
        keeping = self._services.library.keeping
        if len(numbers) > MOST_REMEMBERED:
            keeping.forget(numbers)
            return
        words = counted(
            len(numbers),
            self.tr("remove %1 track from the library"),
            self.tr("remove %1 tracks from the library"),
        )
        self._beside.changes.push(ForgettingChange(words, keeping, numbers))

    def _with_selected(self, then: Gathered) -> None:
        self._with(self._page.table.selected_numbers(), then)

    def _with(self, numbers: Sequence[int], then: Gathered) -> None:
        if numbers:
            self._wishes[self._services.library.browsing.gather(numbers)] = then

    @Slot(int, tuple)
    def _carry_out(self, wish: int, listings: tuple[Listing, ...]) -> None:
        then = self._wishes.pop(wish, None)
        if then is None:
            return
        there = [one for one in listings if not _is_gone(one)]
        gone = len(listings) - len(there)
        if gone:
            words = counted(
                gone,
                self.tr("%1 file is gone and was left out."),
                self.tr("%1 files are gone and were left out."),
            )
            self._services.messages.problem(words, topic="library-gone")
        if there:
            then(there)

    def _play(self, listings: list[Listing]) -> None:
        self._beside.adding.add_tracks([one.track for one in listings], self._tell_if_added)
        self._beside.playback.play_row(row_of(listings[0], turn=Turn.NONE))

    def _add(self, listings: list[Listing]) -> None:
        self._beside.adding.add_tracks([one.track for one in listings], self._tell_added)

    def _tell_added(self, added: int) -> None:
        if not added:
            self._services.messages.news(self.tr("All of that is in the list already."))
        self._tell_if_added(added)

    def _tell_if_added(self, added: int) -> None:
        """Say how many came; whoever plays asks for no more."""
        if added:
            words = counted(
                added,
                self.tr("%1 track was added to the list."),
                self.tr("%1 tracks were added to the list."),
            )
            self._services.messages.news(words)

    def _preview(self, listings: list[Listing]) -> None:
        self._preparing.begin(
            self._with_rows(listings, self._beside.writing.preview), len(listings)
        )

    def _organise(self, listings: list[Listing]) -> None:
        self._preparing.begin(
            self._with_rows(listings, self._beside.writing.organise), len(listings)
        )

    def _with_rows(
        self, listings: Sequence[Listing], then: Callable[[Sequence[RowState]], None]
    ) -> Iterator[None]:
        """Rows as they are by now: they may have been corrected while they were read."""
        own = self._services.correcting.all()
        rows: list[RowState] = []
        yield from in_parts(
            listings, lambda part: rows.extend(corrected_row(one, own) for one in part)
        )
        then(rows)

    # Slots

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        if self._page.table.selected_count():
            self._menu.popup(self._page.table.viewport().mapToGlobal(at))

    @Slot()
    def _show_in_folder(self) -> None:
        self._with_selected(lambda listings: self._files.show_file(listings[0].track.path))

    @Slot(Path)
    def _tell_of_no_folder(self, path: Path) -> None:
        words = self.tr("The folder of “%1” could not be opened.")
        self._services.messages.problem(words.replace("%1", printable(path.name)))

    @Slot()
    def _look_for_files(self) -> None:
        self._is_asked_to_look = True
        self._services.library.keeping.look_for_files()

    @Slot()
    def _tell_looked(self) -> None:
        if not self._is_asked_to_look:
            return  # they are also looked for with each look at the library
        self._is_asked_to_look = False
        self._services.messages.news(
            self.tr("Every file of the library was looked for. Those that are gone are marked."),
            action=self.tr("Show what is gone"),
            topic=_GONE,
        )

    @Slot()
    def _ask_to_forget(self) -> None:
        numbers = self._page.table.selected_numbers()
        question = counted(
            len(numbers),
            self.tr("Remove %1 track from the library?"),
            self.tr("Remove %1 tracks from the library?"),
        )
        more = self.tr(
            "What was heard of them is forgotten, with all parts of their files. The files, their "
            "tags and your corrections stay; adding them to the list hears them again."
        )
        if len(numbers) > MOST_REMEMBERED:
            more = f"{more} {self.tr('For so many tracks this cannot be undone.')}"
        box = QMessageBox(self._beside.window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Remove from the library"))
        box.setText(question)
        box.setInformativeText(more)
        remove = box.addButton(self.tr("&Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        if box.clickedButton() is remove:
            self.forget(numbers)
        box.deleteLater()

    @Slot(int)
    def _tell_forgotten(self, count: int) -> None:
        words = self.tr("%1 tracks were removed from the library.")
        self._services.messages.news(
            counted(count, self.tr("%1 track was removed from the library."), words),
            topic=_REMOVED,
        )

    @Slot(int, int)
    def _tell_exporting(self, done: int, total: int) -> None:
        number = QLocale().toString
        words = self.tr("Exporting: %1 of %2 tracks so far.")
        words = words.replace("%1", number(done)).replace("%2", number(total))
        self._services.messages.news(words, action=self.tr("Stop"), topic=_EXPORTING)

    @Slot(str)
    def _answer(self, topic: str) -> None:
        if topic == _EXPORTING:
            self._services.library.exporting.cancel()
        elif topic == _GONE:
            self._show_library.setChecked(True)  # by now the list may be there
            self._page.groups.choose(Facet.GONE)

    @Slot(str)
    def _tell_refused(self, sentence: str) -> None:
        self._services.messages.withdraw(_EXPORTING)
        self._services.messages.problem(sentence)

    @Slot()
    def _tell_given_up(self) -> None:
        self._services.messages.news(
            self.tr("The export was stopped; what was not finished is not there."),
            topic=_EXPORTING,
        )

    @Slot(Path, object)
    def _tell_exported(self, target: Path, exported: object) -> None:
        from genre_desktop.core.exporting.asked import Exported

        self._services.messages.withdraw(_EXPORTING)
        if not isinstance(exported, Exported):
            return
        for sentence in exported.left_out[:1]:
            self._services.messages.problem(sentence)
        if not exported.tracks:
            self._services.messages.problem(
                self.tr("None of these tracks can be written so; nothing was written.")
            )
            return
        number = QLocale().toString
        words = counted(
            exported.tracks,
            self.tr("%1 track was written to %2."),
            self.tr("%1 tracks were written to %2."),
        )
        left_out = exported.gone + exported.parts
        more = self.tr("Left out: %1.").replace("%1", number(left_out)) if left_out else ""
        words = words.replace("%2", printable(str(target)))
        whole = not_relative_words(exported.not_relative)
        self._services.messages.news(" ".join(one for one in (words, more, whole) if one))


def corrected_row(listing: Listing, own: Mapping[AudioKey, Correction]) -> RowState:
    """A row of the library as the user has it."""
    if listing.outcome is not None:
        listing = listing._replace(outcome=corrected(listing.outcome, own))
    return row_of(listing, turn=Turn.NONE)


def _is_gone(listing: Listing) -> bool:
    """Whether there is no such file any more."""
    outcome = listing.outcome
    if outcome is None:
        return False
    notes = outcome.report.notes if outcome.report is not None else ()
    first = outcome.problem or next(iter(notes), None)
    return first is not None and first.problem is Problem.MISSING

"""The inside of the process that looks at files, and writes or places them, for the window."""

import logging
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from time import monotonic

from genre_desktop.core.library_moving import files_of_sizes
from genre_desktop.core.library_opening import LibraryUnavailable
from genre_desktop.core.organising.followed import let_library_follow
from genre_desktop.core.organising.places_table import PlaceEntry
from genre_desktop.core.organising.planning import Planner
from genre_desktop.core.organising.running import Placed, organise, put_back
from genre_desktop.core.organising.running import why_not_back as why_not_put_back
from genre_desktop.core.organising.wishes import Choice as PlaceChoice
from genre_desktop.core.organising.wishes import How, PlaceRow, PlaceWish
from genre_desktop.core.places import LIBRARY_NAME
from genre_desktop.core.tagging.also_changed import also_changed
from genre_desktop.core.tagging.history import Done, FileChange, Run
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.journal_rows import Entry
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Heard, Wish
from genre_desktop.core.tagging.writing import Written, take_back, what_stays, write_genres
from genre_desktop.dsp.printable import printable

Writing = Generator[Written, None, None] | Generator[Placed, None, None]
log = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def desk() -> "Desk":
    """The one of this process."""
    return Desk()


class Desk:
    """A run that is written in turns, so that whoever asked for it can look on and stop it."""

    def __init__(self) -> None:
        self._journal: Journal | None = None
        self._writing: Writing | None = None
        self._trouble: BaseException | None = None  # that ended it, and is to be told yet
        self._library = Path()
        self._planner: Planner | None = None

    def begin_planning(self, choice: PlaceChoice) -> None:
        """From now on files are given places so."""
        self._planner = Planner(choice)

    def plan(self, heard: Sequence[Heard]) -> tuple[PlaceRow, ...]:
        """The next files with their places."""
        assert self._planner is not None
        return tuple(row for one in heard for row in self._planner.rows(one))

    def place(self, journal: Path, wishes: Sequence[PlaceWish], into: Path) -> None:
        """Begins to copy or move files.

        Raises:
            JournalUnavailable: That cannot be done now.
        """
        self._begin(journal, lambda opened: organise(opened, wishes, into))

    def write(self, journal: Path, wishes: Sequence[Wish], preferences: Preferences) -> None:
        """Begins to write.

        Raises:
            JournalUnavailable: Tags cannot be written now.
        """
        self._begin(journal, lambda opened: write_genres(opened, wishes, preferences))

    def take_back(self, journal: Path, run: int, only: Collection[int] | None) -> None:
        """Begins to take back what a run wrote or placed.

        Args:
            journal: Where the journal lies.
            run: The run.
            only: Numbers of entries; None for all.

        Raises:
            JournalUnavailable: Tags cannot be written now.
        """
        library = journal.with_name(LIBRARY_NAME)

        def taking_back(opened: Journal) -> Writing:
            opened.whereabouts.follow(run, lambda sizes: files_of_sizes(library, sizes))
            return _taking_back(opened, run, only)

        self._begin(journal, taking_back)

    def carry_on(self, seconds: float) -> tuple[tuple[Done, ...], bool]:
        """Writes at least one file, and more for so long.

        Returns:
            What became of them, and whether all is done.

        Raises:
            JournalUnavailable: The journal cannot be written any more; said in a turn of its own,
                after what was done before it is.
        """
        if self._trouble is not None:
            trouble, self._trouble = self._trouble, None
            raise trouble
        done: list[Written | Placed] = []
        end = monotonic() + seconds
        try:
            for written in self._writing or ():
                done.append(written)
                if monotonic() >= end:
                    return self._told(done), False
        except BaseException as error:
            self.stop()
            if not done:
                raise
            self._trouble = error
            return self._told(done), False
        self.stop()
        return self._told(done), True

    def _told(self, done: Sequence[Written | Placed]) -> tuple[Done, ...]:
        """What became of files, once the library knows where they are."""
        placed = [one for one in done if isinstance(one, Placed)]
        try:
            let_library_follow(self._library, placed)
        except LibraryUnavailable as unavailable:
            log.warning("%s", unavailable.sentence)
        return tuple(map(_done, done))

    def stop(self) -> None:
        """Ends the run between two files."""
        self._trouble = None
        writing, journal = self._writing, self._journal
        self._writing = self._journal = None
        try:
            if writing is not None:
                writing.close()  # which notes the run's end
        finally:
            if journal is not None:
                journal.close()

    def _begin(self, journal: Path, writing: Callable[[Journal], Writing]) -> None:
        self.stop()
        opened = Journal.open(journal)
        self._library = journal.with_name(LIBRARY_NAME)
        try:
            self._journal, self._writing = opened, writing(opened)
        except BaseException:
            self._journal = None
            opened.close()
            raise


def runs(journal: Path) -> tuple[Run, ...]:
    """All runs, the latest first.

    Raises:
        JournalUnavailable: The journal cannot be read.
    """
    with closing(Journal.open_for_reading(journal)) as opened:
        return tuple(opened.runs())


def files_of(journal: Path, run: int) -> tuple[FileChange, ...]:
    """What a run did, in its order.

    Raises:
        JournalUnavailable: The journal cannot be read.
    """
    with closing(Journal.open_for_reading(journal)) as opened:
        placed = tuple(_shown_place(entry) for entry in reversed(opened.places.entries(run)))
        return placed or tuple(_shown(entry) for entry in reversed(opened.entries(run)))


def why_not(journal: Path, run: int) -> tuple[tuple[int, str], ...]:
    """The numbers of a run's entries that cannot go back now, or not wholly, and why.

    Raises:
        JournalUnavailable: The journal cannot be read.
    """
    with closing(Journal.open_for_reading(journal)) as opened:
        entries = [entry for entry in opened.entries(run) if entry.undone_by is None]
        placed = [entry for entry in opened.places.entries(run) if entry.undone_by is None]
        library = journal.with_name(LIBRARY_NAME)
        moved = opened.whereabouts.moved(run, lambda sizes: files_of_sizes(library, sizes))
    changes = [
        replace(entry.change, path=moved.get(entry.change.path, entry.change.path))
        for entry in entries
    ]
    reasons = [
        (entry.number, what_stays(change, Preferences()))
        for entry, change in zip(entries, changes, strict=True)
    ]
    reasons += [(entry.number, why_not_put_back(entry.placing)) for entry in placed]
    return tuple((number, reason) for number, reason in reasons if reason)


def _shown(entry: Entry) -> FileChange:
    change = entry.change
    old, new = change.old_genres, change.new_genres
    also = also_changed(change)
    return FileChange(entry.number, change.path, old, new, entry.undone_by, also=also)


def _shown_place(entry: PlaceEntry) -> FileChange:
    done = entry.placing
    old, new = (printable(str(path.parent)) for path in (done.source, done.target))
    if done.how is How.REMOVE:
        return FileChange(entry.number, done.target, (new,), (), entry.undone_by, is_placed=True)
    return FileChange(entry.number, done.target, (old,), (new,), entry.undone_by, is_placed=True)


def _done(one: Written | Placed) -> Done:
    is_new = isinstance(one, Written) and one.has_new_owner
    is_along = isinstance(one, Placed) and one.is_along
    return Done(one.path, one.is_written, one.refused, _place_of(one), is_new, is_along)


def _place_of(done: Written | Placed) -> Path | None:
    if not isinstance(done, Placed) or done.placing is None or done.placing.how is not How.MOVE:
        return None
    return done.placing.target


def _taking_back(journal: Journal, run: int, only: Collection[int] | None) -> Writing:
    placed = [entry for entry in journal.places.entries(run) if entry.undone_by is None]
    if placed:
        chosen = (entry for entry in placed if only is None or entry.number in only)
        return put_back(journal, journal.places.with_sheets(chosen))
    return take_back(journal, _going_back(journal, run, only), Preferences())


def _going_back(journal: Journal, run: int, only: Collection[int] | None) -> list[Entry]:
    entries = (entry for entry in journal.entries(run) if entry.undone_by is None)
    return [entry for entry in entries if only is None or entry.number in only]

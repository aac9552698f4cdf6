"""The inside of the process that looks at tags and writes them for the window."""

from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from time import monotonic

from genre_desktop.core.tagging.history import Done, FileChange, Run
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.journal_rows import Entry
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Wish
from genre_desktop.core.tagging.writing import Written, take_back, why_not_back, write_genres

Writing = Generator[Written, None, None]


@lru_cache(maxsize=1)
def desk() -> "Desk":
    """The one of this process."""
    return Desk()


class Desk:
    """A run that is written in turns, so that whoever asked for it can look on and stop it."""

    def __init__(self) -> None:
        self._journal: Journal | None = None
        self._writing: Writing | None = None

    def write(self, journal: Path, wishes: Sequence[Wish], preferences: Preferences) -> None:
        """Begins to write.

        Raises:
            JournalUnavailable: Tags cannot be written now.
        """
        self._begin(journal, lambda opened: write_genres(opened, wishes, preferences))

    def take_back(self, journal: Path, run: int, only: Collection[int] | None) -> None:
        """Begins to take back what a run wrote.

        Args:
            journal: Where the journal lies.
            run: The run.
            only: Numbers of entries; None for all.

        Raises:
            JournalUnavailable: Tags cannot be written now.
        """
        self._begin(
            journal,
            lambda opened: take_back(opened, _going_back(opened, run, only), Preferences()),
        )

    def carry_on(self, seconds: float) -> tuple[tuple[Done, ...], bool]:
        """Writes at least one file, and more for so long.

        Returns:
            What became of them, and whether all is done.

        Raises:
            JournalUnavailable: The journal cannot be written any more.
        """
        done: list[Done] = []
        end = monotonic() + seconds
        try:
            for written in self._writing or ():
                done.append(Done(written.path, written.change is not None, written.refused))
                if monotonic() >= end:
                    return tuple(done), False
        except BaseException:
            self.stop()
            raise
        self.stop()
        return tuple(done), True

    def stop(self) -> None:
        """Ends the run between two files."""
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
        return tuple(_shown(entry) for entry in reversed(opened.entries(run)))


def why_not(journal: Path, run: int) -> tuple[tuple[int, str], ...]:
    """The numbers of a run's entries that cannot go back now, and why.

    Raises:
        JournalUnavailable: The journal cannot be read.
    """
    with closing(Journal.open_for_reading(journal)) as opened:
        entries = [entry for entry in opened.entries(run) if entry.undone_by is None]
    reasons = ((entry.number, why_not_back(entry.change, Preferences())) for entry in entries)
    return tuple((number, reason) for number, reason in reasons if reason)


def _shown(entry: Entry) -> FileChange:
    change = entry.change
    old, new = change.old_genres, change.new_genres
    return FileChange(entry.number, change.path, old, new, entry.undone_by)


def _going_back(journal: Journal, run: int, only: Collection[int] | None) -> list[Entry]:
    entries = (entry for entry in journal.entries(run) if entry.undone_by is None)
    return [entry for entry in entries if only is None or entry.number in only]

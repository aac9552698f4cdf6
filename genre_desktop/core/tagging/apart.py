"""Tags and places in a worker process, for mutagen and FFmpeg stay out of the window's.

The functions are what the process runs; they import what is heavy there.
"""

import logging
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from genre_desktop.core.organising.wishes import Choice as PlaceChoice
from genre_desktop.core.organising.wishes import PlaceRow, PlaceWish
from genre_desktop.core.own_worker import ClosedError, NoAnswerError, OwnWorker
from genre_desktop.core.tagging.history import Done, FileChange, Recovered, Run
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Found, Heard, Wish

log = logging.getLogger(__name__)

T = TypeVar("T")

FILES_AT_ONCE = 32
_LOOK_SECONDS = 20.0  # for all of them, and again for each where that is not enough
_TURN_SECONDS = 0.1
_LONGEST_SECONDS = 3600.0  # a long film on a slow network is copied whole


def look_at_all(paths: Sequence[Path], preferences: Preferences) -> tuple[Found, ...]:
    """What the tags of files say."""
    from genre_desktop.core.tagging.planning import look_at

    return tuple(look_at(path, preferences) for path in paths)


def begin_writing(journal: Path, wishes: Sequence[Wish], preferences: Preferences) -> None:
    """Begins a run that writes."""
    from genre_desktop.core.tagging.desk import desk

    desk().write(journal, wishes, preferences)


def begin_planning(choice: PlaceChoice) -> None:
    """From now on files are given places so."""
    from genre_desktop.core.tagging.desk import desk

    desk().begin_planning(choice)


def places_for(heard: Sequence[Heard]) -> tuple[PlaceRow, ...]:
    """The next files with their places."""
    from genre_desktop.core.tagging.desk import desk

    return desk().plan(heard)


def begin_placing(journal: Path, wishes: Sequence[PlaceWish], into: Path) -> None:
    """Begins a run that copies or moves."""
    from genre_desktop.core.tagging.desk import desk

    desk().place(journal, wishes, into)


def begin_taking_back(journal: Path, run: int, only: Collection[int] | None) -> None:
    """Begins a run that takes back."""
    from genre_desktop.core.tagging.desk import desk

    desk().take_back(journal, run, only)


def carry_on(seconds: float) -> tuple[tuple[Done, ...], bool]:
    """The next files of the run."""
    from genre_desktop.core.tagging.desk import desk

    return desk().carry_on(seconds)


def stop_here() -> None:
    """Ends the run."""
    from genre_desktop.core.tagging.desk import desk

    desk().stop()


def all_runs(journal: Path) -> tuple[Run, ...]:
    """The history."""
    from genre_desktop.core.tagging.desk import runs

    return runs(journal)


def files_of_run(journal: Path, run: int) -> tuple[FileChange, ...]:
    """The files of a run."""
    from genre_desktop.core.tagging.desk import files_of

    return files_of(journal, run)


def staying_of_run(journal: Path, run: int) -> tuple[tuple[int, str], ...]:
    """Which files of a run cannot go back, and why."""
    from genre_desktop.core.tagging.desk import why_not

    return why_not(journal, run)


def recovered(journal: Path) -> Recovered:
    """What a run that was killed left, settled now."""
    from genre_desktop.core.tagging.journal import tidy_up

    return tidy_up(journal)


class WritingStoppedError(Exception):
    """The process that writes ended; the message is a sentence for people."""

    def __init__(self) -> None:
        super().__init__(
            "The process that writes tags ended unexpectedly. The files written so far are whole "
            "and in the history; write the others again."
        )


class TaggingApart:
    """Has a process of its own, which starts with the first call; closed from any thread.

    Once it is closed, nothing comes any more and what is being written is left at that.

    Args:
        journal: Where the journal lies.
        turn_seconds: How often progress is told and a wish to stop is heard, between two files.
    """

    def __init__(self, journal: Path, turn_seconds: float = _TURN_SECONDS) -> None:
        self._journal = journal
        self._turn_seconds = turn_seconds
        self._worker = OwnWorker()

    def look_at(self, paths: Sequence[Path], preferences: Preferences) -> Iterator[Found]:
        """What each file says; one over which the process ends says that it cannot be read."""
        for start in range(0, len(paths), FILES_AT_ONCE):
            try:
                yield from self._look_at(paths[start : start + FILES_AT_ONCE], preferences)
            except ClosedError:
                return

    def write(
        self, wishes: Sequence[Wish], preferences: Preferences, cancelled: threading.Event
    ) -> Iterator[Done]:
        """Writes one file after the other, as one run, until that is no longer wanted.

        Raises:
            JournalUnavailable: Tags cannot be written now.
            WritingStoppedError: The process ended.
        """
        self._ask(begin_writing, self._journal, wishes, preferences)
        yield from self._carry_on(cancelled)

    def plan(self, heard: Sequence[Heard], choice: PlaceChoice) -> Iterator[PlaceRow]:
        """Where each file would go; nothing more where the process ends over it."""
        try:
            self._ask(begin_planning, choice)
            for start in range(0, len(heard), FILES_AT_ONCE):
                yield from self._ask(places_for, tuple(heard[start : start + FILES_AT_ONCE]))
        except (ClosedError, WritingStoppedError):
            return

    def place(
        self, wishes: Sequence[PlaceWish], into: Path, cancelled: threading.Event
    ) -> Iterator[Done]:
        """Copies or moves one file after the other, as one run; errors as for `write`."""
        self._ask(begin_placing, self._journal, wishes, into)
        yield from self._carry_on(cancelled)

    def take_back(
        self, run: int, only: Collection[int] | None, cancelled: threading.Event
    ) -> Iterator[Done]:
        """Takes back what a run wrote, or some entries of it.

        Raises:
            JournalUnavailable: Tags cannot be written now.
            WritingStoppedError: The process ended.
        """
        self._ask(begin_taking_back, self._journal, run, only)
        yield from self._carry_on(cancelled)

    def runs(self) -> tuple[Run, ...]:
        """All runs, the latest first; errors as for `write`."""
        return self._ask(all_runs, self._journal)

    def files_of(self, run: int) -> tuple[FileChange, ...]:
        """What a run did; errors as for `write`."""
        return self._ask(files_of_run, self._journal, run)

    def staying_of(self, run: int) -> tuple[tuple[int, str], ...]:
        """The entries of a run that cannot go back now, and why; errors as for `write`."""
        return self._ask(staying_of_run, self._journal, run)

    def recover(self) -> Recovered:
        """Settles what a run that was killed left; errors as for `write`."""
        return self._ask(recovered, self._journal)

    def close(self) -> None:
        """Ends the process, whatever it is doing."""
        self._worker.close()

    def _look_at(self, paths: Sequence[Path], preferences: Preferences) -> tuple[Found, ...]:
        try:
            return self._worker.ask(
                look_at_all, tuple(paths), preferences, seconds_at_most=_LOOK_SECONDS
            )
        except ClosedError:
            raise
        except NoAnswerError as error:
            if len(paths) == 1:
                log.warning("The tags of %r: %s", paths[0], error)
                return (_unreadable(paths[0]),)
        return tuple(found for path in paths for found in self._look_at((path,), preferences))

    def _carry_on(self, cancelled: threading.Event) -> Iterator[Done]:
        while True:
            done, is_over = self._ask(carry_on, self._turn_seconds)
            yield from done
            if is_over:
                return
            if cancelled.is_set():
                self._ask(stop_here)
                return

    def _ask(self, fn: Callable[..., T], /, *args: object) -> T:
        try:
            return self._worker.ask(fn, *args, seconds_at_most=_LONGEST_SECONDS)
        except ClosedError:
            raise
        except NoAnswerError as error:
            log.warning("The process that writes tags: %s", error)
            raise WritingStoppedError from error


def _unreadable(path: Path) -> Found:
    return Found(
        path,
        str(path),
        short="unreadable",
        sentence="reading its tags ended or outlasted the process that did; it is left as it is",
    )

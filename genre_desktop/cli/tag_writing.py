"""Writing files one after the other, with progress, until it is done or interrupted."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Protocol

from genre_desktop.cli.console import console_for
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import ExitCode
from genre_desktop.cli.interruption import interruption_held
from genre_desktop.core.places import JOURNAL_NAME, data_folder
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.writing import Written


class Result(Protocol):
    """What became of one file."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def refused(self) -> str:
        """Why nothing was done, empty where nothing had to be."""

    @property
    def is_written(self) -> bool:
        """Whether anything was done."""


def journal_path() -> Path:
    """Where the journal of tags lies.

    Raises:
        PlaceUnavailable: Its folder is missing and cannot be made.
    """
    return data_folder() / JOURNAL_NAME


def journal_unless(*, dry_run: bool) -> AbstractContextManager[Journal | None]:
    """The open journal, which tidies up first; none for a dry run, which needs and makes none.

    Raises:
        JournalUnavailable: Tags cannot be written now.
        PlaceUnavailable: There is no folder for it.
    """
    return nullcontext() if dry_run else Journal.open(journal_path())


def carry_out_tags(
    writing: Callable[[threading.Event], Iterator[Written]],
    files: int,
    done: str,
    *,
    tells_undo: bool = False,
) -> ExitCode:
    """As `carry_out_writing`, and says of how many files the owner could not be kept."""
    new_owners = 0

    def counting(cancelled: threading.Event) -> Iterator[Written]:
        nonlocal new_owners
        for one in writing(cancelled):
            new_owners += one.has_new_owner
            yield one

    code = carry_out_writing(counting, files, done, tells_undo=tells_undo)
    say_new_owners(new_owners, Display(console_for(error=True)))
    return code


def say_new_owners(files: int, display: Display) -> None:
    """Says that files belong to whoever wrote them now, where any do."""
    if files:
        theirs = "its" if files == 1 else "their"
        belong = "belongs" if files == 1 else "belong"
        display.say(
            f"{counted(files, 'file')} could not keep {theirs} owner or group, and {belong} to "
            "you now."
        )


def carry_out_writing(
    writing: Callable[[threading.Event], Iterator[Result]],
    files: int,
    done: str,
    *,
    doing: str = "Writing",
    tells_undo: bool = False,
) -> ExitCode:
    """Writes, says of every file that was refused why, and at the end how many were written.

    Args:
        writing: Gives what became of each file; stops where the event is set.
        files: How many there are.
        done: What to say of them at the end, behind their number.
        doing: What is done, as the bar calls it.
        tells_undo: Whether to say what takes it back, where anything was done.
    """
    written = refused = 0
    with Display(console_for(error=True), doing) as display, interruption_held() as cancelled:
        for _ in range(files):
            display.found()
        for result in writing(cancelled):
            display.done()
            written += result.is_written
            if result.refused:
                refused += 1
                display.say_of(result.path, f"{result.refused}.")
        is_interrupted = cancelled.is_set()
    head = "Interrupted: " if is_interrupted else ""
    left = f", {refused} left as {'it was' if refused == 1 else 'they were'}" if refused else ""
    undo = "; `genre-desktop undo` takes this back" if tells_undo and written else ""
    display.say(f"{head}{written} of {counted(files, 'file')} {done}{left}{undo}.")
    if is_interrupted:
        return ExitCode.INTERRUPTED
    return ExitCode.SOME_PROBLEMS if refused else ExitCode.FINE

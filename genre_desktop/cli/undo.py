"""`genre-desktop undo`: gives files back the genre that they had before a run."""

from dataclasses import dataclass
from pathlib import Path

from genre_desktop.cli.console import console_for
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.tag_asking import is_agreed
from genre_desktop.cli.tag_preview import Change, print_changes
from genre_desktop.cli.tag_writing import carry_out_writing, journal_path
from genre_desktop.core.tagging.journal import Journal, latest_not_undone
from genre_desktop.core.tagging.journal_rows import Entry
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.writing import take_back


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What was asked for: a run, what was last written to some paths, or else the last run."""

    run: int | None
    paths: tuple[Path, ...]
    dry_run: bool
    yes: bool


def take_back_tags(asked: TakeBack) -> ExitCode:
    """Takes back what a run wrote, or what was last written to some files.

    Raises:
        CommandRefused: There is no such run, or nobody says whether to write.
        JournalUnavailable: Tags cannot be written now.
        PlaceUnavailable: There is no folder for the journal.
    """
    display = Display(console_for(error=True))
    with Journal.open(journal_path()) as journal:
        entries = _asked_for(asked, journal)
        if not entries:
            display.say("There is nothing to take back; `genre-desktop history` lists all runs.")
            return ExitCode.NOTHING_FOUND
        changes = [entry.change for entry in entries]
        print_changes([Change(each.path, each.new_genres, each.old_genres) for each in changes])
        question = f"Take back {counted(len(entries), 'file')}?"
        if asked.dry_run or not is_agreed(question, yes=asked.yes):
            display.say("Nothing was written.")
            return ExitCode.FINE
        return carry_out_writing(
            lambda cancelled: take_back(journal, entries, Preferences(), cancelled),
            len(entries),
            "taken back",
        )


def _asked_for(asked: TakeBack, journal: Journal) -> list[Entry]:
    """The latest first, so that several writes to a file go back in their order."""
    if asked.paths:
        found = [entry for path in asked.paths for entry in _written_to(path, journal)]
        return latest_not_undone(sorted(found, key=lambda entry: entry.number, reverse=True))
    number = asked.run
    if number is None:
        runs = (run for run in journal.runs() if run.what == "tag" and run.undone < run.files)
        last = next(runs, None)
        number = last.number if last else None
    elif number not in {run.number for run in journal.runs()}:
        raise CommandRefused(f"There is no run {number}; `genre-desktop history` lists all.")
    entries = [] if number is None else journal.entries(number)
    return [entry for entry in entries if entry.undone_by is None]


def _written_to(path: Path, journal: Journal) -> list[Entry]:
    entries = journal.entries_below(path) if path.is_dir() else journal.entries_of(path)
    tags = {run.number for run in journal.runs() if run.what == "tag"}
    return [entry for entry in entries if entry.run in tags]

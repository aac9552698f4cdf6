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
from genre_desktop.core.tagging.writing import take_back, why_not_back


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
        entries = _asked_for(asked, journal, display)
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


def _asked_for(asked: TakeBack, journal: Journal, display: Display) -> list[Entry]:
    """The latest first, so that several writes to a file go back in their order."""
    if asked.paths:
        found = [entry for path in asked.paths for entry in _written_to(path, journal)]
        return latest_not_undone(sorted(found, key=lambda entry: entry.number, reverse=True))
    if asked.run is None:
        return _last_of_use(journal, display)
    if asked.run not in {run.number for run in journal.runs()}:
        raise CommandRefused(f"There is no run {asked.run}; `genre-desktop history` lists all.")
    return _not_undone(asked.run, journal)


def _last_of_use(journal: Journal, display: Display) -> list[Entry]:
    """What the last run wrote of which anything can go back; says which ones are passed over."""
    for run in journal.runs():
        if run.what != "tag" or run.undone == run.files:
            continue
        entries = _not_undone(run.number, journal)
        reasons = (why_not_back(entry.change, Preferences()) for entry in entries)
        if not all(reasons):
            return entries
        first = entries[0].change
        reason = why_not_back(first, Preferences())
        display.say(
            f"Run {run.number} is passed over, for none of its {counted(len(entries), 'file')} "
            f"can go back; {first.path}: {reason}."
        )
    return []


def _not_undone(run: int, journal: Journal) -> list[Entry]:
    return [entry for entry in journal.entries(run) if entry.undone_by is None]


def _written_to(path: Path, journal: Journal) -> list[Entry]:
    entries = journal.entries_below(path) if path.is_dir() else journal.entries_of(path)
    tags = {run.number for run in journal.runs() if run.what == "tag"}
    return [entry for entry in entries if entry.run in tags]

"""`genre-desktop undo`: gives files back the genre, or the place, that they had before a run."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from genre_desktop.cli.console import console_for
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.putting_back import placed_at, places_not_back, put_places_back
from genre_desktop.cli.sound_search import follow_by_sound
from genre_desktop.cli.tag_asking import is_agreed
from genre_desktop.cli.tag_preview import back_line, print_changes
from genre_desktop.cli.tag_writing import carry_out_tags, journal_path
from genre_desktop.core.library_moving import files_of_sizes
from genre_desktop.core.organising.running import RUNS
from genre_desktop.core.organising.running import why_not_back as why_not_put_back
from genre_desktop.core.places import LIBRARY_NAME
from genre_desktop.core.tagging.going_back import GoingBack
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.journal_rows import Entry, latest_not_undone
from genre_desktop.core.tagging.moved import files_below
from genre_desktop.core.tagging.raw import Preferences, TagRefused
from genre_desktop.core.tagging.writing import look_back, take_back, why_not_back
from genre_desktop.dsp.printable import one_line

_TAKEN_BACK = ("tag", *RUNS)


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What was asked for: a run, what was last done to some paths, or else the last run."""

    run: int | None
    paths: tuple[Path, ...]
    dry_run: bool
    yes: bool


def take_back_run(asked: TakeBack) -> ExitCode:
    """Takes back what a run did, or what was last done to some files.

    Raises:
        CommandRefused: There is no such run, or nobody says whether to write.
        JournalUnavailable: Tags cannot be written now.
        PlaceUnavailable: There is no folder for the journal.
    """
    display = Display(console_for(error=True))
    with Journal.open(journal_path()) as journal:
        if asked.paths:
            journal.whereabouts.follow(None, files_below(asked.paths))
            are_several = follow_by_sound(asked.paths, journal, display)
            unknown = _say_of_unknown(asked.paths, journal, display)
            if unknown == len(asked.paths):
                return ExitCode.NOTHING_FOUND
            code = _take_back_at(asked, journal, display)
            return max(code, ExitCode.SOME_PROBLEMS) if unknown or are_several else code
        run = _run_of(asked, journal, display)
        places = places_not_back(run, journal) if run is not None else []
        if places:
            return put_places_back(places, journal, display, dry_run=asked.dry_run, yes=asked.yes)
        entries = _not_undone(run, journal) if run is not None else []
        return _take_back_tags(entries, journal, asked, display)


def _say_of_unknown(paths: Sequence[Path], journal: Journal, display: Display) -> int:
    """Names what nothing is known of, and is not there; returns how many paths these are.

    What is not there any more may still have been written, and then it is told below why it stays.
    """
    unknown = [
        path
        for path in paths
        if not os.path.lexists(path)
        and not (_entries_at(path, journal) or placed_at([path], journal))
    ]
    for path in unknown:
        display.say_of(path, "there is nothing there, and nothing to take back.")
    return len(unknown)


def _take_back_at(asked: TakeBack, journal: Journal, display: Display) -> ExitCode:
    """Of tags and of places takes back what was done last; the other is one more command."""
    entries, places = _written_to_all(asked.paths, journal), placed_at(asked.paths, journal)
    written_last = max((entry.run for entry in entries), default=0)
    if not places or places[0].run < written_last:
        if places:
            display.say("They were copied or moved before; the same command takes that back next.")
        return _take_back_tags(entries, journal, asked, display)
    if entries:
        display.say(
            "Tags were written before; `genre-desktop undo` takes them back where the files are "
            "then."
        )
    return put_places_back(places, journal, display, dry_run=asked.dry_run, yes=asked.yes)


def _take_back_tags(
    entries: list[Entry], journal: Journal, asked: TakeBack, display: Display
) -> ExitCode:
    if not entries:
        display.say(
            "There is nothing to take back; `genre-desktop history` lists all runs, and "
            "`genre-desktop undo FOLDER` finds what was moved."
        )
        return ExitCode.NOTHING_FOUND
    able = _shown(entries, display)
    code = ExitCode.FINE if len(able) == len(entries) else ExitCode.SOME_PROBLEMS
    question = f"Take back {counted(len(able), 'file')}?"
    if not able or asked.dry_run or not is_agreed(question, yes=asked.yes):
        display.say("Nothing was written.")
        return code
    written = carry_out_tags(
        lambda cancelled: take_back(journal, able, Preferences(), cancelled),
        len(able),
        "taken back",
    )
    return max(code, written)


def _shown(entries: list[Entry], display: Display) -> list[Entry]:
    """Lists what would go back, says what would not, and gives the entries that can."""
    able, lines, notes = [], [], []
    are_missing = False
    for entry, back in _looked_at(entries):
        path = entry.change.path
        if isinstance(back, TagRefused):
            notes.append((path, back.sentence))
            are_missing |= back.short == "missing"
            continue
        able.append(entry)
        lines.append(back_line(path, back))
        if back.stays:
            notes.append((path, back.stays))
    print_changes(lines)
    for path, sentence in notes:
        display.say_of(path, f"{sentence}.")
    if are_missing:
        display.say("What was moved is found below a folder: `genre-desktop undo FOLDER`.")
    left = len(entries) - len(able)
    rest = f", {left:,} left as {'it is' if left == 1 else 'they are'}" if left else ""
    display.say(f"{len(able):,} would go back{rest}.")
    return able


def _looked_at(entries: list[Entry]) -> list[tuple[Entry, GoingBack | TagRefused]]:
    """What taking each back would make of its file, or why it cannot; shows how it goes on."""
    found: list[tuple[Entry, GoingBack | TagRefused]] = []
    with Display(console_for(error=True), f"Looking at {counted(len(entries), 'file')}") as looking:
        looking.found(len(entries))
        for entry in entries:
            try:
                found.append((entry, look_back(entry.change, Preferences())))
            except TagRefused as refused:
                found.append((entry, refused))
            looking.done()
    return found


def _run_of(asked: TakeBack, journal: Journal, display: Display) -> int | None:
    if asked.run is None:
        return _last_of_use(journal, display)
    if asked.run not in {run.number for run in journal.runs()}:
        raise CommandRefused(f"There is no run {asked.run}; `genre-desktop history` lists all.")
    return asked.run


def _last_of_use(journal: Journal, display: Display) -> int | None:
    """The last run of which anything can go back; says which ones are passed over."""
    for run in journal.runs():
        if run.what not in _TAKEN_BACK or run.undone == run.files:
            continue
        reasons = []
        for path, reason in _reasons(run.number, journal):
            if not reason:
                return run.number
            reasons.append((path, reason))
        path, reason = reasons[0]
        display.say(
            f"Run {run.number} is passed over: what is left in it "
            f"({counted(len(reasons), 'file')}) cannot go back; {one_line(str(path))}: {reason}."
        )
    return None


def _reasons(run: int, journal: Journal) -> Iterator[tuple[Path, str]]:
    """Why each file of a run cannot go back; empty where it can."""
    for entry in _not_undone(run, journal):
        yield entry.change.path, why_not_back(entry.change, Preferences())
    for place in places_not_back(run, journal):
        yield place.placing.target, why_not_put_back(place.placing)


def _not_undone(run: int, journal: Journal) -> list[Entry]:
    library = journal_path().with_name(LIBRARY_NAME)
    journal.whereabouts.follow(run, lambda sizes: files_of_sizes(library, sizes))
    return [entry for entry in journal.entries(run) if entry.undone_by is None]


def _written_to_all(paths: Sequence[Path], journal: Journal) -> list[Entry]:
    """The latest first, so that several writes to a file go back in their order."""
    found = [entry for path in paths for entry in _written_to(path, journal)]
    return latest_not_undone(sorted(found, key=lambda entry: entry.number, reverse=True))


def _written_to(path: Path, journal: Journal) -> list[Entry]:
    entries = _entries_at(path, journal)
    tags = {run.number for run in journal.runs() if run.what == "tag"}
    return [entry for entry in entries if entry.run in tags]


def _entries_at(path: Path, journal: Journal) -> list[Entry]:
    """Of a folder that is gone, too, what was written in it."""
    return journal.entries_of(path) or journal.entries_below(path)

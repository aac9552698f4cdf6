"""`genre-desktop organise`: listens, shows where files would go, asks, and copies or moves them."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from genre_desktop.cli.console import console_for
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import ExitCode
from genre_desktop.cli.interruption import heed_interruptions
from genre_desktop.cli.last_line import nothing_found
from genre_desktop.cli.places_preview import NewPlace, print_places
from genre_desktop.cli.request import Classify
from genre_desktop.cli.tag import all_ruled, heard_of_all, plain_heard
from genre_desktop.cli.tag_asking import is_agreed
from genre_desktop.cli.tag_writing import carry_out_writing, journal_unless
from genre_desktop.core.library_opening import LibraryUnavailable
from genre_desktop.core.organising.followed import let_library_follow
from genre_desktop.core.organising.planning import plan
from genre_desktop.core.organising.running import Placed, emptied_folders, organise, remove_empty
from genre_desktop.core.organising.whole_files import whole_files
from genre_desktop.core.organising.wishes import Choice, Fate, How, PlaceRow, PlaceWish, counts
from genre_desktop.core.places import LIBRARY_NAME, data_folder
from genre_desktop.core.rules import Rules
from genre_desktop.core.tagging.journal import Journal

_TOLD_AT_ONCE = 500  # files of which the library is told together


@dataclass(frozen=True, slots=True)
class OrganiseFiles:
    """What was asked for."""

    heard: Classify
    choice: Choice
    rules: Rules
    remove_empty: bool
    dry_run: bool
    yes: bool


def organise_files(asked: OrganiseFiles) -> ExitCode:
    """Copies or moves every file under the paths that has a genre.

    Raises:
        CommandRefused: The model is of no use, or nobody says whether to do it.
        JournalUnavailable: Files cannot be organised now.
        PlaceUnavailable: There is no folder for the journal.
    """
    with Display(console_for(error=True)) as display:
        needs_tags = asked.rules.need_tags
        listings, skipped, is_interrupted = heard_of_all(asked.heard, display, with_tags=needs_tags)
    if is_interrupted:
        display.say("Interrupted before anything was done.")
        return ExitCode.INTERRUPTED
    if not listings:
        display.say(nothing_found(asked.heard.paths))
        return ExitCode.NOTHING_FOUND
    heed_interruptions()  # listening has left them ignored
    with journal_unless(dry_run=asked.dry_run) as journal:  # tidies up before files are looked at
        heard = all_ruled(whole_files(plain_heard(listings)), asked.rules)
        rows = plan(heard, asked.choice, asked.heard.paths)
        _show(rows, asked.choice, display)
        wishes = [row.wish for row in rows if row.wish is not None]
        is_refused = any(row.fate in {Fate.REFUSED, Fate.UNHEARD} for row in rows)
        code = ExitCode.SOME_PROBLEMS if skipped or is_refused else ExitCode.FINE
        verb = "Move" if asked.choice.how is How.MOVE else "Copy"
        question = f"{verb} {counted(_files(wishes), 'file')}?"
        if not wishes or journal is None or not is_agreed(question, yes=asked.yes):
            display.say("Nothing was changed.")
            return code
        return max(code, _place(asked, journal, wishes, display))


def follow_in_library(placed: list[Placed], display: Display) -> None:
    """Lets the library know where files went; trouble with it is told."""
    try:
        let_library_follow(data_folder() / LIBRARY_NAME, placed)
    except LibraryUnavailable as unavailable:
        display.say(unavailable.sentence)


def followed(
    placed: Iterator[Placed], display: Display, all_placed: list[Placed]
) -> Iterator[Placed]:
    """What became of files; the library is told of it from time to time.

    Args:
        placed: What became of each.
        display: Where trouble with the library is told.
        all_placed: Takes all that were placed.
    """
    told = len(all_placed)
    try:
        for one in placed:
            if one.placing is not None:
                all_placed.append(one)
            if len(all_placed) - told >= _TOLD_AT_ONCE:
                follow_in_library(all_placed[told:], display)
                told = len(all_placed)
            yield one
    finally:
        follow_in_library(all_placed[told:], display)


def _show(rows: list[PlaceRow], choice: Choice, display: Display) -> None:
    wishes = [row.wish for row in rows if row.wish]
    backwards = [each for wish in reversed(wishes) for each in (*wish.sheets, wish)]
    going = {each.path: each.target for each in backwards}  # a sheet follows its last file
    print_places([NewPlace(*each) for each in reversed(going.items())], choice.into)
    told: set[tuple[Path, str]] = set()
    for row in rows:
        if row.sentence:
            display.say_of(row.path, f"{row.sentence}.")
        elif row.left and (row.path.parent, row.left) not in told:  # once for each sheet
            told.add((row.path.parent, row.left))
            display.say_of(row.path, f"{row.left}.")
    if choice.how is How.MOVE and wishes:
        display.say("Pictures, lyrics and other files beside the music stay where they are.")
    display.say(f"{counts(rows, choice.how)}.")
    sheets = _files(wishes) - len(wishes)
    if sheets:
        display.say(f"{counted(sheets, 'CUE sheet')} would go along.")


def _files(wishes: list[PlaceWish]) -> int:
    """How many there are with the sheets that go along."""
    return len(wishes) + len({sheet.path for wish in wishes for sheet in wish.sheets})


def _place(
    asked: OrganiseFiles, journal: Journal, wishes: list[PlaceWish], display: Display
) -> ExitCode:
    placed: list[Placed] = []

    def placing(cancelled: threading.Event) -> Iterator[Placed]:
        run = organise(journal, wishes, asked.choice.into, cancelled)
        return followed(run, display, placed)

    is_move = asked.choice.how is How.MOVE
    done = "moved" if is_move else "copied"
    code = carry_out_writing(
        placing,
        _files(wishes),
        done,
        tells_undo=True,
        doing="Moving" if is_move else "Copying",
    )
    if asked.remove_empty:
        folders = remove_empty(emptied_folders(placed, asked.heard.paths))
        display.say(f"{counted(folders, 'empty folder')} removed.")
    return code

"""`genre-desktop tag`: listens, shows what would be written, asks, and writes it."""

import sys
from contextlib import closing
from dataclasses import dataclass

from genre_desktop.cli.classify import chosen_model, open_library
from genre_desktop.cli.console import console_for
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import ExitCode
from genre_desktop.cli.hearing import Hearing
from genre_desktop.cli.interruption import heed_interruptions
from genre_desktop.cli.last_line import nothing_found
from genre_desktop.cli.own_words import own_words_for_writing
from genre_desktop.cli.request import Classify
from genre_desktop.cli.tag_asking import is_agreed
from genre_desktop.cli.tag_preview import planned_line, print_changes, refusal_of
from genre_desktop.cli.tag_writing import carry_out_tags, journal_unless
from genre_desktop.core.albums import Albums
from genre_desktop.core.library import Library
from genre_desktop.core.rules import Rules, ruled
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.planning import plan
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Choice, Fate, Heard, PlanRow, Wish, counts, heard_of
from genre_desktop.core.tagging.writing import write_genres
from genre_desktop.core.track import Listing


@dataclass(frozen=True, slots=True)
class TagFiles:
    """What was asked for."""

    heard: Classify
    choice: Choice
    preferences: Preferences
    rules: Rules
    dry_run: bool
    yes: bool


def tag_files(asked: TagFiles) -> ExitCode:
    """Writes the genre of every track under the paths that has one.

    Raises:
        CommandRefused: The model is of no use, or nobody says whether to write.
        JournalUnavailable: Tags cannot be written now.
        PlaceUnavailable: There is no folder for the journal.
    """
    with Display(console_for(error=True)) as display:
        listings, skipped, is_interrupted = heard_of_all(
            asked.heard, display, with_tags=asked.rules.need_tags
        )
    if is_interrupted:
        display.say("Interrupted before anything was written.")
        return ExitCode.INTERRUPTED
    if not listings:
        display.say(nothing_found(asked.heard.paths))
        return ExitCode.NOTHING_FOUND
    heed_interruptions()  # listening has left them ignored
    with journal_unless(dry_run=asked.dry_run) as journal:  # tidies up before files are looked at
        heard = ruled_heard(listings, asked.rules)
        rows = list(plan(heard, asked.choice, asked.preferences))
        wishes = [row.wish for row in rows if row.wish is not None]
        _show(rows, display)
        parts = sum(one.track.span is not None for one in listings)
        if parts:
            display.say(f"{counted(parts, 'part')} of a file left out: parts have no tags.")
        code = _code(rows, skipped)
        if not wishes or journal is None:
            display.say("Nothing was written.")
            return code
        if not is_agreed(f"Write {counted(len(wishes), 'file')}?", yes=asked.yes):
            display.say("Nothing was written.")
            return code
        written = _write(asked, journal, wishes)
    return max(code, written)


def ruled_heard(listings: list[Listing], rules: Rules) -> list[Heard]:
    """What was heard with the rules on it; albums are those of the listings."""
    return all_ruled(plain_heard(listings), rules)


def plain_heard(listings: list[Listing]) -> list[Heard]:
    """What was heard, without any rules."""
    return [heard_of(one.outcome, one.tags) for one in listings if one.outcome is not None]


def all_ruled(plain: list[Heard], rules: Rules) -> list[Heard]:
    """The same with the rules on it."""
    albums = Albums()
    for one in plain:
        albums.add(one)
    return [ruled(one, rules, albums) for one in plain]


def heard_of_all(
    heard: Classify, display: Display, *, with_tags: bool
) -> tuple[list[Listing], int, bool]:
    """What was heard of all that is under the paths.

    Args:
        heard: What is to be heard.
        display: Shows how it goes on.
        with_tags: Whether the files' tags are read.

    Returns:
        A listing for each track, how many files were skipped, and whether it was interrupted.

    Raises:
        CommandRefused: The model is of no use, or what the user corrected cannot be read.
    """
    model, own = chosen_model(heard.model), own_words_for_writing()
    library: Library | None = open_library(display) if heard.use_library else None
    try:
        with closing(Hearing(heard, display, library, own)) as run:
            is_interrupted = run.listen(model)
            listings = run.listings(titles_for=sys.maxsize if with_tags else 0)
    finally:
        if library is not None:
            library.close()
    return listings, run.skipped, is_interrupted


def _show(rows: list[PlanRow], display: Display) -> None:
    print_changes([planned_line(row) for row in rows if row.wish])
    for row in rows:
        if row.sentence:
            display.say_of(row.path, f"{refusal_of(row)}.")
    if rows:
        display.say(f"{counts(rows)}.")


def _write(asked: TagFiles, journal: Journal, wishes: list[Wish]) -> ExitCode:
    return carry_out_tags(
        lambda cancelled: write_genres(journal, wishes, asked.preferences, cancelled),
        len(wishes),
        "written",
        tells_undo=True,
    )


def _code(rows: list[PlanRow], skipped: int) -> ExitCode:
    is_refused = any(row.sentence or row.fate is Fate.UNHEARD for row in rows)
    return ExitCode.SOME_PROBLEMS if skipped or is_refused else ExitCode.FINE

"""`genre-desktop import`: an edited table comes back as corrections, and into tags."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from genre_desktop.cli.console import console_for
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.interruption import interruption_held
from genre_desktop.cli.own_words import own_words
from genre_desktop.cli.remembered_models import model_asked_for
from genre_desktop.cli.rules_asked import rules_asked_for
from genre_desktop.cli.tag_asking import is_agreed
from genre_desktop.cli.tag_preview import Change, planned_line, print_changes
from genre_desktop.cli.tag_writing import carry_out_tags, journal_unless
from genre_desktop.core.chapter_reading import ChapterReading
from genre_desktop.core.corrected import corrected, corrected_now
from genre_desktop.core.corrections import Corrections, CorrectionsUnavailable
from genre_desktop.core.drives import may_be_on_absent_drive
from genre_desktop.core.edited_csv import Compared, Edit, edits_of
from genre_desktop.core.edited_rows import CsvRefused, edited_rows
from genre_desktop.core.exporting.gathering import PartTitles, belonging_rows, library_rows
from genre_desktop.core.library import LIBRARY_NAME
from genre_desktop.core.library_opening import LibraryUnavailable
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.places import CORRECTIONS_NAME, PlaceUnavailable, data_folder
from genre_desktop.core.tagging.history import JournalUnavailable
from genre_desktop.core.tagging.planning import plan
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Choice, Heard, counts
from genre_desktop.core.tagging.writing import write_genres
from genre_desktop.core.tags_apart import TagsApart
from genre_desktop.core.there import is_file
from genre_desktop.core.track import Listing, Tags


def import_table(options: argparse.Namespace) -> ExitCode:
    """Lists what the table says otherwise, asks, and keeps it.

    Raises:
        CommandRefused: Table, library, corrections or journal are of no use.
    """
    display = Display(console_for(error=True))
    try:
        rows = edited_rows(options.file)
        with closing(LibraryReading(data_folder() / LIBRARY_NAME)) as library:
            rules = rules_asked_for(options.rules)
            known = _known(library, options.model, display, with_tags=rules.need_tags)
            compared = edits_of(rows, known, rules)
            there = [_there(library.files_of(one.key)) for one in compared.edits]
            edits = [_naming(*pair) for pair in zip(_titled(compared.edits), there, strict=True)]
            pairs = zip(edits, there, strict=True)
            unnamed = sum(len(set(files).difference(one.named)) for one, files in pairs)
        _tell_left_out(compared, display)
        if unnamed:
            display.say(_of_copies(unnamed, with_tags=options.tags))
        code = _carried_out(options, edits, display)
        if not compared.left_out:
            return code
        rows_left = sum(len(one.lines) for one in compared.left_out)
        display.say(f"{counted(rows_left, 'row')} of the table left out, as told above.")
        return max(code, ExitCode.SOME_PROBLEMS)
    except (
        CsvRefused,
        CorrectionsUnavailable,
        JournalUnavailable,
        LibraryUnavailable,
        PlaceUnavailable,
    ) as error:
        raise CommandRefused(error.sentence) from error


def _tell_left_out(compared: Compared, display: Display) -> None:
    """What becomes of the rows that correct nothing."""
    if compared.unknown:
        rows = counted(compared.unknown, "row")
        display.say(
            f"{rows} left out: the library knows neither such files nor their sound, or knows them "
            "in parts, which only “audio_hash” tells from each other. Classify first what is new."
        )
    if compared.as_ruled:
        rows = counted(compared.as_ruled, "row")
        display.say(f"{rows} left out: your rules say the same already.")
    for one in compared.left_out:
        display.say(one.sentence)


def _carried_out(options: argparse.Namespace, edits: Sequence[Edit], display: Display) -> ExitCode:
    if not edits:
        display.say("The table says no genre otherwise; nothing was changed.")
        return ExitCode.FINE
    return _tagged(options, edits, display) if options.tags else _kept(options, edits)


def _known(
    library: LibraryReading, model: str | None, display: Display, *, with_tags: bool
) -> list[Listing]:
    own = own_words(display)
    with closing(TagsApart()) as tags, closing(ChapterReading()) as chapters:
        titles = PartTitles(chapters.found_in)
        remembered = (
            replace(one, outcome=corrected(one.outcome, own))
            for one in belonging_rows(
                library.remembered(model_asked_for(model, library)), titles.divisions_of
            )
        )
        if not with_tags:
            return [Listing(one.outcome.track, Tags(), one.outcome) for one in remembered]
        return [row.listing for row in library_rows(remembered, tags, lambda _: ())]


def _titled(edits: Sequence[Edit]) -> list[Edit]:
    """With the titles of parts, which the library lacks."""
    with closing(ChapterReading()) as chapters:
        titles = PartTitles(chapters.found_in)
        return [replace(one, track=titles.titled(one.track)) for one in edits]


def _there(files: Iterable[Path]) -> list[Path]:
    return [path for path in files if is_file(path)]


def _naming(edit: Edit, there: Sequence[Path]) -> Edit:
    """The edit with the files that its rows mean.

    Those of the paths that are there, or would be if their drive were; where there is none, every
    file with the sound, for it was moved since.
    """
    named = tuple(path for path in edit.named if path in there or may_be_on_absent_drive(path))
    return replace(edit, named=named or tuple(there))


def _of_copies(count: int, *, with_tags: bool) -> str:
    files = "1 file that the table does not name has"
    if count != 1:
        files = f"{count} files that the table does not name have"
    tags = " Tags there stay as they are." if with_tags else ""
    return f"{files} a sound of these; what you say of it holds there, too.{tags}"


def _kept(options: argparse.Namespace, edits: Sequence[Edit]) -> ExitCode:
    """Corrections only: no file is touched."""
    print_changes([_line(one) for one in edits])
    display = Display(console_for(error=True))
    question = f"Keep {counted(len(edits), 'correction')}?"
    if options.dry_run or not is_agreed(question, yes=options.yes):
        display.say("Nothing was changed.")
        return ExitCode.FINE
    _keep(edits)
    display.say(f"{counted(len(edits), 'correction')} kept; tags and exports follow them.")
    return ExitCode.FINE


def _line(edit: Edit) -> Change:
    return Change(edit.track.path, (edit.old,), (edit.new,), part=edit.track.part_title)


def _tagged(
    options: argparse.Namespace,
    edits: Sequence[Edit],
    display: Display,
) -> ExitCode:
    """Corrections, and the same genres in the tags of the files that the table names."""
    parts = [one for one in edits if one.track.span is not None]
    wholes = [one for one in edits if one.track.span is None]
    heard = _heard(wholes)
    preferences = Preferences()
    with journal_unless(dry_run=options.dry_run) as journal:
        rows = list(plan(heard, Choice(), preferences))
        wishes = [row.wish for row in rows if row.wish is not None]
        print_changes([*map(_line, parts), *(planned_line(row) for row in rows if row.wish)])
        if parts:
            display.say(f"{counted(len(parts), 'part')} of a file: parts have no tags.")
        left = [*_not_there(wholes), *((row.path, row.sentence) for row in rows if row.sentence)]
        for path, sentence in left:
            display.say_of(path, f"{sentence}.")
        if rows:
            display.say(f"{counts(rows)}.")
        corrections = counted(len(edits), "correction")
        and_write = f" and write {counted(len(wishes), 'file')}" if wishes else ""
        question = f"Keep {corrections}{and_write}?"
        code = ExitCode.SOME_PROBLEMS if left else ExitCode.FINE
        if journal is None or not is_agreed(question, yes=options.yes):
            display.say("Nothing was changed.")
            return code
        _keep(edits)
        display.say(f"{corrections} kept.")
        if not wishes:
            return code
        written = carry_out_tags(
            lambda cancelled: write_genres(journal, wishes, preferences, cancelled),
            len(wishes),
            "written",
            tells_undo=True,
        )
    return max(code, written)


def _heard(edits: Sequence[Edit]) -> list[Heard]:
    """As if each named file that is there had been heard so without any doubt."""
    return [
        Heard(
            path,
            genre=edit.new,
            label=edit.new,
            probability=1.0,
            is_corrected=True,
            audio_hash=edit.key[0],
        )
        for edit in edits
        for path in edit.named
        if is_file(path)
    ]


def _not_there(edits: Sequence[Edit]) -> Iterator[tuple[Path, str]]:
    """Files whose tags cannot be written because they are not there, with sentences."""
    for edit in edits:
        if not edit.named:
            yield edit.track.path, "neither it nor another file with its sound is there"
        for path in edit.named:
            if not is_file(path):
                yield path, "it is not there; its drive may be away"


def _keep(edits: Sequence[Edit]) -> None:
    with interruption_held(), Corrections.open(data_folder() / CORRECTIONS_NAME) as opened:
        opened.keep((one.key, corrected_now(one.new)) for one in edits)

"""`genre-desktop export`: what the library remembers, as a file for other programs."""

import argparse
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from genre_desktop.cli.console import console_for, standard_output
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.own_words import own_words
from genre_desktop.cli.remembered_models import model_asked_for
from genre_desktop.cli.request import STANDARD_OUTPUT
from genre_desktop.cli.rules_asked import rules_asked_for
from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.chapter_reading import ChapterReading
from genre_desktop.core.corrected import corrected
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.exporting.asked import Export, Exported
from genre_desktop.core.exporting.formats import Format
from genre_desktop.core.exporting.gathering import PartTitles, belonging_rows, library_rows
from genre_desktop.core.exporting.query import LibraryRow, UnfinishedQuery, wanted_by
from genre_desktop.core.exporting.writing import STREAMS, export, refuse_export
from genre_desktop.core.library import LIBRARY_NAME
from genre_desktop.core.library_opening import LibraryUnavailable
from genre_desktop.core.library_reading import LibraryReading, RememberedModel
from genre_desktop.core.locations import Paths
from genre_desktop.core.places import PlaceUnavailable, data_folder
from genre_desktop.core.ruled_outcomes import ruled_rows
from genre_desktop.core.rules import Rules
from genre_desktop.core.tags_apart import TagsApart


def export_library(options: argparse.Namespace) -> ExitCode:
    """Writes the tracks of the library that the query wants.

    Raises:
        CommandRefused: Query, model, library or target are of no use.
    """
    if options.key and Format(options.format) is not Format.REKORDBOX:
        raise CommandRefused("The key is written for rekordbox only.")
    return _export_as_asked(options, _export(options))


def _export_as_asked(options: argparse.Namespace, asked: Export) -> ExitCode:
    try:
        wanted = wanted_by(options.query)
        if asked.target != STANDARD_OUTPUT:
            refuse_export(asked)
        elif not asked.form.is_one_stream:
            raise CommandRefused(f"{asked.form} is not written to standard output; name a target.")
        with closing(LibraryReading(data_folder() / LIBRARY_NAME)) as library:
            rules = Rules()
            if options.rules is not None:
                rules = rules_asked_for(options.rules if options.rules != Path() else None)
            model = model_asked_for(options.model, library)
            return _carry_out(asked, library, model, wanted, rules)
    except UnfinishedQuery as error:
        raise CommandRefused(str(error)) from error
    except (ExportFailed, LibraryUnavailable, PlaceUnavailable) as error:
        raise CommandRefused(error.sentence) from error


def _export(options: argparse.Namespace) -> Export:
    if options.per_genre and not Format(options.format).is_playlist:
        raise CommandRefused("Only playlists, m3u8 and xspf, are written --per-genre.")
    relative_to = options.relative_to.absolute() if options.relative_to else None
    return Export(
        Format(options.format),
        options.output,
        options.force,
        ExportOptions(byte_order_mark=options.bom, relative_to=relative_to),
        Paths(options.paths),
        options.per_genre,
        options.key,
    )


def _carry_out(
    asked: Export,
    library: LibraryReading,
    model: RememberedModel,
    wanted: Callable[[LibraryRow], bool],
    rules: Rules,
) -> ExitCode:
    with Display(console_for(error=True), "Exporting") as display:
        display.found(library.count(model) * (1 + rules.one_genre_per_album))
        rows = ruled_rows(rules, lambda: _rows(asked, library, model, display))
        with closing(rows), closing(row for row in rows if wanted(row)) as chosen:
            written = _write(asked, chosen, f"{model.name} {model.version}")
    for sentence in written.left_out:
        display.say(sentence)
    if written.gone:
        display.say(f"{counted(written.gone, 'track')} left out: the files are gone.")
    if written.parts:
        display.say(f"{counted(written.parts, 'part')} of a file left out: only files are known.")
    if written.not_relative:
        display.say(
            f"{counted(written.not_relative, 'file')} named by the whole path: on another drive, "
            "or with a name that no relative path can hold."
        )
    if not written.tracks and not written.left_out:
        display.say(
            "The library has no such tracks, or none that can be written so; nothing was written."
        )
        return ExitCode.NOTHING_FOUND
    display.say(_last_line(asked, model, written))
    return ExitCode.SOME_PROBLEMS if written.left_out else ExitCode.FINE


def _rows(
    asked: Export, library: LibraryReading, model: RememberedModel, display: Display
) -> Generator[LibraryRow, None, None]:
    with closing(TagsApart()) as tags, closing(ChapterReading()) as chapters:
        own = own_words(display)
        known = library.remembered(model, with_details=asked.form.needs_timeline)
        remembered = (
            replace(one, outcome=corrected(one.outcome, own))
            for one in belonging_rows(known, PartTitles(chapters.found_in).divisions_of)
        )
        for row in library_rows(remembered, tags, chapters.parts_of):
            display.done()
            yield row


def _write(asked: Export, rows: Iterator[LibraryRow], heard_by: str) -> Exported:
    if asked.target != STANDARD_OUTPUT:
        return export(asked, rows, heard_by)
    listings = (row.listing for row in rows)
    tracks = 1  # at least; a reader such as `head` wants no more
    with standard_output():
        tracks = STREAMS[asked.form](sys.stdout.buffer, listings, asked.options)
    return Exported(tracks, 1)


def _last_line(asked: Export, model: RememberedModel, written: Exported) -> str:
    tracks = counted(written.tracks, "track")
    answers = f"as {model.name} {model.version} heard them"
    if asked.target == STANDARD_OUTPUT:
        return f"{tracks}, {answers}."
    files = f"{counted(written.files, 'file')} in " if asked.is_folder else ""
    return f"{tracks}, {answers}. Written: {files}{asked.target.absolute()}."

"""`genre-desktop library relink`: the library is told where files lie that have been moved."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from genre_desktop.cli.console import console_for
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.interruption import interruption_held
from genre_desktop.cli.last_line import nothing_found
from genre_desktop.cli.places_preview import NewPlace, print_places
from genre_desktop.cli.tag_asking import is_agreed
from genre_desktop.core.chapter_reading import ChapterReading
from genre_desktop.core.corrections import CorrectionsUnavailable, known_corrections
from genre_desktop.core.exporting.gathering import PartTitles
from genre_desktop.core.identity import Stamp
from genre_desktop.core.library import LIBRARY_NAME
from genre_desktop.core.library_listing import LibraryListing
from genre_desktop.core.library_opening import LibraryUnavailable
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.library_relinking import Found, Lost, lost_files, paired, with_lost_sound
from genre_desktop.core.places import CORRECTIONS_NAME, PlaceUnavailable, data_folder
from genre_desktop.core.scan import Skipped, scan
from genre_desktop.core.sound_hashing import SoundHashing

_AT_ONCE = 100  # others can write the library in between


def relink(options: argparse.Namespace) -> ExitCode:
    """Looks for the files that have gone, shows where they lie, asks, and takes note of it.

    Raises:
        CommandRefused: It cannot be done, or nobody says whether to do it.
    """
    display = Display(console_for(error=True))
    try:
        library = data_folder() / LIBRARY_NAME
        with closing(LibraryReading(library)) as reading:
            lost = lost_files(reading)
            if not lost:
                display.say("Every file that the library knows is where it was.")
                return ExitCode.FINE
            found, left_out, looked_at = _look(options.paths, lost, reading)
        if not looked_at:
            display.say(nothing_found(options.paths))
            return ExitCode.NOTHING_FOUND
        return max(_carry_out(options, library, lost, found, display), left_out)
    except (CorrectionsUnavailable, LibraryUnavailable, PlaceUnavailable) as error:
        raise CommandRefused(error.sentence) from error


def _look(
    paths: Sequence[Path], lost: Lost, library: LibraryReading
) -> tuple[list[Found], ExitCode, int]:
    """What was found of the lost, whether anything was left out, and how many were looked at."""
    there: list[tuple[Path, Stamp, str]] = []
    code, looked_at = ExitCode.FINE, 0
    with Display(console_for(error=True), "Looking") as display, SoundHashing() as sounds:
        for one in _files(paths):
            if isinstance(one, Skipped):
                code = ExitCode.SOME_PROBLEMS
                display.say(one.sentence)
                continue
            looked_at += 1
            display.found()
            said = with_lost_sound(
                one, lost, lambda path, stamp: library.sound_of(path, stamp) or sounds.hash_of(path)
            )
            if said is not None:
                there.append((one, *said))
            display.done()
    return list(paired(lost, there)), code, looked_at


def _files(paths: Iterable[Path]) -> Iterator[Path | Skipped]:
    """Each file once, also where it has parts."""
    seen: set[Path] = set()
    for one in scan(paths, (), lambda _: ()):
        if isinstance(one, Skipped):
            yield one
        elif one.path not in seen:
            seen.add(one.path)
            yield one.path


def _carry_out(
    options: argparse.Namespace, library: Path, lost: Lost, found: list[Found], display: Display
) -> ExitCode:
    print_places([NewPlace(one.old, one.new) for one in found])
    display.say(f"{_lost_words(sum(map(len, lost.values())))}; {len(found):,} found here.")
    if not found:
        return ExitCode.NOTHING_FOUND
    question = f"Take note of where {counted(len(found), 'file')} {_verb(len(found))} now?"
    if options.dry_run or not is_agreed(question, yes=options.yes):
        display.say("Nothing was changed.")
        return ExitCode.FINE
    with interruption_held():  # it is done, or nothing is
        moved = _take_note(library, found)
    display.say(f"{counted(moved, 'file')} found again.")
    return ExitCode.FINE if moved == len(found) else ExitCode.SOME_PROBLEMS


def _lost_words(number: int) -> str:
    if number == 1:
        return "1 file of the library is not where it was"
    return f"{number:,} files of the library are not where they were"


def _verb(number: int) -> str:
    return "lies" if number == 1 else "lie"


def _take_note(library: Path, found: Sequence[Found]) -> int:
    """Tells the library, as the window does with what was heard; returns of how many files."""
    own = known_corrections(data_folder() / CORRECTIONS_NAME)
    there = list(dict.fromkeys((one.new, one.stamp, one.audio_hash) for one in found))
    moved = 0
    with closing(ChapterReading()) as chapters:
        titles = PartTitles(chapters.found_in)
        with LibraryListing(library, titles.divisions_of) as listing:
            for start in range(0, len(there), _AT_ONCE):
                moved += len(listing.relink(there[start : start + _AT_ONCE], own))
    return moved

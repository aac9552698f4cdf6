"""Files that a run copied or moved, put back on the command line."""

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import ExitCode
from genre_desktop.cli.organise import followed
from genre_desktop.cli.places_preview import places_back, print_places
from genre_desktop.cli.tag_asking import is_agreed
from genre_desktop.cli.tag_writing import carry_out_writing
from genre_desktop.core.organising.places_table import PlaceEntry
from genre_desktop.core.organising.running import Placed, put_back
from genre_desktop.core.tagging.journal import Journal


def places_not_back(run: int, journal: Journal) -> list[PlaceEntry]:
    """The files of a run that are still where it put them, as far as the journal knows."""
    return [entry for entry in journal.places.entries(run) if entry.undone_by is None]


def placed_at(paths: Iterable[Path], journal: Journal) -> list[PlaceEntry]:
    """What last was copied or moved to some paths, as far as it was not put back, latest first.

    The CUE sheets that went along with files are among it.
    """
    last: dict[Path, PlaceEntry] = {}
    for path in paths:
        for entry in journal.places.entries_at(path):
            last.setdefault(entry.placing.target, entry)
    found = (entry for entry in last.values() if entry.undone_by is None)
    return journal.places.with_sheets(found)


def put_places_back(
    entries: list[PlaceEntry], journal: Journal, display: Display, *, dry_run: bool, yes: bool
) -> ExitCode:
    """Shows what would go back where, asks, and does it.

    Raises:
        CommandRefused: Nobody says whether to do it.
        JournalUnavailable: It cannot be done now.
    """
    print_places(places_back(entries))
    if dry_run or not is_agreed(f"Put back {counted(len(entries), 'file')}?", yes=yes):
        display.say("Nothing was changed.")
        return ExitCode.FINE

    def putting(cancelled: threading.Event) -> Iterator[Placed]:
        return followed(put_back(journal, entries, cancelled), display, [])

    return carry_out_writing(putting, len(entries), "put back", doing="Putting back")

"""`genre-desktop history`: what was written to tags, and which files went where, run by run."""

from contextlib import closing
from datetime import datetime

from rich.table import Table

from genre_desktop.cli.console import console_for, standard_output
from genre_desktop.cli.display import Display
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.places_preview import places_of, print_places
from genre_desktop.cli.tag_preview import print_changes, written_line
from genre_desktop.cli.tag_writing import journal_path
from genre_desktop.core.tagging.history import Run
from genre_desktop.core.tagging.journal import Journal

_WHAT = {
    "tag": "tags written",
    "undo": "tags taken back",
    "copy": "files copied",
    "move": "files moved",
    "put back": "files put back",
}
_NOTHING = "Nothing was written yet."


def print_history(number: int | None) -> ExitCode:
    """Prints all runs, the latest first, or the files of one.

    Raises:
        CommandRefused: There is no such run.
        JournalUnavailable: The journal cannot be read.
        PlaceUnavailable: There is no folder for it.
    """
    path = journal_path()
    if not path.exists():
        Display(console_for(error=True)).say(_NOTHING)
        return ExitCode.NOTHING_FOUND
    with closing(Journal.open_for_reading(path)) as journal:
        runs = journal.runs()
        if number is None:
            return _print_runs(runs)
        if number not in {run.number for run in runs}:
            raise CommandRefused(f"There is no run {number}; `genre-desktop history` lists all.")
        print_places(places_of(journal.places.entries(number)[::-1]))
        print_changes([written_line(entry.change) for entry in reversed(journal.entries(number))])
    return ExitCode.FINE


def _print_runs(runs: list[Run]) -> ExitCode:
    if not runs:
        Display(console_for(error=True)).say(_NOTHING)
        return ExitCode.NOTHING_FOUND
    table = Table("Run", "When", "What", "Files", "Taken back since", box=None, pad_edge=False)
    for run in runs:
        when = datetime.fromisoformat(run.started).astimezone().strftime("%Y-%m-%d %H:%M")
        table.add_row(str(run.number), when, _WHAT[run.what], f"{run.files:,}", f"{run.undone:,}")
    with standard_output():
        console_for(error=False).print(table)
    return ExitCode.FINE

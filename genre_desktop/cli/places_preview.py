"""The list of where files would go, or went: old place, new place."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rich.table import Table
from rich.text import Text

from genre_desktop.cli.console import console_for, standard_output
from genre_desktop.core.organising.places_table import PlaceEntry
from genre_desktop.core.organising.wishes import How
from genre_desktop.dsp.printable import one_line


class NewPlace(NamedTuple):
    """One line of the list; without a new place the file goes away."""

    old: Path
    new: Path | None


def print_places(places: Sequence[NewPlace], below: Path | None = None) -> None:
    """Print every place on standard output.

    Args:
        places: Old and new.
        below: The folder that all new places lie in, and that is told once.
    """
    if not places:
        return
    head = "New place" if below is None else f"New place in {one_line(str(below))}"
    table = Table("File", "", head, box=None, pad_edge=False)
    for column in (0, 2):
        table.columns[column].overflow = "fold"
    for old, new in places:
        there = "(removed)" if new is None else one_line(_told(new, below))
        table.add_row(Text(one_line(str(old))), "→", Text(there))
    with standard_output():
        console_for(error=False).print(table)


def places_of(entries: Sequence[PlaceEntry]) -> list[NewPlace]:
    """What runs did, as lines of the list."""
    done = [entry.placing for entry in entries]
    return [
        NewPlace(one.target, None) if one.how is How.REMOVE else NewPlace(one.source, one.target)
        for one in done
    ]


def places_back(entries: Sequence[PlaceEntry]) -> list[NewPlace]:
    """The same the other way round, as far as it can be."""
    done = [entry.placing for entry in entries]
    return [NewPlace(one.target, one.source if one.how is How.MOVE else None) for one in done]


def _told(path: Path, below: Path | None) -> str:
    return str(path) if below is None else os.path.relpath(path, below)

"""The list of what would be written, or was: a file, its genres before, its genres after."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rich.table import Table
from rich.text import Text

from genre_desktop.cli.console import console_for, standard_output
from genre_desktop.core.tagging import safe_write as written
from genre_desktop.core.tagging.also import Also, Texts
from genre_desktop.core.tagging.also_changed import also_changed
from genre_desktop.core.tagging.going_back import GoingBack
from genre_desktop.core.tagging.safe_write import LINKED
from genre_desktop.core.tagging.wishes import PlanRow
from genre_desktop.dsp.printable import one_line

_NONE = "(none)"


class Change(NamedTuple):
    """One line of the list."""

    path: Path
    old: Sequence[str]
    new: Sequence[str]
    also: Texts = ()
    where: str = ""  # behind the genres before
    part: str = ""  # of the file


def _also(also: Also, text: str) -> str:
    return f"{also.value} {one_line(text)}" if text else f"no {also.value}"


def planned_line(row: PlanRow) -> Change:
    """What would be written; a genre that stays is, where only other tags have it."""
    is_beside = row.old == row.new and not row.also
    return Change(row.path, row.old, row.new, row.also, ", in other tags only" * is_beside)


def written_line(change: written.Change) -> Change:
    """What a run wrote."""
    return Change(change.path, change.old_genres, change.new_genres, also_changed(change))


def back_line(path: Path, back: GoingBack) -> Change:
    """What taking it back would write."""
    return Change(path, back.old, back.new, back.also)


def print_changes(changes: Sequence[Change]) -> None:
    """Print every change on standard output."""
    if not changes:
        return
    table = Table("File", "Genre", "", "New genre", box=None, pad_edge=False)
    table.columns[0].overflow = "fold"
    for change in changes:
        path = one_line(f"{change.path} – {change.part}" if change.part else str(change.path))
        also = "".join(f", {_also(one, text)}" for one, text in change.also)
        new = Text(f"{_joined(change.new)}{also}")
        table.add_row(Text(path), Text(f"{_joined(change.old)}{change.where}"), "→", new)
    with standard_output():
        console_for(error=False).print(table)


def refusal_of(row: PlanRow) -> str:
    """Why a file is left alone, with the option that would have it written where there is one."""
    if row.short == LINKED:
        return f"{row.sentence.partition(' (')[0]} (--through-links writes it for all of them)"
    return row.sentence


def _joined(genres: Sequence[str]) -> str:
    return one_line("; ".join(genres)) or _NONE

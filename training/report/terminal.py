"""The comparison as tables in a terminal."""

import os
from collections.abc import Sequence

from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from genre_desktop.dsp.printable import one_line
from training.evaluation.record import RunRecord
from training.report.results import two_best
from training.report.rows import COLUMNS, SHORT, row, warnings
from training.report.runs import grouped

RUN, FAMILY, HEARS, MACRO_F1, COMMIT = (
    COLUMNS.index(name) for name in ("run", "family", "hears", "macro-F1", "commit")
)
GIVEN_UP = (COMMIT, MACRO_F1, HEARS, FAMILY)  # one after the other, where a terminal is narrow
OF_A_FILE = 160  # signs in a line
LINES = 3  # signs between two columns
LONGEST_RUN = 20  # signs of a name, before it is broken


def print_comparison(records: Sequence[RunRecord], console: Console | None = None) -> None:
    """Print a table for each data set and protocol, best run first."""
    console = console or _console()
    rows = {record.name: row(record) for record in records}
    shown = _fitting(list(rows.values()), console.width)
    for group in grouped(records):
        title = _plain(f"{group.data}, {group.judging}")
        table = Table(title=title, title_justify="left")
        for column in shown:
            side: JustifyMethod = "left" if column < 3 else "right"
            whole = column not in (RUN, FAMILY)
            table.add_column(COLUMNS[column], justify=side, overflow="fold", no_wrap=whole)
        for run in group.runs:
            table.add_row(*(_plain(rows[run.name][column]) for column in shown))
        console.print(table)
        for sentence in filter(None, (*warnings(group.runs), two_best(group))):
            console.print(_plain(sentence))
    absent = [COLUMNS[column] for column in SHORT if column not in shown]
    if absent:
        console.print(f"Left out in so narrow a terminal: {', '.join(absent)}; `report` tells all.")


def _plain(words: str) -> Text:
    """Words as they are: what a name has in square brackets is no markup."""
    return Text(one_line(words))


def _console() -> Console:
    """The terminal; a file or a pipe has room for every column."""
    console = Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = OF_A_FILE
    return console


def _fitting(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The columns that have room beside each other without a figure being broken."""
    shown = list(SHORT)
    for column in GIVEN_UP:
        if sum(_least_width(one, rows) + LINES for one in shown) + 1 <= width:
            break
        shown.remove(column)
    return shown


def _least_width(column: int, rows: Sequence[Sequence[str]]) -> int:
    """Signs of a column: a name may be broken, a family's words stand below each other."""
    cells = [COLUMNS[column], *(cells[column] for cells in rows)]
    if column == FAMILY:
        return max(len(word) for cell in cells for word in cell.split())
    longest = max(map(len, cells))
    return min(longest, LONGEST_RUN) if column == RUN else longest

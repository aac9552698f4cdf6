"""The comparison as tables in a terminal."""

from collections.abc import Sequence

from rich.console import Console, JustifyMethod
from rich.table import Table

from training.evaluation.record import RunRecord
from training.report.results import two_best
from training.report.rows import COLUMNS, SHORT, row, warnings
from training.report.runs import grouped


def print_comparison(records: Sequence[RunRecord], console: Console | None = None) -> None:
    """Print a table for each data set and protocol, best run first."""
    console = console or Console(highlight=False)
    for group in grouped(records):
        table = Table(title=f"{group.data}, {group.judging}", title_justify="left")
        for column in SHORT:
            side: JustifyMethod = "left" if column < 3 else "right"
            table.add_column(COLUMNS[column], justify=side, overflow="fold")
        for run in group.runs:
            cells = row(run)
            table.add_row(*(cells[column] for column in SHORT))
        console.print(table)
        for sentence in filter(None, (*warnings(group.runs), two_best(group))):
            console.print(sentence, markup=False)

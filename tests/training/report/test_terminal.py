"""The comparison in a terminal: every row, no figure broken, names as they are."""

from dataclasses import replace

import pytest
from rich.console import Console

from tests.support.predictions import made_predictions, made_record
from training.report.rows import COLUMNS, SHORT, row
from training.report.terminal import print_comparison

STRONG = made_record("strong", made_predictions(skill=2.0, seeds=(0, 1, 2)))
WEAK = made_record("weak", made_predictions(skill=0.4, seeds=(0, 1, 2)), family="QDA")
RECORDS = [WEAK, STRONG]


def test_a_terminal_sees_every_row() -> None:
    console = Console(record=True, width=200, file=None, quiet=False)
    with console.capture() as captured:
        print_comparison(RECORDS, console)
    text = captured.get()
    for record in RECORDS:
        assert record.name in text
    for column in SHORT:
        assert COLUMNS[column] in text


def test_brackets_in_a_name_are_shown() -> None:
    named = replace(STRONG, name="mine [v2]", data="Music [/FLAC] (folders)")
    console = Console(width=130, file=None, quiet=False)
    with console.capture() as captured:
        print_comparison([named, replace(WEAK, data=named.data)], console)
    text = captured.get()
    assert "Music [/FLAC] (folders), protocol A" in text
    assert "│ mine [v2] │" in text
    assert "same tracks, mine [v2] and weak" in text


def test_a_narrow_terminal_cuts_no_name_off() -> None:
    named = replace(STRONG, name="a_name_that_is_long_enough_to_be_cut_off_in_a_column")
    console = Console(width=80, file=None, quiet=False)
    with console.capture() as captured:
        print_comparison([named], console)
    cells = [line.split("│")[1].strip() for line in captured.get().splitlines() if "│" in line]
    assert "".join(cells) == named.name


@pytest.mark.parametrize(
    ("width", "absent"), [(130, ""), (100, "commit"), (80, "macro-F1, commit")]
)
def test_a_narrow_terminal_breaks_no_figure_and_tells_what_it_leaves_out(
    width: int, absent: str
) -> None:
    console = Console(width=width, file=None, quiet=False)
    with console.capture() as captured:
        print_comparison([STRONG], console)
    text, _, left_out = captured.get().partition("Left out in so narrow a terminal: ")
    assert left_out.partition(";")[0] == absent
    cells = row(STRONG)
    for column in SHORT[3:]:
        assert (cells[column] in text) == (COLUMNS[column] not in absent)

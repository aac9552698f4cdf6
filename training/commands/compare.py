"""Prints runs side by side, and writes the tables of RESULTS.md."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from training.commands.options import say
from training.evaluation.record import RunRecord, read_record
from training.refusal import Refused

NAME = "compare"
WORDS = "print runs side by side, with intervals; --write puts the tables into RESULTS.md"
RESULTS = Path(__file__).parents[1] / "RESULTS.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Folders of runs, and where tables go."""
    parser.add_argument("runs", type=Path, nargs="+", help="folders of runs or of kept records")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="also keep each record there")
    parser.add_argument(
        "--write",
        type=Path,
        nargs="?",
        const=RESULTS,
        metavar="FILE",
        help="write the tables between the markers of a file (training/RESULTS.md)",
    )


def run(given: argparse.Namespace) -> None:
    """Print; keep and write where asked."""
    from training.report.configured import configured
    from training.report.packages import package_records
    from training.report.results import generated
    from training.report.runs import gathered
    from training.report.terminal import print_comparison

    found = gathered(given.runs)
    records = found.records
    print_comparison(records)
    for sentence in found.hidden:
        say(sentence)
    if given.keep:
        _keep(records, given.keep)
    if given.write:
        _write(given.write, generated(records, configured(), package_records()), found.damaged)
    found.refuse_damaged()


def _keep(records: Sequence[RunRecord], folder: Path) -> None:
    """Keep each record as NAME.json; nothing but an older record gives way.

    Raises:
        Refused: Something else has such a name there; then none is kept.
    """
    places = [folder / f"{record.name}.json" for record in records]
    for place in places:
        if place.exists():
            try:
                read_record(place)
            except Refused:
                message = f"{place} is no run's record that could be replaced; --keep another DIR."
                raise Refused(message) from None
    for record, place in zip(records, places, strict=True):
        record.write(place)
    say(f"Kept {len(records)} records in {folder}.")


def _write(file: Path, text: str, damaged: list[str]) -> None:
    """Write the tables, unless rows that stand there would be lost.

    Raises:
        Refused: They would; the sentence tells of damaged records, too.
    """
    from training.report.results import write_generated
    from training.report.runs import left_out

    try:
        write_generated(file, text)
    except Refused as refused:
        raise Refused(
            "\n".join([*([left_out(damaged)] if damaged else []), str(refused)])
        ) from None
    say(f"Wrote {file}.")

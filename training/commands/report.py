"""Writes the report: one HTML file with every run, plot and table, readable without a network."""

import argparse
from pathlib import Path

from training.commands.options import add_cache, say
from training.refusal import Refused

NAME = "report"
WORDS = "write one self-contained HTML file about runs and their data"
_HEAD_BYTES = 1_000  # in which a report has its title


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Folders of runs, the data to show beside them, and the file."""
    parser.add_argument("runs", type=Path, nargs="+", help="folders of runs or of kept records")
    parser.add_argument("--data", type=Path, help="folder of data sets to show")
    parser.add_argument("--index", type=Path, nargs="+", default=(), help="indexes to show")
    parser.add_argument("--table", type=Path, help="table of features to show")
    parser.add_argument("--out", type=Path, default=Path("report.html"), help="file to write")
    add_cache(parser)


def run(given: argparse.Namespace) -> None:
    """Gather, draw, write."""
    from training.cache import replacing
    from training.report.configured import configured
    from training.report.material import material
    from training.report.packages import package_records
    from training.report.report import TITLE, report
    from training.report.runs import gathered

    _refuse_other_files(given.out, f"<title>{TITLE}</title>")
    found = gathered(given.runs)
    shown = material(given.data, given.index, given.table)
    text = report(found.records, configured(), package_records(), shown, given.cache)
    with replacing(given.out) as target:
        target.write_text(text, "utf-8")
    say(f"Wrote {given.out} ({len(text) / 1e6:.1f} MB); open it in a browser.")
    for sentence in found.hidden:
        say(sentence)
    found.refuse_damaged()


def _refuse_other_files(out: Path, sign: str) -> None:
    """Refuse to write over a file that is no report.

    Raises:
        Refused: It would be lost.
    """
    if not out.is_file() or not out.stat().st_size:
        return
    with out.open("rb") as stream:
        if sign.encode() in stream.read(_HEAD_BYTES):
            return
    raise Refused(f"{out} is no report and would be lost; name another file with --out.")

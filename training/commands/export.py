"""Makes a model package of a run of `fit`, or an ensemble package of several."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from training.commands.options import add_cache, data_if_there, say
from training.refusal import Refused

NAME = "export"
WORDS = "make a package of a run; of several runs, an ensemble weighed by their held-out answers"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The runs, the package's folder, data, cache and whether to quantise."""
    parser.add_argument("runs", nargs="+", type=Path, metavar="RUN", help="folder that `fit` wrote")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="the package, such as models/NAME"
    )
    parser.add_argument(
        "--data", help="folder of data sets, for networks and tables (GENRE_DESKTOP_DATA)"
    )
    add_cache(parser)
    parser.add_argument(
        "--int8",
        action="store_true",
        help="convolutions in 8 bits, unless accuracy falls by more than half a point",
    )


def run(given: argparse.Namespace) -> None:
    """Write the package and open it as the application does."""
    from training.shipping.export_run import Making, export_run
    from training.shipping.export_stack import export_stack, export_stacking_run
    from training.shipping.packages import refuse_other_things
    from training.shipping.run_folder import read_run, refuse_name

    refuse_name(given.out.name)
    refuse_other_things(given.out)
    _refuse_twice(given.runs)
    making = Making(data_if_there(given.data), given.cache, say)
    runs = [read_run(place) for place in given.runs]
    stacked = [run.record.name for run in runs if "members" in run.model]
    if len(runs) == 1 and not stacked:
        export_run(runs[0], given.out, making, int8=given.int8)
    elif given.int8:
        raise Refused("Only a network by itself is put into 8 bits, no ensemble; leave --int8 out.")
    elif not stacked:
        export_stack(runs, given.out, making)
    elif len(runs) == 1:
        export_stacking_run(runs[0], given.out, making)
    else:
        raise Refused(f"The run {stacked[0]} stacks other runs; export it by itself.")
    say(f"Wrote {given.out}.")


def _refuse_twice(places: Sequence[Path]) -> None:
    """Refuse a run that is named twice.

    Raises:
        Refused: One is.
    """
    resolved = [place.resolve() for place in places]
    for place in places:
        if resolved.count(place.resolve()) > 1:
            raise Refused(f"The run {place} is named twice; an ensemble weighs each run once.")

"""Makes a model package of a run of `fit`, or an ensemble package of several."""

import argparse
from pathlib import Path

from training.commands.options import add_cache, data_if_there, say

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
    making = Making(data_if_there(given.data), given.cache, say)
    runs = [read_run(place) for place in given.runs]
    if "members" in runs[0].model:
        export_stacking_run(runs[0], given.out, making)
    elif len(runs) == 1:
        export_run(runs[0], given.out, making, int8=given.int8)
    else:
        export_stack(runs, given.out, making)
    say(f"Wrote {given.out}.")

"""Fits the packages under models/ again; with --evaluate, makes their figures again first."""

import argparse
from pathlib import Path

from training.commands.options import add_cache, add_data, add_threads, say

NAME = "reproduce"
WORDS = "fit and write the committed packages again; --evaluate repeats their cross-validation"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Data, cache, threads, which packages, where to, and whether to evaluate."""
    add_data(parser)
    add_cache(parser)
    add_threads(parser)
    parser.add_argument("--only", nargs="+", metavar="PACKAGE", help="these packages (all)")
    parser.add_argument("--out", type=Path, default=Path("models"), help="folder to fill (models)")
    parser.add_argument(
        "--evaluate",
        action="store_true",
        help="cross-validate and keep the records, training/results/PACKAGE.json; writes no "
        "package; what a broken run has finished is not done again",
    )


def run(given: argparse.Namespace) -> None:
    """Evaluate or make the packages, one after the other."""
    import torch

    from training.data import data_folder
    from training.shipping.making import evaluate, make
    from training.shipping.plans import chosen_plans
    from training.workshop import Workshop

    plans = chosen_plans(given.only)
    names = ", ".join(plan.name for plan in plans)
    torch.set_num_threads(given.threads)
    anew = not given.cache.is_dir() or not any(given.cache.iterdir())
    workshop = Workshop(data_folder(given.data), given.cache, say)
    if given.evaluate:
        hours = sum(plan.evaluating_hours for plan in plans)
        say(f"Evaluating {names}: about {hours:.1f} hours on two cores without a GPU.")
        for plan in plans:
            evaluate(plan, workshop)
        return
    given.out.mkdir(parents=True, exist_ok=True)  # what cannot be kept is not fitted for minutes
    minutes = sum(plan.fitting_minutes for plan in plans)
    say(f"Making {names}: about {minutes:.0f} min on two cores without a GPU.")
    for plan in plans:
        say(f"Wrote {make(plan, workshop, given.out, anew=anew)}.")

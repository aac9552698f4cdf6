"""Cross-validates and exports the first packages of GTZAN's ten genres."""

import argparse
from collections.abc import Callable
from pathlib import Path

from training.commands.options import add_cache, add_data, add_threads, say

NAME = "first"
WORDS = "cross-validate GTZAN's packages, then fit them on every clip and write them"
MODELS = ("cnn", "svc", "ensemble")
STEPS = ("evaluate", "export")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Data, cache, which models, which steps, and where packages go."""
    add_data(parser)
    add_cache(parser)
    add_threads(parser)
    parser.add_argument("--only", nargs="+", choices=MODELS, default=MODELS, help="models (all)")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=STEPS, help="steps (both)")
    parser.add_argument("--out", type=Path, default=Path("models"), help="folder to fill")


def run(given: argparse.Namespace) -> None:
    """Do the steps for the models."""
    import torch

    from training.data import data_folder
    from training.shipping import first
    from training.workshop import Workshop

    torch.set_num_threads(given.threads)
    workshop = Workshop(data_folder(given.data), given.cache, say)
    evaluations: dict[str, Callable[[Workshop], None]] = {
        "cnn": first.evaluate_network,
        "svc": first.evaluate_machine,
        "ensemble": first.evaluate_ensemble,
    }
    exports: dict[str, Callable[[Workshop, Path], Path]] = {
        "cnn": first.export_network,
        "svc": first.export_machine,
        "ensemble": first.export_ensemble,
    }
    if "evaluate" in given.steps:
        for model in given.only:
            evaluations[model](workshop)
    if "export" in given.steps:
        for model in given.only:
            say(f"Wrote {exports[model](workshop, given.out)}.")

"""The command line of training: `python -m training first --data DIR --out models`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import platformdirs
import torch

from genre_desktop.inference.package import PackageRefused
from training import first
from training.check_audio import AudioCheck, report_of
from training.data import DataMissing, data_folder
from training.export import ExportDiffers
from training.fold_heads import read_fold_heads
from training.manifests import NETWORK
from training.packages import PackageTooLarge
from training.results import write_record
from training.transcode import EncoderMissing
from training.workshop import Workshop

MODELS = ("cnn", "svc", "ensemble")
STEPS = {
    "evaluate": "cross-validate the models and keep the records",
    "export": "fit on every clip and write the packages",
    "first": "evaluate, then export",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status."""
    given = _parser().parse_args(arguments)
    torch.set_num_threads(given.threads)
    try:
        workshop = Workshop(data_folder(given.data), given.cache, _say)
        _run(given, workshop)
    except (DataMissing, ExportDiffers, PackageRefused, PackageTooLarge, EncoderMissing) as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


def _run(given: argparse.Namespace, workshop: Workshop) -> None:
    if given.command == "check-audio":
        check = AudioCheck(workshop.data_folder, given.out / NETWORK, read_fold_heads())
        write_record("check_audio", dict(report_of(check, _say)))
        return
    if given.command in ("evaluate", "first"):
        for model in given.only:
            _evaluations()[model](workshop)
    if given.command in ("export", "first"):
        for model in given.only:
            folder = _exports(workshop, given.out)[model]()
            _say(f"Wrote {folder}.")


def _evaluations() -> dict[str, Callable[[Workshop], None]]:
    return {
        "cnn": first.evaluate_network,
        "svc": first.evaluate_machine,
        "ensemble": first.evaluate_ensemble,
    }


def _exports(workshop: Workshop, out: Path) -> dict[str, Callable[[], Path]]:
    return {
        "cnn": lambda: first.export_network(workshop, out),
        "svc": lambda: first.export_machine(workshop, out),
        "ensemble": lambda: first.export_ensemble(workshop, out),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in STEPS.items():
        command = _command(commands, name, words)
        command.add_argument(
            "--only", nargs="+", choices=MODELS, default=MODELS, help="which models (all)"
        )
        if name != "evaluate":
            command.add_argument("--out", type=Path, default=Path("models"), help="folder to fill")
    check = _command(commands, "check-audio", "compare recordings with the archive and each other")
    check.add_argument("--out", type=Path, default=Path("models"), help="folder of packages")
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, words: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words)
    command.add_argument("--data", help="folder of data sets (default: GENRE_DESKTOP_DATA)")
    command.add_argument(
        "--cache",
        type=Path,
        default=platformdirs.user_cache_path("genre-desktop-training"),
        help="where intermediate arrays are kept",
    )
    command.add_argument("--threads", type=int, default=2, help="of PyTorch")
    return command


def _say(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main())

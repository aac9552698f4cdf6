"""The command line of training: `python -m training COMMAND`; one module of commands/ each."""

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence

from genre_desktop.inference.package import PackageRefused
from training import commands
from training.refusal import Refused


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # before onnxruntime is imported
    given = _parser().parse_args(arguments)
    try:
        given.run(given)
    except (Refused, PackageRefused) as refused:
        print(refused, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Not done: {error}; see to that place, its space and permissions.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. What was finished is kept.", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training",
        description="From recordings to compared models and packages; see training/README.md.",
    )
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for found in pkgutil.iter_modules(commands.__path__):
        module = importlib.import_module(f"{commands.__name__}.{found.name}")
        if not hasattr(module, "NAME"):
            continue  # what the commands share
        subparser = subparsers.add_parser(
            module.NAME, help=module.WORDS, description=module.__doc__
        )
        module.add_arguments(subparser)
        subparser.set_defaults(run=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())

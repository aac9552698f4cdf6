"""Runs the benchmarks named on the command line, or all of them, and prints their lines."""

import argparse
import importlib
import sys

NAMES = (
    "dsp",
    "scan",
    "library",
    "library_view",
    "library_start",
    "batch",
    "quick",
    "interruption",
    "window",
    "playback",
    "tags",
    "packaged",
)


def main() -> int:
    """Print the figures; the exit status says only whether every benchmark could be run."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", choices=[*NAMES, []], metavar="NAME", help=", ".join(NAMES)
    )
    failed = 0
    for name in parser.parse_args().names or NAMES:
        print(f"\n== {name} ==", flush=True)
        try:
            for line in importlib.import_module(f"bench.{name}").run():
                print(line, flush=True)
        except (OSError, RuntimeError, ValueError) as error:
            print(f"{name}: could not be measured: {error}", file=sys.stderr)
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Arguments that several commands share, and how a command speaks."""

import argparse
from pathlib import Path

import platformdirs


def add_data(parser: argparse.ArgumentParser) -> None:
    """--data, the folder of data sets."""
    parser.add_argument("--data", help="folder of data sets (default: GENRE_DESKTOP_DATA)")


def add_cache(parser: argparse.ArgumentParser) -> None:
    """--cache, where intermediate arrays are kept."""
    parser.add_argument(
        "--cache",
        type=Path,
        default=platformdirs.user_cache_path("genre-desktop-training"),
        help="where intermediate arrays are kept",
    )


def add_threads(parser: argparse.ArgumentParser) -> None:
    """--threads, how many PyTorch may use."""
    parser.add_argument("--threads", type=int, default=2, help="of PyTorch (2)")


def say(sentence: str) -> None:
    """Print a line at once, also into a file."""
    print(sentence, flush=True)

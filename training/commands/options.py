"""Arguments that several commands share, and how a command speaks."""

import argparse
import os
from pathlib import Path

import platformdirs

from genre_desktop.dsp.printable import one_line

VARIABLE = "GENRE_DESKTOP_DATA"


def add_data(parser: argparse.ArgumentParser) -> None:
    """--data, the folder of data sets."""
    parser.add_argument("--data", help="folder of data sets (default: GENRE_DESKTOP_DATA)")


def data_if_there(given: str | None) -> Path | None:
    """The folder of data sets for a command that can do without.

    A folder that only GENRE_DESKTOP_DATA names may be gone; that is said.

    Raises:
        DataMissing: --data names no folder.
    """
    from training.data import DataMissing, data_folder

    if not (given or os.environ.get(VARIABLE)):
        return None
    try:
        return data_folder(given)
    except DataMissing as missing:
        if given:
            raise
        say(f"{VARIABLE} is not heeded: {missing}")
        return None


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
    parser.add_argument("--threads", type=from_one, default=2, help="of PyTorch (2)")


def add_workers(parser: argparse._ActionsContainer, words: str) -> None:
    """--workers, how many processes decode recordings."""
    parser.add_argument("--workers", type=from_zero, default=2, help=f"processes that {words} (2)")


def from_zero(words: str) -> int:
    """The number that an argument writes.

    Raises:
        argparse.ArgumentTypeError: It is no whole number from 0 on.
    """
    if not words.isdecimal():
        message = f"{words} is no whole number from 0 on"
        raise argparse.ArgumentTypeError(message)
    return int(words)


def from_one(words: str) -> int:
    """The number that an argument writes.

    Raises:
        argparse.ArgumentTypeError: It is no whole number from 1 on.
    """
    if not words.isdecimal() or not int(words):
        message = f"{words} is no whole number from 1 on"
        raise argparse.ArgumentTypeError(message)
    return int(words)


def say(sentence: str) -> None:
    """Print a line at once, also into a file; no name in it breaks it or steers a terminal."""
    print(one_line(sentence), flush=True)

"""The values of options: read from words, or refused with a sentence."""

from argparse import ArgumentTypeError
from pathlib import Path

from genre_desktop.cli.request import STANDARD_OUTPUT

_LONGEST_SECONDS = 86_400.0
_MOST_WORKERS = (
    1_024  # each has a thread here; there may be as many as the largest machine has cores
)


def a_path(text: str) -> Path:
    """A path, which must not be empty."""
    if not text:  # an unset variable in a script; pathlib takes it for the current folder
        raise ArgumentTypeError("it is empty where a path belongs")
    return Path(text)


def a_separator(text: str) -> str:
    """What stands between several genres: a sign that tells them apart."""
    if not text.strip() or not text.isprintable():
        raise ArgumentTypeError("it needs a sign that can be seen, as in ; or /")
    return text


def a_target(text: str) -> Path:
    """A file to write, or standard output for a lone "-"; a file of that name is "./-"."""
    path = a_path(text)
    return path.absolute() if path == STANDARD_OUTPUT and text != "-" else path


def at_least_one(text: str) -> int:
    """A whole number from 1."""
    try:
        number = int(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is no whole number") from error
    if number < 1:
        raise ArgumentTypeError(f"{text} is less than 1")
    return number


def some_workers(text: str) -> int:
    """A number of worker processes."""
    number = at_least_one(text)
    if number > _MOST_WORKERS:
        raise ArgumentTypeError(f"{text} is more than {_MOST_WORKERS}; one a core is best")
    return number


def some_seconds(text: str) -> float:
    """A time of no more than a day."""
    try:
        seconds = float(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is no number of seconds") from error
    if not 0.0 <= seconds <= _LONGEST_SECONDS:
        raise ArgumentTypeError(f"{text} is not between 0 and {_LONGEST_SECONDS:.0f} seconds")
    return seconds


def probability(text: str) -> float:
    """A number from 0 to 1, or a percentage such as 60%."""
    is_percentage = text.endswith("%")
    try:
        number = float(text.removesuffix("%"))
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is no number; 0.6 and 60% are two examples") from error
    largest = 100.0 if is_percentage else 1.0
    if not 0.0 <= number <= largest:
        hint = f"; write {text}% for percent" if 1.0 < number <= 100.0 else ""
        raise ArgumentTypeError(f"{text} is not between 0 and 1, or 0% and 100%{hint}")
    return number / largest

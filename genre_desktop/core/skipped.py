"""A file or folder that was asked for or met, and left out with a reason."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from genre_desktop.dsp.long_paths import TOO_LONG, is_for_length, windows_refuses
from genre_desktop.dsp.printable import one_line


class Skipped(NamedTuple):
    """What was left out.

    Attributes:
        path: What it was.
        sentence: Why, in a sentence for people that names it.
    """

    path: Path
    sentence: str


def because(path: Path, reason: str) -> Skipped:
    """Something left out: `reason` goes on after the name, without a full stop."""
    return Skipped(path, f"{one_line(str(path))} {reason}.")


def because_of(
    path: Path, what: str, error: OSError, refuses_long: Callable[[], bool] = windows_refuses
) -> Skipped:
    """Something left out for an error of the operating system, such as "cannot be opened".

    Args:
        path: What is left out.
        what: What could not be done.
        error: What the system said.
        refuses_long: Says whether the system refuses long paths.
    """
    if is_for_length(error, refuses_long):
        return because(path, f"is left out: {TOO_LONG}")
    if error.errno == errno.ELOOP:
        return because(path, "is a link that leads back to itself and is left out")
    return because(path, f"{what} ({error.strerror or error}) and is left out")


def because_missing(
    path: Path, error: FileNotFoundError, refuses_long: Callable[[], bool] = windows_refuses
) -> Skipped:
    """Something left out since nothing is found there; the arguments are those of `because_of`."""
    if is_for_length(error, refuses_long):
        return because_of(path, "cannot be looked at", error, refuses_long)
    return because(path, "is not there and is left out")

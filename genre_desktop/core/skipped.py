"""A file or folder that was asked for or met, and left out with a reason."""

import errno
from pathlib import Path
from typing import NamedTuple

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


def because_of(path: Path, what: str, error: OSError) -> Skipped:
    """Something left out for an error of the operating system, such as "cannot be opened"."""
    if error.errno == errno.ELOOP:
        return because(path, "is a link that leads back to itself and is left out")
    return because(path, f"{what} ({error.strerror or error}) and is left out")

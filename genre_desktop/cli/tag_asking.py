"""The question before files are written."""

import sys

from genre_desktop.cli.exit_code import CommandRefused

_YES = frozenset({"y", "yes"})


def is_agreed(question: str, *, yes: bool) -> bool:
    """Whether the user says yes; not asked where that was said beforehand.

    Raises:
        CommandRefused: There is nobody to ask.
    """
    if yes:
        return True
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline() if sys.stdin is not None else ""
    if not answer:
        print(file=sys.stderr)
        raise CommandRefused("Nothing was written, for nobody answered; --yes writes unasked.")
    return answer.strip().casefold() in _YES

"""Where the command line writes: a terminal of any width, or a pipe."""

import sys

from rich.console import Console

_WIDTH_WITHOUT_TERMINAL = 160


def console_for(*, error: bool) -> Console:
    """A console on standard output or standard error that takes names literally."""
    stream = sys.stderr if error else sys.stdout
    return Console(
        file=stream,
        width=None if stream.isatty() else _WIDTH_WITHOUT_TERMINAL,
        highlight=False,
        markup=False,
        emoji=False,
    )

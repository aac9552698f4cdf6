"""Where the command line writes: a terminal of any width, a pipe, or a disk that may be full."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from genre_desktop.cli.exit_code import CommandRefused

_WIDTH_WITHOUT_TERMINAL = 10_000  # nothing is cut or folded there


class _LiteralConsole(Console):
    """Takes names literally, and leaves what becomes of a closed pipe to its user."""

    def on_broken_pipe(self) -> None:
        """Goes on as an error, where rich would end the program."""
        raise BrokenPipeError


def console_for(*, error: bool) -> Console:
    """A console on standard output or standard error."""
    stream = sys.stderr if error else sys.stdout
    return _LiteralConsole(
        file=stream,
        width=None if stream.isatty() else _WIDTH_WITHOUT_TERMINAL,
        highlight=False,
        markup=False,
        emoji=False,
    )


@contextmanager
def standard_output() -> Iterator[None]:
    """Within it standard output is written, and all of it has arrived at the end.

    A reader that wants no more, as in `genre-desktop models | head -1`, is no error.

    Raises:
        CommandRefused: It cannot be written.
    """
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _write_into_nothing()
    except OSError as error:
        _write_into_nothing()
        raise CommandRefused(
            f"Standard output cannot be written ({error.strerror or error}); "
            "make room or send it elsewhere."
        ) from error


def open_missing_streams() -> None:
    """Gives standard error somewhere to go where the shell closed it, as `2>&-` does.

    Raises:
        CommandRefused: Standard output is closed.
    """
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    if sys.stdout is None:
        raise CommandRefused("Standard output is closed; send it to a file or to /dev/null.")


def _write_into_nothing() -> None:
    """Lets what could not be written vanish, which Python would else try again at its end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)

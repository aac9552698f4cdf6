"""The exit codes of the command line, which scripts may rely on."""

from enum import IntEnum

from genre_desktop.core.refusal import Refusal


class ExitCode(IntEnum):
    """How a command ended."""

    FINE = 0  # every track has a genre
    SOME_PROBLEMS = 1  # the work is done, but some files were left out or have no genre
    USAGE = 2  # the command, the model or a file to write is not as it must be
    NOTHING_FOUND = 3  # there was no music under the paths given
    INTERRUPTED = 130  # Ctrl-C or a request to end; what was done is kept and written


class CommandRefused(Refusal):
    """The command cannot be carried out."""

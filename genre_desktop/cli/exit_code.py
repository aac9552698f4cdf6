"""The exit codes of the command line, which scripts may rely on."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended."""

    FINE = 0  # every track has a genre
    SOME_PROBLEMS = 1  # the work is done, but some files were left out or have no genre
    USAGE = 2  # the command, the model or a file to write is not as it must be
    NOTHING_FOUND = 3  # there was no music under the paths given
    INTERRUPTED = 130  # Ctrl-C or a request to end; what was done is kept and written


class CommandRefused(Exception):
    """The command cannot be carried out; the message is a sentence for people."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence

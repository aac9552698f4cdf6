"""Starts the program: a command or an option → the command line, nothing or paths → the window."""

import os
import sys
from multiprocessing import freeze_support
from pathlib import Path

from genre_desktop.dsp.printable import one_line

_COMMANDS = ("classify", "models", "spectrogram", "tag", "undo", "history", "export", "library")


def main() -> int:
    """Runs what the command line asks for and returns the exit code."""
    freeze_support()  # in a frozen program a worker starts here, and ends here
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before onnxruntime is imported, in workers too
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in _COMMANDS or arguments[0].startswith("-")):
        from genre_desktop.cli.command import main as command

        return command(arguments)
    if arguments and _is_mistyped(arguments[0]):
        known = f"{', '.join(_COMMANDS[:-1])} and {_COMMANDS[-1]}"
        print(
            f"genre-desktop: unknown command or file: {one_line(arguments[0])}; the commands are "
            f"{known}, and `genre-desktop --help` says more.",
            file=sys.stderr,
        )
        return 2
    if sys.platform == "linux" and not _has_display():
        print(
            "genre-desktop: There is no display to open a window on; "
            "`genre-desktop classify PATH…` does the same in the terminal.",
            file=sys.stderr,
        )
        return 2
    from genre_desktop.services.quick_start import start_quickly

    start_quickly()
    from genre_desktop.start import run

    return run([Path(argument) for argument in arguments if argument])


def _is_mistyped(word: str) -> bool:
    """Whether a bare word names nothing here; what looks like a path is left to the window."""
    return bool(word) and not set(word) & {"/", os.sep} and not os.path.lexists(word)


def _has_display() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())

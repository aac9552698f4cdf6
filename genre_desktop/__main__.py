"""Starts the program: a command or an option → the command line, nothing or paths → the window."""

import os
import sys
from pathlib import Path

from genre_desktop.core.first_start import is_taken, stand_first
from genre_desktop.core.places import HOME_VARIABLE
from genre_desktop.core.second_start import meeting
from genre_desktop.core.start_options import (
    NEW_WINDOW,
    SAFE_MODE,
    OptionRefused,
    StartOptions,
    start_options,
)
from genre_desktop.dsp.printable import one_line

_COMMANDS = (
    "classify",
    "models",
    "spectrogram",
    "tag",
    "organise",
    "watch",
    "undo",
    "history",
    "export",
    "import",
    "library",
)
_INTERRUPTED = 130  # as in `cli.exit_code`


def main() -> int:
    """Runs what the command line asks for and returns the exit code."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # a worker starts here, and ends here
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before onnxruntime is imported, in workers too
    try:
        return _start()
    except KeyboardInterrupt:  # while modules are imported; whoever works has an end of its own
        print("genre-desktop: Interrupted.", file=sys.stderr)
        return _INTERRUPTED


def _start() -> int:
    try:
        asked = start_options(sys.argv[1:], _COMMANDS)
    except OptionRefused as refused:
        return _refuse(str(refused))
    if asked.profile is not None:
        os.environ[HOME_VARIABLE] = str(asked.profile)  # for workers, too
    first = asked.rest[0] if asked.rest else ""
    if first in _COMMANDS or first.startswith("-"):
        return _carry_out(asked)
    if _is_mistyped(first):
        known = f"{', '.join(_COMMANDS[:-1])} and {_COMMANDS[-1]}"
        return _refuse(
            f"unknown command or file: {one_line(first)}; the commands are "
            f"{known}, and `genre-desktop --help` says more."
        )
    if sys.platform == "linux" and not _has_display():
        return _refuse(
            "There is no display to open a window on; "
            "`genre-desktop classify PATH…` does the same in the terminal."
        )
    return _open_window(asked)


def _open_window(asked: StartOptions) -> int:
    paths = [Path(word) for word in asked.rest if word]
    if asked.new_window:
        stand_first(meeting())  # later starts may hand over to this one
    elif not asked.safe_mode and is_taken(paths):
        return 0
    from genre_desktop.services.quick_start import start_quickly

    start_quickly()
    from genre_desktop.start import run

    return run(paths, safe_mode=asked.safe_mode)


def _carry_out(asked: StartOptions) -> int:
    for option, is_asked in ((SAFE_MODE, asked.safe_mode), (NEW_WINDOW, asked.new_window)):
        if is_asked:
            return _refuse(f"{option} opens the window; leave it out before {asked.rest[0]}.")
    from genre_desktop.cli.command import main as command

    return command(asked.rest)


def _refuse(sentence: str) -> int:
    print(f"genre-desktop: {sentence}", file=sys.stderr)
    return 2


def _is_mistyped(word: str) -> bool:
    """Whether a bare word names nothing here; what looks like a path is left to the window."""
    return bool(word) and not set(word) & {"/", os.sep} and not os.path.lexists(word)


def _has_display() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())

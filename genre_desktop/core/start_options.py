"""The options that stand before a command or beside the paths of the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROFILE, SAFE_MODE, NEW_WINDOW = "--profile", "--safe-mode", "--new-window"


class OptionRefused(Exception):
    """An option without what it needs; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class StartOptions:
    """What the first words say.

    Attributes:
        rest: The other words, in order: a command with its options, or paths.
        profile: The folder of all that is kept, None for the usual ones.
        safe_mode: Whether the window opens with nothing of the user's.
        new_window: Whether a window opens also where there is one.
    """

    rest: tuple[str, ...]
    profile: Path | None = None
    safe_mode: bool = False
    new_window: bool = False


def start_options(words: Sequence[str], commands: Sequence[str]) -> StartOptions:
    """Take the options of the start out of a command line.

    What follows a command is the command's own; what follows "--" are paths, which come back
    absolute, so that a file may be called as an option or a command is.

    Raises:
        OptionRefused: "--profile" has no folder.
    """
    rest: list[str] = []
    profile: Path | None = None
    wanted: set[str] = set()
    waiting = list(words)
    while waiting and not (rest and rest[0] in commands):
        word = waiting.pop(0)
        name, _, value = word.partition("=")
        if word == "--":
            waiting = [str(Path(path).absolute()) for path in waiting if path]
            break
        if name == PROFILE:
            profile = _folder(value or (waiting.pop(0) if waiting else ""))
        elif word in {SAFE_MODE, NEW_WINDOW}:
            wanted.add(word)
        else:
            rest.append(word)
    return StartOptions(
        (*rest, *waiting), profile, safe_mode=SAFE_MODE in wanted, new_window=NEW_WINDOW in wanted
    )


def _folder(name: str) -> Path:
    if not name:
        raise OptionRefused(f"{PROFILE} needs a folder: {PROFILE} DIR.")
    return Path(name).expanduser().absolute()

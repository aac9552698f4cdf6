"""What was written, as the window and the command line show it: light values."""

from dataclasses import dataclass
from pathlib import Path

from genre_desktop.core.refusal import Refusal
from genre_desktop.core.tagging.also import Texts


class JournalUnavailable(Refusal):
    """Tags cannot be written or taken back now."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run that wrote tags.

    Attributes:
        number: What `--run` names it by.
        started: When, in ISO 8601 with UTC.
        what: "tag" or "undo"; of files in other places "copy", "move" or "put back".
        files: How many were written.
        undone: How many of them were taken back since.
    """

    number: int
    started: str
    what: str
    files: int
    undone: int


@dataclass(frozen=True, slots=True)
class FileChange:
    """What a run did to one file.

    Attributes:
        number: Of the journal's entry.
        path: The file.
        old: Its genres before; of a file that was placed, its folder.
        new: Its genres after; of a file that was placed, its folder, or nothing where it went.
        undone_by: The run that took it back, None where none did.
        is_placed: Whether it was copied, moved or removed.
        also: What else its tags said after, empty for what went.
    """

    number: int
    path: Path
    old: tuple[str, ...]
    new: tuple[str, ...]
    undone_by: int | None = None
    is_placed: bool = False
    also: Texts = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one file of a run.

    Attributes:
        path: The file.
        is_written: Whether anything was written.
        refused: Why not, empty where nothing had to be.
        went_to: Where the file was moved, None where it lies where it lay.
        has_new_owner: Whether its owner or group could not be kept.
        is_along: Whether it is a CUE sheet that went along with its file.
    """

    path: Path
    is_written: bool
    refused: str = ""
    went_to: Path | None = None
    has_new_owner: bool = False
    is_along: bool = False


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was settled after runs that were killed.

    Attributes:
        runs: Of how many anything was; one whose folder is away waits, and is not told each time.
        whole: Files that had been written, which the journal did not know yet.
        dropped: Files that were about to be written and are as they were.
        removed: Temporary files that were removed.
    """

    runs: int = 0
    whole: int = 0
    dropped: int = 0
    removed: int = 0

    def __add__(self, other: "Recovered") -> "Recovered":
        return Recovered(
            self.runs + other.runs,
            self.whole + other.whole,
            self.dropped + other.dropped,
            self.removed + other.removed,
        )

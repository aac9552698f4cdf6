"""The preview of what would be copied or moved: where each file lies and where it would.

Light values and rules, which both the window and the command line read; nothing is opened here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from genre_desktop.core.identity import Stamp
from genre_desktop.core.organising.pattern import DEFAULT_PATTERN, Pattern, pattern_of
from genre_desktop.core.tagging.wishes import Heard, counted_states


class How(Enum):
    """What is done with a file."""

    COPY = "copy"
    MOVE = "move"
    REMOVE = "remove"  # a copy that is taken back


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to go where.

    Attributes:
        into: The folder in which folders are made.
        how: Copied or moved.
        pattern: Of folders and names.
        min_confidence: Leave files alone below this probability; None leaves alone of what the
            model itself is unsure.
    """

    into: Path
    how: How = How.COPY
    pattern: Pattern = field(default_factory=lambda: pattern_of(DEFAULT_PATTERN))
    min_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PlaceWish:
    """A file and where it is to be.

    Attributes:
        path: The file, as it is listed.
        target: The new place, at which nothing lay when it was looked at.
        stamp: Of the file then.
        how: Copied or moved.
        sheets: The CUE sheets that go along.
        is_divided: Whether a sheet divides it, without which it stays.
        files: Of a sheet, the files that it names and that are to go, too.
    """

    path: Path
    target: Path
    stamp: Stamp
    how: How
    sheets: tuple["PlaceWish", ...] = ()
    is_divided: bool = False
    files: frozenset[Path] = frozenset()


class Fate(Enum):
    """What becomes of a file, in the words of the counts."""

    COPIED = "would be copied"
    MOVED = "would be moved"
    UNSURE = "unsure left alone"
    LEFT_OUT = "not among your genres"
    ALREADY = "there already"
    UNHEARD = "without a genre heard"
    PARTS = "with several tracks in one file"
    REFUSED = "refused"


PLACED = frozenset({Fate.COPIED, Fate.MOVED})


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One file of the preview.

    Attributes:
        path: The file.
        fate: What becomes of it.
        target: Where it would be, or is already; None where it is left alone.
        wish: What to do, None where it is left alone.
        short: Why it is refused, in a word or two.
        sentence: Why, where the user may want to do something about it.
        left: Why a CUE sheet that names it does not go along, though the file goes.
    """

    path: Path
    fate: Fate
    target: Path | None = None
    wish: PlaceWish | None = None
    short: str = ""
    sentence: str = ""
    left: str = ""

    @property
    def state(self) -> str:
        """What becomes of it, in a few words."""
        return self.short or self.fate.value


def fate_of(heard: Heard, choice: Choice) -> Fate:
    """What becomes of a file as far as its genre goes; the order is that of tags and exports."""
    if heard.is_part:
        return Fate.PARTS
    if not heard.genre:
        return Fate.UNHEARD
    least = choice.min_confidence
    if heard.unsure if least is None else heard.probability < least:
        return Fate.UNSURE
    if heard.is_left_out:
        return Fate.LEFT_OUT
    return Fate.MOVED if choice.how is How.MOVE else Fate.COPIED


def counts(rows: Iterable[PlaceRow], how: How) -> str:
    """How many there are of each, as in "212 would be moved, 31 unsure left alone"."""
    first = Fate.MOVED if how is How.MOVE else Fate.COPIED
    return counted_states((row.state for row in rows), first.value)

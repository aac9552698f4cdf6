"""Lines of a preview that are selected and done, with counts that are kept up to date."""

from collections import Counter
from collections.abc import Callable, Iterable
from enum import Enum, auto
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from genre_desktop.core.tagging.history import Done


class Group(Enum):
    """The kinds of lines that can be shown alone."""

    ALL = auto()
    CHANGES = auto()
    LEFT_ALONE = auto()
    ALREADY = auto()
    REFUSED = auto()


def group_of_done(done: Done) -> Group:
    """The kind of a line that was worked on."""
    if done.refused:
        return Group.REFUSED
    return Group.CHANGES if done.is_written else Group.ALREADY


class CountedLine(Protocol):
    """What counts of a line.

    Attributes:
        is_wanted: False where the user deselected it.
        done: What became of it, None before it is done.
        is_left: True where the work ended without it.
        place: Among the lines on show, -1 where it is not.
    """

    is_wanted: bool
    done: Done | None
    is_left: bool
    place: int

    @property
    def can_be_wanted(self) -> bool:
        """Whether there is anything to select."""

    @property
    def wish(self) -> object | None:
        """What to do, None where nothing is or it is done already."""

    @property
    def group(self) -> Group | None:
        """Its kind, None while that is not known."""

    @property
    def state(self) -> tuple[Any, str] | None:
        """What becomes of it and the word for why, None while that is not known."""


class News(Protocol):
    """What is told of a file."""

    @property
    def path(self) -> Path:
        """Of the file."""


LineT = TypeVar("LineT", bound=CountedLine)
NewsT = TypeVar("NewsT", bound=News)


class CountedLines(Generic[LineT]):
    """Every file once, in the order of the list.

    Attributes:
        lines: All of them.
        groups: How many lines there are of each kind.
        states: How many there are by what becomes of them and the word for why.
        wanted: How many would be done.
        deselected: How many would be, had the user not deselected them.
    """

    def __init__(self) -> None:
        self.lines: list[LineT] = []
        self.groups: Counter[Group | None] = Counter()
        self.states: Counter[tuple[Any, str]] = Counter()
        self.wanted = self.deselected = 0
        self._by_path: dict[str, LineT] = {}

    def want(self, lines: Iterable[LineT], *, wanted: bool) -> list[LineT]:
        """Select or deselect lines; returns those that changed."""
        changed = [one for one in lines if one.can_be_wanted and one.is_wanted != wanted]
        for line in changed:
            line.is_wanted = wanted
        more = len(changed) if wanted else -len(changed)
        self.wanted += more
        self.deselected -= more
        return changed

    def take_done(self, done: Iterable[Done]) -> list[LineT]:
        """Note what became of files; returns the lines that changed."""

        def note(line: LineT, one: Done) -> None:
            line.done = one

        return self._noted(done, note)

    def leave_rest(self) -> list[LineT]:
        """The work is over: leave alone what it did not come to; returns the lines that changed."""
        left = [line for line in self.lines if line.can_be_wanted]
        for line in left:
            line.is_left = True
        self.groups[Group.CHANGES] -= len(left)
        self.groups[Group.LEFT_ALONE] += len(left)
        self.wanted = self.deselected = 0
        return left

    def _noted(self, news: Iterable[NewsT], note: Callable[[LineT, NewsT], None]) -> list[LineT]:
        """Note news of files in their lines; returns the lines that changed."""
        changed = []
        for one in news:
            line = self._by_path.get(str(one.path))
            if line is not None:
                self._count(line, -1)
                note(line, one)
                self._count(line, 1)
                changed.append(line)
        return changed

    def _count(self, line: LineT, sign: int) -> None:
        self.groups[line.group] += sign
        self.groups[Group.ALL] += sign
        self.wanted += sign * (line.can_be_wanted and line.is_wanted)
        self.deselected += sign * (line.can_be_wanted and not line.is_wanted)
        if line.state is not None:
            self.states[line.state] += sign

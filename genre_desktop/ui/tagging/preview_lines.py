"""The lines of the preview as data: what each file would become, and how many there are of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from genre_desktop.core.albums import Albums
from genre_desktop.core.rules import Rules, ruled
from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.history import Done
from genre_desktop.core.tagging.wishes import (
    LEFT_ALONE,
    Choice,
    Fate,
    Found,
    Heard,
    PlanRow,
    Wish,
    decide,
    heard_of,
)
from genre_desktop.core.track import Track
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.tagging.counted_lines import CountedLines, Group, group_of_done

STEP_LINES = 250  # to decide on so many by the rules takes some hundredths of a second


@dataclass(slots=True)
class Line:
    """One file.

    Attributes:
        track: The track.
        title: What the list calls it.
        plain: What was heard.
        heard: The same, as the rules want it.
        found: What the file says, None while that is not known.
        plan: What becomes of it, None while that is not known.
        is_wanted: False where the user deselected it.
        done: What became of it, None before it is written.
        is_left: True where the writing ended without it.
        place: Among the lines on show, -1 where it is not.
    """

    track: Track
    title: str
    plain: Heard
    heard: Heard
    found: Found | None = None
    plan: PlanRow | None = None
    is_wanted: bool = True
    done: Done | None = None
    is_left: bool = False
    place: int = -1

    @property
    def wish(self) -> Wish | None:
        """What to write, None where nothing is or it is done already."""
        return self.plan.wish if self.plan and self.can_be_wanted and self.is_wanted else None

    @property
    def can_be_wanted(self) -> bool:
        """Whether there is anything to select."""
        if self.plan is None or self.done is not None or self.is_left:
            return False
        return self.plan.wish is not None

    @property
    def stays(self) -> bool:
        """Whether the writing is over for it, and it is as it was."""
        return self.is_left or (self.done is not None and not self.done.is_written)

    @property
    def group(self) -> Group | None:
        """Its kind, None while that is not known."""
        if self.done is not None:
            return group_of_done(self.done)
        if self.plan is None:
            return None
        if self.is_left or self.plan.fate in LEFT_ALONE:
            return Group.LEFT_ALONE
        return _GROUPS[self.plan.fate]

    @property
    def state(self) -> tuple[Fate, str] | None:
        """What becomes of it and the word for why, None while that is not known."""
        return (self.plan.fate, self.plan.short) if self.plan is not None else None


_GROUPS = {
    Fate.CHANGES: Group.CHANGES,
    Fate.ALREADY: Group.ALREADY,
    Fate.REFUSED: Group.REFUSED,
}


class PreviewLines(CountedLines[Line]):
    """What would be written to which file.

    Attributes:
        parts: How many tracks are parts of files and have no tags.
    """

    def __init__(self) -> None:
        super().__init__()
        self.parts = 0
        self._choice, self._rules = Choice(), Rules()
        self._albums = Albums()
        self._real: set[str] = set()

    def count_in(self, heard: Iterable[Heard]) -> None:
        """Let tracks speak for their albums, before any of them is added."""
        for one in heard:
            self._albums.add(one)

    def add(self, tracks: Iterable[tuple[Track, str, Heard]]) -> list[Line]:
        """Add tracks with their titles; returns the lines that are to be looked at."""
        fresh = []
        for track, title, heard in tracks:
            key = str(track.path)
            if heard.is_part:
                self.parts += 1
            elif key not in self._by_path:
                line = self._by_path[key] = Line(track, title, heard, self._ruled(heard))
                if not heard.genre:
                    line.plan = decide(heard, None, self._choice)
                self.lines.append(line)
                self._count(line, 1)
                fresh.append(line)
        return [line for line in fresh if line.heard.genre]

    def take_found(self, found: Iterable[Found]) -> tuple[list[Line], list[Line]]:
        """Note what files say; returns the lines that changed, and those that are doubles."""
        changed, doubles = [], []
        for one in found:
            line = self._by_path.get(str(one.path))
            if line is None:
                continue
            if line.found is None and one.real in self._real:
                doubles.append(line)
                continue
            self._real.add(one.real)
            line.found = one
            self._decide(line)
            changed.append(line)
        if doubles:
            self._drop(doubles)
        return changed, doubles

    @property
    def also(self) -> frozenset[Also]:
        """The fields that are written beside the genre."""
        return self._choice.also

    def choose(self, choice: Choice) -> None:
        """Take another choice; `decide_again` is to follow."""
        self._choice = choice

    def obey(self, rules: Rules) -> None:
        """Take other rules; `decide_again` is to follow."""
        self._rules = rules

    def decide_again(self, lines: Sequence[Line]) -> None:
        """Decide some lines anew."""
        for line in lines:
            line.heard = self._ruled(line.plain)
            if line.found is not None and line.done is None:
                self._decide(line)

    def wishes(self) -> Iterator[Wish]:
        """What is to be written."""
        for line in self.lines:
            wish = line.wish
            if wish is not None:
                yield wish

    def _ruled(self, heard: Heard) -> Heard:
        return ruled(heard, self._rules, self._albums)

    def _decide(self, line: Line) -> None:
        self._count(line, -1)
        line.plan = decide(line.heard, line.found, self._choice)
        self._count(line, 1)

    def _drop(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self._count(line, -1)
            del self._by_path[str(line.track.path)]
        gone = {id(line) for line in lines}
        self.lines = [line for line in self.lines if id(line) not in gone]


def heard_of_row(row: RowState) -> Heard:
    """What a preview needs to know of a row."""
    track, outcome = row.listing.track, row.listing.outcome
    if outcome is None or row.is_first_impression:
        return Heard(track.path, track.span is not None)
    return heard_of(outcome, row.listing.tags)

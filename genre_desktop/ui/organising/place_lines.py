"""The lines of the preview as data: where each file lies, where it would, and how many of each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from genre_desktop.core.organising.wishes import PLACED, Fate, PlaceRow, PlaceWish
from genre_desktop.core.tagging.history import Done
from genre_desktop.core.tagging.wishes import Heard
from genre_desktop.ui.tagging.preview_lines import Group

_GROUPS = {Fate.ALREADY: Group.ALREADY, Fate.REFUSED: Group.REFUSED}


@dataclass(slots=True)
class PlaceLine:
    """One file.

    Attributes:
        heard: What its place rests on.
        row: What becomes of it, None while that is not known.
        is_wanted: False where the user deselected it.
        done: What became of it, None before it is placed.
        place: Among the lines on show, -1 where it is not.
    """

    heard: Heard
    row: PlaceRow | None = None
    is_wanted: bool = True
    done: Done | None = None
    place: int = -1

    @property
    def can_be_wanted(self) -> bool:
        """Whether there is anything to select."""
        return self.row is not None and self.row.wish is not None and self.done is None

    @property
    def wish(self) -> PlaceWish | None:
        """What to do, None where nothing is or it is done already."""
        return self.row.wish if self.row and self.can_be_wanted and self.is_wanted else None

    @property
    def group(self) -> Group | None:
        """Its kind, None while that is not known."""
        if self.done is not None and self.done.refused:
            return Group.REFUSED
        if self.row is None:
            return None
        if self.row.fate in PLACED:
            return Group.CHANGES
        return _GROUPS.get(self.row.fate, Group.LEFT_ALONE)


class PlaceLines:
    """Every file once, in the order of the list, with counts that are kept up to date.

    Attributes:
        lines: All of them.
        groups: How many lines there are of each kind.
        states: How many there are by what becomes of them and the word for why.
        wanted: How many would be copied or moved.
    """

    def __init__(self) -> None:
        self.lines: list[PlaceLine] = []
        self.groups: Counter[Group | None] = Counter()
        self.states: Counter[tuple[Fate, str]] = Counter()
        self.wanted = 0
        self._by_path: dict[str, PlaceLine] = {}

    def add(self, heard: Iterable[Heard]) -> None:
        """Add files that are not there yet."""
        for one in heard:
            key = str(one.path)
            if key not in self._by_path:
                line = self._by_path[key] = PlaceLine(one)
                self.lines.append(line)
                self._count(line, 1)

    def forget_places(self) -> None:
        """Nobody knows any more where files would go."""
        for line in self.lines:
            line.row = None
        self.groups, self.states, self.wanted = Counter({Group.ALL: len(self.lines)}), Counter(), 0

    def take_rows(self, rows: Iterable[PlaceRow]) -> list[PlaceLine]:
        """Note where files would go; returns the lines that changed."""
        changed = []
        for row in rows:
            line = self._by_path.get(str(row.path))
            if line is not None:
                self._count(line, -1)
                line.row = row
                self._count(line, 1)
                changed.append(line)
        return changed

    def take_done(self, done: Iterable[Done]) -> list[PlaceLine]:
        """Note what became of files; returns the lines that changed."""
        changed = []
        for one in done:
            line = self._by_path.get(str(one.path))
            if line is not None:
                self._count(line, -1)
                line.done = one
                self._count(line, 1)
                changed.append(line)
        return changed

    def want(self, lines: Iterable[PlaceLine], *, wanted: bool) -> list[PlaceLine]:
        """Select or deselect lines; returns those that changed."""
        changed = [one for one in lines if one.can_be_wanted and one.is_wanted != wanted]
        for line in changed:
            line.is_wanted = wanted
        self.wanted += len(changed) if wanted else -len(changed)
        return changed

    def wishes(self) -> Iterator[PlaceWish]:
        """What is to be done."""
        for line in self.lines:
            if line.wish is not None:
                yield line.wish

    def _count(self, line: PlaceLine, sign: int) -> None:
        self.groups[line.group] += sign
        self.groups[Group.ALL] += sign
        self.wanted += sign * (line.wish is not None)
        if line.row is not None:
            self.states[line.row.fate, line.row.short] += sign

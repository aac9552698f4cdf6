"""The lines of the preview as data: where each file lies, where it would, and how many of each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from genre_desktop.core.organising.wishes import PLACED, Fate, PlaceRow, PlaceWish
from genre_desktop.core.tagging.history import Done
from genre_desktop.core.tagging.wishes import Heard
from genre_desktop.ui.tagging.counted_lines import CountedLines, Group, group_of_done

_GROUPS = {Fate.ALREADY: Group.ALREADY, Fate.REFUSED: Group.REFUSED}


@dataclass(slots=True)
class PlaceLine:
    """One file.

    Attributes:
        heard: What its place rests on.
        row: What becomes of it, None while that is not known.
        is_wanted: False where the user deselected it.
        done: What became of it, None before it is placed.
        is_left: True where the work ended without it.
        place: Among the lines on show, -1 where it is not.
    """

    heard: Heard
    row: PlaceRow | None = None
    is_wanted: bool = True
    done: Done | None = None
    is_left: bool = False
    place: int = -1

    @property
    def can_be_wanted(self) -> bool:
        """Whether there is anything to select."""
        if self.row is None or self.done is not None or self.is_left:
            return False
        return self.row.wish is not None

    @property
    def wish(self) -> PlaceWish | None:
        """What to do, None where nothing is or it is done already."""
        return self.row.wish if self.row and self.can_be_wanted and self.is_wanted else None

    @property
    def group(self) -> Group | None:
        """Its kind, None while that is not known."""
        if self.done is not None:
            return group_of_done(self.done)
        if self.row is None:
            return None
        if self.row.fate in PLACED:
            return Group.LEFT_ALONE if self.is_left else Group.CHANGES
        return _GROUPS.get(self.row.fate, Group.LEFT_ALONE)

    @property
    def state(self) -> tuple[Fate, str] | None:
        """What becomes of it and the word for why, None while that is not known."""
        return (self.row.fate, self.row.short) if self.row is not None else None


class PlaceLines(CountedLines[PlaceLine]):
    """Where which file would go."""

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
        self.groups, self.states = Counter({Group.ALL: len(self.lines)}), Counter()
        self.wanted = self.deselected = 0

    def take_rows(self, rows: Iterable[PlaceRow]) -> list[PlaceLine]:
        """Note where files would go; returns the lines that changed."""

        def note(line: PlaceLine, row: PlaceRow) -> None:
            line.row = row

        return self._noted(rows, note)

    def wishes(self) -> Iterator[PlaceWish]:
        """What is to be done."""
        for line in self.lines:
            if line.wish is not None:
                yield line.wish

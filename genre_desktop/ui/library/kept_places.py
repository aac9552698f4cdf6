"""Where rows lie in an order that was made anew."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

Span = tuple[int, int]  # the first and the last place


class KeptPlaces(NamedTuple):
    """What was on show.

    Attributes:
        numbers: The numbers of all rows, in order.
        chosen: Where the chosen ones lay, ascending.
        current: Where the cursor was, -1 without one.
        top: Where the first row in view lay, -1 for the beginning of all.
        scrolled: What the scroll bar said.
    """

    numbers: Sequence[int]
    chosen: Sequence[Span]
    current: int
    top: int
    scrolled: int


class Orders:
    """An order of rows and the one that took its place.

    Only the rows between what both begin and end with are ever gone through.
    """

    def __init__(self, before: Sequence[int], now: Sequence[int]) -> None:
        """Compare two orders.

        Args:
            before: The numbers of all rows, in their order then.
            now: The same for now.
        """
        self._before, self._now = before, now
        self._start = _alike(before, now)
        self._end = _alike_at_end(before, now, most=min(len(before), len(now)) - self._start)

    def places_now(self, spans: Iterable[Span]) -> list[Span]:
        """Where rows lie now, given where they lay, ascending; those that are gone are left out."""
        before, start = self._before, self._start
        moved, tail = len(self._now) - len(before), len(before) - self._end
        first: list[Span] = []
        last: list[Span] = []
        wanted: set[int] = set()
        for span in spans:
            first += _within(span, 0, start - 1)
            between = _within(span, start, tail - 1)
            wanted.update(*(before[top : bottom + 1] for top, bottom in between))
            last += [
                (top + moved, bottom + moved) for top, bottom in _within(span, tail, len(before))
            ]
        return [*first, *self._found(wanted), *last]

    def place_now(self, place: int) -> int:
        """Where the row of a place lies now; -1 where it is gone, and for -1."""
        found = self.places_now([(place, place)]) if place >= 0 else []
        return found[0][0] if found else -1

    def _found(self, wanted: set[int]) -> Iterable[Span]:
        start, stop = self._start, len(self._now) - self._end
        if len(wanted) > 1:
            return _spans_of(wanted, self._now[start:stop], start)
        try:  # one is found much sooner than several
            places = [self._now.index(number, start, stop) for number in wanted]
        except ValueError:
            return ()
        return [(place, place) for place in places]


def _spans_of(wanted: set[int], numbers: Sequence[int], start: int) -> Iterator[Span]:
    """Where wanted ones lie among numbers, the first of which lies at `start`."""
    are_wanted = bytes(map(wanted.__contains__, numbers))  # in a third of a loop's time
    first = are_wanted.find(1)
    while first >= 0:
        after = are_wanted.find(0, first)
        yield start + first, start + (after if after >= 0 else len(numbers)) - 1
        first = are_wanted.find(1, after) if after >= 0 else -1


def _within(span: Span, first: int, last: int) -> Iterator[Span]:
    """The part of a span between two places, if there is one."""
    top, bottom = max(span[0], first), min(span[1], last)
    if top <= bottom:
        yield top, bottom


def _alike(one: Sequence[int], other: Sequence[int]) -> int:
    """How many rows both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:  # slices are compared much faster than number after number
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _alike_at_end(one: Sequence[int], other: Sequence[int], *, most: int) -> int:
    """How many rows both end with, at most so many."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        parts = (all_[len(all_) - middle : len(all_) - low] for all_ in (one, other))
        if next(parts) == next(parts):
            low = middle
        else:
            high = middle - 1
    return low

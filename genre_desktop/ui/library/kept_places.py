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


def places_now(before: Sequence[int], now: Sequence[int], spans: Iterable[Span]) -> list[Span]:
    """Where rows lie now; those that are gone are left out.

    Only the rows between what both orders begin and end with are gone through.

    Args:
        before: The numbers of all rows, in their order then.
        now: The same for now.
        spans: Where the rows lay, ascending.
    """
    start = _alike(before, now)
    end = _alike_at_end(before, now, most=min(len(before), len(now)) - start)
    moved, tail = len(now) - len(before), len(before) - end
    first: list[Span] = []
    last: list[Span] = []
    wanted: set[int] = set()
    for span in spans:
        first += _within(span, 0, start - 1)
        wanted.update(*(before[top : bottom + 1] for top, bottom in _within(span, start, tail - 1)))
        last += [(top + moved, bottom + moved) for top, bottom in _within(span, tail, len(before))]
    between = _spans_of(wanted, now[start : len(now) - end], start) if wanted else ()
    return [*first, *between, *last]


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

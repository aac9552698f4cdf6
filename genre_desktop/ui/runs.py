"""Neighbouring numbers as runs, so that Qt hears of a range once."""

from collections.abc import Iterator, Sequence
from itertools import pairwise


def runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbours in ascending numbers, as (first, last)."""
    if not places:
        return
    first = places[0]
    for place, following in pairwise(places):
        if following != place + 1:
            yield first, place
            first = following
    yield first, places[-1]

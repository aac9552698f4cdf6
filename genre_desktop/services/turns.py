"""Pieces of work in the window's thread take turns, so that no two hold it up in one go."""

from math import ceil
from time import perf_counter
from typing import ClassVar


class Turns:
    """When the next piece of work may begin, whoever does it; the window's thread only."""

    _next: ClassVar[float] = 0.0

    @classmethod
    def wait_ms(cls) -> int:
        """Return after how many milliseconds to ask again, 0 where it may begin now."""
        return max(0, ceil(1e3 * (cls._next - perf_counter())))

    @classmethod
    def end(cls, rest_seconds: float) -> None:
        """Let nothing else begin for so long: what a piece of work changed is painted meanwhile."""
        cls._next = perf_counter() + rest_seconds

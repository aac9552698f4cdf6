"""A review: doubtful tracks one after the other, each answered or skipped, and the way back."""

from collections.abc import Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Review(Generic[Item]):
    """Where a review stands.

    Attributes:
        items: What is reviewed, in order.
        place: Of the present item, from 0; behind the last one at the end.
    """

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = tuple(items)
        self.place = 0
        self._answered: list[bool] = []  # for each item before the present one

    @property
    def current(self) -> Item | None:
        """What is asked for now, None at the end."""
        return self.items[self.place] if self.place < len(self.items) else None

    @property
    def answered(self) -> int:
        """How many were answered."""
        return sum(self._answered)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._answered)

    def go_on(self, *, answered: bool) -> None:
        """Leave the present item behind, answered or skipped."""
        self._answered.append(answered)
        self.place += 1

    def go_back(self) -> bool:
        """Return to the item before; whether it had been answered."""
        self.place -= 1
        return self._answered.pop()

"""A clock for waits that are too long for a test."""

from collections.abc import Callable

_LOOKS = 10


class Hours:
    """A clock that stands still, or hurries while it is looked at."""

    def __init__(self) -> None:
        self.hurry = False
        self._now = 0.0

    def __call__(self) -> float:
        self._now += self.hurry
        return self._now

    def until(self, reached: Callable[[], bool], look: Callable[[], None]) -> Callable[[], bool]:
        """For `waitUntil`: whether it is reached, while time flies at each look for that."""

        def is_reached() -> bool:
            self.hurry = True
            for _ in range(_LOOKS):
                look()
            self.hurry = False
            return reached()

        return is_reached

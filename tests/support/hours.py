"""A clock for waits that are too long for a test."""


class Hours:
    """A clock that stands still, or hurries while it is looked at."""

    def __init__(self) -> None:
        self.hurry = False
        self._now = 0.0

    def __call__(self) -> float:
        self._now += self.hurry
        return self._now

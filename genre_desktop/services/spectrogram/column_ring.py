"""Successive columns of levels, of which the last ones are kept."""

import numpy as np
from numpy.typing import NDArray

Levels = NDArray[np.float32]


class ColumnRing:
    """One thread appends, another reads; a reader never sees a column that is half written.

    Attributes:
        end: How many columns were appended so far; only the writer changes it, afterwards.
    """

    def __init__(self, rows: int, kept: int) -> None:
        self._columns = np.zeros((kept, rows), np.float32)
        self.end = 0

    @property
    def begin(self) -> int:
        """The oldest column that can be read safely; some are left to the writer."""
        kept = len(self._columns)
        return max(0, self.end - kept + kept // 8)

    def append(self, columns: Levels) -> None:
        """Append columns (n, rows), n at most an eighth of what is kept."""
        places = np.arange(self.end, self.end + len(columns)) % len(self._columns)
        self._columns[places] = columns
        self.end += len(columns)

    def read(self, first: int, last: int) -> tuple[int, Levels]:
        """Return the number of the first column and a copy (n, rows) of those up to `last`."""
        first, last = max(first, self.begin), min(last, self.end)
        places = np.arange(first, max(first, last)) % len(self._columns)
        return first, self._columns[places]

"""What the status strip sums up of the list."""

from dataclasses import dataclass

from genre_desktop.ui.row_state import RowState, State


@dataclass(slots=True)
class Totals:
    """Sums over all rows, kept up to date so that nobody has to go through them.

    Attributes:
        seconds: Length of all tracks.
        problems: Rows that have no answer.
        notes: Rows that have one and are marked, for something is the matter with the file.
        unsure: Rows whose answer is unsure, whatever else they say.
        unheard: Rows that were not heard to the end, and nobody is at them.
    """

    seconds: float = 0.0
    problems: int = 0
    notes: int = 0
    unsure: int = 0
    unheard: int = 0

    def count(self, row: RowState, seconds: float, sign: int) -> None:
        """Add a row of this length with sign 1, leave it out with sign -1."""
        self.seconds += sign * seconds
        state = row.state
        if row.unsure and not row.is_first_impression:
            self.unsure += sign
        if state is State.PROBLEM:
            self.problems += sign
        elif state is State.NOTE:
            self.notes += sign
        elif state is State.NOT_HEARD or state is State.INTERRUPTED:
            self.unheard += sign

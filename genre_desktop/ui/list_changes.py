"""Changes of the playlist that can be undone."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QUndoCommand

from genre_desktop.ui.playlist import Row
from genre_desktop.ui.track_table_model import TrackTableModel


class Removal(QUndoCommand):
    """Takes rows off the list; undone, they stand where they stood."""

    def __init__(self, words: str, model: TrackTableModel, rows: Sequence[Row]) -> None:
        super().__init__(words)
        self._model = model
        self._rows = tuple(rows)
        self._taken: list[tuple[int, Row]] = []

    def redo(self) -> None:
        """Take the rows off the list."""
        self._taken = self._model.take_out(self._rows)

    def undo(self) -> None:
        """Put them back."""
        self._model.put_back(self._taken)


class Clearing(Removal):
    """Takes everything off the list, also what came into it before this is done again."""

    def __init__(self, words: str, model: TrackTableModel, told: Callable[[bool], None]) -> None:
        """Prepare.

        Args:
            words: What undoing it is called.
            model: The list.
            told: Takes True when the list was cleared, False when that was undone.
        """
        super().__init__(words, model, ())
        self._told = told

    def redo(self) -> None:
        """Take all rows off the list."""
        self._rows = tuple(self._model.playlist.rows)
        super().redo()
        self._told(True)  # noqa: FBT003 (a signal's)

    def undo(self) -> None:
        """Put them back."""
        super().undo()
        self._told(False)  # noqa: FBT003 (a signal's)


class Move(QUndoCommand):
    """Gives the list another playing order."""

    def __init__(self, words: str, model: TrackTableModel, order: Sequence[Row]) -> None:
        super().__init__(words)
        self._model = model
        self._before = tuple(model.playlist.rows)
        self._after = tuple(order)

    def redo(self) -> None:
        """Take the new order."""
        self._model.reorder(self._known(self._after))

    def undo(self) -> None:
        """Take the old order again."""
        self._model.reorder(self._known(self._before))

    def _known(self, order: Sequence[Row]) -> list[Row]:
        """The order, without rows that went meanwhile and with those that came at the end."""
        listed = set(self._model.playlist.rows)
        kept = [row for row in order if row in listed]
        ordered = set(kept)
        return kept + [row for row in self._model.playlist.rows if row not in ordered]

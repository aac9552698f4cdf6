"""Tracks removed from the library, to be undone."""

from collections.abc import Sequence

from PySide6.QtGui import QUndoCommand

from genre_desktop.services.library.keeping import Keeping


class ForgettingChange(QUndoCommand):
    """What was heard of some tracks, forgotten and remembered."""

    def __init__(self, words: str, keeping: Keeping, numbers: Sequence[int]) -> None:
        """Prepare; nothing is forgotten yet.

        Args:
            words: What undoing it is called.
            keeping: Forgets it.
            numbers: The rows of the library.
        """
        super().__init__(words)
        self._keeping, self._numbers = keeping, tuple(numbers)
        self._forgetting: int | None = None

    def redo(self) -> None:
        if self._forgetting is None:
            self._forgetting = self._keeping.forget(self._numbers)
        else:
            self._keeping.forget_again(self._forgetting)

    def undo(self) -> None:
        if self._forgetting is not None:
            self._keeping.remember(self._forgetting)

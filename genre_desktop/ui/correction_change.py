"""A correction that can be undone, and genres as the user types them."""

from collections.abc import Collection, Sequence

from PySide6.QtGui import QUndoCommand

from genre_desktop.core.genre_names import one_name
from genre_desktop.services.correcting import Change, Correcting

_LONGEST = 80


class CorrectionChange(QUndoCommand):
    """What the user says of some audio, and what was said of it before."""

    def __init__(
        self,
        words: str,
        correcting: Correcting,
        before: Sequence[Change],
        after: Sequence[Change],
    ) -> None:
        """Prepare; nothing is said yet.

        Args:
            words: What undoing it is called.
            correcting: Keeps it.
            before: The audio, and what was said of it.
            after: The same, and what is said of it from now on.
        """
        super().__init__(words)
        self._correcting = correcting
        self._before, self._after = tuple(before), tuple(after)

    def redo(self) -> None:
        self._correcting.correct(self._after)

    def undo(self) -> None:
        self._correcting.correct(self._before)


def genre_typed(text: str, labels: Collection[str]) -> str:
    """What the user means: the name of a model's label, else their own words, tidied."""
    return one_name(" ".join(text.split())[:_LONGEST], labels)

"""Tells files that end their worker from workers that end whatever the file is."""

from genre_desktop.core.refusal import Refusal

_MOST_LOST = 20  # ten files at two tries each; nobody's first ten files all crash a decoder


class WorkersUselessError(Refusal):
    """No worker does its work."""


class LostWorkers:
    """Counts the workers that a batch lost.

    Deaths count only until a worker has answered for the first time: from then on it is known
    that workers can work, and a death is its file's. A worker that did not begin counts always.
    """

    def __init__(self, workers: int) -> None:
        self._most = max(_MOST_LOST, 2 * workers)
        self._lost = 0
        self._has_answered = False

    @property
    def are_files_to_blame(self) -> bool:
        """True once a worker has answered."""
        return self._has_answered

    def answered(self) -> None:
        """A worker gave an answer."""
        self._has_answered = True
        self._lost = 0

    def died(self) -> None:
        """A worker died over a file.

        Raises:
            WorkersUselessError: As so many did before it.
        """
        if not self._has_answered:
            self.not_started()

    def not_started(self) -> None:
        """A worker did not come as far as a file.

        Raises:
            WorkersUselessError: As so many did before it.
        """
        self._lost += 1
        if self._lost >= self._most:
            raise WorkersUselessError(
                f"The processes that listen end without an answer, {self._lost} in a row; no file "
                "is to blame. Start the program again; if this comes back, report it with the log."
            )

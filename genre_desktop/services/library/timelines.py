"""Reads the timelines of answers, which the list does not keep in memory."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.core.track import Outcome
from genre_desktop.inference.verdict import Verdict
from genre_desktop.services.lane import Lane

_Answer = tuple[str, object, str]  # hash of the sound, part of it, package


class Timelines(QObject):
    """Looks one answer after the other up in the library, in a thread.

    Signals:
        found: The `Outcome` that was asked about, with its timeline, or as it was without one.
    """

    found = Signal(Outcome)
    _read = Signal(Outcome)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._lane = Lane("timelines")
        self._asked: set[_Answer] = set()
        self._in_vain: dict[_Answer, Verdict] = {}  # they have none
        self._read.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @Slot(Outcome)
    def look_up(self, outcome: Outcome) -> bool:
        """Have an answer's timeline read; False where nothing is to be told of it."""
        answer = _answer(outcome)
        if not outcome.lacks_timeline or self._in_vain.get(answer) is outcome.verdict:
            return False
        if answer not in self._asked:
            self._asked.add(answer)
            self._lane.do(lambda: self._look(outcome))
        return True

    def close(self) -> None:
        """End the thread."""
        self._lane.close()

    def _look(self, outcome: Outcome) -> None:
        """In the lane's thread; trouble with the library is told by who writes it."""
        from genre_desktop.core.library import Library, LibraryUnavailable

        found = outcome
        try:
            with Library.open_for_reading(self._library) as library:
                found = library.with_timeline(outcome)
        except LibraryUnavailable:
            pass
        self._read.emit(found)

    @Slot(Outcome)
    def _tell(self, found: Outcome) -> None:
        answer = _answer(found)
        self._asked.discard(answer)
        if found.lacks_timeline and found.verdict is not None:
            self._in_vain[answer] = found.verdict
        self.found.emit(found)


def _answer(outcome: Outcome) -> _Answer:
    return outcome.audio_hash, outcome.track.span, outcome.model_digest

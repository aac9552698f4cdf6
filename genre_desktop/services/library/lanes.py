"""What works on the library for the window does so in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.core.closing import ClosedAtTheEnd
from genre_desktop.core.track import AudioKey, Correction
from genre_desktop.services.lane import Lane

Corrections = Mapping[AudioKey, Correction]
Opened = TypeVar("Opened", bound=ClosedAtTheEnd)


class OwnLibrary(NamedTuple):
    """The user's library and the user's words.

    Attributes:
        file: Where the library lies.
        corrections: Gives the words on genres, called in the window's thread.
    """

    file: Path
    corrections: Callable[[], Corrections]


class LibraryLane(QObject):
    """Jobs on the library, one after the other; nothing is opened before something is asked.

    Signals:
        failed: A sentence: what could not be done with the library, and why.
    """

    failed = Signal(str)
    _refused = Signal(str)

    def __init__(self, name: str, library: OwnLibrary, parent: QObject | None) -> None:
        super().__init__(parent)
        self._file, self._corrections = library.file, library.corrections
        self._lane = Lane(name)
        self._refused.connect(self.failed, Qt.ConnectionType.QueuedConnection)


class OpenLibraryLane(LibraryLane, Generic[Opened]):
    """Keeps what it has opened, until that turns out to be of no use.

    Args:
        open_library: Opens the library, in the lane's thread.
    """

    def __init__(
        self,
        name: str,
        library: OwnLibrary,
        open_library: Callable[[], Opened],
        parent: QObject | None,
    ) -> None:
        super().__init__(name, library, parent)
        self._open_library = open_library
        self._opened: Opened | None = None

    def _do(
        self, action: Callable[[Opened], None], tell: Callable[[str], None] | None = None
    ) -> None:
        """Have something done in the lane; `tell`, if given, takes why it could not be."""
        self._lane.do(lambda: self._guarded(action, tell or self._fail))

    def _guarded(self, action: Callable[[Opened], None], tell: Callable[[str], None]) -> None:
        """Do something, in the lane's thread; what is in the way is told as a sentence.

        That there is no library yet is none: it may be there by the time that one could be told.
        """
        from genre_desktop.core.library_opening import LibraryUnavailable
        from genre_desktop.core.there import has_gone

        is_there = not has_gone(self._file)
        try:
            if self._opened is None:
                self._opened = self._open_library()
            action(self._opened)
        except LibraryUnavailable as unavailable:
            self._let_go()  # another may lie there by the next time
            if is_there:
                tell(unavailable.sentence)

    def _fail(self, sentence: str) -> None:
        """Say why something was not done."""
        self._refused.emit(sentence)

    def _end(self) -> None:
        """End the thread and close the library, unless the thread hangs."""
        if self._lane.close():
            self._let_go()

    def _let_go(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()

"""Keeps the library's list true for the window, in a thread that writes a little at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.services.library.lanes import Corrections, OpenLibraryLane, OwnLibrary
from genre_desktop.services.library.titles import Titles
from genre_desktop.services.right_of_way import give_way

if TYPE_CHECKING:  # too heavy before the first paint
    from genre_desktop.core.library_forgetting import ForgottenFile
    from genre_desktop.core.library_listing import LibraryListing
    from genre_desktop.core.tags_apart import TagsApart

FILES_AT_ONCE = 100  # a turn takes some hundredths of a second
LOOKED_FOR_AT_ONCE = 500
MOST_REMEMBERED = 2_000  # rows that are kept in memory to be taken back, some kilobytes each


class _Forgotten(NamedTuple):
    """What was removed at once: how many rows, and what was known of their files."""

    rows: int
    files: Sequence[ForgottenFile]


class Keeping(OpenLibraryLane["LibraryListing"]):
    """One turn after the other: list what changed, look for files, read tags that are missing.

    Signals:
        listed: Rows have changed; how many files are still to be listed.
        looked: Every file was looked for.
        found_again: A tuple of pairs: where files were, and where they lie now.
        forgotten: How many rows were removed.
        remembered: Rows that were removed are there again.
        recovered: Files could be listed after `failed` had told that something cannot be done.
        told: A sentence that stays true: how the library was found, or why rows were not removed.
    """

    listed = Signal(int)
    looked = Signal()
    found_again = Signal(tuple)
    forgotten = Signal(int)
    remembered = Signal()
    recovered = Signal()
    told = Signal(str)
    _listed = Signal(int)
    _looked = Signal()
    _found_again = Signal(tuple)
    _forgotten = Signal(int)
    _remembered = Signal()
    _recovered = Signal()
    _told = Signal(str)

    def __init__(self, library: OwnLibrary, parent: QObject | None = None) -> None:
        super().__init__("keeping the library's list", library, self._open_listing, parent)
        self._tags: TagsApart | None = None
        self._titles = Titles()
        self._is_looking = self._is_asked_again = self._is_failing = False  # in the lane's thread
        self._last = 0
        self._known: dict[int, _Forgotten] = {}
        queued = Qt.ConnectionType.QueuedConnection
        self._listed.connect(self.listed, queued)
        self._looked.connect(self.looked, queued)
        self._found_again.connect(self.found_again, queued)
        self._forgotten.connect(self.forgotten, queued)
        self._remembered.connect(self.remembered, queued)
        self._recovered.connect(self.recovered, queued)
        self._told.connect(self.told, queued)

    @Slot()
    def list_anew(self) -> None:
        """List what has changed since the last time, the user's words included."""
        own = dict(self._corrections())

        def begin(opened: LibraryListing) -> None:
            opened.obey(own)
            self._take_turns(own)

        self._do(begin)

    @Slot()
    def look_for_files(self) -> None:
        """Look which files are gone; where that goes on already, once more after it."""
        own = dict(self._corrections())
        self._do(lambda _: self._begin_to_look(own))

    def forget(self, numbers: Sequence[int]) -> int:
        """Remove rows from the library; returns the number by which that can be taken back."""
        unwanted = tuple(numbers)
        self._last += 1
        number = self._last
        self._do(lambda opened: self._forget(opened, number, unwanted), self._told.emit)
        return number

    def remember(self, number: int) -> None:
        """Take forgetting back."""
        own = dict(self._corrections())
        self._do(lambda opened: self._remember(opened, number, own), self._told.emit)

    def forget_again(self, number: int) -> None:
        """Forget what was taken back."""
        self._do(lambda opened: self._forget_again(opened, number), self._told.emit)

    def close(self) -> None:
        """End the thread, and the process that reads tags."""
        self._lane.stop()
        self._titles.close()
        if self._tags is not None:
            self._tags.close()
        self._end()

    # In the lane's thread

    def _open_listing(self) -> LibraryListing:
        from genre_desktop.core.library_listing import LibraryListing

        opened = LibraryListing(self._file, self._titles.divisions_of)
        for sentence in opened.notices:
            self._told.emit(sentence)
        return opened

    def _fail(self, sentence: str) -> None:
        self._is_failing = True
        super()._fail(sentence)

    def _let_go(self) -> None:
        self._is_looking = False
        super()._let_go()

    def _take_turns(self, own: Corrections) -> None:
        self._do(lambda opened: self._take_turn(opened, own))

    def _take_turn(self, opened: LibraryListing, own: Corrections) -> None:
        give_way()
        turn = opened.take_turn(FILES_AT_ONCE, own)
        if self._is_failing:
            self._is_failing = False
            self._recovered.emit()
        if turn.files:
            self._listed.emit(turn.left)
        if turn.found_again:
            self._found_again.emit(turn.found_again)
        if turn.files == FILES_AT_ONCE:
            self._take_turns(own)
        else:
            self._do(lambda again: self._read_tags(again, own))

    def _read_tags(self, opened: LibraryListing, own: Corrections) -> None:
        from genre_desktop.core.tags_apart import TRACKS_AT_ONCE, TagsApart

        if self._tags is None:
            self._tags = TagsApart()  # before the look whether it is to be closed
        paths = opened.untagged(TRACKS_AT_ONCE)
        if not paths or self._lane.stopping:
            return
        opened.keep_tags(paths, self._tags.read)
        self._take_turns(own)

    def _begin_to_look(self, own: Corrections) -> None:
        if self._is_looking:
            self._is_asked_again = True
        else:
            self._is_looking = True
            self._look(b"", own)

    def _look(self, after: bytes, own: Corrections) -> None:
        self._do(lambda opened: self._look_on(opened, after, own))

    def _look_on(self, opened: LibraryListing, after: bytes, own: Corrections) -> None:
        give_way()
        if not after:
            self._is_asked_again = False  # whoever asked so far: none was looked for yet
        end, news = opened.look_for_files(after, LOOKED_FOR_AT_ONCE)
        if news:
            self._listed.emit(0)
        if end is not None or self._is_asked_again:
            self._look(end or b"", own)
            return
        self._is_looking = False
        self._looked.emit()
        self._take_turns(own)

    def _forget(self, opened: LibraryListing, number: int, rows: tuple[int, ...]) -> None:
        known = opened.forget(rows)
        if len(rows) <= MOST_REMEMBERED:
            self._known[number] = _Forgotten(len(rows), known)
        self._listed.emit(0)
        self._forgotten.emit(len(rows))

    def _remember(self, opened: LibraryListing, number: int, own: Corrections) -> None:
        if number in self._known:
            opened.remember(self._known[number].files)
        self._remembered.emit()
        self._take_turns(own)

    def _forget_again(self, opened: LibraryListing, number: int) -> None:
        if number in self._known:
            rows, files = self._known[number]
            files = opened.forget_files([one.path for one in files])
            self._known[number] = _Forgotten(rows, files)
            self._forgotten.emit(rows)
        self._listed.emit(0)

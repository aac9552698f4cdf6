"""Gives parts of files their titles, which the library does not keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genre_desktop.core.track import Outcome

if TYPE_CHECKING:  # too heavy before the first paint
    from genre_desktop.core.chapter_reading import ChapterReading
    from genre_desktop.core.exporting.gathering import PartTitles


class Titles:
    """Asked by one thread, closed by another; a process starts with the first file of chapters."""

    def __init__(self) -> None:
        self._chapters: ChapterReading | None = None
        self._titles: PartTitles | None = None
        self._is_closed = False

    def named(self, outcome: Outcome) -> Outcome:
        """The same with the title of the part, where it has one."""
        if outcome.track.span is None or self._is_closed:
            return outcome
        if self._titles is None:
            from genre_desktop.core.chapter_reading import ChapterReading
            from genre_desktop.core.exporting.gathering import PartTitles

            self._chapters = ChapterReading()
            self._titles = PartTitles(self._chapters.parts_of)
        return self._titles.named(outcome)

    def close(self) -> None:
        """End the process; parts have no titles any more."""
        self._is_closed = True
        if self._chapters is not None:
            self._chapters.close()

"""Tells what files are divided into, and so the titles of parts, which the library lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from genre_desktop.core.track import Outcome, Track

if TYPE_CHECKING:  # too heavy before the first paint
    from genre_desktop.core.chapter_reading import ChapterReading
    from genre_desktop.core.exporting.gathering import PartTitles
    from genre_desktop.core.library_parts import Divisions


class Titles:
    """Asked by one thread, closed by another; a process starts with the first file of chapters."""

    def __init__(self) -> None:
        self._chapters: ChapterReading | None = None
        self._titles: PartTitles | None = None
        self._is_closed = False

    def named(self, outcome: Outcome) -> Outcome:
        """The same with the title of the part, where it has one."""
        return outcome._replace(track=self.titled(outcome.track))

    def titled(self, track: Track) -> Track:
        """The same with the title of the part, where it has one."""
        if track.span is None or self._is_closed:
            return track
        return self._opened().titled(track)

    def divisions_of(self, path: Path) -> Divisions | None:
        """What sheets or chapters make of a file; None where that is not known."""
        return None if self._is_closed else self._opened().divisions_of(path)

    def _opened(self) -> PartTitles:
        if self._titles is None:
            from genre_desktop.core.chapter_reading import ChapterReading
            from genre_desktop.core.exporting.gathering import PartTitles

            self._chapters = ChapterReading()
            if self._is_closed:  # meanwhile
                self._chapters.close()
            self._titles = PartTitles(self._chapters.found_in)
        return self._titles

    def close(self) -> None:
        """End the process; parts have no titles any more."""
        self._is_closed = True
        if self._chapters is not None:
            self._chapters.close()

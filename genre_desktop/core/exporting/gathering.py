"""The tracks of the library with their titles and tags, a handful of them in memory at a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path

from genre_desktop.core.exporting.query import LibraryRow
from genre_desktop.core.identity import Stamp, stamp_if_there
from genre_desktop.core.library_parts import Divisions, on_disk
from genre_desktop.core.library_reading import Remembered
from genre_desktop.core.library_rows import span_columns
from genre_desktop.core.part_tags import with_part
from genre_desktop.core.parts import may_have_chapters
from genre_desktop.core.sheets_beside import SheetsBeside
from genre_desktop.core.tags_apart import TRACKS_AT_ONCE, TagsApart
from genre_desktop.core.track import Listing, Outcome, Tags, Track
from genre_desktop.dsp.sound import Note, Problem

_GONE = Note(Problem.MISSING, "There is no such file any more.")


def library_rows(
    remembered: Iterable[Remembered],
    tags: TagsApart,
    chapters: Callable[[Path], tuple[Track, ...]],
) -> Iterator[LibraryRow]:
    """Every track with its tags: those the library keeps, the others read from the file.

    Args:
        remembered: What the library knows, by path.
        tags: Reads the tags of files; its process starts where the first one is needed.
        chapters: Finds the chapters of a file, for the titles of parts.
    """
    titles, source, heard = PartTitles(chapters), iter(remembered), set[int]()
    while chunk := [
        replace(one, outcome=titles.named(one.outcome)) for one in islice(source, TRACKS_AT_ONCE)
    ]:
        unknown = [one.outcome.track for one in chunk if one.tags is None and not one.is_gone]
        read = dict(tags.read(unknown)) if unknown else {}
        for one in chunk:
            outcome = without_file(one.outcome) if one.is_gone else one.outcome
            track = outcome.track
            known = read.get(track) or with_part(track, one.tags or Tags())
            sound = hash((outcome.audio_hash, track.span))
            is_duplicate = bool(outcome.audio_hash) and sound in heard
            heard.add(sound)
            yield LibraryRow(Listing(track, known, outcome), one.is_gone, is_duplicate)


def belonging_rows(
    remembered: Iterable[Remembered], divisions_of: Callable[[Path], Divisions | None]
) -> Iterator[Remembered]:
    """What belongs to each file, by the disk where the library does not know it yet.

    Args:
        remembered: What the library knows, by path.
        divisions_of: What sheets or chapters make of a file; None where that is not known.
    """
    for path, rows in groupby(remembered, key=lambda one: one.outcome.track.path):
        known = {span_columns(one.outcome.track.span): one for one in rows}
        first = next(iter(known.values()))
        if first.is_undecided:
            found = on_disk(known, None if first.is_gone else divisions_of(path))
            known = {span: one for span, one in known.items() if span in found}
        yield from known.values()


def without_file(outcome: Outcome) -> Outcome:
    """What was heard, with the note that the file is gone."""
    if outcome.verdict is None:
        return outcome._replace(problem=_GONE)
    if outcome.report is None:
        return outcome
    report = replace(outcome.report, notes=(_GONE, *outcome.report.notes))
    return outcome._replace(report=report)


class PartTitles:
    """Gives parts the titles of CUE sheets and chapters; the library keeps their times only."""

    def __init__(self, chapters: Callable[[Path], tuple[Track, ...] | None]) -> None:
        self._chapters = chapters
        self._sheets = SheetsBeside()
        self._file: tuple[tuple[Path, Stamp] | None, tuple[Track, ...] | None] = (None, ())

    def named(self, outcome: Outcome) -> Outcome:
        """The same with the title of the part, where it has one."""
        return outcome._replace(track=self.titled(outcome.track))

    def titled(self, track: Track) -> Track:
        """The same with the title of the part, where it has one."""
        if track.span is None:
            return track
        parts = (part for parts in self.divisions_of(track.path) or () for part in parts)
        return next((one for one in parts if one.span == track.span), track)

    def divisions_of(self, path: Path) -> Divisions | None:
        """What each sheet makes of a file, the first that counts, or its chapters; none a whole.

        Where the folder or the chapters cannot be read, None.
        """
        sheets = self._sheets.read(path.parent)
        if sheets is None:
            return None
        in_sheets = sheets.divisions_of(path.name)
        if in_sheets:
            return tuple(tuple(part.track for part in parts) for parts in in_sheets)
        chapters = self._chapters_of(path) if may_have_chapters(path) else ()
        return chapters if chapters is None else tuple(filter(None, (chapters,)))

    def _chapters_of(self, path: Path) -> tuple[Track, ...] | None:
        stamp = stamp_if_there(path)
        if stamp is None:
            return None
        if self._file[0] != (path, stamp):
            self._file = ((path, stamp), self._chapters(path))
        return self._file[1]

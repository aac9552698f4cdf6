"""The tracks of the library with their titles and tags, a handful of them in memory at a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from genre_desktop.core.exporting.query import LibraryRow
from genre_desktop.core.library_reading import Remembered
from genre_desktop.core.part_tags import with_part
from genre_desktop.core.parts import SheetParts, may_have_chapters, sheet_parts
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

    def __init__(self, chapters: Callable[[Path], tuple[Track, ...]]) -> None:
        self._chapters = chapters
        self._folder: tuple[Path | None, SheetParts] = (None, SheetParts({}, ()))
        self._file: tuple[Path | None, tuple[Track, ...]] = (None, ())

    def named(self, outcome: Outcome) -> Outcome:
        """The same with the title of the part, where it has one."""
        track = outcome.track
        if track.span is None:
            return outcome
        if self._file[0] != track.path:
            self._file = (track.path, self._parts(track.path))
        found = next((part for part in self._file[1] if part.span == track.span), track)
        return outcome._replace(track=found)

    def _parts(self, path: Path) -> tuple[Track, ...]:
        in_sheets = self._sheets(path.parent).by_file.get(path.name, ())
        if in_sheets:
            return tuple(part.track for part in in_sheets)
        return self._chapters(path) if may_have_chapters(path) else ()

    def _sheets(self, folder: Path) -> SheetParts:
        if self._folder[0] != folder:
            try:
                names = sorted(child.name for child in folder.iterdir())
            except OSError:
                names = []
            self._folder = (folder, sheet_parts(folder, names))
        return self._folder[1]

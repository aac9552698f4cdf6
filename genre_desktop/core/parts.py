"""The parts of an audio file: the tracks of a CUE sheet beside it, or the chapters inside it."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from genre_desktop.core.cue import (
    Sheet,
    SheetBroken,
    SheetFile,
    SheetTrack,
    decoded,
    parse_sheet,
)
from genre_desktop.core.kinds import extension_of, is_sheet, named_like_music
from genre_desktop.core.natural_order import natural_key
from genre_desktop.core.skipped import Skipped, because, because_of
from genre_desktop.core.there import is_file
from genre_desktop.core.track import Track
from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.regular_file import read_limited
from genre_desktop.dsp.sound import SoundError, Span

# Chapters are found by opening the container, which a scan can afford for few files only: for the
# kinds that books, mixes and videos come in, and for long files of the other kinds that have them.
_OFTEN_CHAPTERED = frozenset({".m4b", ".mka", ".mkv", ".mk3d", ".mp4", ".m4v", ".webm"})
_SELDOM_CHAPTERED = frozenset({".m4a", ".mp3", ".ogg", ".oga", ".opus", ".flac", ".wma"})
_LONG_FILE_BYTES = 64 * 1024 * 1024

_LONGEST_SHEET = 1024 * 1024


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A track of a sheet as a part of the file that holds it.

    Attributes:
        track: The part.
        sheet_track: What the sheet says of it.
        album: The sheet's title.
        album_performer: The sheet's performer.
    """

    track: Track
    sheet_track: SheetTrack
    album: str
    album_performer: str = ""


@dataclass(frozen=True, slots=True)
class SheetParts:
    """What the sheets of a folder say.

    Attributes:
        by_file: The parts of each file that a sheet names, in the order of the sheets; none where
            only one track begins in a file, which is then a whole.
        skipped: Sheets that were no use.
        others: The parts that further sheets for the same files name, sheet by sheet.
        named_by: The files that each sheet names, by the sheet's name.
    """

    by_file: Mapping[str, tuple[SheetPart, ...]]
    skipped: tuple[Skipped, ...]
    others: Mapping[str, tuple[tuple[SheetPart, ...], ...]] = field(default_factory=dict)
    named_by: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def divisions_of(self, name: str) -> tuple[tuple[SheetPart, ...], ...]:
        """What each sheet that divides a file says of it, the one that counts first."""
        every = (self.by_file.get(name, ()), *self.others.get(name, ()))
        return tuple(parts for parts in every if parts)

    def naming(self, name: str) -> tuple[str, ...]:
        """The sheets that name a file."""
        return tuple(sheet for sheet, files in self.named_by.items() if name in files)


def sheet_parts(folder: Path, names: Iterable[str]) -> SheetParts:
    """Reads the CUE sheets among the names of a folder's files; of two for one file the first.

    The first is that of the natural order, however the names come. A sheet that is broken, or that
    names files which are not there, is skipped with a reason.
    """
    names = tuple(names)
    beside: _Beside | None = None
    by_file: dict[str, tuple[SheetPart, ...]] = {}
    others: dict[str, tuple[tuple[SheetPart, ...], ...]] = {}
    named_by: dict[str, frozenset[str]] = {}
    skipped = []
    for name in sorted(filter(is_sheet, names), key=natural_key):
        beside = beside or _Beside(names)
        path = folder / name
        try:
            sheet, found = _read_sheet(path, beside)
            named_by[name] = frozenset(file_name for file_name, _ in found)
            for file_name, file in found:
                parts = _divided(folder / file_name, file, sheet)
                if by_file.setdefault(file_name, parts) is not parts:
                    others[file_name] = (*others.get(file_name, ()), parts)
        except OSError as error:
            skipped.append(because_of(path, "cannot be read", error))
        except SheetBroken as broken:
            skipped.append(because(path, f"{broken}; it is left out and no file is divided by it"))
    return SheetParts(by_file, tuple(skipped), others, named_by)


def parts_by(sheet: Path) -> SheetParts:
    """What a sheet says, whichever others lie beside it."""
    names = [name for name in names_in(sheet.parent) if not is_sheet(name)]
    return sheet_parts(sheet.parent, [sheet.name, *names])


def names_in(folder: Path) -> list[str]:
    """The names in a folder; none where it cannot be read."""
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


def may_have_chapters(path: Path) -> bool:
    """True for a file that is worth opening to find chapters in it.

    Books, mixes and videos (m4b, mka, mkv, mp4, webm) are; m4a, mp3, ogg, opus, flac and wma from
    64 MB on, about an hour, because opening every song would slow the scan down.
    """
    extension = extension_of(path.name)
    return extension in _OFTEN_CHAPTERED or (extension in _SELDOM_CHAPTERED and _is_long(path))


def chapter_parts(path: Path) -> tuple[Track, ...]:
    """The chapters inside a file, none where it has fewer than two; FFmpeg opens the file."""
    from genre_desktop.dsp.decode import chapters  # here: it loads FFmpeg

    try:
        found = chapters(path)
    except SoundError:  # the row will say so when the file is heard
        return ()
    if len(found) < 2:
        return ()
    return tuple(
        Track(path, chapter.span, chapter.title or f"Chapter {number}")
        for number, chapter in enumerate(found, start=1)
    )


def _is_long(path: Path) -> bool:
    try:
        return path.stat().st_size >= _LONG_FILE_BYTES
    except OSError:
        return False


class _Beside:
    """The names of the files beside a sheet, found by what the sheet calls them."""

    def __init__(self, names: Iterable[str]) -> None:
        names = tuple(names)
        self._exact = {_folded(name): name for name in names}
        self._by_stem = {_stem(name): name for name in names if named_like_music(name)}

    def meant(self, name: str) -> str | None:
        """The file of this name, else the one of this stem: the WAV was since compressed."""
        return self._exact.get(_folded(name)) or self.of_stem(name)

    def of_stem(self, name: str) -> str | None:
        """The file that is music and is called so up to its extension."""
        return self._by_stem.get(_stem(name))


def _read_sheet(path: Path, beside: _Beside) -> tuple[Sheet, list[tuple[str, SheetFile]]]:
    """A sheet, and the files beside it that it names with what it says of each."""
    content = read_limited(path, _LONGEST_SHEET)
    sheet = parse_sheet(decoded(content, lambda name: beside.meant(name) is not None))
    candidates = [(beside.meant(file.name), file) for file in sheet.files]
    if len(candidates) == 1 and candidates[0][0] is None:
        candidates = [(beside.of_stem(path.name), sheet.files[0])]
    found = [(name, file) for name, file in candidates if name is not None]
    if not found:
        raise SheetBroken(_why_none(path.parent, sheet.files[0]))
    return sheet, found


def _why_none(folder: Path, file: SheetFile) -> str:
    given = one_line(file.given)
    if is_file(folder / file.given):
        return f"names {given}, which lies in another folder: put the sheet beside it"
    return f"names {one_line(file.name)}, which is not beside it"


def _divided(path: Path, file: SheetFile, sheet: Sheet) -> tuple[SheetPart, ...]:
    if len(file.tracks) < 2:
        return ()
    ends = [*(track.start_seconds for track in file.tracks[1:]), None]
    return tuple(
        SheetPart(
            Track(path, Span(track.start_seconds, end), track.title or f"Track {track.number}"),
            track,
            sheet.title,
            sheet.performer,
        )
        for track, end in zip(file.tracks, ends, strict=True)
    )


def _stem(name: str) -> str:
    return _folded(Path(name).stem)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()

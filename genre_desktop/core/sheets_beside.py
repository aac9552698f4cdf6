"""The CUE sheets of folders, read anew where one of them has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.kinds import is_sheet
from genre_desktop.core.parts import SheetPart, SheetParts, sheet_parts
from genre_desktop.core.track import Track

_NONE = SheetParts({}, ())
_FOLDERS_KEPT = 4


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a folder, and what tells whether it is so still."""

    sheets: tuple[str, ...]
    stamps: tuple[Stamp, ...]
    parts: SheetParts


class SheetsBeside:
    """Keeps the sheets of some folders, for all the parts of their files; used by one thread.

    Args:
        folders: How many; more where files come in no order of folders.
    """

    def __init__(self, folders: int = _FOLDERS_KEPT) -> None:
        self._folders = folders
        self._read: dict[Path, _Read] = {}

    def of(self, folder: Path) -> SheetParts:
        """What the sheets of a folder say by now; nothing where it cannot be read."""
        return self.read(folder) or _NONE

    def read(self, folder: Path) -> SheetParts | None:
        """What the sheets of a folder say by now; None where it cannot be read."""
        read = self._read.pop(folder, None)
        try:
            if read is None or read.stamps != _stamps(folder, read.sheets):
                read = _read_folder(folder)
        except OSError:
            return None
        self._read[folder] = read  # the one asked for last is given up last
        if len(self._read) > self._folders:
            del self._read[next(iter(self._read))]
        return read.parts

    def part(self, track: Track) -> SheetPart | None:
        """What a sheet beside a file says of a part of it; of two sheets the one with its title."""
        found = [
            part
            for parts in self.of(track.path.parent).divisions_of(track.path.name)
            for part in parts
            if part.track.span == track.span
        ]
        return next((part for part in found if part.track == track), next(iter(found), None))


def _read_folder(folder: Path) -> _Read:
    changed = stamp_of(folder)
    names = [child.name for child in folder.iterdir() if not child.name.startswith(".")]
    sheets = tuple(filter(is_sheet, names))
    stamps = (changed, *_stamps(folder, sheets)[1:])
    return _Read(sheets, stamps, sheet_parts(folder, names))


def _stamps(folder: Path, sheets: Sequence[str]) -> tuple[Stamp, ...]:
    """Of the folder, which changes with the names in it, and of its sheets."""
    return (stamp_of(folder), *(stamp_of(folder / name) for name in sheets))

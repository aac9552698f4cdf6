"""Which CUE sheets go along: those of which all files go into one folder under their own names.

A sheet calls its files by their names alone, and is never rewritten.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.organising.placing import (
    HELD,
    NOT_ALL_GO,
    refuse_unplaceable,
    sheet_stays,
    without_sheet,
)
from genre_desktop.core.organising.safe_names import folded
from genre_desktop.core.organising.wishes import Fate, How, PlaceRow, PlaceWish
from genre_desktop.core.parts import SheetParts
from genre_desktop.core.tagging.raw import TagRefused
from genre_desktop.dsp.printable import one_line

FreePlace = Callable[[Path, Path], tuple[Path, bool]]


@dataclass(slots=True)
class _Named:
    """A file that sheets name: what becomes of it, and of each sheet.

    A sheet has what is to be done with it, None where it lies there already, or why it stays.
    """

    row: PlaceRow
    sheets: dict[Path, PlaceWish | TagRefused | OSError | None]

    def with_sheets(self) -> PlaceRow:
        """The row, as far as is known of the sheets; a file that is divided stays with a sheet."""
        wish = self.row.wish
        if wish is None:
            return self.row
        going = tuple(one for one in self.sheets.values() if isinstance(one, PlaceWish))
        for sheet, one in self.sheets.items():
            if isinstance(one, TagRefused | OSError):
                return self._without(wish, going, sheet, one)
        return replace(self.row, wish=replace(wish, sheets=going))

    def _without(
        self, wish: PlaceWish, going: tuple[PlaceWish, ...], sheet: Path, why: TagRefused | OSError
    ) -> PlaceRow:
        if wish.is_divided:
            refused = without_sheet(sheet, why)
            path, sentence = self.row.path, refused.sentence
            return PlaceRow(path, Fate.REFUSED, short=refused.short, sentence=sentence)
        return replace(self.row, wish=replace(wish, sheets=going), left=sheet_stays(sheet, why))


class SheetsAlong:
    """Waits for all files that a sheet names, and says then what becomes of it.

    Args:
        how: Copied or moved.
        free_place: Finds a place as near to the wanted as is free; whether the same file is there.
    """

    def __init__(self, how: How, free_place: FreePlace) -> None:
        self._how = how
        self._free_place = free_place
        self._named: dict[Path, _Named] = {}

    def joined(self, row: PlaceRow, sheets: SheetParts) -> tuple[PlaceRow, ...]:
        """A file's row, with those of others of which a sheet was waiting for it.

        Args:
            row: What becomes of the file but for its sheets.
            sheets: What the sheets of its folder say.
        """
        naming = [row.path.with_name(name) for name in sheets.naming(row.path.name)]
        if not naming:
            return (row,)
        self._named[row.path] = _Named(row, dict.fromkeys(naming, TagRefused(*NOT_ALL_GO)))
        changed = {row.path: self._named[row.path]}
        for sheet in naming:
            files = [sheet.with_name(name) for name in sorted(sheets.named_by[sheet.name])]
            named = [self._named[file] for file in files if file in self._named]
            if len(named) == len(files):
                along = self._along(sheet, [one.row for one in named])
                for one in named:
                    one.sheets[sheet] = along
                    changed[one.row.path] = one
        return tuple(one.with_sheets() for one in changed.values())

    def _along(
        self, sheet: Path, rows: Sequence[PlaceRow]
    ) -> PlaceWish | TagRefused | OSError | None:
        """What to do with a sheet, of which all files are known."""
        try:
            wanted = self._folder(rows) / sheet.name
            refuse_unplaceable(sheet, self._how)
            stamp = stamp_of(sheet)
            target, is_there = self._free_place(sheet, wanted)
        except (TagRefused, OSError) as error:
            return error
        if target != wanted:
            return TagRefused("another file lies at its new place", "place taken")
        files = frozenset(row.path for row in rows if row.wish is not None)
        return None if is_there else PlaceWish(sheet, target, stamp, self._how, files=files)

    def _folder(self, rows: Sequence[PlaceRow]) -> Path:
        """The one into which all files go under their own names.

        Raises:
            TagRefused: They do not.
        """
        folders = set()
        for row in rows:
            is_copied = row.fate is Fate.ALREADY and self._how is How.COPY
            if row.target is None or not (row.wish or is_copied):
                raise TagRefused(*NOT_ALL_GO)
            if folded(row.path.name) != folded(row.target.name):
                was, would = one_line(row.path.name), one_line(row.target.name)
                raise TagRefused(f"it knows the file as {was}, which would be {would}", HELD)
            folders.add(row.target.parent)
        if len(folders) > 1:
            raise TagRefused("the files that it names would go into several folders", HELD)
        return folders.pop()

"""Looks at files and at where they would go, before anything is copied or moved.

A CUE sheet goes along with the one file that it names, for it calls it by its name alone.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.organising.pattern import Facts
from genre_desktop.core.organising.placing import HELD, refuse_unplaceable, without_sheet
from genre_desktop.core.organising.safe_names import folded
from genre_desktop.core.organising.wishes import (
    PLACED,
    Choice,
    Fate,
    How,
    PlaceRow,
    PlaceWish,
    fate_of,
)
from genre_desktop.core.parts import SheetPart, SheetParts
from genre_desktop.core.sheets_beside import SheetsBeside
from genre_desktop.core.tagging.copying import digest_of
from genre_desktop.core.tagging.raw import TagRefused
from genre_desktop.core.tagging.safe_write import refusal
from genre_desktop.core.tagging.wishes import Heard
from genre_desktop.core.tags import read_album_artist, read_tags
from genre_desktop.core.there import is_folder
from genre_desktop.dsp.printable import one_line

Divided = tuple[tuple[SheetPart, ...], ...]
_NO_SHEET = "it holds several tracks that no CUE sheet beside it names, and stays"
_NOT_ALL = "not all of its tracks are here, and it goes as a whole only"
_SEVERAL_WORDS = "you gave its tracks several genres; give them one, and it goes as a whole"

_MOST_REMEMBERED = 200_000
_MOST_FOLDERS = 20_000


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a file says of itself."""

    artist: str
    track_artist: str
    album: str
    title: str
    track: str
    date: str


def plan(heard: Iterable[Heard], choice: Choice, named: Iterable[Path] = ()) -> Iterator[PlaceRow]:
    """A row for each file, once also where links or playlists name it twice.

    A link is never moved. The file that it leads to goes where that lies itself in what was named,
    though the link came first.

    Args:
        heard: The files.
        choice: What is to go where.
        named: The files and folders that the user named.
    """
    planner = Planner(choice)
    seen: set[str] = set()
    roots = [os.path.realpath(one) for one in named if is_folder(one) or not one.is_symlink()]
    for one in heard:
        real = os.path.realpath(one.path)
        if real in seen:
            continue
        if not _is_link_to_move(one, choice):
            seen.add(real)
            yield planner.row(one)
        elif not any(Path(real).is_relative_to(root) for root in roots):
            yield planner.row(one)
        else:
            seen.add(real)
            row = planner.row(replace(one, path=Path(real)))
            yield row
            if row.wish is not None:
                yield _refused(one.path, _left_behind(real))


def _is_link_to_move(heard: Heard, choice: Choice) -> bool:
    return choice.how is How.MOVE and heard.path.is_symlink()


def _left_behind(real: str) -> TagRefused:
    there = one_line(real)
    return TagRefused(
        f"it is a link to {there}, which would be moved; the link stays and leads nowhere then",
        "link",
    )


class Planner:
    """Gives files places, no two the same one on any system.

    Args:
        choice: What is to go where.
    """

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._taken: dict[str, Path] = {}  # places that were given, and to whom
        self._folders: dict[str, str] = {}  # the spelling of a folder that came first
        self._sheets = SheetsBeside(_MOST_FOLDERS)

    def row(self, heard: Heard) -> PlaceRow:
        """What becomes of a file."""
        path, fate = heard.path, fate_of(heard, self._choice)
        sheets = self._sheets.of(path.parent)
        divisions = sheets.divisions_of(path.name)
        in_parts = _why_in_parts(heard, divisions)
        if in_parts:
            return PlaceRow(path, Fate.PARTS, sentence=in_parts)
        if fate not in PLACED:
            return PlaceRow(path, fate)
        try:
            refuse_unplaceable(path, self._choice.how)
            stamp = stamp_of(path)
            wanted = self._place(heard, stamp, divisions)
            target, is_there = self._free_place(path, wanted)
            along = () if is_there else self._along(path, target, sheets)
        except TagRefused as refused:
            return _refused(path, refused)
        except OSError as error:
            return _refused(path, refusal(error))
        if is_there:
            return PlaceRow(path, Fate.ALREADY, target)
        wish = PlaceWish(path, target, stamp, self._choice.how, along)
        return PlaceRow(path, fate, target, wish)

    def _place(self, heard: Heard, stamp: Stamp, divisions: Divided) -> Path:
        said = _seen(heard.path, stamp)
        of_sheet = divisions[0][0] if divisions else None
        facts = Facts(
            genre=heard.genre,
            artist=said.artist or (of_sheet.album_performer if of_sheet else ""),
            track_artist=said.track_artist,
            album=said.album or (of_sheet.album if of_sheet else ""),
            title=said.title,
            track=said.track,
            year=said.date,
            stem=heard.path.stem,
            ending=heard.path.suffix,
        )
        *folders, name = self._choice.pattern.place(facts)
        place = self._choice.into
        for folder in folders:
            wanted = place / folder
            place = place / self._folders.setdefault(folded(str(wanted)), folder)
        return place / name

    def _along(self, path: Path, target: Path, sheets: SheetParts) -> tuple[PlaceWish, ...]:
        """The sheets that go along; those of a file that none of them divides may stay.

        Raises:
            TagRefused: The file is divided, and a sheet cannot go along.
        """
        wishes: list[PlaceWish] = []
        for name in sheets.naming(path.name):
            try:
                _refuse_apart(path, target, len(sheets.named_by[name]))
                wishes += self._sheet(path.with_name(name), target.with_name(name))
            except (TagRefused, OSError) as error:
                if sheets.divisions_of(path.name):
                    self._taken.pop(folded(str(target)))
                    raise without_sheet(path.with_name(name), error) from error
        return tuple(wishes)

    def _sheet(self, sheet: Path, wanted: Path) -> Iterator[PlaceWish]:
        """What to do with a sheet; nothing where it lies there already."""
        refuse_unplaceable(sheet, self._choice.how)
        stamp = stamp_of(sheet)
        target, is_there = self._free_place(sheet, wanted)
        if target != wanted:
            raise TagRefused("another file lies at its new place", "place taken")
        if not is_there:
            yield PlaceWish(sheet, target, stamp, self._choice.how)

    def _free_place(self, path: Path, wanted: Path) -> tuple[Path, bool]:
        """A place that is free, and whether the same file is there already."""
        number, place = 1, wanted
        while True:
            there = self._taken.get(folded(str(place)))
            if there is None and os.path.lexists(place):
                there = place
            if there is None:
                self._taken[folded(str(place))] = path
                return place, False
            if _is_same(path, there):
                self._taken.setdefault(folded(str(place)), path)
                return place, True
            number += 1
            place = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")


@lru_cache(maxsize=_MOST_REMEMBERED)
def _seen(path: Path, stamp: Stamp) -> _Seen:
    """What a file says; its stamp is what it is remembered by when a plan is made anew."""
    del stamp
    tags = read_tags(path)
    album_artist = read_album_artist(path)
    return _Seen(
        album_artist or tags.artist,
        tags.artist,
        tags.album,
        tags.title,
        tags.track_number,
        tags.date,
    )


def _why_in_parts(heard: Heard, divisions: Divided) -> str:
    """Why a file with several tracks has no place as a whole; empty where it can have one."""
    if not (heard.parts or heard.is_part):
        return ""
    if not divisions:
        return _NO_SHEET
    if heard.parts not in {len(parts) for parts in divisions}:
        return _NOT_ALL
    return _SEVERAL_WORDS if heard.is_part else ""


def _refuse_apart(path: Path, target: Path, files: int) -> None:
    """Refuses where a sheet would not find its file again."""
    if files > 1:
        raise TagRefused("it names other files, too", HELD)
    if folded(path.name) != folded(target.name):
        names = one_line(path.name), one_line(target.name)
        raise TagRefused(f"it knows the file as {names[0]}, which would be {names[1]}", HELD)


def _is_same(path: Path, there: Path) -> bool:
    """Whether a file is that at another place, or has the same content."""
    with suppress(OSError):
        if path.absolute() == there.absolute():
            return True
        if path.stat().st_size == there.stat().st_size:
            return path.samefile(there) or digest_of(path) == digest_of(there)
    return False


def _refused(path: Path, refused: TagRefused) -> PlaceRow:
    return PlaceRow(path, Fate.REFUSED, short=refused.short, sentence=refused.sentence)

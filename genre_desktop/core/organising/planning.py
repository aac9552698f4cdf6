"""Looks at files and at where they would go, before anything is copied or moved."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from genre_desktop.core.bounded_memory import MOST_BYTES_OF_TAGS, bounded_memory
from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.organising.pattern import Facts
from genre_desktop.core.organising.placing import refuse_unplaceable
from genre_desktop.core.organising.safe_names import folded
from genre_desktop.core.organising.sheets_along import SheetsAlong
from genre_desktop.core.organising.wishes import (
    PLACED,
    Choice,
    Fate,
    How,
    PlaceRow,
    PlaceWish,
    fate_of,
)
from genre_desktop.core.parts import SheetPart
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
_NOT_ALL_HEARD = "not all of its tracks have a genre, and it goes as a whole only"
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


def plan(heard: Iterable[Heard], choice: Choice, named: Iterable[Path] = ()) -> list[PlaceRow]:
    """A row for each file, once also where links or playlists name it twice.

    A link is never moved. The file that it leads to goes where that lies itself in what was named,
    though the link came first.

    Args:
        heard: The files.
        choice: What is to go where.
        named: The files and folders that the user named.
    """
    planner = Planner(choice)
    rows: dict[Path, PlaceRow] = {}
    seen: set[str] = set()
    links: dict[Path, Path] = {}
    roots = [os.path.realpath(one) for one in named if is_folder(one) or not one.is_symlink()]
    for one in heard:
        real = os.path.realpath(one.path)
        if real in seen:
            continue
        itself = one
        if not _is_link_to_move(one, choice):
            seen.add(real)
        elif any(Path(real).is_relative_to(root) for root in roots):
            seen.add(real)
            itself = replace(one, path=Path(real))
            links[one.path] = itself.path
        rows.update((row.path, row) for row in planner.rows(itself))
        if itself is not one:
            rows[one.path] = _refused(one.path, _left_behind(real))
    return [
        row for path, row in rows.items() if path not in links or rows[links[path]].wish is not None
    ]


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
        self._sheets_along = SheetsAlong(choice.how, self._free_place)

    def rows(self, heard: Heard) -> tuple[PlaceRow, ...]:
        """What becomes of a file, and now of those before it that a CUE sheet names with it."""
        return self._sheets_along.joined(self._row(heard), self._sheets.of(heard.path.parent))

    def _row(self, heard: Heard) -> PlaceRow:
        path, fate = heard.path, fate_of(heard, self._choice)
        divisions = self._sheets.of(path.parent).divisions_of(path.name)
        in_parts = _why_in_parts(heard, divisions)
        if in_parts:
            return PlaceRow(path, Fate.PARTS, sentence=in_parts)
        if fate not in PLACED:
            is_in_parts = fate is Fate.UNHEARD and heard.parts
            return PlaceRow(path, fate, sentence=_NOT_ALL_HEARD if is_in_parts else "")
        try:
            refuse_unplaceable(path, self._choice.how)
            stamp = stamp_of(path)
            wanted = self._place(heard, stamp, divisions)
            target, is_there = self._free_place(path, wanted)
        except TagRefused as refused:
            return _refused(path, refused)
        except OSError as error:
            return _refused(path, refusal(error))
        if is_there:
            return PlaceRow(path, Fate.ALREADY, target)
        wish = PlaceWish(path, target, stamp, self._choice.how, is_divided=bool(divisions))
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
    with bounded_memory(MOST_BYTES_OF_TAGS):
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

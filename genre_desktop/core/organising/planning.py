"""Looks at files and at where they would go, before anything is copied or moved."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.organising.pattern import Facts
from genre_desktop.core.organising.placing import refuse_unplaceable
from genre_desktop.core.organising.safe_names import folded
from genre_desktop.core.organising.wishes import (
    PLACED,
    Choice,
    Fate,
    PlaceRow,
    PlaceWish,
    fate_of,
)
from genre_desktop.core.tagging.copying import digest_of
from genre_desktop.core.tagging.raw import TagRefused
from genre_desktop.core.tagging.safe_write import refusal
from genre_desktop.core.tagging.wishes import Heard
from genre_desktop.core.tags import read_album_artist, read_tags

_MOST_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a file says of itself."""

    artist: str
    track_artist: str
    album: str
    title: str
    track: str
    date: str


def plan(heard: Iterable[Heard], choice: Choice) -> Iterator[PlaceRow]:
    """A row for each file, once also where links or playlists name it twice."""
    planner = Planner(choice)
    seen: set[str] = set()
    for one in heard:
        real = os.path.realpath(one.path)
        if real not in seen:
            seen.add(real)
            yield planner.row(one)


class Planner:
    """Gives files places, no two the same one on any system.

    Args:
        choice: What is to go where.
    """

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._taken: dict[str, Path] = {}  # places that were given, and to whom
        self._folders: dict[str, str] = {}  # the spelling of a folder that came first

    def row(self, heard: Heard) -> PlaceRow:
        """What becomes of a file."""
        path, fate = heard.path, fate_of(heard, self._choice)
        if fate not in PLACED:
            return PlaceRow(path, fate)
        try:
            refuse_unplaceable(path, self._choice.how)
            stamp = stamp_of(path)
            target, is_there = self._free_place(path, self._place(heard, stamp))
        except TagRefused as refused:
            return _refused(path, refused)
        except OSError as error:
            return _refused(path, refusal(error))
        if is_there:
            return PlaceRow(path, Fate.ALREADY, target)
        wish = PlaceWish(path, target, stamp, self._choice.how)
        return PlaceRow(path, fate, target, wish)

    def _place(self, heard: Heard, stamp: Stamp) -> Path:
        said = _seen(heard.path, stamp)
        facts = Facts(
            genre=heard.genre,
            artist=said.artist,
            track_artist=said.track_artist,
            album=said.album,
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

"""A library that is looked through: listed as it is, with what a view of it gives."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from genre_desktop.core.library_facets import Facet, Order, View
from genre_desktop.core.library_listing import LibraryListing
from genre_desktop.core.library_parts import Divisions
from genre_desktop.core.library_tags import KeptTags
from genre_desktop.core.library_view import FEW, LibraryView
from genre_desktop.core.part_tags import with_part
from genre_desktop.core.tags import read_tags
from genre_desktop.core.track import AudioKey, Correction, Tags, Track
from tests.support.remembered import small_library


def no_parts(_path: Path) -> tuple[()]:
    return ()


def list_all(
    place: Path,
    corrections: Mapping[AudioKey, Correction] | None = None,
    divisions_of: Callable[[Path], Divisions | None] = no_parts,
) -> None:
    """Bring the listed rows up to date with the answers, the corrections and the disk."""
    with LibraryListing(place, divisions_of) as listing:
        listing.obey(corrections or {})
        while listing.take_turn(100, corrections or {}).files:
            pass
        listing.look_for_files(b"", 1_000)


def keep_tags_of(place: Path, files: Iterable[Path]) -> None:
    """Keep the tags of files in the library, as the window does when it has read them."""
    with KeptTags(place) as kept:
        list(kept.read([Track(file) for file in files], tags_of_all_pairs))


def tags_of(track: Track) -> Tags:
    """The tags of a track, read from its file and the sheet beside it."""
    return with_part(track, read_tags(track.path))


def tags_of_all_pairs(tracks: Sequence[Track]) -> list[tuple[Track, Tags]]:
    """The tags of tracks, read in this process."""
    return [(track, tags_of(track)) for track in tracks]


def listed_library(data: Path, music: Path) -> Path:
    """A small library, its tags kept and its rows listed."""
    place = small_library(data, music)
    keep_tags_of(place, sorted(music.rglob("*.*")))
    list_all(place)
    return place


def names_in(place: Path, view: View, *, few: int = FEW) -> list[str]:
    """The names of the files that a view shows, in its order."""
    with LibraryView(place, few=few) as opened:
        numbers = opened.numbers(view)
        rows = opened.rows(numbers)
        return [rows[number][0].outcome.track.path.name for number in numbers]


def groups_in(place: Path, facet: Facet, text: str = "") -> dict[object, int]:
    """The groups of a facet with their counts, in order."""
    with LibraryView(place) as opened:
        return {one.key: one.tracks for one in opened.groups(View(text, facet))}


def ordered_by(order: Order, *, descending: bool = False) -> View:
    return View(order=order, is_descending=descending)


def as_before_parts(place: Path) -> None:
    """As a program left it that did not note into what files are divided."""
    with closing(sqlite3.connect(place)) as old:
        old.execute("DROP TABLE part")
        old.execute("DROP TABLE undecided")
        old.execute("PRAGMA user_version = 5")


def as_before_doubts(place: Path) -> None:
    """As a program left it that kept no doubts."""
    as_before_parts(place)
    with closing(sqlite3.connect(place)) as old:
        old.execute("DROP INDEX listed_doubt")
        old.execute("ALTER TABLE listed DROP COLUMN doubt")
        old.execute("PRAGMA user_version = 4")

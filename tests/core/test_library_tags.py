"""Tags of files, kept in the library."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import Library
from genre_desktop.core.library_facets import Facet, View
from genre_desktop.core.library_listing import LibraryListing
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.library_tags import KeptTags
from genre_desktop.core.track import Tags, Track
from tests.support.browsed import (
    groups_in,
    list_all,
    listed_library,
    names_in,
    no_parts,
    tags_of_all_pairs,
)
from tests.support.remembered import heard, library_of, song
from tests.support.tag_run import tag_all, undo_last


def reading(asked: list[Track]) -> Callable[..., list[tuple[Track, Tags]]]:
    def read(tracks: list[Track]) -> list[tuple[Track, Tags]]:
        asked.extend(tracks)
        return [(track, Tags(title="read")) for track in tracks]

    return read


def test_what_is_known_of_an_unchanged_file_is_not_read_again(tmp_path: Path) -> None:
    place = listed_library(tmp_path / "data", tmp_path / "music")
    file = Track(tmp_path / "music" / "Cool.flac")
    asked: list[Track] = []
    with KeptTags(place) as kept:
        found = dict(kept.read([file], reading(asked)))
        assert (found[file].title, asked) == ("Cool", [])
        anew = dict(kept.read([file], reading(asked), anew=True))
    assert (anew[file].title, asked) == ("read", [file])


def test_tags_are_read_although_there_is_no_library(tmp_path: Path) -> None:
    file = Track(song(tmp_path / "One.flac"))
    with KeptTags(tmp_path / "none.sqlite") as kept:
        assert [tags.title for _, tags in kept.read([file], reading([]))] == ["read"]
    assert not (tmp_path / "none.sqlite").exists()


def test_missing_tags_are_read_and_listed(tmp_path: Path) -> None:
    file = song(tmp_path / "One.flac", artist="Trio")
    place = library_of(tmp_path / "data", heard(file))
    list_all(place)
    with LibraryListing(place, no_parts) as listing:
        (path,) = listing.untagged(64)
        listing.keep_tags([path], tags_of_all_pairs)
        listing.take_turn(100, {})
        assert listing.untagged(64) == []
    assert groups_in(place, Facet.ARTIST) == {"Trio": 1}


def test_what_a_written_file_said_before_is_not_known_of_its_number(tmp_path: Path) -> None:
    file = song(tmp_path / "music" / "One.flac", genre="Rock")
    place, journal = library_of(tmp_path, heard(file)), tmp_path / "tags.sqlite"

    def known() -> str:
        with closing(sqlite3.connect(place)) as disk, disk:  # which may give a free number again
            disk.execute("UPDATE tags SET (size, mtime_ns, inode) = (?, ?, ?)", stamp_of(file))
        with Library.open(place) as library:
            return library.tags(file, stamp_of(file)).genre

    assert known() == "Rock"
    tag_all(journal, file.parent, "Jazz")
    assert known() == "Jazz"
    undo_last(journal)
    assert known() == "Rock"


def test_a_file_that_was_tagged_is_listed_with_its_new_tags(tmp_path: Path) -> None:
    place = listed_library(tmp_path, tmp_path / "music")
    tag_all(tmp_path / "tags.sqlite", tmp_path / "music" / "deep", "Fado")
    with LibraryListing(place, no_parts) as listing:
        listing.take_turn(100, {})
        assert listing.untagged(64) == []
    assert names_in(place, View("tag:fado")) == ["Slow.flac"]


def test_what_a_tagged_file_says_is_known_also_once_it_is_out_of_reach(tmp_path: Path) -> None:
    file = song(tmp_path / "music" / "One.flac", artist="Trio", genre="Rock")
    place = library_of(tmp_path, heard(file))
    unknown = song(tmp_path / "music" / "Two.flac", artist="Duo")
    tag_all(tmp_path / "tags.sqlite", file.parent, "Jazz")
    file.parent.rename(tmp_path / "away")
    with closing(LibraryReading(place)) as library:
        (known,) = library.remembered(library.models()[0])
    assert known.tags is not None
    assert (known.tags.artist, known.tags.genre) == ("Trio", "Jazz")
    with closing(sqlite3.connect(place)) as disk:
        kept = disk.execute("SELECT path FROM tags").fetchall()
    assert (os.fsencode(unknown),) not in kept

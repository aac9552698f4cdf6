"""Tags of files, kept in the library."""

from collections.abc import Callable
from pathlib import Path

from genre_desktop.core.library_facets import Facet
from genre_desktop.core.library_listing import LibraryListing
from genre_desktop.core.library_tags import KeptTags
from genre_desktop.core.track import Tags, Track
from tests.support.browsed import (
    as_it_is,
    groups_in,
    list_all,
    listed_library,
    tags_of_all_pairs,
)
from tests.support.remembered import heard, library_of, song


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
    with LibraryListing(place, as_it_is) as listing:
        (path,) = listing.untagged(64)
        listing.keep_tags([path], tags_of_all_pairs)
        listing.take_turn(100, {})
        assert listing.untagged(64) == []
    assert groups_in(place, Facet.ARTIST) == {"Trio": 1}

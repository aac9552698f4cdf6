"""Rows of the library that are many: put in order and counted in memory, not by SQLite."""

from pathlib import Path

import pytest

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.library_facets import Facet, View
from genre_desktop.core.library_listing import LibraryListing
from genre_desktop.core.library_view import LibraryView
from genre_desktop.core.track import AudioKey, Correction
from tests.support.browsed import as_before_doubts, keep_tags_of, list_all, listed_library, no_parts
from tests.support.remembered import heard, library_of, song


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for tests that only look."""
    folder = tmp_path_factory.mktemp("seen")
    return listed_library(folder / "data", folder / "music")


@pytest.mark.parametrize("text", ["trio", "io trio", "-trio", "genre:rock", "-artist:trio", "loud"])
@pytest.mark.parametrize("facet", list(Facet))
def test_groups_are_the_same_whether_their_rows_are_few_or_many(
    seen: Path, facet: Facet, text: str
) -> None:
    with LibraryView(seen) as soon, LibraryView(seen, few=0) as counted:
        for _ in range(2):  # what was asked before is kept
            assert counted.groups(View(text, facet)) == soon.groups(View(text, facet))
            for group in soon.groups(View(text, facet)):
                view = View(text, facet, group.key, is_grouped=True, is_descending=True)
                assert counted.numbers(view) == soon.numbers(view)


def test_many_rows_are_found_anew_after_others_came_and_went(place: Path) -> None:
    with LibraryView(place, few=0) as opened:
        assert len(opened.numbers(View("io"))) == 2
        numbers = opened.numbers(View("Cool"))
        with LibraryListing(place, no_parts) as listing:
            listing.forget(numbers)
            while listing.take_turn(10, {}).files:
                pass
        assert len(opened.numbers(View("io"))) == 1
        assert [one.tracks for one in opened.groups(View("io", Facet.ARTIST))] == [1]


def test_a_title_of_several_lines_is_found_by_each_of_them(tmp_path: Path) -> None:
    file = song(tmp_path / "a.flac", artist="Trio", title="First\nSecond")
    place = library_of(tmp_path / "data", heard(file))
    keep_tags_of(place, [file])
    list_all(place)
    for few in (0, 5_000):
        with LibraryView(place, few=few) as opened:
            found = [len(opened.numbers(View(f"title:{word}"))) for word in ("rst", "seco", "trio")]
        assert found == [1, 1, 0]


def test_a_correction_is_a_group_as_it_was_typed(place: Path) -> None:
    own: dict[AudioKey, Correction] = {("sound of Cool.flac", None): corrected_now("baroque")}
    list_all(place, own)
    for few in (0, 5_000):
        with LibraryView(place, few=few) as opened:
            groups = {one.key: one.tracks for one in opened.groups(View(facet=Facet.GENRE))}
        assert groups == {"baroque": 1, "Rock": 1, "Blues": 1, None: 1}


def test_a_word_of_any_length_is_looked_for(seen: Path) -> None:
    with LibraryView(seen, few=0) as opened:
        assert not opened.numbers(View("o" * 100_000))


def test_what_may_be_doubtful_is_listed_anew_where_a_program_before_listed_it(place: Path) -> None:
    as_before_doubts(place)
    with LibraryListing(place, no_parts) as listing:
        assert listing.take_turn(100, {}).files == 1
    with LibraryView(place) as opened:
        everything = opened.numbers(View())
        found = opened.rows(opened.most_doubtful(everything))
        assert [latest.outcome.track.path.name for latest, _ in found.values()] == ["Slow.flac"]
        assert not opened.most_doubtful([])
        assert not opened.most_doubtful([10**9])
    assert len(list(place.parent.glob("library.sqlite.version-4-*"))) == 1

"""What the library knows of files goes with them."""

from pathlib import Path

import pytest

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import Library
from genre_desktop.core.library_facets import View
from genre_desktop.core.organising.followed import let_library_follow
from genre_desktop.core.organising.running import put_back
from genre_desktop.core.organising.wishes import How
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.track import Outcome, Track
from tests.core.answers import DIGEST
from tests.support.browsed import list_all, names_in
from tests.support.place_run import place_all


def known(place: Path, path: Path) -> Outcome | None:
    with Library.open(place) as library:
        return library.known(Track(path), stamp_of(path), DIGEST)


@pytest.mark.parametrize("how", [How.COPY, How.MOVE])
def test_files_are_known_where_they_went_and_when_they_are_back(
    place: Path, tmp_path: Path, how: How
) -> None:
    music, journal = tmp_path / "music", tmp_path / "tags.sqlite"
    names = names_in(place, View())
    done = place_all(journal, music, tmp_path / "into", how)
    assert let_library_follow(place, done) == 4
    for one in done:
        assert one.placing is not None
        assert known(place, one.placing.target) is not None
    list_all(place)
    twice = 2 if how is How.COPY else 1
    assert sorted(names_in(place, View())) == sorted(names * twice)
    with Journal.open(journal) as opened:
        back = list(put_back(opened, opened.places.entries(1)))
    let_library_follow(place, back)
    list_all(place)
    assert names_in(place, View()) == names
    assert known(place, music / "Cool.flac") is not None


def test_what_was_known_of_a_file_as_it_was_before_is_not_said_of_it_now(
    place: Path, tmp_path: Path
) -> None:
    path = tmp_path / "music" / "Cool.flac"
    path.write_bytes(path.read_bytes() + b"more")
    done = place_all(tmp_path / "tags.sqlite", path.parent, tmp_path / "into", How.MOVE)
    assert let_library_follow(place, done) == 3
    (moved,) = (tmp_path / "into").rglob("Cool.flac")
    assert known(place, moved) is None


def test_a_library_that_is_not_there_yet_is_no_matter(tmp_path: Path) -> None:
    assert let_library_follow(tmp_path / "library.sqlite", []) == 0
    assert list(tmp_path.iterdir()) == []

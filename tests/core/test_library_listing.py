"""The listed rows follow corrections, and files that go, move and come back."""

import sqlite3
from contextlib import closing
from pathlib import Path

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import Library
from genre_desktop.core.library_facets import Facet, View
from genre_desktop.core.library_listing import LibraryListing
from genre_desktop.core.track import AudioKey, Correction, Track
from genre_desktop.dsp.sound import Span
from tests.core.answers import DIGEST
from tests.support.browsed import (
    groups_in,
    list_all,
    names_in,
    no_parts,
)
from tests.support.remembered import heard, library_of, song


def test_a_correction_wins_and_can_be_taken_back(place: Path) -> None:
    own: dict[AudioKey, Correction] = {("sound of Cool.flac", None): corrected_now("Swing")}
    list_all(place, own)
    assert names_in(place, View("genre:swing status:corrected")) == ["Cool.flac"]
    list_all(place)
    assert names_in(place, View("genre:jazz -status:corrected")) == ["Cool.flac"]


def test_a_word_that_an_older_version_listed_with_a_capital_is_listed_anew(place: Path) -> None:
    own: dict[AudioKey, Correction] = {("sound of Cool.flac", None): corrected_now("baroque")}
    list_all(place, own)
    as_older_versions(place)
    list_all(place, own)
    assert "baroque" in groups_in(place, Facet.GENRE)
    with LibraryListing(place, no_parts) as listing:
        listing.obey(own)
        assert listing.take_turn(10, own).files == 0


def test_a_word_that_an_older_version_listed_with_a_capital_can_be_taken_back(place: Path) -> None:
    list_all(place, {("sound of Cool.flac", None): corrected_now("baroque")})
    as_older_versions(place)
    list_all(place)
    assert names_in(place, View("genre:jazz -status:corrected")) == ["Cool.flac"]


def as_older_versions(place: Path) -> None:
    """Lists the user's word as they did."""
    with closing(sqlite3.connect(place)) as older, older:
        older.execute("UPDATE listed SET genre = 'Baroque' WHERE own = 'baroque'")


def test_a_model_that_hears_anew_has_the_last_word_again(tmp_path: Path) -> None:
    path = song(tmp_path / "a.flac")
    other = heard(path, best=2)._replace(model_digest="d2")
    place = library_of(tmp_path / "data", heard(path), other, heard(path))
    list_all(place)
    assert groups_in(place, Facet.GENRE) == {"Jazz": 1}


def test_a_model_whose_known_answer_is_asked_for_has_the_last_word_again(tmp_path: Path) -> None:
    path = song(tmp_path / "a.flac")
    other = heard(path, best=2)._replace(model_digest="d2")
    place = library_of(tmp_path / "data", heard(path), other)
    list_all(place)
    assert groups_in(place, Facet.GENRE) == {"Rock": 1}
    for with_details, model, genre in ((False, DIGEST, "Jazz"), (True, "d2", "Rock")):
        with Library.open(place) as library:
            stamp = stamp_of(path)
            assert library.known(Track(path), stamp, model, with_details=with_details) is not None
        list_all(place)
        assert groups_in(place, Facet.GENRE) == {genre: 1}


def test_what_is_asked_of_the_latest_model_lists_nothing_anew(tmp_path: Path) -> None:
    path = song(tmp_path / "a.flac")
    place = library_of(tmp_path / "data", heard(path), heard(path)._replace(model_digest="d2"))
    list_all(place)
    with Library.open(place) as library:
        assert library.known(Track(path), stamp_of(path), "d2") is not None
    with LibraryListing(place, no_parts) as listing:
        assert listing.take_turn(10, {}).files == 0


def test_a_word_on_a_part_that_is_not_listed_gives_nothing_to_do(tmp_path: Path) -> None:
    path = song(tmp_path / "a.flac")
    place = library_of(tmp_path / "data", heard(path))
    list_all(place)
    with LibraryListing(place, no_parts) as listing:
        listing.obey({("sound of a.flac", Span(0.0, 5.0)): corrected_now("Folk")})
        assert listing.take_turn(10, {}).files == 0


def test_a_file_that_has_gone_is_shown_and_one_that_is_back_is_not(
    place: Path, tmp_path: Path
) -> None:
    file, aside = tmp_path / "music" / "Cool.flac", tmp_path / "aside.flac"
    file.rename(aside)
    list_all(place)
    assert groups_in(place, Facet.GONE) == {str(tmp_path / "music"): 1}
    assert names_in(place, View("status:gone")) == ["Cool.flac"]
    aside.rename(file)
    list_all(place)
    assert groups_in(place, Facet.GONE) == {}


def test_a_moved_file_is_relinked_by_its_sound(place: Path, tmp_path: Path) -> None:
    file, moved = tmp_path / "music" / "Cool.flac", tmp_path / "music" / "Moved.flac"
    file.rename(moved)
    with Library.open(place) as library:  # a scan meets the sound that is known already
        again = heard(moved)._replace(audio_hash="sound of Cool.flac", from_library=True)
        library.store(again, stamp_of(moved))
    with LibraryListing(place, no_parts) as listing:
        turn = listing.take_turn(100, {})
    assert turn.found_again == ((file, moved),)
    assert names_in(place, View("genre:jazz")) == ["Moved.flac"]


def test_a_file_that_goes_after_its_copy_was_heard_is_relinked_too(
    place: Path, tmp_path: Path
) -> None:
    file, copy = tmp_path / "music" / "Cool.flac", tmp_path / "music" / "Copy.flac"
    copy.write_bytes(file.read_bytes())
    with Library.open(place) as library:
        again = heard(copy)._replace(audio_hash="sound of Cool.flac", from_library=True)
        library.store(again, stamp_of(copy))
    list_all(place)
    assert names_in(place, View("genre:jazz")) == ["Cool.flac", "Copy.flac"]
    file.unlink()
    list_all(place)
    list_all(place)
    assert names_in(place, View("genre:jazz")) == ["Copy.flac"]


def test_a_copy_that_was_always_there_is_not_told_as_found_again(
    place: Path, tmp_path: Path
) -> None:
    file, copy = tmp_path / "music" / "Cool.flac", tmp_path / "music" / "Copy.flac"
    away = tmp_path / "music" / "Away.flac"
    for one in (copy, away):
        one.write_bytes(file.read_bytes())
        with Library.open(place) as library:
            again = heard(one)._replace(audio_hash="sound of Cool.flac", from_library=True)
            library.store(again, stamp_of(one))
    list_all(place)
    file.unlink()
    away.unlink()
    with LibraryListing(place, no_parts, is_away=lambda path: path == away) as listing:
        listing.look_for_files(b"", 1_000)
        turn = listing.take_turn(100, {})
    assert (turn.files > 0, turn.found_again) == (True, ())
    assert names_in(place, View("genre:jazz")) == ["Away.flac", "Copy.flac"]


def test_a_file_whose_drive_is_away_is_not_taken_for_moved(place: Path, tmp_path: Path) -> None:
    file, copy = tmp_path / "music" / "Cool.flac", tmp_path / "music" / "Copy.flac"
    file.rename(copy)
    with Library.open(place) as library:
        again = heard(copy)._replace(audio_hash="sound of Cool.flac", from_library=True)
        library.store(again, stamp_of(copy))
    with LibraryListing(place, no_parts, is_away=lambda path: path == file) as listing:
        assert listing.take_turn(100, {}).found_again == ()
    assert names_in(place, View("genre:jazz")) == ["Cool.flac", "Copy.flac"]

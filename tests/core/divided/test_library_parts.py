"""Parts in the library: each belongs to the file whose sheet names it, and speaks for itself."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import Library
from genre_desktop.core.library_facets import Facet, Order, View
from genre_desktop.core.library_listing import LibraryListing
from genre_desktop.core.library_moving import NewPlace, follow
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.library_view import LibraryView
from genre_desktop.core.parts import chapter_parts
from genre_desktop.core.scan import scan
from genre_desktop.core.track import AudioKey, Correction, Track
from genre_desktop.dsp.sound import Problem, Span
from tests.core.answers import DIGEST, troubled
from tests.support.browsed import as_before_parts, groups_in, keep_tags_of, list_all
from tests.support.divided import (
    COPY,
    DAWN,
    NOON,
    SOUND,
    WHOLE,
    album,
    answer,
    copied,
    exported,
    hear,
    heard_and_listed,
    listed,
    on_disk,
    sheet,
)
from tests.support.missing import skip_for_want_of
from tests.support.remembered import library_of


def titles_in(place: Path, text: str) -> list[str]:
    """The titles of the listed rows that a filter finds, in their order."""
    with LibraryView(place) as opened:
        numbers = opened.numbers(View(text, order=Order.TITLE))
    with closing(sqlite3.connect(place)) as opened_again:
        query = "SELECT title FROM listed WHERE id = ?"
        return [opened_again.execute(query, (number,)).fetchone()[0] for number in numbers]


def test_parts_are_listed_and_found_by_the_words_of_their_sheet(file: Path, tmp_path: Path) -> None:
    place = heard_and_listed(tmp_path / "data", file)
    assert groups_in(place, Facet.ARTIST) == {"A Guest": 1, "The Band": 1}
    assert groups_in(place, Facet.ALBUM) == {"The Album": 2}
    assert titles_in(place, "guest") == titles_in(place, 'artist:"a guest"') == ["Noon"]
    assert titles_in(place, 'album:"the album"') == ["Dawn", "Noon"]
    assert titles_in(place, '"of the file"') == titles_in(place, "artist:file") == []


def test_what_a_sheet_does_not_say_of_its_parts_the_file_says(file: Path, tmp_path: Path) -> None:
    file.with_suffix(".cue").write_text(
        f'FILE "{file.name}" WAVE\nTRACK 1 AUDIO\nINDEX 1 0:0:0\nTRACK 2 AUDIO\nINDEX 1 0:4:0'
    )
    place = heard_and_listed(tmp_path / "data", file)
    assert groups_in(place, Facet.ARTIST) == {"Of the file": 2}
    assert titles_in(place, "") == ["Track 1", "Track 2"]


def test_a_copy_without_a_sheet_is_one_whole(file: Path, copy: Path, tmp_path: Path) -> None:
    place = hear(tmp_path / "data", file.parent, copy.parent)
    assert exported(place) == listed(place) == [DAWN, NOON, COPY]


def test_a_part_that_the_file_does_not_reach_is_the_sheets_file_own(
    file: Path, copy: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent, copy.parent)
    late = Track(file, Span(600.0, None), "Late")
    silent = troubled(file, Problem.NO_SAMPLES)._replace(track=late)
    with Library.open(place) as library:
        library.store(silent, stamp_of(file))
    rows = [("album.flac", 0.0, 4.0), ("album.flac", 600.0, -1.0), COPY]
    assert exported(place) == listed(place) == rows


def test_a_library_of_the_version_before_is_put_right_by_the_disk(
    file: Path, copy: Path, tmp_path: Path
) -> None:
    lone = album(tmp_path / "music" / "lone")
    place = hear(tmp_path / "data", file.parent, copy.parent)
    with Library.open(place) as library:
        for track in scan([lone.parent], (), chapter_parts):
            assert isinstance(track, Track)
            library.store(answer(track)._replace(audio_hash="another"), stamp_of(lone))
    keep_tags_of(place, [file, copy, lone])
    list_all(place, divisions_of=on_disk)
    as_before_parts(place)
    with closing(sqlite3.connect(place)) as old, old:  # as it was listed before
        old.execute("UPDATE listed SET artist = 'Of the file'")
    expected = [DAWN, NOON, COPY, DAWN, NOON]
    assert exported(place) == expected
    assert listed(place) == expected
    assert groups_in(place, Facet.ARTIST) == {"A Guest": 2, "Of the file": 1, "The Band": 2}
    with closing(sqlite3.connect(place)) as opened:
        assert opened.execute("SELECT count(*) FROM undecided").fetchone() == (0,)
        assert opened.execute("SELECT count(*) FROM part").fetchone() == (4,)
    assert exported(place) == expected


def test_an_older_library_on_a_drive_that_was_away_is_put_right_when_it_is_back(
    file: Path, copy: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent, copy.parent)
    as_before_parts(place)
    away = tmp_path / "away"
    (tmp_path / "music").rename(away)
    assert {DAWN, NOON} <= set(exported(place))  # as it was listed before
    with LibraryListing(place, on_disk, is_away=lambda _: True) as listing:
        assert listing.take_turn(100, {}).files == 2
        listing.look_for_files(b"", 100)
        away.rename(tmp_path / "music")
        listing.look_for_files(b"", 100)
    assert listed(place) == exported(place) == [DAWN, NOON, COPY]


def test_a_sheet_that_is_added_or_taken_away_counts_once_the_file_is_heard(
    file: Path, tmp_path: Path
) -> None:
    text = file.with_suffix(".cue").read_text(encoding="utf-8")
    data = tmp_path / "data"
    assert exported(hear(data, file.parent)) == [DAWN, NOON]
    for _ in range(2):  # the second time all answers are known
        file.with_suffix(".cue").unlink()
        place = hear(data, file.parent)
        assert exported(place) == listed(place) == [WHOLE]
        file.with_suffix(".cue").write_text(text, encoding="utf-8")
        place = hear(data, file.parent)
        assert exported(place) == listed(place) == [DAWN, NOON]


def test_what_a_sheet_says_by_now_is_listed_once_files_were_looked_for(
    file: Path, tmp_path: Path
) -> None:
    place = heard_and_listed(tmp_path / "data", file)
    for performer, artists in (("Owl", {"Owl": 1, "The Band": 1}), ("", {"The Band": 2})):
        tracks = ("Dusk", "", "00:00:00"), ("Night", performer, "00:04:00")
        sheet(file.with_suffix(".cue"), file, *tracks)
        for _ in range(2):  # it is found, then listed
            list_all(place, divisions_of=on_disk)
        assert groups_in(place, Facet.ARTIST) == artists
        assert titles_in(place, "") == ["Dusk", "Night"]
        with LibraryListing(place, on_disk) as listing:
            listing.look_for_files(b"", 100)
            assert listing.take_turn(100, {}).files == 0


def test_a_sheet_that_divides_otherwise_takes_the_place_of_what_it_said(
    file: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent)
    sheet(
        file.with_suffix(".cue"),
        file,
        ("Dawn", "", "00:00:00"), ("Day", "", "00:02:00"), ("Noon", "", "00:04:00"),
    )  # fmt: skip
    place = hear(tmp_path / "data", file.parent)
    divided = [("album.flac", 0.0, 2.0), ("album.flac", 2.0, 4.0), NOON]
    assert exported(place) == listed(place) == divided


def test_chapters_within_chapters_stay_beside_each_other(file: Path, tmp_path: Path) -> None:
    place = library_of(tmp_path / "data")
    spans = [Span(0.0, 4.0), Span(0.0, 2.0), Span(2.0, 4.0), Span(4.0, 9.0)]
    for _ in range(2):
        with Library.open(place) as library:
            library.begin_batch()
            for span in spans:
                track = Track(file, span)
                if library.known(track, stamp_of(file), DIGEST) is None:
                    library.store(answer(track), stamp_of(file))
    assert len(exported(place)) == 4


def test_the_sheet_that_was_named_counts_though_another_is_for_the_file(
    file: Path, tmp_path: Path
) -> None:
    other = sheet(
        file.with_name("other.cue"), file, ("Early", "", "00:00:00"), ("Late", "Duo", "00:06:00")
    )
    place = hear(tmp_path / "data", file.parent)
    assert listed(place) == [DAWN, NOON]
    place = hear(tmp_path / "data", other)
    assert listed(place) == [("album.flac", 0.0, 6.0), ("album.flac", 6.0, -1.0)]
    assert titles_in(place, "") == ["Early", "Late"]
    assert groups_in(place, Facet.ARTIST) == {"Duo": 1, "The Band": 1}
    place = hear(tmp_path / "data", file.parent)
    assert listed(place) == [DAWN, NOON]


def test_a_file_that_is_found_again_has_the_parts_of_the_sheet_beside_it(
    file: Path, copy: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent, copy.parent)
    assert listed(place) == [DAWN, NOON, COPY]
    moved = file.parent.rename(tmp_path / "music" / "elsewhere") / file.name
    copy.unlink()
    with LibraryListing(place, on_disk) as listing:
        assert len(listing.relink([(moved, stamp_of(moved), SOUND)], {})) == 2
    assert listed(place) == exported(place) == [DAWN, NOON]


def test_a_file_that_is_found_again_without_its_sheet_keeps_what_is_known(
    file: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent)
    moved = file.rename(tmp_path / "moved.flac")
    with LibraryListing(place, on_disk) as listing:
        assert len(listing.relink([(moved, stamp_of(moved), SOUND)], {})) == 1
    rows = [("moved.flac", *one[1:]) for one in (DAWN, NOON)]
    assert listed(place) == exported(place) == rows


@pytest.mark.parametrize("is_copy", [False, True])
def test_what_a_file_is_divided_into_goes_along_but_no_copy_has_it(
    file: Path, tmp_path: Path, is_copy: bool
) -> None:
    place = hear(tmp_path / "data", file.parent)
    stamp, new = stamp_of(file), tmp_path / "new.flac"
    copied(file, new)
    if not is_copy:
        file.unlink()
    assert follow(place, [NewPlace(file, new, stamp, stamp_of(new), is_copy)]) == 1
    rows = [DAWN, NOON] if is_copy else [("new.flac", *one[1:]) for one in (DAWN, NOON)]
    assert listed(place) == exported(place) == rows


def test_parts_of_a_file_that_is_gone_keep_the_words_of_their_sheet(
    file: Path, tmp_path: Path
) -> None:
    place = heard_and_listed(tmp_path / "data", file)
    file.parent.rename(tmp_path / "away")
    own: dict[AudioKey, Correction] = {(SOUND, Span(4.0, None)): corrected_now("Fado")}
    list_all(place, own, divisions_of=on_disk)  # the word makes them listed anew
    assert groups_in(place, Facet.ARTIST) == {"A Guest": 1, "The Band": 1}
    assert titles_in(place, "guest genre:fado") == ["Noon"]
    with LibraryView(place) as opened:
        numbers = opened.numbers(View())
        found = [opened.rows(numbers)[number] for number in numbers]
    shown = [(latest.listing(None), is_gone) for latest, is_gone in found]
    assert [
        (listing.track.name, listing.tags.artist, listing.tags.album, is_gone)
        for listing, is_gone in shown
    ] == [("Dawn", "The Band", "The Album", True), ("Noon", "A Guest", "The Album", True)]


def test_what_was_forgotten_comes_back_in_its_parts(file: Path, tmp_path: Path) -> None:
    place = hear(tmp_path / "data", file.parent)
    list_all(place, divisions_of=on_disk)
    with LibraryView(place) as opened:
        numbers = opened.numbers(View())
    with LibraryListing(place, on_disk) as listing:
        forgotten = listing.forget(numbers)
        assert exported_of_nothing(place)
        assert listing.remember(forgotten) == 1
    assert listed(place) == exported(place) == [DAWN, NOON]


def exported_of_nothing(place: Path) -> bool:
    with closing(sqlite3.connect(place)) as opened:
        tables = ("file", "part", "prediction", "listed")
        counts = [opened.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in tables]
    return not any(counts)


def test_a_part_is_said_to_lie_in_the_file_whose_sheet_names_it(
    file: Path, copy: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent, copy.parent)
    with closing(LibraryReading(place)) as library:
        assert library.files_of((SOUND, Span(4.0, None))) == [file]
        assert library.files_of((SOUND, None)) == [copy]
        assert library.files_of((SOUND, Span(7.0, 8.0))) == [file, copy]


def test_a_library_that_can_only_be_read_is_read_as_it_is(
    file: Path, copy: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent, copy.parent)
    as_before_parts(place)
    place.parent.chmod(0o500)
    try:
        if os.access(place.parent, os.W_OK):
            skip_for_want_of("a user whom modes hold back (this one is root or on Windows)")
        assert exported(place) == [DAWN, NOON, COPY]
    finally:
        place.parent.chmod(0o700)
    with closing(sqlite3.connect(place)) as opened:
        assert opened.execute("PRAGMA user_version").fetchone() == (5,)


def test_the_length_of_a_part_ends_with_its_file(file: Path, tmp_path: Path) -> None:
    sheet(
        file.with_suffix(".cue"),
        file,
        ("Dawn", "", "00:00:00"), ("Noon", "", "00:04:00"), ("Late", "", "10:00:00"),
    )  # fmt: skip
    place = heard_and_listed(tmp_path / "data", file)
    with closing(sqlite3.connect(place)) as opened:
        query = "SELECT title, seconds FROM listed WHERE title = 'Noon'"
        assert opened.execute(query).fetchone() == ("Noon", pytest.approx(5.0))

"""Quick answers in the library: known to those who ask for one, never in a thorough one's way."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from genre_desktop.core.identity import Stamp
from genre_desktop.core.library import Library
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.library_schema import LADDER
from genre_desktop.core.track import Outcome, Track
from tests.core.answers import DIGEST, answered

STAMP = Stamp(size=1_000, mtime_ns=1_700_000_000_123_456_789, inode=42)
SONG = Path("/music/song.mp3")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


def quick(told: Outcome) -> Outcome:
    assert told.verdict is not None
    return told._replace(verdict=replace(told.verdict, quick=True))


def test_a_quick_answer_is_known_to_those_who_ask_for_one(library: Library) -> None:
    library.store(quick(answered(SONG)), STAMP)
    again = library.known(Track(SONG), STAMP, DIGEST, quick=True)
    assert again is not None
    assert again.quick
    assert again.track_seconds == 30.0  # as its header promises, whatever was decoded
    assert library.known(Track(SONG), STAMP, DIGEST) is None
    assert library.known_audio(Track(SONG), "a1", DIGEST) is None
    assert library.known_audio(Track(SONG), "a1", DIGEST, quick=True) is not None


def test_a_thorough_answer_takes_a_quick_ones_place_but_never_the_other_way(
    library: Library,
) -> None:
    for told in (
        quick(answered(SONG, best=0)),
        answered(SONG, best=1),
        quick(answered(SONG, best=2)),
    ):
        library.store(told, STAMP)
    for asked_quickly in (True, False):
        again = library.known(Track(SONG), STAMP, DIGEST, quick=asked_quickly)
        assert again is not None
        assert again.verdict is not None
        assert (again.quick, again.verdict.ranked()[0][0]) == (False, "jazz")


def test_a_thorough_answers_timeline_is_not_given_to_a_quick_one(library: Library) -> None:
    told = answered(SONG)
    assert told.verdict is not None
    library.store(told, STAMP)
    brief = told._replace(verdict=replace(told.verdict, timeline=None))
    completed = [library.with_timeline(one) for one in (brief, quick(brief))]
    assert [one.lacks_timeline for one in completed] == [False, True]


def test_a_library_without_quick_answers_gets_room_for_them_when_it_is_read(place: Path) -> None:
    with Library.open(place, ladder=LADDER[:1]) as library:
        library.close()
    with closing(sqlite3.connect(place)) as old:
        columns = [row[1] for row in old.execute("PRAGMA table_info(prediction)")]
    assert "quick" not in columns
    reading = LibraryReading(place)
    assert reading.models() == []
    reading.close()
    with Library.open(place) as library:
        library.store(quick(answered(SONG)), STAMP)
        assert library.known(Track(SONG), STAMP, DIGEST, quick=True) is not None

"""A run in turns: looked on at, stopped between two files, and closed in the middle."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import Library
from genre_desktop.core.organising.wishes import How
from genre_desktop.core.tagging.apart import TaggingApart
from genre_desktop.core.tagging.desk import Desk, files_of, runs
from genre_desktop.core.tagging.history import JournalUnavailable
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.planning import look_at
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Wish
from genre_desktop.core.track import Track
from tests.core.answers import DIGEST
from tests.support import tagged
from tests.support.browsed import listed_library
from tests.support.place_run import wishes as wishes_of

PLAIN = Preferences()


@pytest.fixture
def wishes(music: Path) -> list[Wish]:
    """Three files that are to be Jazz."""
    paths = [tagged.sound(music, "flac", str(number)) for number in range(3)]
    found = [look_at(path, PLAIN) for path in paths]
    return [Wish(one.path, one.stamp, ("Jazz",)) for one in found if one.stamp is not None]


def test_one_file_at_least_is_written_in_a_turn(journal: Path, wishes: list[Wish]) -> None:
    desk = Desk()
    desk.write(journal, wishes, PLAIN)
    done, is_over = desk.carry_on(0.0)
    assert ([one.path for one in done], is_over) == ([wishes[0].path], False)
    desk.carry_on(0.0)
    desk.carry_on(0.0)
    assert desk.carry_on(0.0) == ((), True)
    assert [change.new for change in files_of(journal, 1)] == [("Jazz",)] * 3


def test_a_run_that_is_stopped_lets_others_write(journal: Path, wishes: list[Wish]) -> None:
    desk = Desk()
    desk.write(journal, wishes, PLAIN)
    desk.carry_on(0.0)
    desk.stop()
    assert desk.carry_on(0.0) == ((), True)
    with Journal.open(journal) as opened:
        assert opened.recovered.runs == 0
        assert [run.files for run in opened.runs()] == [1]


FULL = """
CREATE TRIGGER disk_is_full BEFORE INSERT ON placed WHEN (SELECT count(*) FROM placed) = 2
BEGIN SELECT raise(ABORT, 'disk is full'); END
"""


def test_what_was_moved_before_trouble_came_is_known_and_told(journal: Path, music: Path) -> None:
    place, into = listed_library(journal.parent, music), music.with_name("into")
    Journal.open(journal).close()
    with closing(sqlite3.connect(journal)) as disk, disk:
        disk.execute(FULL)
    desk = Desk()
    desk.place(journal, wishes_of(music, into, How.MOVE), into)
    done, is_over = desk.carry_on(60.0)
    assert ([one.is_written for one in done], is_over) == ([True, True], False)
    with Library.open(place) as library:
        for one in done:
            assert one.went_to is not None
            assert library.known(Track(one.went_to), stamp_of(one.went_to), DIGEST) is not None
    with pytest.raises(JournalUnavailable, match="disk is full"):
        desk.carry_on(60.0)
    assert desk.carry_on(60.0) == ((), True)
    with Journal.open(journal) as opened:
        assert [run.files for run in opened.runs()] == [2]


def test_some_entries_of_a_run_are_taken_back(journal: Path, wishes: list[Wish]) -> None:
    desk = Desk()
    desk.write(journal, wishes, PLAIN)
    desk.carry_on(60.0)
    second = files_of(journal, 1)[1]
    desk.take_back(journal, 1, {second.number})
    assert [one.path for one in desk.carry_on(60.0)[0]] == [second.path]
    assert [(run.what, run.undone) for run in runs(journal)] == [("undo", 0), ("tag", 1)]


@pytest.fixture
def apart(journal: Path) -> Iterator[TaggingApart]:
    opened = TaggingApart(journal, turn_seconds=0.0)
    yield opened
    opened.close()


def test_a_wish_to_stop_is_heard_between_two_files(
    apart: TaggingApart, wishes: list[Wish], journal: Path
) -> None:
    cancelled = threading.Event()
    cancelled.set()
    done = list(apart.write(wishes, PLAIN, cancelled))
    assert [one.path for one in done] == [wishes[0].path]
    with Journal.open(journal) as opened:  # its lock is free again
        assert opened.recovered.runs == 0


def test_what_cannot_begin_lets_others_write(journal: Path, wishes: list[Wish]) -> None:
    desk = Desk()
    desk.write(journal, wishes, PLAIN)
    desk.carry_on(60.0)
    with closing(sqlite3.connect(journal)) as stranger, stranger:
        stranger.execute("UPDATE entry SET splices = x'00'")
    with pytest.raises(JournalUnavailable):
        desk.take_back(journal, 1, None)
    with Journal.open(journal) as opened:
        assert [run.files for run in opened.runs()] == [3]

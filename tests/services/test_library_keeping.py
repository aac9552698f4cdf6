"""Keeping the library's list in order, in a thread."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from genre_desktop.core.library_listing import LibraryListing
from genre_desktop.core.library_opening import LibraryUnavailable
from genre_desktop.core.library_schema import files_of
from genre_desktop.services.library import keeping as keeping_module
from genre_desktop.services.library.keeping import Keeping
from genre_desktop.services.library.lanes import OpenLibraryLane, OwnLibrary
from tests.support.browsed import keep_tags_of, list_all
from tests.support.remembered import small_library


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return small_library(tmp_path / "data", tmp_path / "music")


@pytest.fixture
def keeping(place: Path) -> Iterator[Keeping]:
    keeping = Keeping(OwnLibrary(place, dict))
    yield keeping
    keeping.close()


def list_anew(keeping: Keeping, qtbot: QtBot) -> None:
    with qtbot.waitSignal(keeping.listed):
        keeping.list_anew()


def test_a_library_that_takes_the_place_of_a_damaged_one_is_kept_in_order(
    keeping: Keeping, place: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    list_anew(keeping, qtbot)
    with closing(sqlite3.connect(place)) as other:
        other.execute("DROP TABLE unlisted")
    with qtbot.waitSignal(keeping.failed) as failed:
        keeping.list_anew()
    assert str(place) in failed.args[0]
    with qtbot.waitSignal(keeping.told) as told:  # of what the user wants, for good
        keeping.forget([1])
    assert told.args == failed.args
    for file in files_of(place):
        file.unlink(missing_ok=True)
    small_library(place.parent, tmp_path / "music")
    with qtbot.waitSignal(keeping.recovered):
        list_anew(keeping, qtbot)


def test_a_library_that_comes_while_it_is_looked_for_is_no_failure(
    tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "library.sqlite"

    def come_too_late() -> LibraryListing:
        place.touch()
        raise LibraryUnavailable("It was not there.")

    lane = OpenLibraryLane("looking", OwnLibrary(place, dict), come_too_late, None)
    told: list[str] = []
    lane.failed.connect(told.append)
    for _ in range(2):  # the second time it is there before
        lane._do(lambda _: None)
    qtbot.waitUntil(lambda: bool(told))
    lane._end()
    assert told == ["It was not there."]


def test_a_library_that_cannot_even_be_looked_for_is_a_failure(
    tmp_path: Path, qtbot: QtBot
) -> None:
    too_long = "x" * 300  # to look there is an error, as it is in a closed folder
    place = tmp_path / too_long / "library.sqlite"
    keeping = Keeping(OwnLibrary(place, dict))
    with qtbot.waitSignal(keeping.failed) as failed:
        keeping.list_anew()
    keeping.close()
    assert "cannot be used" in failed.args[0]


def test_that_a_damaged_library_was_set_aside_is_told(
    keeping: Keeping, place: Path, qtbot: QtBot
) -> None:
    place.write_bytes(b"words" * 1_000)
    with qtbot.waitSignal(keeping.told) as told:
        keeping.list_anew()
    assert "damaged" in told.args[0]


def test_a_file_that_goes_once_it_was_looked_for_is_found_gone_where_that_is_asked_again(
    keeping: Keeping, place: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_module, "LOOKED_FOR_AT_ONCE", 2)
    keep_tags_of(place, (tmp_path / "music").rglob("*.*"))
    list_all(place)  # so that nothing is told but what was looked for
    first, second = tmp_path / "music" / "Cool.flac", tmp_path / "music" / "Loud.flac"
    first.unlink()
    are_passed, go_on = threading.Event(), threading.Event()

    def wait(_: int) -> None:
        """In the thread that looks: one of the first two is gone."""
        are_passed.set()
        go_on.wait(60)

    keeping._listed.connect(wait, type=Qt.ConnectionType.DirectConnection)
    keeping.look_for_files()
    assert are_passed.wait(60)
    second.unlink()
    keeping.look_for_files()
    with qtbot.waitSignal(keeping.looked):
        go_on.set()
    with closing(sqlite3.connect(place)) as library:
        gone = {name for (name,) in library.execute("SELECT path FROM listed WHERE gone")}
    assert gone == {bytes(first), bytes(second)}

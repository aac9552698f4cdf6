"""Opening the library: nothing of an older one is ever overwritten, by whatever process."""

import os
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import Library
from genre_desktop.core.library_facets import View
from genre_desktop.core.library_opening import (
    LibraryUnavailable,
    file_number,
    open_database,
    open_for_reading,
    set_aside,
)
from genre_desktop.core.library_schema import LADDER, back_up, climb, version_of
from tests.support.browsed import as_before_parts, list_all, names_in
from tests.support.remembered import heard, song
from tests.support.synced import what_is_synced

NO_DATABASE = b"this is no database " * 500


def asides(place: Path) -> list[Path]:
    return sorted(place.parent.glob(f"{place.name}.damaged-*"))


def test_databases_damaged_within_one_second_are_all_kept(tmp_path: Path) -> None:
    place = tmp_path / "library.sqlite"
    contents = [f"damaged {number}".encode() for number in range(5)]
    for content in contents:
        place.write_bytes(content)
        (sentence,) = set_aside(place, file_number(place))
        assert "was damaged; it is kept as" in sentence
    assert sorted(path.read_bytes() for path in asides(place)) == contents


def test_journals_go_with_their_database(tmp_path: Path) -> None:
    place = tmp_path / "library.sqlite"
    place.write_bytes(NO_DATABASE)
    (tmp_path / "library.sqlite-wal").write_bytes(b"journal")
    set_aside(place, file_number(place))
    aside, journal = asides(place)
    assert journal.name == f"{aside.name}-wal"
    assert journal.read_bytes() == b"journal"


def test_a_database_that_took_the_place_of_the_damaged_one_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "library.sqlite"
    place.write_bytes(NO_DATABASE)
    damaged = file_number(place)
    place.rename(tmp_path / "elsewhere")
    open_database(place, LADDER).connection.close()
    assert set_aside(place, damaged) == ()
    assert asides(place) == []
    assert place.exists()


def test_of_those_who_find_the_damage_together_one_begins_anew(tmp_path: Path) -> None:
    place = tmp_path / "library.sqlite"
    place.write_bytes(NO_DATABASE)
    together = threading.Barrier(4)

    def find_damage(_: int) -> tuple[str, ...]:
        number = file_number(place)
        together.wait()
        sentences = set_aside(place, number)
        open_database(place, LADDER).connection.close()
        return sentences

    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(find_damage, range(4)))
    assert sum(map(len, told)) == 1
    (aside,) = asides(place)
    assert aside.read_bytes() == NO_DATABASE


class _Coming(type(Path())):  # type: ignore[misc]  # the class of paths on this system
    """The place of a library that is made while one looks what lies beside it."""

    def with_name(self, name: str) -> Path:
        Library.open(Path(self)).close()
        return Path(self).with_name(name)


def test_a_library_that_comes_while_it_is_looked_for_is_not_read_as_if_nobody_wrote_it(
    tmp_path: Path,
) -> None:
    with pytest.raises(sqlite3.OperationalError):
        open_for_reading(_Coming(tmp_path / "library.sqlite"))


def test_copies_made_within_one_second_are_all_kept(tmp_path: Path) -> None:
    place = tmp_path / "library.sqlite"
    with closing(open_database(place, LADDER).connection) as connection:
        copies = {back_up(connection, place, 1) for _ in range(3)}
    assert len(copies) == 3
    assert all(copy.stat().st_size > 0 for copy in copies)


def test_a_step_that_ended_its_transaction_tells_its_own_error(tmp_path: Path) -> None:
    broken = "CREATE TABLE one (x UNIQUE ON CONFLICT ROLLBACK);\nINSERT INTO one VALUES (1), (1);"
    with (
        closing(sqlite3.connect(tmp_path / "a.sqlite", isolation_level=None)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="UNIQUE constraint failed"),
    ):
        climb(connection, (broken,))


def test_a_library_that_cannot_be_begun_is_not_asked_for_what_it_lacks(tmp_path: Path) -> None:
    place = tmp_path / "library.sqlite"
    impossible = ("CREATE TABLE one (x);\nINSERT INTO one SELECT * FROM what_is_not_there;",)
    for _ in range(2):  # the second time its file is there, without a table
        with pytest.raises(LibraryUnavailable, match=r"cannot be used .* not remembered"):
            open_database(place, impossible)
        assert place.is_file()


def test_a_new_library_is_of_the_newest_version_or_of_none(tmp_path: Path) -> None:
    place = tmp_path / "library.sqlite"
    with pytest.raises(LibraryUnavailable):
        open_database(place, (*LADDER, "INSERT INTO what_is_not_there VALUES (1);"))
    with closing(sqlite3.connect(place)) as begun:
        assert version_of(begun) == 0


def test_where_its_tables_cannot_be_changed_no_copy_is_left_by_each_try(tmp_path: Path) -> None:
    place = tmp_path / "library.sqlite"
    Library.open(place).close()
    before = set(tmp_path.iterdir())
    for _ in range(2):
        opened = open_database(place, (*LADDER, "INSERT INTO what_is_not_there VALUES (1);"))
        opened.connection.close()
        assert not opened.writable
    assert {one for one in tmp_path.iterdir() if ".version-" in one.name} == set()
    assert before <= set(tmp_path.iterdir())


def test_a_library_of_the_version_before_is_copied_and_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = song(tmp_path / "One.flac")
    place = tmp_path / "data" / "library.sqlite"
    with Library.open(place) as library:
        library.store(heard(file), stamp_of(file))
    as_before_parts(place)
    synced = what_is_synced(monkeypatch, place)
    list_all(place)
    assert names_in(place, View("genre:jazz")) == ["One.flac"]
    (copy,) = place.parent.glob(f"library.sqlite.version-{len(LADDER) - 1}-*")
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("SELECT count(*) FROM file").fetchone() == (1,)
    (content, *names) = synced
    assert content.size == copy.stat().st_size
    assert os.name == "nt" or [one.is_folder for one in names] == [True]  # its name, too

"""The journal agrees with the disk, whatever became of the run that wrote it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.tagging.history import JournalUnavailable, Recovered
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.raw import Preferences, RawField, Splice, reversed_splices
from genre_desktop.core.tagging.safe_write import Change, prepare_genres, put_in_place
from genre_desktop.core.tagging.temporary import remove_strays, temporary_beside
from genre_desktop.core.tagging.wishes import Wish
from genre_desktop.core.tagging.writing import write_genres
from tests.acceptance.program import need_posix
from tests.support import tagged
from tests.support.tag_run import tag_all


@pytest.fixture
def song(tmp_path: Path) -> Path:
    (tmp_path / "music").mkdir()
    return tagged.sound(tmp_path / "music", "flac")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tags.sqlite"


def prepared(song: Path) -> Change:
    change = prepare_genres(song, stamp_of(song), ("Jazz",), Preferences())
    assert change is not None
    return change


def test_what_was_written_before_the_end_came_is_in_the_journal(path: Path, song: Path) -> None:
    journal = Journal.open(path)
    run = journal.begin_run("tag", [song])
    change = prepared(song)
    journal.about_to_write(run, change)
    put_in_place(change)
    journal.close()  # and never comes to say that it was done
    with Journal.open(path) as again:
        (entry,) = again.entries_of(song)
        assert entry.change == change


def test_a_file_that_cannot_be_looked_at_is_settled_once_it_can(path: Path, song: Path) -> None:
    need_posix("links that lead to themselves")
    journal = Journal.open(path)
    run = journal.begin_run("tag", [song])
    change = prepared(song)
    journal.about_to_write(run, change)
    put_in_place(change)
    journal.close()
    away = song.rename(song.with_name("away"))
    song.symlink_to(song)
    with Journal.open(path) as again:
        assert again.recovered == Recovered()
    away.replace(song)
    with Journal.open(path) as again:
        assert again.recovered == Recovered(runs=1, whole=1)
        assert [entry.change for entry in again.entries_of(song)] == [change]


def test_what_was_not_written_before_the_end_came_is_not(path: Path, song: Path) -> None:
    before = song.read_bytes()
    journal = Journal.open(path)
    run = journal.begin_run("tag", [song])
    journal.about_to_write(run, prepared(song))
    journal.close()
    with Journal.open(path) as again:
        assert again.entries_of(song) == []
        assert again.runs() == []
    assert song.read_bytes() == before
    assert list(song.parent.iterdir()) == [song]


def test_a_copy_that_no_entry_knows_is_removed_at_the_next_start(path: Path, song: Path) -> None:
    journal = Journal.open(path)
    journal.begin_run("tag", [song])
    stray = temporary_beside(song)
    stray.write_bytes(b"half of it")
    journal.close()
    Journal.open(path).close()
    assert list(song.parent.iterdir()) == [song]


def test_a_run_on_a_drive_that_is_away_is_tidied_up_when_it_is_back(path: Path, song: Path) -> None:
    journal = Journal.open(path)
    run = journal.begin_run("tag", [song])
    journal.about_to_write(run, prepared(song))
    journal.close()
    away = song.parent.rename(song.parent.with_name("away"))
    with Journal.open(path) as without:
        assert without.recovered == Recovered()  # nothing is settled, nothing is told
    away.rename(song.parent)
    assert len(list(song.parent.iterdir())) == 2
    with Journal.open(path) as again:
        assert again.recovered == Recovered(runs=1, dropped=1, removed=1)
    assert list(song.parent.iterdir()) == [song]
    with Journal.open(path) as once_more:
        assert once_more.recovered == Recovered()


def test_a_drive_that_does_not_answer_keeps_no_program_from_starting(
    path: Path, song: Path
) -> None:
    nowhere = song.parent / ("x" * 300)  # refused by the system, as what lies on such a drive
    journal = Journal.open(path)
    run = journal.begin_run("tag", [song, nowhere / song.name])
    change = prepared(song)
    journal.about_to_write(run, replace(change, path=nowhere / song.name))
    journal.close()
    with Journal.open(path) as again:
        assert again.recovered == Recovered()


def test_only_files_with_our_names_are_strays(tmp_path: Path) -> None:
    others = [
        tmp_path / name for name in ("song.mp3", ".hidden.mp3", ".genre-desktop-notes.mp3", ".x")
    ]
    for other in others:
        other.touch()
    for suffix in (".mp3", ""):
        temporary_beside(tmp_path / f"song{suffix}").touch()
    assert remove_strays([tmp_path, tmp_path / "gone"]) == 2
    assert sorted(tmp_path.iterdir()) == sorted(others)


def test_one_program_writes_at_a_time(path: Path) -> None:
    with Journal.open(path), pytest.raises(JournalUnavailable, match="is writing tags"):
        Journal.open(path)
    Journal.open(path).close()


def test_a_folder_that_cannot_be_written_is_not_taken_for_another_program(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_text("a file in the place of the folder", encoding="utf-8")
    with pytest.raises(JournalUnavailable, match=r"data cannot be written .* make it writable"):
        Journal.open(folder / "tags.sqlite")


def test_the_history_is_read_while_another_program_writes(path: Path, song: Path) -> None:
    tag_all(path, song.parent, "Jazz")
    with Journal.open(path), Journal.open_for_reading(path) as read:
        assert [run.files for run in read.runs()] == [1]


def test_a_damaged_journal_is_never_thrown_away(path: Path) -> None:
    path.write_bytes(b"no database at all" * 99)
    with pytest.raises(JournalUnavailable, match="move it away"):
        Journal.open(path)
    with pytest.raises(JournalUnavailable):
        Journal.open_for_reading(path)
    assert path.read_bytes() == b"no database at all" * 99


def test_where_the_journal_cannot_be_written_no_file_is(path: Path, song: Path) -> None:
    other = tagged.sound(song.parent, "mp3")
    before = other.read_bytes()
    with Journal.open(path) as journal:
        wishes = [Wish(each, stamp_of(each), ("Jazz",)) for each in (song, other)]
        writing = write_genres(journal, wishes, Preferences())
        assert next(writing).refused == ""
        journal._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(JournalUnavailable, match="make room"):
            next(writing)
    assert other.read_bytes() == before
    assert sorted(song.parent.iterdir()) == sorted([song, other])


def test_what_a_full_journal_does_not_know_is_found_out_at_the_next_start(
    path: Path, song: Path
) -> None:
    with Journal.open(path) as journal:
        run = journal.begin_run("tag", [song])
        change = prepared(song)
        journal.about_to_write(run, change)
        put_in_place(change)
        journal.end_run(run)
        assert journal.entries_of(song) == []
    with Journal.open(path) as again:
        assert [entry.change for entry in again.entries_of(song)] == [change]


def test_a_newer_journal_is_left_alone(path: Path) -> None:
    Journal.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(JournalUnavailable, match="newer Genre Desktop"):
        Journal.open(path)


def test_an_entry_keeps_every_byte_of_a_change(path: Path, song: Path) -> None:
    before = song.read_bytes()
    (done,) = tag_all(path, song.parent, "Jazz")
    with Journal.open(path) as journal:
        (entry,) = journal.entries_of(song)
    assert entry.change == done.change
    back = bytearray(song.read_bytes())
    for splice in reversed(reversed_splices(entry.change.splices)):
        back[splice.offset : splice.offset + len(splice.old)] = splice.new
    assert bytes(back) == before
    assert entry.change.new_fields == (RawField("genre", b"GENRE=Jazz"),)


def test_files_below_a_folder_are_found_whatever_the_folders_name(
    path: Path, tmp_path: Path
) -> None:
    for name in ("a_b", "aXb", "a_b more"):
        (tmp_path / name).mkdir()
        tagged.sound(tmp_path / name, "flac")
        tag_all(path, tmp_path / name, "Jazz")
    with Journal.open(path) as journal:
        found = [entry.change.path.parent.name for entry in journal.entries_below(tmp_path / "a_b")]
        assert found == ["a_b"]
        assert len(journal.entries_below(tmp_path)) == 3


def test_splices_that_are_turned_round_twice_are_the_same() -> None:
    splices = (Splice(3, b"abc", b"a"), Splice(10, b"", b"xyz"), Splice(20, b"q", b"rr"))
    assert reversed_splices(reversed_splices(splices)) == splices


def test_an_entry_that_is_damaged_is_a_sentence(path: Path, song: Path) -> None:
    tag_all(path, song.parent, "Jazz")
    with closing(sqlite3.connect(path)) as stranger, stranger:
        stranger.execute("UPDATE entry SET splices = x'00'")
    with Journal.open(path) as journal, pytest.raises(JournalUnavailable, match="cannot be read"):
        journal.entries(1)

"""What was written into one recording never goes back into another."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from genre_desktop.core.tagging.desk import why_not
from genre_desktop.core.tagging.history import JournalUnavailable
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.raw import Preferences, TagRefused
from genre_desktop.core.tagging.writing import look_back, take_back
from genre_desktop.dsp.payload import payload_hash
from tests.support import tagged
from tests.support.tag_run import tag_all, undo_last
from tests.support.tagged import mutagen

OTHER = "another recording"


def as_if_of(version: int, journal: Path) -> None:
    """Makes a journal what it was before a later step, with what was written until then."""
    later = {3: "audio_hash", 1: "is_through_link"}
    with closing(sqlite3.connect(journal)) as stranger, stranger:
        for step, column in later.items():
            if version <= step:
                stranger.execute(f"ALTER TABLE entry DROP COLUMN {column}")
        if version < 3:
            stranger.execute("DROP TABLE placed")
            stranger.execute("DROP TABLE made")
        stranger.execute(f"PRAGMA user_version = {version}")


def genre_of(path: Path) -> str:
    return str(mutagen.File(path)["genre"][0])


def say(path: Path, field: str, text: str) -> None:
    """As another program writes it, at a later time."""
    found = mutagen.File(path)
    found[field] = [text]
    found.save()
    later = path.stat().st_mtime_ns + 10**9
    os.utime(path, ns=(later, later))


@pytest.fixture
def song(music: Path, journal: Path) -> Path:
    """A file into which a run wrote Jazz, where Rock had been."""
    path = tagged.sound(music, "flac")
    say(path, "genre", "Rock")
    tag_all(journal, music, "Jazz")
    return path


@pytest.fixture
def replaced(song: Path, tmp_path: Path) -> Path:
    """Another recording in its place, which is Jazz by itself."""
    other = tagged.sound(tmp_path, "flac", "other", seconds=0.4)
    say(other, "genre", "Jazz")
    return other.replace(song)


def test_the_journal_knows_the_sound_that_was_written(song: Path, journal: Path) -> None:
    with Journal.open(journal) as opened:
        assert [entry.change.audio_hash for entry in opened.entries(1)] == [payload_hash(song)]
        list(take_back(opened, opened.entries(1), Preferences()))
        assert [entry.change.audio_hash for entry in opened.entries(2)] == [payload_hash(song)]


def test_another_recording_keeps_its_genre(replaced: Path, journal: Path) -> None:
    before = replaced.read_bytes()
    [(_, reason)] = why_not(journal, 1)
    assert OTHER in reason
    [refused] = undo_last(journal)
    assert OTHER in refused
    assert replaced.read_bytes() == before
    assert list(replaced.parent.iterdir()) == [replaced]


def test_its_time_and_size_may_be_those_of_what_was_written(song: Path, journal: Path) -> None:
    with Journal.open(journal) as opened:
        [entry] = opened.entries(1)
    noise = bytearray(song.read_bytes())
    noise[-200:-100] = bytes(100)
    song.write_bytes(noise)
    stamp = entry.change.new_stamp
    os.utime(song, ns=(stamp.mtime_ns, stamp.mtime_ns))
    assert genre_of(song) == "Jazz"
    [refused] = undo_last(journal)
    assert OTHER in refused
    assert song.read_bytes() == noise


def test_the_same_recording_with_other_tags_gets_its_genre_back(song: Path, journal: Path) -> None:
    say(song, "title", "New")
    assert why_not(journal, 1) == ()
    assert undo_last(journal) == [""]
    assert genre_of(song) == "Rock"


def test_a_recording_that_cannot_be_read_stays(song: Path, journal: Path) -> None:
    with Journal.open(journal) as opened:
        [entry] = opened.entries(1)
    whole = song.read_bytes()
    song.write_bytes(whole[: whole.index(b"\xff\xf8", 42)])  # all before its first frame
    with pytest.raises(TagRefused, match="its sound cannot be compared"):
        look_back(entry.change, Preferences())
    [refused] = undo_last(journal)
    assert "its sound cannot be compared" in refused


def test_what_an_earlier_version_wrote_goes_back_as_it_did(replaced: Path, journal: Path) -> None:
    as_if_of(3, journal)
    assert undo_last(journal) == [""]
    assert genre_of(replaced) == "Rock"
    with Journal.open(journal) as opened:  # of what is written now the sound is known
        assert [entry.change.audio_hash for entry in opened.entries(2)] == [payload_hash(replaced)]


@pytest.mark.parametrize("version", [1, 2, 3])
def test_an_older_journal_is_read_where_another_program_writes(
    song: Path, journal: Path, version: int
) -> None:
    as_if_of(version, journal)
    lock = sqlite3.connect(journal.with_name("tags.sqlite.lock"))
    lock.execute("BEGIN EXCLUSIVE")
    with closing(lock), Journal.open_for_reading(journal) as opened:
        [run] = opened.runs()
        [entry] = opened.entries(1)
        assert (run.files, run.undone) == (1, 0)
        assert (entry.change.path, entry.change.audio_hash) == (song, "")
        assert opened.entries_of(song) == opened.entries_below(song.parent) == [entry]
        assert opened.places.entries(1) == []
        with pytest.raises(JournalUnavailable):
            opened.begin_run("tag", [song])


def test_an_older_journal_in_a_folder_that_cannot_be_written_is_read(
    song: Path, journal: Path, tmp_path: Path
) -> None:
    as_if_of(3, journal)
    copy = tmp_path / "copy" / "tags.sqlite"
    copy.parent.mkdir()
    shutil.copy(journal, copy)
    copy.with_name("tags.sqlite.lock").mkdir()  # there cannot be one
    before = copy.read_bytes()
    with Journal.open_for_reading(copy) as opened:
        assert [entry.change.path for entry in opened.entries(1)] == [song]
    assert copy.read_bytes() == before


def test_a_program_that_ended_before_the_upgrade_is_tidied_up_after(
    song: Path, journal: Path
) -> None:
    as_if_of(3, journal)
    with closing(sqlite3.connect(journal)) as stranger, stranger:
        stranger.execute("UPDATE run SET is_ended = 0")
        stranger.execute("UPDATE entry SET is_done = 0")
        stranger.execute("INSERT INTO folder VALUES (1, ?)", (os.fsencode(song.parent),))
    with Journal.open(journal) as opened:
        assert (opened.recovered.runs, opened.recovered.whole) == (1, 1)
        assert [entry.change.path for entry in opened.entries(1)] == [song]
    assert undo_last(journal) == [""]
    assert genre_of(song) == "Rock"

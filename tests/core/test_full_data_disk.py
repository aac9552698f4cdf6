"""What is known can be read while the disk that it lies on is full."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.corrections import Corrections, CorrectionsUnavailable, known_corrections
from genre_desktop.core.library_opening import open_for_reading
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.tagging.desk import files_of
from genre_desktop.core.tagging.history import JournalUnavailable
from genre_desktop.core.tagging.journal import Journal
from tests.support.remembered import heard, library_of, song
from tests.support.small_disk import small_disk
from tests.support.tag_run import tag_all


def fill(disk: Path) -> None:
    """Leaves no room at all."""
    with (disk / "much").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            return


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder on a full disk: a song that was heard, corrected and tagged."""
    path = song(tmp_path / "music" / "song.flac")
    with small_disk(tmp_path / "small", "2m") as small:
        outcome = heard(path)
        library_of(small, outcome)
        with Corrections.open(small / "corrections.sqlite") as opened:
            opened.keep([((outcome.audio_hash, None), corrected_now("Fado"))])
        tag_all(small / "tags.sqlite", path.parent, "Fado")
        fill(small)
        yield small


def test_corrections_library_and_history_are_read(data: Path) -> None:
    assert [one.genre for one in known_corrections(data / "corrections.sqlite").values()] == [
        "Fado"
    ]
    with closing(LibraryReading(data / "library.sqlite")) as library:
        assert [model.name for model in library.models()] == ["tiny"]
    assert [change.new for change in files_of(data / "tags.sqlite", 1)] == [("Fado",)]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_journal_for_which_there_is_no_room_is_not_to_be_thrown_away(
    data: Path, *, is_there: bool
) -> None:
    if not is_there:
        for file in data.glob("tags.sqlite*"):
            file.unlink()
    else:
        leave_an_entry_open(data)
    (data / "tags.sqlite.lock").touch()
    fill(data)
    with pytest.raises(JournalUnavailable, match=r"disk is full.*make room"):
        Journal.open(data / "tags.sqlite")


def leave_an_entry_open(data: Path) -> None:
    """As a run does that is killed; the next start notes what became of it."""
    (data / "much").unlink()
    with closing(sqlite3.connect(data / "tags.sqlite")) as database, database:
        database.execute("UPDATE entry SET is_done = 0")


def test_what_may_not_be_all_is_not_read(data: Path) -> None:
    place = data / "corrections.sqlite"
    os.truncate(data / "much", 8192)
    place.with_name("corrections.sqlite-wal").write_bytes(b"half a word")
    fill(data)
    with pytest.raises(sqlite3.OperationalError):
        open_for_reading(place)
    with pytest.raises(CorrectionsUnavailable):
        known_corrections(place)

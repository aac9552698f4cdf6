"""Backups of the library: whole, checked, and never at the cost of what is there."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from genre_desktop.core.corrections import Corrections, known_corrections
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import Library, LibraryUnavailable
from genre_desktop.core.library_backup import Copied, back_up_library, restore_library
from genre_desktop.core.library_copying import noted
from genre_desktop.core.library_schema import LADDER
from genre_desktop.core.places import CORRECTIONS_NAME, JOURNAL_NAME
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.track import Correction
from genre_desktop.dsp.sound import Span
from tests.core.answers import DIGEST
from tests.support.remembered import heard, library_of, song
from tests.support.synced import check_put_in_place, what_is_synced


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return song(tmp_path / "first.flac")


@pytest.fixture
def place(tmp_path: Path, first: Path) -> Path:
    return library_of(tmp_path / "data", heard(first))


def knows(place: Path, path: Path) -> bool:
    with Library.open_for_reading(place) as library:
        return library.known(heard(path).track, stamp_of(path), DIGEST) is not None


def test_a_backup_is_on_the_disk_before_it_takes_the_place_of_an_earlier_one(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kept.sqlite"
    back_up_library(place, target, may_replace=False)
    before = target.read_bytes()
    synced = what_is_synced(monkeypatch, target)
    second = song(tmp_path / "second.flac")
    with Library.open(place) as library:
        library.store(heard(second), stamp_of(second))
    back_up_library(place, target, may_replace=True)
    check_put_in_place(synced, before, target.read_bytes())


def test_a_backup_is_one_checked_file_with_everything(
    place: Path, first: Path, tmp_path: Path
) -> None:
    target = tmp_path / "kept.sqlite"
    second = song(tmp_path / "second.flac")
    with Library.open(place) as library:  # the window is open, and its log is not in the file yet
        library.store(heard(second), stamp_of(second))
        assert back_up_library(place, target, may_replace=False) == Copied(2, 2)
    assert knows(target, first)
    assert knows(target, second)
    assert not list(tmp_path.glob("*kept.sqlite?*")) + list(tmp_path.glob(".*"))
    with closing(sqlite3.connect(target)) as stranger:
        assert stranger.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert stranger.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_restoring_keeps_what_was_there(place: Path, first: Path, tmp_path: Path) -> None:
    target = tmp_path / "kept.sqlite"
    back_up_library(place, target, may_replace=False)
    second = song(tmp_path / "second.flac")
    with Library.open(place) as library:
        library.store(heard(second), stamp_of(second))
    copied = restore_library(target, place)
    assert (copied.files, copied.answers) == (1, 1)
    assert (knows(place, first), knows(place, second)) == (True, False)
    assert copied.kept_as is not None
    assert knows(copied.kept_as, second)
    with Library.open(place) as library:  # and it is a library like any other
        library.store(heard(second), stamp_of(second))
    assert knows(place, second)


def test_corrections_are_in_the_backup_and_the_later_word_counts(
    place: Path, tmp_path: Path
) -> None:
    own = place.with_name(CORRECTIONS_NAME)
    part, whole, new = ("a", Span(1.0, None)), ("b", None), ("c", None)
    old, later = Correction("Trip-Hop", "2026-11-20"), Correction("Dub", "2026-11-22")
    with Corrections.open(own) as corrections:
        corrections.keep([(part, old), (whole, old)])
    target = tmp_path / "kept.sqlite"
    assert back_up_library(place, target, may_replace=False).corrections == 2
    with Corrections.open(own) as corrections:
        corrections.keep([(part, None), (whole, later), (new, later)])
    copied = restore_library(target, place)
    assert copied.corrections == 2
    assert known_corrections(own) == {part: old, whole: later, new: later}
    with closing(sqlite3.connect(place)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert "kept_correction" not in tables
    own.unlink()
    restore_library(target, place)
    assert known_corrections(own) == {part: old, whole: old}


def test_corrections_that_cannot_be_read_stop_a_backup(place: Path, tmp_path: Path) -> None:
    place.with_name(CORRECTIONS_NAME).write_text("words")
    with pytest.raises(LibraryUnavailable, match="Your corrections"):
        back_up_library(place, tmp_path / "kept.sqlite", may_replace=False)
    assert not (tmp_path / "kept.sqlite").exists()


def test_a_library_that_is_damaged_within_is_not_backed_up(place: Path, tmp_path: Path) -> None:
    target = tmp_path / "kept.sqlite"
    with closing(sqlite3.connect(place)) as stranger:  # an index of other values than it says
        stranger.execute("PRAGMA writable_schema = ON")
        says = "CREATE INDEX file_audio ON file (size)"
        stranger.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'file_audio'", (says,))
        stranger.commit()
    with pytest.raises(LibraryUnavailable, match="damaged"):
        back_up_library(place, target, may_replace=False)
    assert not target.exists()


def test_a_damaged_library_is_set_aside_as_it_is(place: Path, tmp_path: Path, first: Path) -> None:
    target = tmp_path / "kept.sqlite"
    back_up_library(place, target, may_replace=False)
    place.write_bytes(b"no more a database" * 1_000)
    copied = restore_library(target, place)
    assert copied.kept_as is not None
    assert copied.kept_as.read_bytes() == b"no more a database" * 1_000
    assert knows(place, first)


def test_a_backup_is_restored_where_there_is_no_library(
    place: Path, tmp_path: Path, first: Path
) -> None:
    target = tmp_path / "kept.sqlite"
    back_up_library(place, target, may_replace=False)
    elsewhere = tmp_path / "new" / "home" / "library.sqlite"
    assert restore_library(target, elsewhere) == Copied(1, 1)
    assert knows(elsewhere, first)


def test_a_library_in_use_is_not_replaced(place: Path, tmp_path: Path) -> None:
    target = tmp_path / "kept.sqlite"
    back_up_library(place, target, may_replace=False)
    with Library.open(place), pytest.raises(LibraryUnavailable, match="in use"):
        restore_library(target, place)
    assert sorted(path.name for path in place.parent.glob("library.sqlite*")) == [
        "library.sqlite",
        "library.sqlite.copying",
        "library.sqlite.lock",
    ]


def test_only_an_earlier_backup_is_replaced(place: Path, tmp_path: Path) -> None:
    target = tmp_path / "kept.sqlite"
    back_up_library(place, target, may_replace=False)
    with pytest.raises(LibraryUnavailable, match="--force"):
        back_up_library(place, target, may_replace=False)
    back_up_library(place, target, may_replace=True)
    mine = song(tmp_path / "mine.flac")
    before = mine.read_bytes()
    foreign = tmp_path / "foreign.sqlite"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE mine (x)")
    with Corrections.open(place.with_name(CORRECTIONS_NAME)) as corrections:
        corrections.keep([(("sound", None), Correction("Fado", "2026-01-01T00:00:00+00:00"))])
    with closing(Journal.open(place.with_name(JOURNAL_NAME))):
        pass
    own = (place.with_name(CORRECTIONS_NAME), place.with_name(JOURNAL_NAME))
    for there in (foreign, *own):
        with pytest.raises(LibraryUnavailable, match="is no backup"):
            back_up_library(place, there, may_replace=True)
    for there in (mine, tmp_path / "none.mp3"):
        with pytest.raises(LibraryUnavailable, match="name of a music file"):
            back_up_library(place, there, may_replace=True)
        assert there.exists() is (there == mine)
    with pytest.raises(LibraryUnavailable, match="is the library itself"):
        back_up_library(place, place, may_replace=True)
    with pytest.raises(LibraryUnavailable, match="folder of"):
        back_up_library(place, tmp_path / "none" / "kept.sqlite", may_replace=True)
    assert mine.read_bytes() == before


def test_what_is_no_whole_backup_is_not_restored(place: Path, tmp_path: Path, first: Path) -> None:
    target = tmp_path / "kept.sqlite"
    back_up_library(place, target, may_replace=False)
    whole = target.read_bytes()
    broken = {
        "words.sqlite": b"words",
        "empty.sqlite": b"",
        "half.sqlite": whole[: len(whole) // 2],
        "torn.sqlite": whole[:4_096] + b"\xaa" * (len(whole) - 4_096),
    }
    for name, content in broken.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(LibraryUnavailable):
            restore_library(tmp_path / name, place)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute(f"PRAGMA user_version = {len(LADDER) + 1}")
    with pytest.raises(LibraryUnavailable, match="newer Genre Desktop"):
        restore_library(target, place)
    with pytest.raises(LibraryUnavailable, match="is the library itself"):
        restore_library(place, place)
    with pytest.raises(LibraryUnavailable, match="There is no file"):
        restore_library(tmp_path / "none.sqlite", place)
    assert knows(place, first)
    assert not list(place.parent.glob("*before-restore*")) + list(place.parent.glob(".*"))


def test_where_a_backup_cannot_take_its_place_the_library_comes_back(
    place: Path, first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kept.sqlite"
    back_up_library(place, target, may_replace=False)

    def refuse(_copy: Path, library: Path) -> Path:
        assert knows(library, first)  # also where this is the last that the program does
        raise PermissionError(13, "a scanner of viruses holds it open")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(LibraryUnavailable, match="nothing has changed"):
        restore_library(target, place)
    assert knows(place, first)
    assert not list(place.parent.glob("*before-restore*"))


KILLED = """
import os, signal, sys
from pathlib import Path
from genre_desktop.core import library_backup
os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)
library, other = map(Path, sys.argv[2:])
if sys.argv[1] == "backup":
    library_backup.back_up_library(library, other, may_replace=True)
else:
    library_backup.restore_library(other, library)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
@pytest.mark.parametrize("work", ["backup", "restore"])
def test_what_a_kill_left_is_gone_after_the_next_backup_wherever_it_goes(
    place: Path, tmp_path: Path, work: str
) -> None:
    old, new = tmp_path / "old" / "kept.sqlite", tmp_path / "new" / "kept.sqlite"
    for folder in (old.parent, new.parent):
        folder.mkdir()
    back_up_library(place, old, may_replace=False)
    foreign = [folder / ".0123456789abcdef.part" for folder in (old.parent, place.parent)]
    for file in foreign:
        file.write_text("of another program")

    def halves() -> list[Path]:
        return [one for one in tmp_path.rglob("*.part*") if one not in foreign]

    for _ in range(2):
        subprocess.run([sys.executable, "-c", KILLED, work, place, old], check=False)
        assert len(halves()) == 1
    back_up_library(place, new, may_replace=False)
    assert halves() == []
    assert all(file.read_text() == "of another program" for file in foreign)


def test_what_a_kill_left_on_a_drive_that_is_away_is_removed_once_it_is_back(
    place: Path, tmp_path: Path
) -> None:
    drive, away = tmp_path / "drive", tmp_path / "away"
    drive.mkdir()
    left = drive / ".0123456789abcdef.part"
    with noted(left, place):
        left.write_text("half a copy")
        drive.rename(away)
    back_up_library(place, tmp_path / "one.sqlite", may_replace=False)
    assert (away / left.name).exists()
    away.rename(drive)
    back_up_library(place, tmp_path / "two.sqlite", may_replace=False)
    assert not left.exists()


def test_of_two_backups_at_once_one_waits_for_the_other(place: Path, tmp_path: Path) -> None:
    left = tmp_path / ".0123456789abcdef.part"
    left.write_text("being written")
    with (
        noted(left, place),
        pytest.raises(LibraryUnavailable, match="Another backup"),
        noted(tmp_path / "another.part", place, patience_seconds=0.1),
    ):
        pass
    assert not left.exists()


def test_a_library_whose_folder_takes_no_notes_is_backed_up(place: Path, tmp_path: Path) -> None:
    place.with_name(f"{place.name}.copying").mkdir()
    assert back_up_library(place, tmp_path / "kept.sqlite", may_replace=False).files == 1
    assert not list(tmp_path.glob(".*"))

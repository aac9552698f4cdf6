"""The library: what it remembers, for which file, and what becomes of it in bad times."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.library import TAGS_AT_ONCE, Library, LibraryUnavailable
from genre_desktop.core.library_opening import keep_journal
from genre_desktop.core.library_schema import LADDER
from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.sound import Problem, Span
from tests.core.answers import DIGEST, LABELS, answered, troubled
from tests.support.sounds import music, write_sound

STAMP = Stamp(size=1_000, mtime_ns=1_700_000_000_123_456_789, inode=42)
SONG = Path("/music/song.mp3")
NEXT_STEP = "ALTER TABLE audio ADD COLUMN colour TEXT;"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


def known(library: Library, path: Path = SONG, stamp: Stamp = STAMP) -> Outcome | None:
    return library.known(Track(path), stamp, DIGEST)


def test_everything_said_of_a_file_comes_back(library: Library) -> None:
    told = answered(SONG)
    library.store(told, STAMP)
    again = known(library)
    assert again is not None
    assert again.from_library
    assert (again.track, again.report, again.audio_hash) == (told.track, told.report, "a1")
    assert again.verdict is not None
    assert told.verdict is not None
    assert again.verdict.labels == LABELS
    np.testing.assert_array_equal(again.verdict.probabilities, told.verdict.probabilities)
    np.testing.assert_array_equal(again.verdict.embedding, told.verdict.embedding)
    assert again.verdict.timeline is not None
    assert told.verdict.timeline is not None
    np.testing.assert_array_equal(
        again.verdict.timeline.probabilities, told.verdict.timeline.probabilities
    )
    np.testing.assert_array_equal(again.verdict.timeline.heard, told.verdict.timeline.heard)
    assert again.verdict.tempo_bpm == 120.5


def test_an_answer_can_be_had_without_its_details(library: Library) -> None:
    library.store(answered(SONG), STAMP)
    full = known(library)
    brief = library.known(Track(SONG), STAMP, DIGEST, with_details=False)
    assert full is not None
    assert brief is not None
    assert full.verdict is not None
    assert brief.verdict is not None
    assert (brief.verdict.timeline, brief.verdict.embedding) == (None, None)
    assert brief.verdict.ranked() == full.verdict.ranked()
    assert brief.verdict.tempo_bpm == full.verdict.tempo_bpm
    assert brief.report == full.report


@pytest.mark.parametrize(
    "changed",
    [Stamp(1_001, STAMP.mtime_ns, 42), Stamp(1_000, 1, 42), Stamp(1_000, STAMP.mtime_ns, 43)],
    ids=["size", "time", "inode"],
)
def test_a_changed_file_is_not_known(library: Library, changed: Stamp) -> None:
    library.store(answered(SONG), STAMP)
    assert known(library, stamp=changed) is None


def test_another_package_knows_nothing_of_it_even_under_the_same_name(library: Library) -> None:
    library.store(answered(SONG), STAMP)
    assert library.known(Track(SONG), STAMP, "d2") is None
    library.store(answered(SONG, best=2, model_digest="d2"), STAMP)
    packages = (DIGEST, "d2")
    again = [library.known(Track(SONG), STAMP, digest) for digest in packages]
    assert [one.model_digest for one in again if one] == list(packages)
    assert [one.verdict.ranked()[0][0] for one in again if one and one.verdict] == ["jazz", "rock"]


def test_what_a_name_gives_away_is_said_of_the_file_that_has_it(library: Library) -> None:
    library.store(answered(SONG), STAMP)
    names = (SONG, Path("/music/song.flac"), Path("/music/song"))
    problems = [
        [note.problem for note in again.report.notes]
        for name in names
        if (again := library.known_audio(Track(name), "a1", DIGEST)) and again.report
    ]
    early = Problem.TRUNCATED
    assert problems == [[early], [early, Problem.WRONG_EXTENSION], [early]]


def test_the_same_audio_is_known_in_another_file(library: Library) -> None:
    library.store(answered(SONG), STAMP)
    moved = Track(Path("/elsewhere/renamed.mp3"))
    again = library.known_audio(moved, "a1", DIGEST)
    assert again is not None
    assert again.track == moved
    assert library.known_audio(moved, "b2", DIGEST) is None


def test_parts_of_a_file_have_answers_of_their_own(library: Library) -> None:
    parts = [Span(0.0, 60.0), Span(60.0, None)]
    for best, span in enumerate(parts):
        library.store(answered(SONG, span=span, best=best), STAMP)
    tops = [library.known(Track(SONG, span), STAMP, DIGEST) for span in parts]
    assert [top.verdict.ranked()[0][0] for top in tops if top and top.verdict] == ["blues", "jazz"]
    assert known(library) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no names of arbitrary bytes")
def test_a_name_that_is_no_text_is_kept_exactly(library: Library) -> None:
    path = Path(os.fsdecode(b"/music/caf\xe9\n=1.mp3"))
    library.store(answered(path), STAMP)
    again = known(library, path)
    assert again is not None
    assert os.fsencode(again.track.path) == b"/music/caf\xe9\n=1.mp3"


def test_a_lasting_problem_is_remembered_until_the_file_changes(library: Library) -> None:
    library.store(troubled(SONG, Problem.WORKER_DIED, "It killed a worker."), STAMP)
    again = known(library)
    assert again is not None
    assert again.problem is not None
    assert (again.problem.problem, again.problem.sentence) == (
        Problem.WORKER_DIED,
        "It killed a worker.",
    )
    assert known(library, stamp=Stamp(1_001, 1, 42)) is None


def test_a_passing_problem_is_not_remembered(library: Library) -> None:
    for problem in (Problem.UNREADABLE, Problem.MISSING, Problem.CHANGED):
        library.store(troubled(SONG, problem), STAMP)
    assert known(library) is None


def test_an_answer_ends_a_problem(library: Library) -> None:
    library.store(troubled(SONG, Problem.TIMED_OUT), STAMP)
    library.store(answered(SONG), STAMP)
    again = known(library)
    assert again is not None
    assert again.problem is None


def test_tags_are_read_from_a_file_once(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "song.flac"
    write_sound(path, music(1.0), "flac", tags={"title": "One", "artist": "Somebody"})
    stamp = stamp_of(path)
    first = library.tags(path, stamp)
    path.write_bytes(b"")  # what is known of that stamp is not read again
    assert library.tags(path, stamp) == first
    assert (first.title, first.artist) == ("One", "Somebody")
    assert library.tags(path, stamp_of(path)).title == ""


def test_tags_outlast_the_library_that_read_them(place: Path, tmp_path: Path) -> None:
    path = tmp_path / "song.flac"
    write_sound(path, music(1.0), "flac", tags={"title": "One"})
    stamp = stamp_of(path)
    with Library.open(place) as library:
        first = library.tags(path, stamp)
    path.write_bytes(b"")
    with Library.open(place) as library:
        assert library.tags(path, stamp) == first


def test_tags_of_many_files_are_kept_before_the_end(place: Path, tmp_path: Path) -> None:
    with Library.open(place) as library:
        for number in range(TAGS_AT_ONCE):
            library.tags(tmp_path / f"{number}.flac", STAMP)
        with closing(sqlite3.connect(place)) as other:
            assert other.execute("SELECT count(*) FROM tags").fetchone() == (TAGS_AT_ONCE,)


def test_a_row_of_the_wrong_length_is_heard_again(library: Library, place: Path) -> None:
    library.store(answered(SONG), STAMP)
    with closing(sqlite3.connect(place)) as other, other:
        other.execute("UPDATE prediction SET timeline = x'0001'")
    assert known(library) is None
    assert library.take_notices() == ()


def test_a_reader_sees_what_a_writer_has_stored(library: Library, place: Path) -> None:
    library.store(answered(SONG), STAMP)
    with Library.open_for_reading(place) as reader:
        assert known(reader) is not None
        reader.store(answered(Path("/music/other.mp3")), STAMP)
        assert known(reader, Path("/music/other.mp3")) is None


def test_reading_a_missing_library_is_refused_and_makes_nothing(place: Path) -> None:
    with pytest.raises(LibraryUnavailable, match=r"library\.sqlite cannot be read"):
        Library.open_for_reading(place)
    assert not place.exists()


def test_a_damaged_library_is_set_aside_and_a_new_one_begun(place: Path) -> None:
    place.parent.mkdir()
    place.write_bytes(b"this is no database " * 500)
    with Library.open(place) as library:
        (notice,) = library.take_notices()
        library.store(answered(SONG), STAMP)
        assert known(library) is not None
    (aside,) = place.parent.glob("library.sqlite.damaged-*")
    assert aside.read_bytes().startswith(b"this is no database")
    assert str(aside) in notice


def test_another_programs_database_is_set_aside(place: Path) -> None:
    place.parent.mkdir()
    with closing(sqlite3.connect(place)) as other, other:
        other.execute("CREATE TABLE theirs (x)")
    with Library.open(place) as library:
        assert len(library.take_notices()) == 1
    assert len(list(place.parent.glob("library.sqlite.damaged-*"))) == 1


def test_damage_found_at_work_does_not_stop_the_work(place: Path) -> None:
    with Library.open(place) as library:
        for number in range(200):
            library.store(answered(Path(f"/music/{number}.mp3"), f"hash {number}"), STAMP)
    with place.open("r+b") as file:
        file.seek(4_096)
        file.write(b"\xff" * (place.stat().st_size - 4_096))
    with Library.open(place) as library:
        paths = [Path(f"/music/{number}.mp3") for number in range(200)]
        assert [known(library, path) for path in paths] == [None] * 200
        assert len(library.take_notices()) == 1
        library.store(answered(SONG), STAMP)
        assert known(library) is not None
    assert len(list(place.parent.glob("library.sqlite.damaged-*"))) >= 1


def test_an_older_library_is_copied_and_brought_up_to_date(place: Path) -> None:
    with Library.open(place) as library:
        library.store(answered(SONG), STAMP)
    with Library.open(place, ladder=(*LADDER, NEXT_STEP)) as library:
        assert known(library) is not None
    with closing(sqlite3.connect(place)) as other:
        assert other.execute("PRAGMA user_version").fetchone() == (len(LADDER) + 1,)
        assert other.execute("SELECT colour FROM audio").fetchall() == [(None,)]
    (copy,) = place.parent.glob(f"library.sqlite.version-{len(LADDER)}-*")
    with Library.open(copy) as old:
        assert known(old) is not None


def test_a_step_that_fails_changes_nothing_and_the_library_is_only_read(place: Path) -> None:
    with Library.open(place) as library:
        library.store(answered(SONG), STAMP)
    broken = "ALTER TABLE audio ADD COLUMN colour TEXT;\nDROP TABLE absent;"
    with Library.open(place, ladder=(*LADDER, broken)) as library:
        (notice,) = library.take_notices()
        assert "no such table: absent" in notice
        assert known(library) is not None
    with Library.open(place) as library:
        assert library.take_notices() == ()
        assert library.writable


def test_a_newer_library_is_only_read(place: Path) -> None:
    with Library.open(place, ladder=(*LADDER, NEXT_STEP)) as library:
        library.store(answered(SONG), STAMP)
    before = place.read_bytes()
    with Library.open(place) as library:
        (notice,) = library.take_notices()
        assert "newer Genre Desktop" in notice
        assert known(library) is not None
        library.store(answered(Path("/music/other.mp3")), STAMP)
        assert known(library, Path("/music/other.mp3")) is None
    assert place.read_bytes() == before


def test_a_place_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(LibraryUnavailable, match="Make its folder writable"):
        Library.open(tmp_path / "data" / "library.sqlite")


def test_a_full_disk_is_told_once_and_the_work_goes_on(library: Library) -> None:
    library._connection.execute("PRAGMA max_page_count = 1")  # SQLite's own full disk
    for number in range(300):
        library.store(answered(Path(f"/music/{number}.mp3"), f"hash {number}"), STAMP)
    (notice,) = library.take_notices()
    assert "full" in notice
    assert library.take_notices() == ()


def test_without_shared_memory_the_journal_is_an_ordinary_one(place: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("SQLite's dot-file locking exists on POSIX systems only")
    place.parent.mkdir()
    # Dot-file locking offers no shared memory, like many network file systems.
    with closing(sqlite3.connect(f"{place.as_uri()}?vfs=unix-dotfile", uri=True)) as connection:
        assert keep_journal(connection) == "delete"
    with closing(sqlite3.connect(place)) as connection:
        assert keep_journal(connection) == "wal"


WRITER = """
import sys
from pathlib import Path
from genre_desktop.core.library import Library
from tests.core.answers import answered
from tests.core.test_library import STAMP

with Library.open(Path(sys.argv[1])) as library:
    for number in range(int(sys.argv[3])):
        name = f"{sys.argv[2]} {number}"
        library.store(answered(Path("/music") / name, name), STAMP)
        print(number, flush=True)
    print(*library.take_notices(), flush=True)
"""


def writer(place: Path, name: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(place), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_begin_and_write_one_library_at_the_same_time(place: Path) -> None:
    with writer(place, "one", 100) as one, writer(place, "two", 100) as two:
        said = one.communicate()[0], two.communicate()[0]
    assert [text.splitlines()[-1] for text in said] == ["", ""]
    with Library.open(place) as library:
        for name in ("one", "two"):
            for number in range(100):
                assert known(library, Path(f"/music/{name} {number}")) is not None


def test_what_was_stored_before_a_kill_is_there(place: Path) -> None:
    with writer(place, "one", 100_000) as run:
        assert run.stdout is not None
        finished = [int(run.stdout.readline()) for _ in range(50)][-1]
        run.kill()
    with Library.open(place) as library:
        assert library.take_notices() == ()
        for number in range(finished + 1):
            assert known(library, Path(f"/music/one {number}")) is not None


def test_threads_share_one_library(library: Library) -> None:
    def store(name: str) -> None:
        for number in range(50):
            library.store(answered(Path(f"/music/{name} {number}"), f"{name} {number}"), STAMP)

    threads = [threading.Thread(target=store, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert library.take_notices() == ()
    assert known(library, Path("/music/c 49")) is not None

"""A file that another program moved goes back where it lies now."""

from pathlib import Path

from genre_desktop.core.tagging.copying import digest_of
from genre_desktop.core.tagging.desk import Desk, files_of, why_not
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.moved import (
    SeveralFit,
    WrittenFile,
    files_below,
    fitting,
    found_again,
)
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.writing import take_back
from genre_desktop.dsp.payload import payload_hash
from tests.support import tagged
from tests.support.remembered import heard, library_of
from tests.support.tag_run import tag_all, undo_last


def known(path: Path, content: bytes) -> WrittenFile:
    """A file as it was when it was written, which has gone since."""
    path.write_bytes(content)
    found = WrittenFile(path, len(content), digest_of(path))
    path.unlink()
    return found


def test_a_file_is_found_by_all_its_bytes(tmp_path: Path) -> None:
    written = known(tmp_path / "old.mp3", b"sound")
    there = tmp_path / "deep" / "er"
    there.mkdir(parents=True)
    (there / "other.mp3").write_bytes(b"noise")
    assert found_again(lambda: [written], files_below([tmp_path])) == {}
    (there / "new.mp3").write_bytes(b"sound")
    assert found_again(lambda: [written], files_below([tmp_path])) == {
        written.path: there / "new.mp3"
    }
    assert found_again(lambda: [written], files_below([there / "new.mp3"])) != {}


def test_two_files_that_are_equal_are_found_as_two(tmp_path: Path) -> None:
    written = [known(tmp_path / name, b"sound") for name in ("one.mp3", "two.mp3")]
    (tmp_path / "new.mp3").write_bytes(b"sound")
    assert len(found_again(lambda: written, files_below([tmp_path]))) == 1
    (tmp_path / "newer.mp3").write_bytes(b"sound")
    found = found_again(lambda: written, files_below([tmp_path]))
    assert sorted(found.values()) == [tmp_path / "new.mp3", tmp_path / "newer.mp3"]


def test_a_file_that_is_where_it_was_is_not_looked_for(tmp_path: Path) -> None:
    written = known(tmp_path / "one.mp3", b"sound")
    for name in ("one.mp3", "copy.mp3"):
        (tmp_path / name).write_bytes(b"sound")
    assert found_again(lambda: [written], files_below([tmp_path])) == {}


def test_a_file_that_was_written_itself_is_not_taken_for_another(tmp_path: Path) -> None:
    gone, there = (known(tmp_path / name, b"sound") for name in ("one.mp3", "two.mp3"))
    there.path.write_bytes(b"sound")
    assert found_again(lambda: [gone, there], files_below([tmp_path])) == {}
    new = tmp_path / "new.mp3"
    new.write_bytes(b"sound")
    found = found_again(lambda: [gone, there, gone], files_below([tmp_path, new]))
    assert found == {gone.path: new}


def test_what_was_written_last_counts(tmp_path: Path) -> None:
    first, last = (known(tmp_path / "song.mp3", content) for content in (b"first", b"last"))
    (tmp_path / "copy.mp3").write_bytes(b"first")
    assert found_again(lambda: [first, last], files_below([tmp_path])) == {}
    new = tmp_path / "new.mp3"
    new.write_bytes(b"last")
    assert found_again(lambda: [first, last], files_below([tmp_path])) == {last.path: new}


def test_all_that_was_written_to_a_moved_file_goes_back(
    music: Path, journal: Path, tmp_path: Path
) -> None:
    path = tagged.sound(music, "flac")
    before = path.read_bytes()
    for genre in ("Jazz", "Rock"):
        tag_all(journal, music, genre)
    path.rename(tmp_path / "moved.flac")
    with Journal.open(journal) as opened:
        assert opened.whereabouts.follow(1, files_below([tmp_path])) == 1
    assert undo_last(journal) == [""]
    assert undo_last(journal) == [""]
    assert (tmp_path / "moved.flac").read_bytes() == before


def test_the_window_finds_it_where_the_library_does(
    music: Path, journal: Path, tmp_path: Path
) -> None:
    path = tagged.sound(music, "flac")
    before = path.read_bytes()
    tag_all(journal, music, "Jazz")
    moved = path.rename(tmp_path / "moved.flac")
    [change] = files_of(journal, 1)
    assert [number for number, _ in why_not(journal, 1)] == [change.number]
    library_of(journal.parent, heard(moved))
    assert why_not(journal, 1) == ()
    desk = Desk()
    desk.take_back(journal, 1, None)
    [[done], _] = desk.carry_on(60.0)
    assert (done.path, done.refused) == (moved, "")
    assert moved.read_bytes() == before


def test_by_its_sound_a_file_is_found_where_one_fits_one() -> None:
    one, two, three, four, five, six = (Path(f"{number}.mp3") for number in range(6))
    lost = {"a": [one], "b": [two], "c": [three, four], "d": [five]}
    there = [(six, "a"), (five, "b"), (four, "b"), (one, "c")]
    found, several = fitting(lost, there)
    assert found == {one: six}
    assert several == [SeveralFit((two,), (five, four)), SeveralFit((three, four), (one,))]


def test_what_can_be_taken_back_and_has_gone_is_known_by_its_sound(
    music: Path, journal: Path, tmp_path: Path
) -> None:
    gone, undone, there = (tagged.sound(music, kind) for kind in ("flac", "mp3", "vorbis"))
    tag_all(journal, music, "Jazz")
    with Journal.open(journal) as opened:
        entries = opened.entries_of(undone)
        assert [done.refused for done in take_back(opened, entries, Preferences())] == [""]
        for path in (gone, undone):
            path.rename(tmp_path / path.name)
        where = opened.whereabouts
        assert where.lost() == {payload_hash(tmp_path / gone.name): [gone]}
        assert (where.knows(there), where.knows(tmp_path / gone.name)) == (True, False)
        where.lies_at(gone, tmp_path / gone.name)
        assert where.lost() == {}
        assert where.knows(tmp_path / gone.name)
        opened._connection.execute("UPDATE entry SET audio_hash = ''")  # as of an earlier version
        (tmp_path / gone.name).unlink()
        assert where.lost() == {}

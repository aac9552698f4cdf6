"""Files copied, moved and put back: never overwritten, never lost, never half there."""

import os
import threading
from pathlib import Path

import pytest

from genre_desktop.core.organising.running import (
    Placed,
    emptied_folders,
    organise,
    put_back,
    remove_empty,
    why_not_back,
)
from genre_desktop.core.organising.wishes import How
from genre_desktop.core.tagging.history import JournalUnavailable
from genre_desktop.core.tagging.journal import Journal
from tests.acceptance.program import need_posix, snapshot
from tests.support.place_run import place_all, planned, wishes
from tests.support.small_disk import small_disk


def back(journal: Path) -> list[Placed]:
    """Takes the last run back that placed files."""
    with Journal.open(journal) as opened:
        run = next(run for run in opened.runs() if run.what != "put back")
        return list(put_back(opened, opened.places.entries(run.number)))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("how", [How.COPY, How.MOVE])
def test_files_go_into_folders_and_come_back(
    music: Path, into: Path, journal: Path, how: How
) -> None:
    before, content = snapshot(music), contents(music)
    assert {one.refused for one in place_all(journal, music, into, how)} == {""}
    assert contents(into) == content
    assert (contents(music) == {}) == (how is How.MOVE)
    assert {path.name for path in into.iterdir()} == {"Jazz", "Rock", "Pop"}
    assert {one.refused for one in back(journal)} == {""}
    assert snapshot(music) == before
    assert not into.exists()
    with Journal.open(journal) as opened:
        runs = [(run.what, run.files, run.undone) for run in opened.runs()]
    assert runs == [("put back", 6, 0), (how.value, 6, 6)]


def test_a_place_that_cannot_be_looked_at_is_told_for_each_file(
    music: Path, into: Path, journal: Path
) -> None:
    before = snapshot(music)
    with Journal.open(journal) as opened:
        nowhere = music.parent / ("x" * 300) / "deep"
        done = list(organise(opened, wishes(music, into, How.MOVE), nowhere))
    assert len(done) == 6
    assert all("cannot be made" in one.refused for one in done)
    assert snapshot(music) == before


def test_putting_back_can_itself_be_taken_back(music: Path, into: Path, journal: Path) -> None:
    place_all(journal, music, into, How.MOVE)
    content = contents(into)
    back(journal)
    with Journal.open(journal) as opened:
        list(put_back(opened, opened.places.entries(2)))
        assert opened.runs()[0].what == "put back"
    assert contents(into) == content


def test_a_copy_has_time_and_mode_of_its_file(music: Path, into: Path, journal: Path) -> None:
    need_posix("modes")
    path = min(music.iterdir())
    path.chmod(0o640)
    os.utime(path, ns=(1_000_000_000, 2_000_000_123))
    place_all(journal, music, into, How.COPY)
    (copy,) = into.rglob(path.name)
    assert (copy.stat().st_mtime_ns, copy.stat().st_mode & 0o777) == (2_000_000_123, 0o640)


def test_what_was_changed_since_stays(music: Path, into: Path, journal: Path) -> None:
    asked = wishes(music, into, How.MOVE)
    asked[0].path.write_bytes(b"changed")
    with Journal.open(journal) as opened:
        first, *others = organise(opened, asked, into)
    assert "changed by another program" in first.refused
    assert asked[0].path.read_bytes() == b"changed"
    assert {one.refused for one in others} == {""}


@pytest.mark.parametrize("how", [How.COPY, How.MOVE])
def test_a_place_that_was_taken_meanwhile_is_left_to_its_file(
    music: Path, into: Path, journal: Path, how: How
) -> None:
    asked = wishes(music, into, how)[:1]
    asked[0].target.parent.mkdir(parents=True)
    asked[0].target.write_bytes(b"mine")
    with Journal.open(journal) as opened:
        (done,) = organise(opened, asked, into)
        assert opened.runs() == []
    assert "has taken its new place" in done.refused
    assert asked[0].target.read_bytes() == b"mine"
    assert list(asked[0].target.parent.iterdir()) == [asked[0].target]
    assert len(contents(music)) == 6


def test_a_run_that_is_stopped_keeps_what_is_done(music: Path, into: Path, journal: Path) -> None:
    stop = threading.Event()
    with Journal.open(journal) as opened:
        run = organise(opened, wishes(music, into, How.MOVE), into, stop)
        next(run)
        stop.set()
        assert list(run) == []
        assert [one.files for one in opened.runs()] == [1]
    assert (len(contents(into)), len(contents(music))) == (1, 5)


def test_a_moved_file_that_changed_or_whose_old_place_is_taken_stays(
    music: Path, into: Path, journal: Path
) -> None:
    asked = [one for one in place_all(journal, music, into, How.MOVE) if one.placing]
    changed, taken = (one.placing for one in asked[:2] if one.placing)
    changed.target.write_bytes(b"other")
    taken.source.write_bytes(b"new")
    refused = {one.path: one.refused for one in back(journal) if one.refused}
    assert "changed since" in refused.pop(changed.target)
    assert "another file lies at its old place" in refused.pop(taken.target)
    assert refused == {}
    assert changed.target.read_bytes() == b"other"
    assert taken.source.read_bytes() == b"new"


def test_a_copy_that_changed_or_is_the_only_one_stays(
    music: Path, into: Path, journal: Path
) -> None:
    done = [one.placing for one in place_all(journal, music, into, How.COPY) if one.placing]
    done[0].target.write_bytes(b"other")
    done[1].source.unlink()
    os.utime(done[2].target, ns=(1, 1))
    back(journal)
    there = [placing.target.exists() for placing in done]
    assert there == [True, True, True, False, False, False]


def test_why_a_file_stays_is_told_without_touching_it(
    music: Path, into: Path, journal: Path
) -> None:
    place_all(journal, music, into, How.COPY)
    with Journal.open(journal) as opened:
        entries = opened.places.entries(1)
        assert {why_not_back(entry.placing) for entry in entries} == {""}
        entries[0].placing.target.unlink()
        assert "not there" in why_not_back(entries[0].placing)
        list(put_back(opened, entries[1:]))
        removed = opened.places.entries(2)
    assert {why_not_back(entry.placing) for entry in removed} == {
        "a copy that was taken away does not come back; copy it again"
    }


def test_what_was_written_to_a_tag_is_found_where_the_file_went(
    music: Path, into: Path, journal: Path
) -> None:
    from tests.support import tagged
    from tests.support.tag_run import tag_all, undo_last

    for path in music.iterdir():
        path.unlink()
    path = tagged.sound(music, "flac")
    before = path.read_bytes()
    tag_all(journal, music, "Jazz")
    place_all(journal, music, into, How.MOVE)
    assert undo_last(journal) == [""]
    (moved,) = into.rglob("*.flac")
    assert moved.read_bytes() == before


def test_folders_that_moving_emptied_go_only_on_request(
    music: Path, into: Path, journal: Path
) -> None:
    deep = music / "artist" / "album"
    deep.mkdir(parents=True)
    (deep / "song.mp3").write_bytes(b"deep")
    (music / "kept").mkdir()
    done = place_all(journal, music, into, How.MOVE)
    assert deep.is_dir()
    assert remove_empty(emptied_folders(done, [music])) == 2
    assert sorted(path.name for path in music.iterdir()) == ["kept"]
    assert {one.refused for one in back(journal)} == {""}
    assert (deep / "song.mp3").read_bytes() == b"deep"


def test_a_folder_that_cannot_be_made_or_is_a_file_refuses(
    music: Path, into: Path, journal: Path
) -> None:
    into.mkdir()
    (into / "Jazz").write_bytes(b"a file")
    done = place_all(journal, music, into, How.MOVE)
    refused = [one.refused for one in done if one.refused]
    assert len(refused) == 2
    assert {"is no folder" in reason for reason in refused} == {True}
    assert (into / "Jazz").read_bytes() == b"a file"


def test_a_disk_that_runs_full_harms_nothing(music: Path, tmp_path: Path, journal: Path) -> None:
    with small_disk(tmp_path / "small", "64k") as small:
        (music / "long.mp3").write_bytes(b"long" * 50_000)
        before = snapshot(music)
        done = {one.path.name: one.refused for one in place_all(journal, music, small, How.MOVE)}
        assert "disk is full" in done.pop("long.mp3")
        assert set(done.values()) == {""}
        assert [path.name for path in small.rglob("*.mp3")] != []
        assert (music / "long.mp3").is_file()
        assert [path for path in small.rglob(".*") if path.is_file()] == []
        assert {one.refused for one in back(journal)} == {""}
        assert snapshot(music) == before


def test_taking_copies_away_that_was_killed_at_its_very_end_is_settled_once(
    music: Path, into: Path, journal: Path
) -> None:
    place_all(journal, music, into, How.COPY)
    opened = Journal.open(journal)
    run = put_back(opened, opened.places.entries(1))
    for _ in range(6):
        next(run)
    opened.close()
    remove_empty([*into.iterdir(), into])
    with pytest.raises(JournalUnavailable):  # nobody can note its end any more
        run.close()
    with Journal.open(journal) as again:
        assert again.recovered.runs == 1
    with Journal.open(journal) as again:
        assert again.recovered.runs == 0
        assert again.runs()[0].files == 6


def test_new_folders_are_on_the_disk_before_a_file_leaves_its_own(
    music: Path, into: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_posix("folders that are put on the disk")
    deep = into / "deep" / "deeper"
    song = min(music.iterdir())
    synced: dict[Path, bool] = {}
    put = os.fsync

    def fsync(descriptor: int) -> None:
        put(descriptor)
        status = os.fstat(descriptor)
        for folder in (into.parent, into, deep.parent, deep):
            if folder.is_dir() and os.path.samestat(status, folder.stat()):
                synced.setdefault(folder, song.exists())

    monkeypatch.setattr(os, "fsync", fsync)
    with Journal.open(journal) as opened:
        wanted = [one for one in wishes(music, deep, How.MOVE) if one.path == song]
        assert [one.is_written for one in organise(opened, wanted, deep)] == [True]
    assert synced == {into.parent: True, into: True, deep.parent: True, deep: True}


def test_planning_leaves_no_trace(music: Path, into: Path) -> None:
    before = snapshot(music)
    assert len(planned(music, into, How.MOVE)) == 6
    assert snapshot(music) == before
    assert not into.exists()

"""Files that are linked more than once, written in their place."""

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.tagging.copying import Digests
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.planning import plan
from genre_desktop.core.tagging.raw import Preferences, Splice, TagRefused, reversed_splices
from genre_desktop.core.tagging.safe_write import Change, links_of, prepare_genres, put_in_place
from genre_desktop.core.tagging.through_links import LeftHalfWritten, Spliced, write_through
from genre_desktop.core.tagging.wishes import Choice, Fate, Heard, Wish
from genre_desktop.core.tagging.writing import take_back, write_genres
from genre_desktop.core.tags import read_tags
from tests.acceptance.program import need_posix
from tests.support import tagged
from tests.support.synced import Synced, what_is_synced

THROUGH = Preferences(through_links=True)
LONG = ("Progressive Rock " * 40).strip()  # more than any padding has room for


@pytest.fixture(autouse=True)
def links() -> None:
    need_posix("hard links")


@pytest.fixture(params=["flac", "mp3", "aac", "vorbis"])
def song(request: pytest.FixtureRequest, music: Path) -> Path:
    """A file with a second link beside it."""
    path = tagged.tagged(tagged.sound(music, request.param))
    (music / f"other{path.suffix}").hardlink_to(path)
    return path


def prepared(path: Path, genre: str) -> Change:
    change = prepare_genres(path, stamp_of(path), (genre,), THROUGH)
    assert change is not None
    assert change.is_through_link
    return change


def test_all_links_have_the_genre_and_go_back_together(song: Path, journal: Path) -> None:
    before, link = song.read_bytes(), song.with_name(f"other{song.suffix}")
    with Journal.open(journal) as opened:
        wish = Wish(song, stamp_of(song), (LONG,))
        (done,) = write_genres(opened, [wish], THROUGH)
        assert (done.refused, read_tags(link).genre) == ("", LONG)
        assert link.samefile(song)
        assert stamp_of(song).mtime_ns != wish.stamp.mtime_ns  # or nobody would read it anew
        (entry,) = opened.entries_of(song)
        assert stamp_of(song) == entry.change.new_stamp
        (back,) = take_back(opened, [entry], Preferences())
        assert back.refused == ""
    assert link.read_bytes() == before
    assert link.samefile(song)
    assert sorted(song.parent.iterdir()) == sorted([song, link])


def states_of_death(old: bytes, new: bytes) -> Iterator[bytes]:
    """What a file may be when its writing ends: after the first byte, amid, before the last."""
    first = next(
        place for place, pair in enumerate(zip(old, new, strict=False)) if len({*pair}) > 1
    )
    longest = old.ljust(len(new), b"\0")
    for part in (first + 1, (first + len(new)) // 2, len(new) - 1, len(new)):
        yield new[:part] + longest[part:]


@pytest.mark.parametrize("genre", ["Folk", LONG])
def test_a_file_that_was_left_half_written_is_wholly_new_at_the_next_start(
    song: Path, journal: Path, genre: str
) -> None:
    old, (link,) = song.read_bytes(), [one for one in song.parent.iterdir() if one != song]
    with Journal.open(journal) as opened:
        change = prepared(song, genre)
        new = change.temporary.read_bytes()
        change.temporary.unlink()
        for state in states_of_death(old, new):
            song.write_bytes(old)
            os.utime(song, ns=(0, change.old_stamp.mtime_ns))
            change = prepared(song, genre)
            run = opened.begin_run("tag", [song])
            entry = opened.about_to_write(run, change)
            song.write_bytes(state)
            assert opened._recover().runs == 1
            assert song.read_bytes() == new
            assert opened.entries(run)[0].number == entry
            assert stamp_of(song) == change.new_stamp
            assert link.samefile(song)
            assert {song, link} == set(song.parent.iterdir())


def test_what_was_not_begun_stays_as_it_was(song: Path, journal: Path) -> None:
    old = song.read_bytes()
    with Journal.open(journal) as opened:
        run = opened.begin_run("tag", [song])
        opened.about_to_write(run, prepared(song, "Folk"))
    with Journal.open(journal) as again:
        assert again.entries(run) == []
    assert song.read_bytes() == old


def test_what_another_program_wrote_meanwhile_stays(song: Path, journal: Path) -> None:
    with Journal.open(journal) as opened:
        opened.about_to_write(opened.begin_run("tag", [song]), prepared(song, LONG))
    others = b"x" + song.read_bytes()
    song.write_bytes(others)
    Journal.open(journal).close()
    assert song.read_bytes() == others
    assert len(list(song.parent.iterdir())) == 2


def test_what_cannot_be_settled_now_waits_with_its_copy(
    song: Path, journal: Path, tmp_path: Path
) -> None:
    old = song.read_bytes()
    with Journal.open(journal) as opened:
        change = prepared(song, LONG)
        opened.about_to_write(opened.begin_run("tag", [song]), change)
    new = change.temporary.read_bytes()
    song.write_bytes(new[:-1] + old[len(new) - 1 :])
    away = song.rename(tmp_path / "away")
    song.mkdir()  # nothing that can be read as a file
    Journal.open(journal).close()
    assert change.temporary.exists()
    song.rmdir()
    away.rename(song)
    Journal.open(journal).close()
    assert song.read_bytes() == new
    assert not change.temporary.exists()


def test_what_is_not_read_back_as_meant_is_put_back(song: Path) -> None:
    old, change = song.read_bytes(), prepared(song, LONG)
    path, copy, splices, digests, mtime_ns = links_of(change)
    with pytest.raises(TagRefused, match="not read back"):
        write_through(path, copy, splices, replace(digests, new="another"), mtime_ns)
    assert song.read_bytes() == old
    with pytest.raises(LeftHalfWritten):
        write_through(path, copy, splices, Digests("another", "another"), mtime_ns)


def test_an_interruption_amid_writing_puts_the_file_back(
    song: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, change = song.read_bytes(), prepared(song, LONG)
    put, calls = os.fsync, count()

    def interrupted_once(descriptor: int) -> None:
        if not next(calls):
            raise KeyboardInterrupt
        put(descriptor)

    monkeypatch.setattr(os, "fsync", interrupted_once)
    with pytest.raises(KeyboardInterrupt):
        put_in_place(change)
    assert song.read_bytes() == old
    assert not change.temporary.exists()


def test_a_file_is_on_the_disk_before_its_copy_goes(
    song: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = prepared(song, LONG)
    new = change.temporary.read_bytes()
    synced = what_is_synced(monkeypatch, change.temporary)
    put_in_place(change)
    assert song.read_bytes() == new
    assert synced[0] == Synced(is_folder=False, size=len(new), in_place=new)


def test_a_file_that_cannot_be_put_back_keeps_its_copy_and_is_mended_at_the_next_start(
    song: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, change = song.read_bytes(), prepared(song, LONG)
    new = change.temporary.read_bytes()

    def broken(_descriptor: int) -> None:
        raise OSError(errno.EIO, "a disk that fails")

    with Journal.open(journal) as opened:
        opened.about_to_write(opened.begin_run("tag", [song]), change)
        with monkeypatch.context() as disk:
            disk.setattr(os, "fsync", broken)
            with pytest.raises(LeftHalfWritten):
                put_in_place(change)
    assert change.temporary.read_bytes() == new
    *_, half_written, _ = states_of_death(old, new)
    song.write_bytes(half_written)
    Journal.open(journal).close()
    assert song.read_bytes() == new
    assert not change.temporary.exists()


def test_a_file_with_splices_reads_as_if_they_were_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"0123456789")
    splices = (Splice(0, b"", b"ab"), Splice(3, b"34", b""), Splice(8, b"8", b"cde"))
    with (tmp_path / "file").open("rb") as file:
        changed = Spliced(file, splices)
        assert changed.read(0, 99) == b"ab012567cde9"
        assert changed.size == 12
        assert [changed.read(place, 3) for place in range(0, 14, 3)] == [
            *(b"ab0", b"125", b"67c", b"de9", b"")
        ]
    (tmp_path / "file").write_bytes(b"ab012567cde9")
    with (tmp_path / "file").open("rb") as file:
        assert Spliced(file, reversed_splices(splices)).read(0, 99) == b"0123456789"


def test_links_of_one_file_are_one_row_where_they_are_written(song: Path) -> None:
    heard = [
        Heard(one, genre="Folk", label="Folk", probability=0.9)
        for one in sorted(song.parent.iterdir())
    ]
    rows = list(plan(heard, Choice(), THROUGH))
    assert [row.fate for row in rows] == [Fate.CHANGES]
    rows = list(plan(heard, Choice(), Preferences()))
    assert [row.short for row in rows] == ["linked more than once"] * 2

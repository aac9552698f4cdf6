"""Folders are watched: what arrives is told once it is at rest, whatever way it came."""

import errno
import itertools
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from genre_desktop.core.folder_watch import FolderWatch, Observing, absolute_folders
from genre_desktop.core.parts import chapter_parts
from genre_desktop.core.scan import scan
from genre_desktop.core.settling import Settling
from genre_desktop.core.track import Track
from genre_desktop.core.watchdog_observing import Watchdog
from genre_desktop.dsp.sound import Span
from tests.acceptance.program import need_posix
from tests.support.divided import album, sheet

SETTLE = 3.0  # looks, for the clock goes on by a second with each
LONG = 20.0  # seconds: what is waited for comes in a fraction of one
MUSIC = b"fLaC" + bytes(100)
OLD = (1_600_000_000, 1_600_000_000)


class LookingClock:
    """Goes on by a second each time somebody looks at it."""

    def __init__(self) -> None:
        self._seconds = itertools.count()

    def __call__(self) -> float:
        return float(next(self._seconds))


class StoppedClock:
    """Shows what it is set to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    folder.mkdir()
    return folder


@pytest.fixture
def told() -> list[str]:
    return []


def watching(
    folder: Path,
    told: list[str],
    exclude: tuple[str, ...] = (),
    by_system: Callable[[], Observing] | None = None,
) -> "closing[FolderWatch]":
    return closing(
        FolderWatch(
            [folder],
            told.append,
            exclude,
            settle_seconds=SETTLE,
            clock=LookingClock(),
            by_system=by_system,
            by_polling=lambda: Watchdog(poll_seconds=0.05),
        )
    )


def arrived(watch: FolderWatch, count: int) -> set[Path]:
    """What arrives until there are so many files, or for a long time."""
    found: set[Path] = set()
    for _ in range(count):
        found.update(watch.wait(LONG))
        if len(found) >= count:
            break
    return found


def test_new_moved_and_changed_files_arrive(music: Path, tmp_path: Path, told: list[str]) -> None:
    old = music / "old.flac"
    old.write_bytes(MUSIC)
    outside = tmp_path / "outside.flac"
    outside.write_bytes(MUSIC)
    with watching(music, told) as watch:
        (music / "new.flac").write_bytes(MUSIC)
        outside.rename(music / "moved.flac")
        with old.open("ab") as file:
            file.write(b"more")
        assert arrived(watch, 3) == {music / "new.flac", music / "moved.flac", old}
    assert told == []


def test_folders_arrive_with_all_below_and_are_watched_from_then_on(
    music: Path, tmp_path: Path, told: list[str]
) -> None:
    album = tmp_path / "outside" / "Album" / "CD 1"
    album.mkdir(parents=True)
    (album / "1.flac").write_bytes(MUSIC)
    with watching(music, told) as watch:
        shutil.move(album.parent, music / "Album")
        assert arrived(watch, 1) == {music / "Album" / "CD 1" / "1.flac"}
        (music / "Album" / "CD 1" / "2.flac").write_bytes(MUSIC)
        assert arrived(watch, 1) == {music / "Album" / "CD 1" / "2.flac"}


def test_what_is_no_music_hidden_or_left_out_does_not_arrive(music: Path, told: list[str]) -> None:
    (music / "Podcasts").mkdir()
    (music / ".cache").mkdir()
    with watching(music, told, ("Podcasts/", "*.wav")) as watch:
        for name in ("cover.jpg", ".part.flac", "take.wav", "notes"):
            (music / name).write_bytes(b"some text, some more text")
        for folder in ("Podcasts", ".cache"):
            (music / folder / "1.flac").write_bytes(MUSIC)
        (music / "song.flac").write_bytes(MUSIC)
        assert arrived(watch, 1) == {music / "song.flac"}
        assert watch.wait(0.0) == ()


def test_a_file_that_this_program_wrote_is_no_news(music: Path, told: list[str]) -> None:
    with watching(music, told) as watch:
        (music / "written.flac").write_bytes(MUSIC)
        watch.expect(music / "written.flac")
        (music / "other.flac").write_bytes(MUSIC)
        assert arrived(watch, 1) == {music / "other.flac"}
        assert watch.wait(0.0) == ()


def test_a_file_comes_anew_with_a_sheet_that_divides_it(music: Path, told: list[str]) -> None:
    file, other = music / "album.flac", music / "other.flac"
    with watching(music, told, ("other.flac",)) as watch:
        for path in (file, other):
            path.write_bytes(MUSIC)
            os.utime(path, OLD)
        assert arrived(watch, 1) == {file}
        tracks = ("Dawn", "", "00:00:00"), ("Noon", "", "00:04:00")
        sheet(music / "lost.cue", music / "not there.flac", *tracks)
        sheet(music / "one.cue", file, tracks[0])
        sheet(music / "left out.cue", other, *tracks)
        album = sheet(music / "album.cue", file, *tracks)
        assert arrived(watch, 1) == {file}
        sheet(album, file, tracks[0], ("Later", "", "00:05:00"))
        assert arrived(watch, 1) == {file}
        assert watch.wait(0.0) == ()


def test_a_file_and_its_sheet_that_arrive_together_come_once(
    music: Path, tmp_path: Path, told: list[str]
) -> None:
    file = album(tmp_path / "outside")
    os.utime(file, OLD)  # copies keep it
    for names in (["album.cue", "album.flac"], ["album.flac", "album.cue"]):
        with watching(music, told) as watch:
            for name in names:
                shutil.copy2(file.with_name(name), music / name)
            assert arrived(watch, 1) == {music / "album.flac"}
            for _ in range(3 * int(SETTLE)):
                assert watch.wait(0.0) == ()
        for name in names:
            (music / name).unlink()


@pytest.mark.parametrize("by_polling", [False, True])
def test_a_file_comes_anew_once_its_sheet_stays_away(
    music: Path, told: list[str], by_polling: bool
) -> None:
    file = album(music)
    os.utime(file, OLD)
    cue = file.with_suffix(".cue")
    by_system = (lambda: Watchdog(poll_seconds=0.05)) if by_polling else None
    with watching(music, told, by_system=by_system) as watch:
        for track in scan([music], (), chapter_parts):
            assert isinstance(track, Track)
            watch.note(track)
        cue.rename(music / "aside.txt")
        assert arrived(watch, 1) == {file}
        (whole,) = scan([file], (), chapter_parts, watch.leaves_out)
        assert whole == Track(file)
        assert isinstance(whole, Track)
        watch.note(whole)
        sheet(cue, file, ("Dawn", "", "00:00:00"))  # which divides nothing
        cue.unlink()
        for _ in range(3 * int(SETTLE)):
            assert watch.wait(0.0) == ()


def test_a_sheet_that_is_saved_by_replacing_it_has_not_gone(music: Path, told: list[str]) -> None:
    file = album(music)
    os.utime(file, OLD)
    cue = file.with_suffix(".cue")
    with watching(music, told) as watch:
        watch.note(Track(file, Span(0.0, 4.0), "Dawn"))
        cue.rename(music / "aside.txt").rename(cue)
        assert arrived(watch, 1) == {file}
        for _ in range(3 * int(SETTLE)):
            assert watch.wait(0.0) == ()


def test_a_sheet_that_is_left_out_is_not_followed(music: Path, told: list[str]) -> None:
    file, other = album(music / "Live"), album(music / "Studio")
    with watching(music, told, ("Live/*.cue",)) as watch:
        for path in (file, other):
            os.utime(path, OLD)
        assert arrived(watch, 2) == {file, other}
        found = scan([file, other], (), chapter_parts, watch.leaves_out)
        titles = [one.part_title for one in found if isinstance(one, Track)]
        assert titles == ["", "Dawn", "Noon"]
        file.with_suffix(".cue").unlink()
        for _ in range(3 * int(SETTLE)):
            assert watch.wait(0.0) == ()


def test_where_the_system_has_no_watches_left_folders_are_polled_and_that_is_said_once(
    music: Path, tmp_path: Path, told: list[str]
) -> None:
    class Exhausted:
        follows_folders = False

        def observe(self, folder: Path, tell: Callable[[Path, bool], None]) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        def close(self) -> None:
            pass

    other = tmp_path / "other"
    other.mkdir()
    watch = FolderWatch(
        [music, other],
        told.append,
        settle_seconds=SETTLE,
        clock=LookingClock(),
        by_system=Exhausted,
        by_polling=lambda: Watchdog(poll_seconds=0.05),
    )
    with closing(watch):
        (music / "a.flac").write_bytes(MUSIC)
        (other / "b.flac").write_bytes(MUSIC)
        assert arrived(watch, 2) == {music / "a.flac", other / "b.flac"}
    (sentence,) = told
    assert "no more watches" in sentence


def test_a_folder_that_goes_and_comes_back_is_watched_again(
    music: Path, tmp_path: Path, told: list[str]
) -> None:
    with watching(music, told) as watch:
        music.rename(tmp_path / "away")
        assert watch.wait(0.0) == ()
        (tmp_path / "away" / "meanwhile.flac").write_bytes(MUSIC)
        (tmp_path / "away").rename(music)
        assert arrived(watch, 1) == {music / "meanwhile.flac"}
        (music / "later.flac").write_bytes(MUSIC)
        assert arrived(watch, 1) == {music / "later.flac"}
    (sentence,) = told
    assert "has gone" in sentence


def test_a_folder_whose_drive_does_not_answer_is_watched_again_once_it_does(
    music: Path, tmp_path: Path, told: list[str]
) -> None:
    need_posix("links of names that no system takes")
    link = tmp_path / "link"
    link.symlink_to(music)
    with watching(link, told) as watch:
        link.unlink()
        link.symlink_to("x" * 300)  # looking at it is an error, as on a dead mount
        assert watch.wait(0.0) == ()
        link.unlink()
        (music / "meanwhile.flac").write_bytes(MUSIC)
        link.symlink_to(music)
        assert arrived(watch, 1) == {link / "meanwhile.flac"}
    (sentence,) = told
    assert "has gone" in sentence


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def settling(clock: StoppedClock) -> Settling:
    return Settling(SETTLE, clock)


def steps(clock: StoppedClock, settling: Settling, seconds: int) -> Iterator[tuple[Path, ...]]:
    for _ in range(seconds):
        clock.now += 1.0
        yield settling.settled()


def test_a_file_that_is_still_being_copied_is_waited_for(
    tmp_path: Path, clock: StoppedClock, settling: Settling
) -> None:
    path = tmp_path / "song.flac"
    path.write_bytes(b"")
    settling.touch(path)
    with path.open("ab", buffering=0) as file:
        for _ in range(20):
            file.write(bytes(1_000))
            assert list(steps(clock, settling, 2)) == [(), ()]
    assert list(steps(clock, settling, 3)) == [(), (path,), ()]
    assert len(settling) == 0


def test_a_file_is_not_at_rest_because_the_computer_slept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, slept = tmp_path / "song.flac", [0.0]
    path.write_bytes(MUSIC)
    monkeypatch.setattr(time, "monotonic", lambda: slept[0])
    settling = Settling(SETTLE)
    settling.touch(path)
    slept[0] += 3_600.0
    assert settling.settled() == ()
    for _ in range(2):
        slept[0] += 1.0
        assert path.exists()
        found = settling.settled()
    assert found == (path,)


def test_a_file_that_goes_again_is_forgotten(
    tmp_path: Path, clock: StoppedClock, settling: Settling
) -> None:
    path = tmp_path / "song.flac.tmp"
    path.write_bytes(MUSIC)
    settling.touch(path)
    path.unlink()
    assert list(steps(clock, settling, 5)) == [()] * 5
    assert len(settling) == 0


def test_what_was_written_a_moment_ago_has_to_wait(tmp_path: Path, settling: Settling) -> None:
    fresh, old = tmp_path / "fresh.flac", tmp_path / "old.flac"
    for path in (fresh, old):
        path.write_bytes(MUSIC)
    os.utime(old, OLD)
    os.utime(fresh, (4_000_000_000, 4_000_000_000))  # a clock that goes wrong
    assert [settling.was_just_written(path) for path in (fresh, old)] == [True, False]
    assert len(settling) == 1


def test_a_folder_within_another_is_watched_once(tmp_path: Path) -> None:
    names = ["a", "a/b", "ab", "c"]
    for name in names:
        (tmp_path / name).mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "c")
    folders = absolute_folders([*(tmp_path / name for name in names), tmp_path / "link"])
    assert [folder.name for folder in folders] == ["a", "ab", "c"]

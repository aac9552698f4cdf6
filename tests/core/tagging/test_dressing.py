"""A copy that takes a file's place belongs to the same people, and is read by no others."""

import os
import stat
import struct
import sys
from pathlib import Path

import pytest

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.tagging.copying import copy_changed, dress_as
from genre_desktop.core.tagging.desk import Desk
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Wish
from tests.acceptance.program import need_posix
from tests.support import tagged
from tests.support.missing import skip_for_want_of

ACCESS, BEQUEATHED = "system.posix_acl_access", "system.posix_acl_default"
NOBODY = 0xFFFFFFFF


def access_list(*entries: tuple[int, int, int]) -> bytes:
    """As Linux keeps it: of whom, what they may, and their number."""
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *each) for each in entries)


LIST = access_list((1, 6, NOBODY), (2, 6, 1234), (4, 4, NOBODY), (16, 6, NOBODY), (32, 4, NOBODY))


@pytest.fixture
def song(tmp_path: Path) -> Path:
    need_posix("modes and owners")
    path = tmp_path / "song.mp3"
    path.write_bytes(b"sound")
    return path


def put(path: Path, name: str, value: bytes) -> None:
    if sys.platform != "linux":
        skip_for_want_of("access lists of Linux")
    try:
        os.setxattr(path, name, value)
    except OSError:
        skip_for_want_of("a file system with access lists")


def copy_of(path: Path) -> Path:
    """A copy with all that belongs to the file."""
    target = path.with_name("copy.mp3")
    copy_changed(path, target, ())
    dress_as(target, path, path.stat(), keep_time=True)
    return target


def test_a_growing_copy_is_for_nobody_else(song: Path) -> None:
    song.chmod(0o600)
    copy_changed(song, song.with_name("copy.mp3"), ())
    assert stat.S_IMODE(song.with_name("copy.mp3").stat().st_mode) == 0o600


def test_an_access_list_of_the_file_is_its_copys_too(song: Path) -> None:
    song.chmod(0o644)
    put(song, ACCESS, LIST)
    target = copy_of(song)
    if sys.platform == "linux":
        assert os.getxattr(target, ACCESS) == os.getxattr(song, ACCESS)
    assert target.stat().st_mode == song.stat().st_mode


def test_an_access_list_that_the_folder_gives_new_files_is_not_the_copys(song: Path) -> None:
    song.chmod(0o640)
    put(song.parent, BEQUEATHED, LIST)
    target = copy_of(song)
    if sys.platform == "linux":
        assert ACCESS not in os.listxattr(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_running_as_its_owner_stays_where_the_owner_does(song: Path) -> None:
    song.chmod(0o6755)
    assert stat.S_IMODE(copy_of(song).stat().st_mode) == 0o6755


def test_no_file_comes_to_run_as_another_owner(song: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32" or os.geteuid() != 0:
        skip_for_want_of("rights to give a file away")
    else:
        os.chown(song, 1234, 2345)
    song.chmod(0o6755)

    def not_allowed(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", not_allowed)
    assert stat.S_IMODE(copy_of(song).stat().st_mode) == 0o755


def test_the_group_is_kept_where_the_owner_cannot_be(
    song: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32" or os.geteuid() != 0:
        skip_for_want_of("rights to give a file away")
    else:
        os.chown(song, 1234, 2345)
        give, target = os.chown, song.with_name("copy.mp3")
    copy_changed(song, target, ())
    assert dress_as(target, song, song.stat(), keep_time=True)

    def group_alone(path: Path, owner: int, group: int) -> None:
        if owner != -1:
            raise PermissionError
        give(path, owner, group)

    target.unlink()
    copy_changed(song, target, ())
    monkeypatch.setattr(os, "chown", group_alone)
    assert not dress_as(target, song, song.stat(), keep_time=True)
    assert target.stat().st_gid == 2345


def test_a_run_tells_of_which_file_the_owner_was_not_kept(
    music: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tagged.sound(music, "flac")
    if sys.platform == "win32" or os.geteuid() != 0:
        skip_for_want_of("rights to give a file away")
    else:
        os.chown(path, 1234, 2345)

    def not_allowed(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", not_allowed)
    desk = Desk()
    for genre, is_told in (("Jazz", True), ("Rock", False)):  # the second time it is ours
        desk.write(journal, [Wish(path, stamp_of(path), (genre,))], Preferences())
        (done,), _ = desk.carry_on(60.0)
        assert (done.is_written, done.has_new_owner) == (True, is_told)
    desk.stop()

"""A file that another program still writes is waited for, and never replaced meanwhile."""

import sys
from pathlib import Path

import pytest

from genre_desktop.core.being_written import is_being_written
from genre_desktop.core.corrections import known_corrections
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.organising.running import organise
from genre_desktop.core.organising.wishes import How, PlaceWish
from genre_desktop.core.settling import Settling
from genre_desktop.core.tagging.journal import Journal
from tests.support import tagged
from tests.support.missing import skip_for_want_of
from tests.support.tag_run import tag_all


@pytest.fixture
def song(tmp_path: Path) -> Path:
    if sys.platform != "linux":
        skip_for_want_of("leases of Linux")
    (tmp_path / "music").mkdir()
    path = tagged.sound(tmp_path / "music", "flac")
    with path.open("ab"):
        if not is_being_written(path):
            skip_for_want_of("a file system with leases")
    return path


def test_only_what_is_open_to_be_written_counts(song: Path) -> None:
    assert not is_being_written(song)
    with song.open("rb"):
        assert not is_being_written(song)
    with song.open("ab"):
        assert is_being_written(song)
    assert not is_being_written(song)
    assert not is_being_written(song.with_name("none.flac"))


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p", ""])
def test_a_lease_that_a_server_refuses_says_nothing(song: Path, tmp_path: Path, kind: str) -> None:
    mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    others = tmp_path / "mountinfo"
    others.write_text("".join(f"{line.partition(' - ')[0]} - {kind} x rw\n" for line in mounts))
    with song.open("ab"):
        assert is_being_written(song)
        assert not is_being_written(song, others)
        assert not is_being_written(song, tmp_path / "none")


def test_the_rest_of_a_slow_copy_is_not_lost_to_tags(song: Path, tmp_path: Path) -> None:
    whole = song.read_bytes()
    with song.open("ab") as file:
        (done,) = tag_all(tmp_path / "tags.sqlite", song.parent, "Jazz")
        assert "is writing it" in done.refused
        file.write(b"the rest")
    assert song.read_bytes() == whole + b"the rest"
    assert list(song.parent.iterdir()) == [song]


def test_nor_to_moving_it(song: Path, tmp_path: Path) -> None:
    wish = PlaceWish(song, tmp_path / "into" / "song.flac", stamp_of(song), How.MOVE)
    with song.open("ab"), Journal.open(tmp_path / "tags.sqlite") as journal:
        (placed,) = organise(journal, [wish], tmp_path / "into")
    assert "is writing it" in placed.refused
    assert song.exists()


def test_a_watched_file_has_to_be_closed_before_it_is_at_rest(song: Path) -> None:
    settling = Settling(seconds=0.0, clock=lambda: 0.0)
    settling.touch(song)
    with song.open("ab"):
        assert settling.settled() == ()
        assert settling.was_just_written(song)
    assert settling.settled() == (song,)


def test_corrections_that_were_begun_on_a_full_disk_are_none(tmp_path: Path) -> None:
    place = tmp_path / "corrections.sqlite"
    place.touch()
    assert known_corrections(place) == {}
    assert place.stat().st_size == 0

"""One file at each step of its way: what a killed run leaves is settled; the last copy stays."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.organising.placing import (
    Placing,
    copied,
    put_in_place,
    rename_by_placeholder,
    settle,
)
from genre_desktop.core.organising.wishes import How
from genre_desktop.core.tagging.raw import TagRefused
from genre_desktop.core.tagging.temporary import temporary_beside
from tests.acceptance.program import need_posix
from tests.support.place_run import wishes


def placing_of(music: Path, into: Path, how: How) -> Placing:
    wish = wishes(music, into, how)[0]
    wish.target.parent.mkdir(parents=True)
    return Placing(how, wish.path, wish.target, temporary_beside(wish.target), wish.stamp)


def test_a_move_to_another_disk_copies_and_then_leaves(music: Path, into: Path) -> None:
    placing = placing_of(music, into, How.MOVE)
    content = placing.source.read_bytes()
    put_in_place(copied(placing))
    assert placing.target.read_bytes() == content
    assert not placing.source.exists()
    assert list(placing.target.parent.iterdir()) == [placing.target]


def test_a_file_that_is_changed_while_it_is_copied_stays(music: Path, into: Path) -> None:
    placing = copied(placing_of(music, into, How.MOVE))
    placing.source.write_bytes(b"changed")
    with pytest.raises(TagRefused):
        put_in_place(placing)
    assert placing.source.read_bytes() == b"changed"
    assert list(placing.target.parent.iterdir()) == []


@pytest.mark.parametrize("how", [How.COPY, How.MOVE])
def test_a_copy_that_was_not_put_in_place_goes(music: Path, into: Path, how: How) -> None:
    placing = placing_of(music, into, how)
    ready = copied(placing)
    assert not settle(placing)  # noted before it was copied
    assert list(placing.target.parent.iterdir()) == []
    assert not settle(ready)
    assert placing.source.exists()


def test_a_copy_in_place_counts_and_the_moved_file_leaves(music: Path, into: Path) -> None:
    placing = placing_of(music, into, How.MOVE)
    ready = copied(placing)
    placing.target.hardlink_to(ready.temporary or "")  # its temporary name is there still
    assert settle(ready)
    assert not placing.source.exists()
    assert list(placing.target.parent.iterdir()) == [placing.target]


def test_a_file_that_changed_before_it_left_stays(music: Path, into: Path) -> None:
    placing = placing_of(music, into, How.MOVE)
    ready = copied(placing)
    assert ready.temporary is not None
    ready.temporary.rename(placing.target)
    placing.source.write_bytes(b"changed")
    assert not settle(ready)
    assert placing.source.read_bytes() == b"changed"
    assert not placing.target.exists()


def test_a_file_with_both_names_loses_the_old_one(music: Path, into: Path) -> None:
    need_posix("hard links")
    placing = replace(placing_of(music, into, How.MOVE), temporary=None)
    placing.target.hardlink_to(placing.source)
    assert settle(placing)
    assert not placing.source.exists()
    assert stamp_of(placing.target) == placing.old_stamp


def test_an_empty_file_that_kept_the_place_goes(music: Path, into: Path) -> None:
    placing = replace(placing_of(music, into, How.MOVE), temporary=None)
    placing.target.touch()
    assert not settle(placing)
    assert not placing.target.exists()
    assert placing.source.exists()


def test_another_programs_file_at_the_place_stays(music: Path, into: Path) -> None:
    placing = placing_of(music, into, How.MOVE)
    placing.target.write_bytes(b"mine")
    assert not settle(replace(placing, temporary=None))
    assert not settle(replace(placing, digest="0", new_stamp=placing.old_stamp))
    assert placing.target.read_bytes() == b"mine"
    assert placing.source.exists()


def test_without_hard_links_nothing_is_overwritten_either(music: Path) -> None:
    one, two = sorted(music.iterdir())[:2]
    content = one.read_bytes(), two.read_bytes()
    with pytest.raises(FileExistsError):
        rename_by_placeholder(one, two)
    assert (one.read_bytes(), two.read_bytes()) == content
    rename_by_placeholder(one, music / "new")
    assert (music / "new").read_bytes() == content[0]


def _answered_twice(act: Callable[..., None]) -> Callable[..., None]:
    """As a drive on a network whose first answer got lost: it is done, and then not there."""

    def done_and_asked_again(*places: Path) -> None:
        act(*places)
        act(*places)

    return done_and_asked_again


@pytest.mark.parametrize("is_apart", [False, True])
def test_a_drive_that_answers_twice_loses_no_file(
    music: Path, into: Path, monkeypatch: pytest.MonkeyPatch, *, is_apart: bool
) -> None:
    placing = placing_of(music, into, How.MOVE)
    content = placing.source.read_bytes()
    ready = copied(placing) if is_apart else replace(placing, temporary=None)
    with monkeypatch.context() as drive:
        drive.setattr(os, "unlink", _answered_twice(os.unlink))
        put_in_place(ready)
    assert placing.target.read_bytes() == content
    assert not placing.source.exists()


def test_nor_does_one_without_hard_links(music: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    song = min(music.iterdir())
    content = song.read_bytes()
    monkeypatch.setattr(os, "replace", _answered_twice(os.replace))
    with pytest.raises(FileNotFoundError):
        rename_by_placeholder(song, music / "new")
    assert (music / "new").read_bytes() == content


def test_a_place_that_was_kept_for_a_file_which_went_away_is_free_again(music: Path) -> None:
    with pytest.raises(FileNotFoundError):
        rename_by_placeholder(music / "gone", music / "new")
    assert not (music / "new").exists()


def test_a_copy_stays_where_another_program_took_the_file_away(music: Path, into: Path) -> None:
    placing = copied(placing_of(music, into, How.MOVE))
    content = placing.source.read_bytes()
    placing.source.unlink()
    put_in_place(placing)
    assert placing.target.read_bytes() == content

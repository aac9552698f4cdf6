"""One file is written wholly or not at all, with all that belongs to it."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.raw import Preferences, TagRefused
from genre_desktop.core.tagging.safe_write import Change, prepare_genres, put_in_place
from genre_desktop.core.tagging.sharing import patiently
from tests.acceptance.program import need_posix
from tests.support import sounds, tagged
from tests.support.missing import skip_for_want_of
from tests.support.small_disk import small_disk
from tests.support.synced import check_put_in_place, what_is_synced
from tests.support.tag_run import tag_all, undo_last

PLAIN = Preferences()


def prepared(path: Path, genre: str = "Jazz") -> Change:
    change = prepare_genres(path, stamp_of(path), (genre,), PLAIN)
    assert change is not None
    return change


def refused(path: Path, stamp: Stamp | None = None) -> TagRefused:
    """What is said of a file that must stay as it is."""
    before = path.read_bytes()
    with pytest.raises(TagRefused) as caught:
        prepare_genres(path, stamp or stamp_of(path), ("Jazz",), PLAIN)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []
    return caught.value


@pytest.mark.parametrize("part", ["size", "mtime_ns", "inode"])
def test_a_file_that_changed_since_it_was_read_is_left_alone(music: Path, part: str) -> None:
    path = tagged.sound(music, "flac")
    stamp = stamp_of(path)
    assert refused(path, stamp._replace(**{part: 1})).short == "changed since"


def test_a_file_that_changes_while_its_copy_is_made_is_left_alone(music: Path) -> None:
    path = tagged.sound(music, "flac")
    change = prepared(path)
    tagged.tagged(path)
    before = path.read_bytes()
    with pytest.raises(TagRefused, match="another program"):
        put_in_place(change)
    assert path.read_bytes() == before
    assert list(music.iterdir()) == [path]


def test_the_copy_is_on_the_disk_before_it_takes_the_files_place(
    music: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tagged.sound(music, "flac")
    before = path.read_bytes()
    synced = what_is_synced(monkeypatch, path)
    put_in_place(prepared(path))
    check_put_in_place(synced, before, path.read_bytes())


@pytest.mark.parametrize(
    ("place_of", "what"),
    [
        (lambda copy: copy.index(b"A Title"), "other tags"),
        (lambda copy: copy.index(b"Jazz"), "other tags"),
        (lambda copy: len(copy) - 40, "sound"),
    ],
    ids=["title", "genre", "sound"],
)
def test_a_disk_that_changes_what_is_written_is_noticed(
    music: Path, monkeypatch: pytest.MonkeyPatch, place_of: Callable[[bytes], int], what: str
) -> None:
    path = tagged.tagged(tagged.sound(music, "flac"))

    def change_the_copy(_descriptor: int) -> None:
        [copy] = music.glob(".*")
        content = bytearray(copy.read_bytes())
        content[place_of(bytes(content))] ^= 1
        copy.write_bytes(content)

    monkeypatch.setattr(os, "fsync", change_the_copy)
    told = refused(path)
    assert told.short == "check failed"
    assert what in told.sentence


def test_a_read_only_file_is_left_alone(music: Path) -> None:
    path = tagged.sound(music, "flac")
    path.chmod(0o444)
    assert refused(path).short == "read-only"


def test_a_file_with_two_links_is_left_alone(music: Path) -> None:
    need_posix("hard links")
    path = tagged.sound(music, "flac")
    (music / "other.flac").hardlink_to(path)
    assert refused(path).short == "linked more than once"


@pytest.mark.parametrize("kind", ["au", "caf", "w64", "mka", "adts", "ac3"])
def test_formats_without_tags_that_can_be_written_are_left_alone(music: Path, kind: str) -> None:
    assert refused(tagged.sound(music, kind)).short == "no tags"


def test_what_is_no_sound_is_left_alone(music: Path) -> None:
    path = music / "words.mp3"
    path.write_bytes(b"just words " * 99)
    assert "no sound file" in refused(path).sentence


@pytest.mark.parametrize("kind", tagged.KINDS)
def test_a_file_cut_anywhere_is_never_harmed(music: Path, kind: str) -> None:
    whole = tagged.tagged(tagged.sound(music, kind)).read_bytes()
    path = next(music.iterdir())
    for end in range(1, len(whole), len(whole) // 12):
        path.write_bytes(whole[:end])
        try:
            change = prepare_genres(path, stamp_of(path), ("Jazz",), PLAIN)
        except TagRefused:
            assert list(music.iterdir()) == [path]
        else:
            assert change is not None
            change.temporary.unlink()
        assert path.read_bytes() == whole[:end]


def test_a_missing_file_is_told(music: Path) -> None:
    path = tagged.sound(music, "flac")
    stamp = stamp_of(path)
    path.unlink()
    with pytest.raises(TagRefused, match="not there any more"):
        prepare_genres(path, stamp, ("Jazz",), PLAIN)


def test_a_link_is_written_at_its_target(music: Path, tmp_path: Path) -> None:
    need_posix("symbolic links")
    path = tagged.sound(music, "flac")
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "link.flac"
    link.symlink_to(path)
    put_in_place(prepared(link))
    assert link.is_symlink()
    assert tagged.mutagen.File(path)["genre"] == ["Jazz"]
    assert list((tmp_path / "links").iterdir()) == [link]


def test_mode_times_and_attributes_stay(music: Path) -> None:
    need_posix("file modes")
    path = tagged.sound(music, "flac")
    path.chmod(0o640)
    os.utime(path, ns=(1_111_111_111_111_111_111, 1_222_222_222_222_222_222))
    with_attributes = sys.platform == "linux" and _can_have_attributes(path)
    put_in_place(prepared(path))
    status = path.stat()
    assert stat.S_IMODE(status.st_mode) == 0o640
    assert status.st_mtime_ns == 1_222_222_222_222_222_222
    if sys.platform == "linux" and with_attributes:
        assert os.getxattr(path, "user.mood") == b"calm"


def _can_have_attributes(path: Path) -> bool:
    if sys.platform != "linux":
        return False
    try:
        os.setxattr(path, "user.mood", b"calm")
    except OSError:
        return False
    return True


def test_the_owner_stays_where_that_is_allowed(music: Path) -> None:
    need_posix("owners")
    path = tagged.sound(music, "flac")
    if os.geteuid() != 0:
        skip_for_want_of("rights to give a file away")
    os.chown(path, 1234, 2345)
    put_in_place(prepared(path))
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 2345)


def test_a_file_system_that_runs_full_harms_nothing(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", "256k") as small:
        path = sounds.write_wav(small / "long.wav", sounds.music(1.8))
        before = path.read_bytes()
        assert refused(path).short == "full disk"
        (done,) = tag_all(tmp_path / "tags.sqlite", small, "Jazz")
        assert "disk is full" in done.refused
        assert path.read_bytes() == before
        assert list(small.iterdir()) == [path]


def test_a_drive_that_answers_twice_has_the_file_in_the_journal(
    music: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tagged.sound(music, "flac")
    replace = os.replace

    def done_and_asked_again(*places: str) -> None:
        replace(*places)
        replace(*places)

    with monkeypatch.context() as drive:
        drive.setattr(os, "replace", done_and_asked_again)
        (done,) = tag_all(journal, music, "Jazz")
    assert done.refused == ""
    assert tagged.mutagen.File(path)["genre"] == ["Jazz"]
    assert undo_last(journal) == [""]
    assert "genre" not in tagged.mutagen.File(path)


@pytest.mark.parametrize("is_done", [False, True])
def test_a_drive_that_gives_no_answer_leaves_it_to_the_next_start_what_was_done(
    music: Path, journal: Path, monkeypatch: pytest.MonkeyPatch, *, is_done: bool
) -> None:
    path = tagged.sound(music, "flac")
    before, replace = path.read_bytes(), os.replace

    def silent(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as drive:

        def lost(*places: str) -> None:
            if is_done:
                replace(*places)
            drive.setattr(os, "stat", silent)
            drive.setattr(os, "lstat", silent)
            silent()

        drive.setattr(os, "replace", lost)
        (done,) = tag_all(journal, music, "Jazz")
    assert "does not say" in done.refused
    with Journal.open(journal) as opened:
        assert (opened.recovered.whole, opened.recovered.dropped) == (is_done, not is_done)
    assert (path.read_bytes() != before) is is_done
    assert list(music.iterdir()) == [path]
    if is_done:
        assert undo_last(journal) == [""]
    assert path.read_bytes() == before


class InUse(PermissionError):
    """What Windows says where another program has a file open."""

    winerror = 32


def failing(times: int, error: OSError) -> Callable[[], None]:
    left = [error] * times

    def action() -> None:
        if left:
            raise left.pop()

    return action


def test_a_file_in_use_is_tried_again_after_growing_pauses() -> None:
    pauses: list[float] = []
    patiently(failing(3, InUse()), pauses.append)
    assert len(pauses) == 3
    assert pauses == sorted(pauses)


def test_a_file_in_use_takes_its_new_tags_once_it_is_free(
    music: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tagged.sound(music, "flac")
    change = prepared(path)
    replace, pauses, hold = Path.replace, list[float](), failing(2, InUse())

    def held(self: Path, target: Path) -> Path:
        hold()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    put_in_place(change, wait=pauses.append)
    assert len(pauses) == 2
    assert tagged.mutagen.File(path)["genre"] == ["Jazz"]
    assert list(music.iterdir()) == [path]


def test_a_file_in_use_for_long_is_given_up() -> None:
    pauses: list[float] = []
    with pytest.raises(InUse):
        patiently(failing(99, InUse()), pauses.append)
    assert len(pauses) == 5


def test_what_waiting_does_not_help_is_not_tried_again() -> None:
    with pytest.raises(PermissionError):
        patiently(failing(1, PermissionError()), lambda _: pytest.fail("it waited"))

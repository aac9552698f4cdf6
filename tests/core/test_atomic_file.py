"""Writing a file whole or not at all."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from genre_desktop.core.atomic_file import ExportFailed, remove_leftovers, replacing
from tests.support.missing import skip_for_want_of
from tests.support.synced import check_put_in_place, what_is_synced


def _written(target: Path, content: bytes) -> None:
    with replacing(target) as file:
        file.write(content)


def _broken_off(target: Path, error: BaseException) -> None:
    with replacing(target) as file:
        file.write(b"half of it")
        file.flush()
        raise error


def _names(folder: Path) -> list[str]:
    return sorted(child.name for child in folder.iterdir())


def test_a_file_takes_its_place_with_all_its_content(tmp_path: Path) -> None:
    target = tmp_path / "genres.csv"
    _written(target, b"first")
    _written(target, b"second")
    assert target.read_bytes() == b"second"
    assert _names(tmp_path) == ["genres.csv"]


KILLED = """
import os, signal, sys
from pathlib import Path
from genre_desktop.core.atomic_file import replacing
with replacing(Path(sys.argv[1])) as file:
    file.write(b"half of it")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
"""


def test_what_a_killed_program_left_goes_a_day_later_and_nothing_else_does(tmp_path: Path) -> None:
    foreign = tmp_path / ".0123456789abcdef.part"
    foreign.touch()
    os.utime(foreign, (0, 0))
    subprocess.run([sys.executable, "-c", KILLED, tmp_path / "genres.csv"], check=False)
    [left] = set(tmp_path.iterdir()) - {foreign}
    remove_leftovers.cache_clear()
    _written(tmp_path / "one.csv", b"")
    assert left.exists()  # of today
    with replacing(tmp_path / "running.csv") as file:
        [running] = set(tmp_path.iterdir()) - {foreign, left, tmp_path / "one.csv"}
        file.write(b"all of it")
        file.flush()
        for old in (left, running):
            os.utime(old, (0, 0))
        remove_leftovers.cache_clear()
        _written(tmp_path / "two.csv", b"")
    assert _names(tmp_path) == [foreign.name, "one.csv", "running.csv", "two.csv"]


def test_the_content_is_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "genres.csv"
    target.write_bytes(b"before")
    synced = what_is_synced(monkeypatch, target)
    _written(target, b"afterwards")
    check_put_in_place(synced, b"before", b"afterwards")


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "no space"), KeyboardInterrupt(), ValueError("a bug")]
)
def test_what_was_there_survives_an_interruption(tmp_path: Path, error: BaseException) -> None:
    target = tmp_path / "genres.csv"
    target.write_bytes(b"old")
    with pytest.raises((ExportFailed, KeyboardInterrupt, ValueError)):
        _broken_off(target, error)
    assert target.read_bytes() == b"old"
    assert _names(tmp_path) == ["genres.csv"]


def test_a_full_disk_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match=r"genres\.csv could not be written: the disk is full"):
        _broken_off(tmp_path / "genres.csv", OSError(errno.ENOSPC, "no space"))


def test_a_really_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    for name, content in _limited_in_size(tmp_path):
        assert (name, content) == ("genres.csv", b"old")


def _limited_in_size(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Writes more than the process may, which fails as a full disk does."""
    if sys.platform == "win32":
        skip_for_want_of("limits of a process (POSIX)")
    import resource
    import signal

    target = folder / "genres.csv"
    target.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))
    try:
        with pytest.raises(ExportFailed):
            _written(target, bytes(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    yield from ((child.name, child.read_bytes()) for child in folder.iterdir())


def test_a_missing_folder_and_a_folder_in_the_way_are_named(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="the folder does not exist"):
        _written(tmp_path / "nowhere" / "genres.csv", b"")
    (tmp_path / "genres.csv").mkdir()
    with pytest.raises(ExportFailed, match="a folder of this name is there"):
        _written(tmp_path / "genres.csv", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="missing: modes and links of POSIX")
def test_modes_and_links_are_kept(tmp_path: Path) -> None:
    real = tmp_path / "real.csv"
    link = tmp_path / "link.csv"
    real.touch()
    real.chmod(0o640)
    link.symlink_to(real)
    _written(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="missing: modes of POSIX")
def test_a_new_file_has_the_users_usual_mode(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    _written(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="missing: named pipes")
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportFailed, match="no regular file"):
        _written(tmp_path / "pipe", b"")


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 246 + ".csv")
    _written(target, b"all")
    assert target.read_bytes() == b"all"

"""Writing a file whole or not at all: a temporary file beside it, then a rename."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from genre_desktop.core.refusal import Refusal
from genre_desktop.dsp.long_paths import TOO_LONG, is_for_length, windows_refuses

_PREFIX, _ENDING = ".genre-desktop-new-", ".part"  # no name that tagging gives
_OLD_SECONDS = 24 * 60 * 60
_MOST_FOLDERS = 1_000


class ExportFailed(Refusal):
    """A file that could not be written."""


_REASONS = {
    errno.ENOSPC: "the disk is full; make room or choose another place",
    errno.EDQUOT: "your quota is used up; make room or choose another place",
    errno.EACCES: "you may not write there, or another program holds it open; "
    "close it there or choose another place",
    errno.EPERM: "you may not write there; choose another place",
    errno.EROFS: "the disk is read-only; choose another place",
    errno.ENOENT: "the folder does not exist; make it or choose another place",
    errno.ENOTDIR: "its folder is not a folder; choose another place",
    errno.EISDIR: "a folder of this name is there; choose another name",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


@contextmanager
def replacing(
    target: Path, refuses_long: Callable[[], bool] = windows_refuses
) -> Iterator[BinaryIO]:
    """Gives a file to write; when the block ends well it takes the target's place at once.

    The content is on the disk before the rename, so that neither a crash nor a full disk ever
    leaves half a file. A link is followed, an existing file's mode is kept.

    Args:
        target: What is to be written.
        refuses_long: Says whether the system refuses long paths.

    Raises:
        ExportFailed: Nothing was written and what was there is untouched.
    """
    final = Path(os.path.realpath(target))
    try:
        mode = _mode_of(final)
        remove_leftovers(final.parent)
        temporary = final.with_name(f"{_PREFIX}{os.urandom(8).hex()}{_ENDING}")
        try:
            with temporary.open("xb") as file:
                with suppress(OSError):  # some network file systems know no such thing
                    _hold(file)
                yield file
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                temporary.chmod(mode)
            temporary.replace(final)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        keep_rename(final.parent)
    except OSError as error:
        known = _REASONS.get(error.errno or 0, error.strerror or str(error))
        reason = TOO_LONG if is_for_length(error, refuses_long) else known
        raise ExportFailed(f"{target} could not be written: {reason}.") from error


@lru_cache(maxsize=_MOST_FOLDERS)
def remove_leftovers(folder: Path) -> None:
    """Removes what programs that were killed began here a day ago or before; once for a folder.

    What one is writing still is held by it, however old it is: the computer may have slept.
    """
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - names may be undecodable
            if name.startswith(_PREFIX) and name.endswith(_ENDING):
                _remove_if_left(folder / name)


def _remove_if_left(file: Path) -> None:
    with suppress(OSError):
        if time.time() - file.stat().st_mtime < _OLD_SECONDS or file.is_symlink():
            return
        with file.open("rb") as opened:
            _hold(opened)
        file.unlink()


def _hold(file: BinaryIO) -> None:
    """Takes a file for this program while it is open.

    Raises:
        BlockingIOError: Another has it.
        OSError: The file system does not tell.
    """
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def keep_rename(folder: Path) -> None:
    """Makes a rename in this folder survive a power cut, where folders can be synchronised."""
    with suppress(OSError):  # Windows opens no folders; some network file systems refuse
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _mode_of(path: Path) -> int | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "something that is no regular file is there")
    return stat.S_IMODE(status.st_mode)

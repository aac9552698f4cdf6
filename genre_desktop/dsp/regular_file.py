"""Opening a regular file for reading, never a pipe, a device or a folder, whatever its name."""

import errno
import io
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from genre_desktop.dsp.long_paths import TOO_LONG, is_for_length, windows_refuses
from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.sound import Problem, SoundError

_LINK_LOOP: Final = (errno.ELOOP,)


def shown_name(path: Path) -> str:
    r"""Return a file's name as people can read it: undecodable bytes as \xNN, no line breaks."""
    return one_line(path.name)


@dataclass(frozen=True, slots=True)
class _Identity:
    device: int
    inode: int
    size: int
    mtime_ns: int

    @classmethod
    def of(cls, status: os.stat_result) -> "_Identity":
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


class NotRegular(OSError):
    """What lies at a path is a folder, a pipe, a device or a socket."""

    def __init__(self, path: Path, mode: int) -> None:
        what = "a folder" if stat.S_ISDIR(mode) else "a device, pipe or socket"
        super().__init__(f"{path} is {what}, not a regular file")
        self.what = what


def open_plain(path: Path) -> BinaryIO:
    """Open a regular file, whatever lay there when it was last looked at; the caller closes it.

    Raises:
        NotRegular: It is something else, which was not opened.
        OSError: It cannot be opened.
    """
    _refuse_all_but_files(path, path.stat())
    handle = open(path, "rb", opener=_open_without_waiting)  # noqa: SIM115 - the caller closes it
    try:
        _refuse_all_but_files(path, os.fstat(handle.fileno()))
    except OSError:
        handle.close()
        raise
    return handle


def read_limited(path: Path, limit_bytes: int) -> bytes:
    """Return the content of a small file.

    Raises:
        NotRegular: It is no regular file.
        OSError: It cannot be read, or is longer than `limit_bytes`.
    """
    with open_plain(path) as file:
        content = file.read(limit_bytes + 1)
    if len(content) > limit_bytes:
        raise OSError(f"{path} is longer than {limit_bytes} bytes")
    return content


class RegularFile:
    """An open file, and whether it is still what it was when it was opened."""

    def __init__(self, path: Path, handle: BinaryIO) -> None:
        self.path = path
        self.handle = handle
        self.name = shown_name(path)
        status = os.fstat(handle.fileno())
        self.size_bytes = status.st_size
        self._mtime_ns = status.st_mtime_ns
        self._at_path = _Identity.of(path.stat())

    def refuse_if_changed(self) -> None:
        """Raise SoundError where the file was written, replaced or removed since it was opened."""
        status = os.fstat(self.handle.fileno())
        same_bytes = (status.st_size, status.st_mtime_ns) == (self.size_bytes, self._mtime_ns)
        try:
            same_place = _Identity.of(self.path.stat()) == self._at_path
        except OSError:
            same_place = False
        if not (same_bytes and same_place):
            raise SoundError(
                Problem.CHANGED,
                f"“{self.name}” was changed or removed while it was read; try again when nothing "
                "else is working on it.",
            )


def _others_may_hold() -> bool:
    return os.name == "nt"


@contextmanager
def open_regular(
    path: Path,
    refuses_long: Callable[[], bool] = windows_refuses,
    others_hold: Callable[[], bool] = _others_may_hold,
) -> Iterator[RegularFile]:
    """Open a music file.

    Args:
        path: Where it lies.
        refuses_long: Says whether the system refuses long paths.
        others_hold: Says whether a program may keep others from reading what it has open.

    Raises:
        SoundError: It is missing, empty, unreadable or no regular file.
    """
    name = shown_name(path)
    try:
        handle = open_plain(path)
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and is_for_length(error, refuses_long):
            raise SoundError(
                Problem.UNREADABLE, f"“{name}” cannot be opened: {TOO_LONG}."
            ) from error
        if isinstance(error, PermissionError) and others_hold():
            # Python's `open` hands on the C library's EACCES, whatever Windows itself said.
            raise SoundError(
                Problem.UNREADABLE,
                f"“{name}” may not be read: another program has it open, or you lack permission; "
                "close it there, or ask its owner.",
            ) from error
        raise _sound_error(path, name, error) from error
    with handle:
        try:
            file = RegularFile(path, handle)
        except OSError as error:
            raise _sound_error(path, name, error) from error
        if file.size_bytes == 0:
            raise SoundError(Problem.EMPTY, f"“{name}” is empty; get the file again.")
        yield file


def _open_without_waiting(path: str, flags: int) -> int:
    # A named pipe put there after the check would block for ever without this; POSIX only.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _refuse_all_but_files(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotRegular(path, status.st_mode)


def _sound_error(path: Path, name: str, error: OSError | ValueError) -> SoundError:
    if isinstance(error, NotRegular):
        return SoundError(
            Problem.NOT_A_FILE, f"“{name}” is {error.what}, not a music file; it was left out."
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        if path.is_symlink():
            return SoundError(
                Problem.MISSING,
                f"“{name}” is a link to a file that is not there; mend or remove the link.",
            )
        return SoundError(
            Problem.MISSING, f"“{name}” is not there any more; add it again from where it is now."
        )
    if isinstance(error, PermissionError):
        return SoundError(
            Problem.UNREADABLE,
            f"“{name}” may not be read by you; ask its owner for permission to read it.",
        )
    if isinstance(error, OSError) and error.errno in _LINK_LOOP:
        return SoundError(
            Problem.UNREADABLE, f"“{name}” is a link that leads back to itself; remove the link."
        )
    return read_error(name, error)


def read_error(name: str, error: Exception) -> SoundError:
    """Return what to say when the disk or network refuses to give a file's bytes."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return SoundError(
        Problem.UNREADABLE,
        f"“{name}” cannot be read ({reason}); check the disk or network it lies on.",
    )


class View(io.RawIOBase):
    """A file's bytes from an offset on, with a few of them replaced; it has no name.

    FFmpeg gets this and not a path, so that no name is ever taken for an address or a command.
    """

    def __init__(self, handle: BinaryIO, offset: int, patch_at: int, patch: bytes) -> None:
        super().__init__()
        self._handle = handle
        self._offset = offset
        self._patch_at = patch_at
        self._patch = patch
        self._size = handle.seek(0, io.SEEK_END) - offset
        handle.seek(offset)

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return at most so many bytes from the current place."""
        if not self._patch:
            return self._handle.read(size)
        start = self._handle.tell()
        data = self._handle.read(size)
        first = max(start, self._patch_at)
        last = min(start + len(data), self._patch_at + len(self._patch))
        if first >= last:
            return data
        new = self._patch[first - self._patch_at : last - self._patch_at]
        return data[: first - start] + new + data[last - start :]

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place, counted from the view's own start; return it, or FFmpeg's error code.

        Damaged files send FFmpeg to places that cannot be; an exception would end as noise.
        """
        starts = {io.SEEK_SET: 0, io.SEEK_CUR: self.tell(), io.SEEK_END: self._size}
        place = starts[whence] + offset
        if place < 0:
            return -errno.EINVAL
        # Not every file system knows places far behind the end; there is nothing to read at any.
        self._handle.seek(min(place, self._size) + self._offset)
        return place

    def tell(self) -> int:
        """Return the current place, counted from the view's own start."""
        return self._handle.tell() - self._offset

"""A copy of a file with some bytes changed, and all that belongs to a file beside its bytes."""

import hashlib
import os
import stat
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from genre_desktop.core.tagging.raw import Splice, TagRefused
from genre_desktop.dsp.regular_file import open_plain

_BLOCK_BYTES = 1 << 20
_DIGEST_BYTES = 20


@dataclass(frozen=True, slots=True)
class Digests:
    """The hashes of all bytes of a file before and after a change."""

    old: str
    new: str


class _Hashed:
    """What is read and written, hashed on its way."""

    def __init__(self, source: BinaryIO, target: BinaryIO) -> None:
        self._source, self._target = source, target
        self._old = hashlib.blake2b(digest_size=_DIGEST_BYTES)
        self._new = hashlib.blake2b(digest_size=_DIGEST_BYTES)

    def copy(self, count: int) -> None:
        """Takes over so many bytes, all that are left where it is negative."""
        while count:
            data = self._source.read(min(_BLOCK_BYTES, count) if count > 0 else _BLOCK_BYTES)
            if not data:
                break
            self._old.update(data)
            self._new.update(data)
            self._target.write(data)
            count -= len(data) if count > 0 else 0

    def change(self, splice: Splice) -> None:
        """Writes other bytes than are read."""
        if self._source.read(len(splice.old)) != splice.old:
            raise TagRefused("it was changed while it was read; try again", "changed")
        self._old.update(splice.old)
        self._new.update(splice.new)
        self._target.write(splice.new)

    def digests(self) -> Digests:
        return Digests(self._old.hexdigest(), self._new.hexdigest())


def copy_changed(source: Path, target: Path, splices: Sequence[Splice]) -> Digests:
    """Writes a changed copy that is on the disk on return.

    Raises:
        TagRefused: The file is no more what the splices were made for.
        OSError: It cannot be read or written.
    """
    with open_plain(source) as old, open(target, "xb", opener=_for_us_alone) as new:
        hashed = _Hashed(old, new)
        for splice in splices:
            hashed.copy(splice.offset - old.tell())
            hashed.change(splice)
        hashed.copy(-1)
        new.flush()
        os.fsync(new.fileno())
    return hashed.digests()


def digest_of(path: Path) -> str:
    """The hash of all bytes of a file.

    Raises:
        OSError: It cannot be read.
    """
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    with open_plain(path) as file:
        while data := file.read(_BLOCK_BYTES):
            digest.update(data)
    return digest.hexdigest()


def dress_as(target: Path, source: Path, status: os.stat_result, *, keep_time: bool) -> bool:
    """Gives a copy the owner, mode, extended attributes and times of the original.

    What the file system or the user's rights do not allow is left as it is, but for the mode.

    Returns:
        Whether it belongs to the same user and group.

    Raises:
        OSError: The mode cannot be set.
    """
    if sys.platform != "win32":
        for owner in (status.st_uid, -1):  # the group alone may be allowed
            with suppress(OSError):
                os.chown(target, owner, status.st_gid)
                break
    _copy_attributes(source, target)
    target.chmod(_mode(status, target.stat()))
    if keep_time:
        os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
    dressed = target.stat()
    return (dressed.st_uid, dressed.st_gid) == (status.st_uid, status.st_gid)


def _for_us_alone(path: str, flags: int) -> int:
    # Until it has the mode of the original, nobody else is to read the copy.
    return os.open(path, flags, stat.S_IRUSR | stat.S_IWUSR)


def _mode(original: os.stat_result, copy: os.stat_result) -> int:
    """The mode of the original, without its running as an owner or group that the copy lacks."""
    mode = stat.S_IMODE(original.st_mode)
    if copy.st_uid != original.st_uid:
        mode &= ~stat.S_ISUID
    if copy.st_gid != original.st_gid:
        mode &= ~stat.S_ISGID
    return mode


def _copy_attributes(source: Path, target: Path) -> None:
    """Extended attributes, access lists among them; a folder may have given the copy others."""
    if sys.platform == "linux":
        with suppress(OSError):
            names = os.listxattr(source)
            for name in set(os.listxattr(target)) - set(names):
                with suppress(OSError):
                    os.removexattr(target, name)
            for name in names:
                with suppress(OSError):
                    os.setxattr(target, name, os.getxattr(source, name))

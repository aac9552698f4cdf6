"""A copy of a file with some bytes changed, and all that belongs to a file beside its bytes."""

import hashlib
import os
import shutil
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
    with open_plain(source) as old, target.open("xb") as new:
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


def dress_as(target: Path, source: Path, status: os.stat_result, *, keep_time: bool) -> None:
    """Gives a copy the owner, mode, extended attributes and times of the original.

    What the file system or the user's rights do not allow is left as it is, but for the mode.

    Raises:
        OSError: The mode cannot be set.
    """
    if sys.platform != "win32":
        with suppress(OSError):
            os.chown(target, status.st_uid, status.st_gid)
    shutil.copymode(source, target)
    _copy_attributes(source, target)
    if keep_time:
        os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))


def _copy_attributes(source: Path, target: Path) -> None:
    if sys.platform == "linux":
        with suppress(OSError):
            for name in os.listxattr(source):
                with suppress(OSError):
                    os.setxattr(target, name, os.getxattr(source, name))

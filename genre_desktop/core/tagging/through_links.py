"""Writes a file that is linked more than once in its place, so that all its links see the change.

A checked copy of the new file lies beside it, on the disk, and the journal has what differs: from
either of them both states of the file can be made. While it is written it is part one, part the
other; whatever ends that, the next look at the journal makes it wholly new.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from genre_desktop.core.tagging.copying import Digests, digest_of
from genre_desktop.core.tagging.raw import Splice, TagRefused, Unsettled, reversed_splices
from genre_desktop.dsp.regular_file import open_plain

_BLOCK_BYTES = 1 << 20
_PAGE_BYTES = 4096  # what a system writes in one go, or not at all


class LeftHalfWritten(Unsettled):
    """Neither the new nor the old bytes could be written wholly; the copy must stay."""


class Spliced:
    """A file as it is after some splices, read from any place."""

    def __init__(self, file: BinaryIO, splices: Sequence[Splice] = ()) -> None:
        self._file = file
        self._parts: list[tuple[int, int, bytes | None]] = []  # from, to, bytes or where else
        self._shifts: list[int] = []
        read = at = 0
        for splice in splices:
            at = self._add(at, splice.offset - read, read - at, None)
            at = self._add(at, len(splice.new), 0, splice.new)
            read = splice.offset + len(splice.old)
        self.size = self._add(at, file.seek(0, os.SEEK_END) - read, read - at, None)

    def read(self, start: int, count: int) -> bytes:
        """The bytes from a place on, fewer at the end."""
        found = bytearray()
        for (low, high, given), shift in zip(self._parts, self._shifts, strict=True):
            first, last = max(low, start), min(high, start + count)
            if first >= last:
                continue
            if given is not None:
                found += given[first - low : last - low]
            else:
                self._file.seek(first + shift)
                found += self._file.read(last - first)
        return bytes(found)

    def blocks(self, start: int, block_bytes: int) -> Iterator[tuple[int, bytes]]:
        """All bytes from a place on, block by block, each with its place."""
        for place in range(start, self.size, block_bytes):
            yield place, self.read(place, block_bytes)

    def _add(self, at: int, count: int, shift: int, given: bytes | None) -> int:
        self._parts.append((at, at + count, given))
        self._shifts.append(shift)
        return at + count


def write_through(
    path: Path, copy: Path, splices: Sequence[Splice], digests: Digests, mtime_ns: int
) -> None:
    """Give a file the bytes of its copy.

    Args:
        path: The file.
        copy: The new file, checked and on the disk.
        splices: All that differs.
        digests: Of the file as it is, and of the copy.
        mtime_ns: The time of change that the file is to have.

    Raises:
        TagRefused: It could not be written, and has its old bytes again.
        LeftHalfWritten: It has not.
    """
    start = min(splice.offset for splice in splices)
    with open_plain(copy) as file:
        new, old = Spliced(file), Spliced(file, reversed_splices(splices))
        try:
            _pour(new, path, start)
            if digest_of(path) != digests.new:
                raise TagRefused("what was written was not read back", "check failed")
        except BaseException:  # an interruption, too: without its copy it could not be mended
            _put_back(old, path, start, digests.old)
            raise
    _set_time(path, mtime_ns)


def settle(
    path: Path, copy: Path, splices: Sequence[Splice], digests: Digests, mtime_ns: int
) -> bool | None:
    """Make a file whole whose writing was ended; the arguments are those of `write_through`.

    Returns:
        Whether it has its new bytes; None where that cannot be said or done now.
    """
    try:
        found = digest_of(path)
        if found == digests.old:
            return False
        if found != digests.new:
            if not _is_half_written(path, copy, splices, digests):
                return False  # another program made it something else, which stays
            write_through(path, copy, splices, digests, mtime_ns)
        _set_time(path, mtime_ns)
    except FileNotFoundError:
        return False
    except (OSError, TagRefused):
        return None
    return True


def _pour(content: Spliced, path: Path, start: int) -> None:
    """Writes all from a place on; what the disk has no room for changes nothing."""
    with path.open("r+b") as target:
        size = target.seek(0, os.SEEK_END)
        if content.size > size:
            _make_room(target, size, content.size)
        for place, block in content.blocks(start, _BLOCK_BYTES):
            target.seek(place)
            target.write(block)
        target.truncate(content.size)
        target.flush()
        os.fsync(target.fileno())


def _make_room(target: BinaryIO, size: int, wanted: int) -> None:
    if not hasattr(os, "posix_fallocate"):
        return
    try:
        os.posix_fallocate(target.fileno(), size, wanted - size)
    except OSError:
        target.truncate(size)
        raise


def _put_back(old: Spliced, path: Path, start: int, digest: str) -> None:
    try:
        _pour(old, path, start)
        if digest_of(path) == digest:
            return
    except OSError:
        pass
    raise LeftHalfWritten(
        "it could not be written wholly, and not be put back either; the next start of the program "
        "mends it, once it can be written",
        "half written",
    )


def _is_half_written(path: Path, copy: Path, splices: Sequence[Splice], digests: Digests) -> bool:
    """Whether each page is the new one, the old one, both in turn, or empty."""
    if digest_of(copy) != digests.new:
        return False
    with open_plain(copy) as of_copy, open_plain(path) as of_file:
        new, old = Spliced(of_copy), Spliced(of_copy, reversed_splices(splices))
        found = Spliced(of_file)
        shorter, longer = sorted((new.size, old.size))
        return shorter <= found.size <= longer and all(
            _is_of_both(page, new.read(place, len(page)), old.read(place, len(page)))
            for place, page in found.blocks(0, _PAGE_BYTES)
        )


def _is_of_both(page: bytes, new: bytes, old: bytes) -> bool:
    if page in (new, old) or not any(page):
        return True
    new, old = (each.ljust(len(page), b"\0") for each in (new, old))
    return any(
        page[same:] == last[same:]
        for first, last in ((new, old), (old, new))
        for same in [_same(page, first)]
    )


def _same(one: bytes, other: bytes) -> int:
    """How many bytes at the beginning."""
    pairs = enumerate(zip(one, other, strict=True))
    return next((place for place, (left, right) in pairs if left != right), len(one))


def _set_time(path: Path, mtime_ns: int) -> None:
    with suppress(OSError):
        os.utime(path, ns=(path.stat().st_atime_ns, mtime_ns))

"""How large a release is, and how large it may be."""

from dataclasses import dataclass
from pathlib import Path

MOST_UNPACKED_MB = 330
MOST_PACKED_MB = 125


class TooLarge(Exception):
    """A sentence that says by how much; build.spec holds what is left out."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the program or, of Python's modules, their archive."""

    place: str
    size_mb: float


def unpacked_mb(folder: Path) -> float:
    """What the files of a folder hold, in MB of 1,000,000 bytes; links count nothing."""
    return sum(_size(path) for path in _files(folder)) / 1e6


def largest(folder: Path, count: int = 10) -> list[Part]:
    """The largest files, the largest first."""
    files = sorted(_files(folder), key=_size, reverse=True)
    return [Part(str(file.relative_to(folder)), _size(file) / 1e6) for file in files[:count]]


def check(folder: Path, archive: Path) -> None:
    """Refuse a release that has grown too large.

    Raises:
        TooLarge: It has.
    """
    for what, size_mb, most_mb in (
        ("unpacked", unpacked_mb(folder), MOST_UNPACKED_MB),
        ("packed", archive.stat().st_size / 1e6, MOST_PACKED_MB),
    ):
        if size_mb > most_mb:
            raise TooLarge(f"The program is {size_mb:.1f} MB {what}; {most_mb} MB are the limit.")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def _size(file: Path) -> int:
    return file.stat().st_size

"""Walking a tree of folders: each folder once, hidden names skipped, never caught in a loop."""

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from genre_desktop.core.exclude import Exclusion
from genre_desktop.core.kinds import named_like_music
from genre_desktop.core.natural_order import natural_key
from genre_desktop.core.skipped import Skipped, because, because_of

_ON_WINDOWS = os.name == "nt"


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies in one folder.

    Attributes:
        path: The folder as it was reached.
        files: Names of its regular files and of links to such, in natural order.
        links: Those of `files` that are links.
        skipped: What is named like music and is none.
    """

    path: Path
    files: tuple[str, ...]
    links: frozenset[str]
    skipped: tuple[Skipped, ...]


@dataclass(slots=True)
class _Listing:
    files: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    folders: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


class Walk:
    """Visits folders; one that was visited before, by whatever way, is passed by."""

    def __init__(self, exclusion: Exclusion) -> None:
        self._exclusion = exclusion
        self._visited: set[object] = set()

    def folders(self, root: Path) -> Iterator[Folder | Skipped]:
        """The folder and all below it: its own files first, then its folders in natural order."""
        waiting = [(root, "")]
        while waiting:
            path, relative = waiting.pop()
            try:
                if self._was_here(path):
                    continue
                listing = self._listing(path, relative)
            except OSError as error:
                yield because_of(path, "cannot be opened", error)
                continue
            yield Folder(
                path,
                tuple(sorted(listing.files, key=natural_key)),
                frozenset(listing.links),
                tuple(sorted(listing.skipped, key=lambda skipped: natural_key(skipped.path.name))),
            )
            below = sorted(listing.folders, key=natural_key, reverse=True)
            waiting += [(path / name, f"{relative}{name}/") for name in below]

    def _was_here(self, path: Path) -> bool:
        status = path.stat()
        # some file systems number nothing; there the resolved name has to do
        key: object = (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(path)
        if key in self._visited:
            return True
        self._visited.add(key)
        return False

    def _listing(self, path: Path, relative: str) -> _Listing:
        listing = _Listing()
        with os.scandir(path) as entries:
            for entry in entries:
                if not entry.name.startswith(".") and not (_ON_WINDOWS and _is_hidden(entry)):
                    self._sort_in(listing, entry, path, relative)
        return listing

    def _sort_in(
        self, listing: _Listing, entry: os.DirEntry[str], path: Path, relative: str
    ) -> None:
        name = entry.name
        is_folder, is_file = _nature(entry)
        if self._exclusion and self._exclusion.leaves_out(relative + name, is_folder=is_folder):
            return
        if is_folder:
            listing.folders.append(name)
        elif is_file:
            listing.files.append(name)
            if entry.is_symlink():
                listing.links.add(name)
        elif named_like_music(name):
            listing.skipped.append(because(path / name, f"{_why_none(entry)} and is left out"))


def _nature(entry: os.DirEntry[str]) -> tuple[bool, bool]:
    """Whether an entry is a folder, and whether it is a regular file; links are followed."""
    try:
        return entry.is_dir(), entry.is_file()
    except OSError:  # a link that leads to itself
        return False, False


def _why_none(entry: os.DirEntry[str]) -> str:
    if not entry.is_symlink():
        return "is not a regular file"
    try:
        entry.stat()
    except FileNotFoundError:
        return "is a link to nothing"
    except OSError as error:
        if error.errno == errno.ELOOP:
            return "is a link that leads back to itself"
        return f"is a link that cannot be followed ({error.strerror or error})"
    return "is a link to what is not a regular file"


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    """Whether Windows hides an entry."""
    attributes: int = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)

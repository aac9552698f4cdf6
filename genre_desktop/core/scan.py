"""Finding the tracks behind paths: files, folders, playlists, and the parts of long files."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from genre_desktop.core.exclude import Exclusion
from genre_desktop.core.kinds import (
    PLAYLIST_EXTENSIONS,
    extension_of,
    holds_music,
    is_sheet,
    may_be_music,
    named_like_music,
)
from genre_desktop.core.parts import (
    SheetPart,
    SheetParts,
    may_have_chapters,
    names_in,
    parts_by,
    sheet_parts,
)
from genre_desktop.core.playlists import read_playlist
from genre_desktop.core.skipped import Skipped, because, because_missing, because_of
from genre_desktop.core.track import Track
from genre_desktop.core.walk import Folder, Walk

__all__ = ["Skipped", "scan"]


def scan(
    paths: Iterable[Path],
    exclude: Iterable[str],
    chapters_of: Callable[[Path], tuple[Track, ...]],
    leaves_out: Callable[[Path], bool] | None = None,
) -> Iterator[Track | Skipped]:
    """Finds tracks, each once, and gives them as they are found.

    A folder is walked: its own files in natural order, then its folders. Hidden names are skipped
    and playlists passed by; what is not named like music and not like something else is judged by
    its first bytes. A file that is named here is always taken, whatever it is called; a playlist
    gives the files it names, a CUE sheet the parts of its files. Only regular files are opened.

    Args:
        paths: Files, folders, playlists and CUE sheets, in the order wanted.
        exclude: Patterns of what to leave out of folders, as `Exclusion` reads them.
        chapters_of: Finds the chapters in a file that may have some. `chapter_parts` opens it in
            this process, which a broken file may crash: `ChapterReading` does not.
        leaves_out: Says which CUE sheets beside files that are named divide nothing; without it,
            those whose names the patterns leave out.
    """
    exclusion = Exclusion(exclude)
    by_name = partial(exclusion.leaves_out, is_folder=False)
    return _Scan(exclusion, chapters_of, leaves_out or (lambda path: by_name(path.name))).all(paths)


class _Scan:
    def __init__(
        self,
        exclusion: Exclusion,
        chapters_of: Callable[[Path], tuple[Track, ...]],
        leaves_out: Callable[[Path], bool],
    ) -> None:
        self._walk = Walk(exclusion)
        self._chapters_of = chapters_of
        self._leaves_out = leaves_out
        self._seen: set[str] = set()  # resolved names of files
        self._last_sheets: tuple[Path, SheetParts] | None = None

    def all(self, paths: Iterable[Path]) -> Iterator[Track | Skipped]:
        for path in paths:
            yield from self._named(_absolute(path), in_playlist=False)

    def _named(self, path: Path, *, in_playlist: bool) -> Iterator[Track | Skipped]:
        """What the user named, directly or in a playlist."""
        try:
            mode = path.stat().st_mode
        except FileNotFoundError as error:
            yield because_missing(path, error)
            return
        except OSError as error:
            yield because_of(path, "cannot be looked at", error)
            return
        except ValueError:  # a NUL in it
            yield because(path, "is no name that a file can have and is left out")
            return
        if stat.S_ISDIR(mode):
            yield from self._tree(path)
        elif not stat.S_ISREG(mode):
            yield because(path, "is not a regular file and is left out")
        else:
            yield from self._named_file(path, in_playlist=in_playlist)

    def _named_file(self, path: Path, *, in_playlist: bool) -> Iterator[Track | Skipped]:
        extension = extension_of(path.name)
        if is_sheet(path.name):
            yield from self._sheet(path)
        elif extension not in PLAYLIST_EXTENSIONS:
            parts = self._sheets_beside(path.parent).by_file.get(path.name, ())
            yield from self._file(path, os.path.realpath(path), parts)
        elif in_playlist:
            yield because(path, "is a playlist within a playlist and is left out")
        else:
            for entry in read_playlist(path):
                if isinstance(entry, Skipped):
                    yield entry
                else:
                    yield from self._named(_absolute(entry), in_playlist=True)

    def _sheet(self, path: Path) -> Iterator[Track | Skipped]:
        read = parts_by(path)
        yield from read.skipped
        for name, parts in read.by_file.items():
            file = path.parent / name
            yield from self._file(file, os.path.realpath(file), parts)

    def _sheets_beside(self, folder: Path) -> SheetParts:
        """The sheets of the folder of a named file; many named files lie in one folder."""
        if self._last_sheets is None or self._last_sheets[0] != folder:
            names = names_in(folder)
            left_out = {
                name for name in names if is_sheet(name) and self._leaves_out(folder / name)
            }
            wanted = [name for name in names if name not in left_out]
            self._last_sheets = folder, sheet_parts(folder, wanted)
        return self._last_sheets[1]

    def _tree(self, root: Path) -> Iterator[Track | Skipped]:
        for item in self._walk.folders(root):
            if isinstance(item, Skipped):
                yield item
            else:
                yield from item.skipped
                yield from self._folder(item)

    def _folder(self, folder: Folder) -> Iterator[Track | Skipped]:
        if not folder.files:  # resolving a name takes long where it is deep
            return
        sheets = sheet_parts(folder.path, folder.files)
        yield from sheets.skipped
        resolved = os.path.realpath(folder.path)
        for name in folder.files:
            if not may_be_music(name):
                continue
            path = folder.path / name
            if not named_like_music(name):
                try:
                    if not holds_music(path):
                        continue
                except OSError as error:
                    yield because_of(path, "cannot be read", error)
                    continue
            key = os.path.realpath(path) if name in folder.links else os.path.join(resolved, name)  # noqa: PTH118 - a Path for each of 50,000 is slow
            yield from self._file(path, key, sheets.by_file.get(name, ()))

    def _file(self, path: Path, key: str, parts: tuple[SheetPart, ...]) -> Iterator[Track]:
        """A file as a whole or in parts, unless it came up before."""
        if key in self._seen:
            return
        self._seen.add(key)
        if parts:
            yield from (part.track for part in parts)
        else:
            chapters = self._chapters_of(path) if may_have_chapters(path) else ()
            yield from chapters or (Track(path),)


def _absolute(path: Path) -> Path:
    """The path from the root, without ".."; the last name stays as it is, link or not."""
    absolute = path.absolute()
    if ".." not in absolute.parts:
        return absolute
    if absolute.name == "..":
        return absolute.resolve()
    return absolute.parent.resolve() / absolute.name

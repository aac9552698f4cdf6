"""What files say of themselves, kept in the library with the stamp of the file as it was then."""

import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from genre_desktop import __version__
from genre_desktop.core.closing import ClosedAtTheEnd
from genre_desktop.core.identity import Stamp, stamp_if_there
from genre_desktop.core.library_outcomes import tags_in
from genre_desktop.core.library_schema import LADDER, all_or_nothing, version_of
from genre_desktop.core.library_statements import KEEP_TAGS
from genre_desktop.core.library_statements import TAGS as KNOWN_TAGS
from genre_desktop.core.there import is_file
from genre_desktop.core.track import Tags, Track

_BUSY_SECONDS = 5.0
_LIST_ANEW = "INSERT OR IGNORE INTO unlisted SELECT path FROM tags WHERE path = ?"
_FORGET = "DELETE FROM tags WHERE path = ?"
_IS_HEARD = "SELECT 1 FROM file WHERE path = ?"
_GIVE_UP = "UPDATE listed SET untagged = 0 WHERE path = ?"

Read = Callable[[Sequence[Track]], Iterable[tuple[Track, Tags]]]


class KeptTags(ClosedAtTheEnd):
    """The tags that the library keeps; used by one thread.

    A library that is not there yet, or of another version, is left to who opens it to write
    answers: until then nothing is known and nothing is kept.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def close(self) -> None:
        """Lets go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def read(
        self, tracks: Sequence[Track], read: Read, *, anew: bool = False
    ) -> Iterator[tuple[Track, Tags]]:
        """The tags of tracks: those of unchanged files from the library, the others by `read`.

        What was read of whole files is kept. Trouble with the library costs the reading only.

        Args:
            tracks: Some tens, since what is kept is kept all at once.
            read: Reads the tags of tracks from their files.
            anew: Whether all of them are read so.
        """
        connection = self._opened()
        if connection is None:
            yield from read(tracks)
            return
        stamps = {track: stamp for track in tracks if (stamp := _stamp(track)) is not None}
        known = {
            track: tags
            for track, stamp in stamps.items()
            if not anew and (tags := _known(connection, track.path, stamp)) is not None
        }
        yield from known.items()
        fresh = []
        for track, tags in read([track for track in tracks if track not in known]):
            yield track, tags
            if track in stamps:
                fresh.append((track.path, stamps[track], tags))
        with suppress(sqlite3.Error):
            keep_tags(connection, fresh)

    def renew(self, paths: Collection[Path], read: Read) -> None:
        """Reads the tags of files anew that were written, of those that the library knows.

        Not when next asked for: the files may be out of reach by then. Nor do their stamps tell:
        time and size are kept, and a number that has become free is given to the next file, so
        that the second writing may bring back an earlier stamp. They are listed anew, too.
        """
        connection = self._opened()
        if connection is None:
            return
        with suppress(sqlite3.Error):
            with all_or_nothing(connection):
                known = [path for path in paths if _forget(connection, path)]
            stamps = {track: stamp for path in known if (stamp := _stamp(track := Track(path)))}
            fresh = [(track.path, stamps[track], tags) for track, tags in read([*stamps])]
            keep_tags(connection, fresh)

    def _opened(self) -> sqlite3.Connection | None:
        if self._connection is None and is_file(self._path):
            try:
                self._connection = _opened(self._path)
            except sqlite3.Error:
                return None
        return self._connection


def keep_tags(connection: sqlite3.Connection, read: Sequence[tuple[Path, Stamp, Tags]]) -> None:
    """Keeps tags of whole files, all of them or none.

    Raises:
        sqlite3.Error: They cannot be kept.
    """
    if not read:
        return
    rows = [
        (os.fsencode(path), stamp.size, stamp.mtime_ns, stamp.inode, __version__,
         json.dumps(tags._asdict()))
        for path, stamp, tags in read
    ]  # fmt: skip
    with all_or_nothing(connection):
        connection.executemany(KEEP_TAGS, rows)


def read_missing(connection: sqlite3.Connection, paths: Sequence[Path], read: Read) -> None:
    """Reads the tags of files that have none in the library, and keeps them.

    Raises:
        sqlite3.Error: They cannot be kept.
    """
    stamps = {Track(path): _stamp(Track(path)) for path in paths}
    there = {track: stamp for track, stamp in stamps.items() if stamp is not None}
    keep_tags(connection, [(track.path, there[track], tags) for track, tags in read([*there])])
    for track in stamps.keys() - there.keys():
        connection.execute(_GIVE_UP, (os.fsencode(track.path),))


def _forget(connection: sqlite3.Connection, path: Path) -> bool:
    """Forgets the tags of a file; says whether the library knows it."""
    name = (os.fsencode(path),)
    connection.execute(_LIST_ANEW, name)
    has_tags = connection.execute(_FORGET, name).rowcount > 0
    return has_tags or connection.execute(_IS_HEARD, name).fetchone() is not None


def _known(connection: sqlite3.Connection, path: Path, stamp: Stamp) -> Tags | None:
    where = (os.fsencode(path), stamp.size, stamp.mtime_ns, stamp.inode, __version__)
    with suppress(sqlite3.Error):
        row = connection.execute(KNOWN_TAGS, where).fetchone()
        return None if row is None else tags_in(row[0])
    return None


def _stamp(track: Track) -> Stamp | None:
    """Of a whole file; parts have tags of their own, which the library does not keep."""
    return stamp_if_there(track.path) if track.span is None else None


def _opened(path: Path) -> sqlite3.Connection | None:
    connection = sqlite3.connect(
        path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        if version_of(connection) == len(LADDER):
            return connection
    except BaseException:
        connection.close()
        raise
    connection.close()
    return None

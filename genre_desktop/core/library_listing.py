"""Keeps the listed rows of the library true to its answers, to the corrections and to the disk."""

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from genre_desktop.core.closing import ClosedAtTheEnd
from genre_desktop.core.drives import may_be_on_absent_drive
from genre_desktop.core.identity import Stamp
from genre_desktop.core.library_forgetting import ForgottenFile, forget_file, remember_file
from genre_desktop.core.library_latest import latest_of
from genre_desktop.core.library_listed import list_row
from genre_desktop.core.library_opening import LibraryUnavailable, open_database
from genre_desktop.core.library_parts import (
    IS_PART,
    NOTED,
    WHOLE,
    Divisions,
    Span,
    belonging,
    decide,
    doubt,
    is_more_than,
    noted_of,
    on_disk,
)
from genre_desktop.core.library_retitled import retitled
from genre_desktop.core.library_rows import span_columns, span_of
from genre_desktop.core.library_schema import LADDER, all_or_nothing
from genre_desktop.core.library_statements import KEEP_FILE
from genre_desktop.core.library_tags import Read, read_missing
from genre_desktop.core.part_tags import as_listed, said_of_part
from genre_desktop.core.parts import SheetPart
from genre_desktop.core.sheets_beside import SheetsBeside
from genre_desktop.core.there import has_gone
from genre_desktop.core.track import AudioKey, Correction, Track

# Older versions had a capital in the genre of a word that was typed without: as if another word.
_OWN_WORDS = (
    "SELECT hash, span_start, span_end, CASE WHEN genre = own COLLATE BINARY THEN own ELSE '' END "
    "FROM listed WHERE own IS NOT NULL"
)
_KNOWN_THERE = "SELECT 1 FROM listed WHERE path = ? AND NOT gone LIMIT 1"
_UNLISTED = "SELECT path FROM unlisted ORDER BY path LIMIT ?"
_ELSEWHERE = (
    "SELECT path FROM file WHERE path != ? "
    "AND audio_id = (SELECT audio_id FROM file WHERE path = ?)"
)
# Of the part that the word is about: where it is listed as a whole only, nothing would come true.
_MARK = (
    "INSERT OR IGNORE INTO unlisted SELECT path FROM listed "
    "WHERE hash = ? AND span_start = ? AND span_end = ?"
)
_LOOK_ELSEWHERE = f"INSERT OR IGNORE INTO unlisted {_ELSEWHERE}"
_PART_WORDS = (
    "SELECT span_start, span_end, title, artist, album FROM listed "  # noqa: S608 - constants
    f"WHERE path = ? AND {IS_PART}"
)
_LIST_ANEW = "INSERT OR IGNORE INTO unlisted VALUES (?)"
_LOOK_INTO = (  # what could not be looked into before
    "INSERT OR IGNORE INTO unlisted SELECT path FROM undecided WHERE path > ? AND path <= ? "
    "AND path IN (SELECT path FROM listed WHERE listed.path = undecided.path AND NOT gone)"
)
_LOOK_AGAIN = (
    "INSERT OR IGNORE INTO unlisted SELECT path FROM undecided WHERE path = ?1 "
    "UNION SELECT path FROM part WHERE path = ?1"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one turn of listing did.

    Attributes:
        files: How many were listed anew.
        left: How many are still to be.
        found_again: Pairs: where a file was, and where it lies now; not where a copy that was
            known to lie there all along is all that is left of it.
    """

    files: int
    left: int
    found_again: tuple[tuple[Path, Path], ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the disk says of a file.

    Attributes:
        is_gone: Whether it is not there.
        divisions: What sheets or chapters make of it; None where that is not known.
        said: What its sheet says of each of its parts, or said when it was there, by span.
        gone_elsewhere: Other files that had its sound and are not there, although their drives are.
        is_named_elsewhere: Whether the parts, which nothing names here, may be another file's.
    """

    is_gone: bool
    divisions: Divisions | None
    said: Mapping[Span, SheetPart | None]
    gone_elsewhere: frozenset[bytes]
    is_named_elsewhere: bool = False

    def named(self, track: Track) -> Track:
        """A part with its title, which the library does not keep."""
        parts = [part for parts in self.divisions or () for part in parts]
        parts += [one.track for one in self.said.values() if one is not None]
        return next((part for part in parts if part.span == track.span), track)


class LibraryListing(ClosedAtTheEnd):
    """A library whose listed rows are brought up to date in turns; used by one thread.

    Attributes:
        notices: Sentences for the user about how it was found.
    """

    def __init__(
        self,
        path: Path,
        divisions_of: Callable[[Path], Divisions | None],
        is_away: Callable[[Path], bool] = may_be_on_absent_drive,
    ) -> None:
        """Opens or makes the library in the file `path`.

        Args:
            path: The library.
            divisions_of: What sheets or chapters make of a file; None where that is not known.
            is_away: Whether a file that is not there may only be on a drive that is away.

        Raises:
            LibraryUnavailable: It cannot be written.
        """
        self._path, self._divisions_of, self._is_away = path, divisions_of, is_away
        opened = open_database(path, LADDER)
        if not opened.writable:
            opened.connection.close()
            raise LibraryUnavailable(" ".join(opened.notices))
        self._connection = opened.connection
        self._sheets = SheetsBeside()
        self.notices = opened.notices

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def obey(self, corrections: Mapping[AudioKey, Correction]) -> None:
        """Marks the files that are listed with another word of the user's than these.

        Raises:
            LibraryUnavailable: The library cannot be read or written.
        """
        listed = [(row[:3], row[3]) for row in self._all(_OWN_WORDS)]
        wanted = {
            (audio_hash, *span_columns(span)): correction.genre
            for (audio_hash, span), correction in corrections.items()
        }
        differing = {key for key, own in listed if own != wanted.get(key)}
        differing |= wanted.keys() - {key for key, _ in listed}
        self._change([(_MARK, key) for key in differing])

    def take_turn(self, most: int, corrections: Mapping[AudioKey, Correction]) -> Turn:
        """Lists some of the files anew of which something changed.

        Raises:
            LibraryUnavailable: The library cannot be read or written.
        """
        paths = [row[0] for row in self._all(_UNLISTED, most)]
        if not paths:
            return Turn(0, 0)
        news = {_path(path) for path in paths if not self._all(_KNOWN_THERE, path)}
        found_again = [pair for pair in self._list_all(paths, corrections) if pair[1] in news]
        left = self._all("SELECT count(*) FROM unlisted")[0][0] if len(paths) == most else 0
        return Turn(len(paths), left, tuple(found_again))

    def relink(
        self, there: Iterable[tuple[Path, Stamp, str]], corrections: Mapping[AudioKey, Correction]
    ) -> list[tuple[Path, Path]]:
        """Takes note that known sounds lie at other places, and lists these.

        Args:
            there: Files, their stamps and the hashes of their sounds.
            corrections: The user's words.

        Returns:
            Pairs: where a file was that is not there any more, and where it lies now.

        Raises:
            LibraryUnavailable: The library cannot be read or written.
        """
        files = [(os.fsencode(path), *stamp, said) for path, stamp, said in there]
        with self._written():
            for file in files:
                self._connection.execute(KEEP_FILE, file)
                doubt(self._connection, file[0])
        return self._list_all([file[0] for file in files], corrections)

    def look_for_files(self, after: bytes, most: int) -> tuple[bytes | None, int]:
        """Looks whether some files are still there, in the order of their paths.

        Args:
            after: The path where the last turn ended; empty at the beginning.
            most: How many to look for.

        Returns:
            Where this turn ended, None at the end; and for how many files that was news. Files
            whose sheet says something else by now, and undecided ones, are listed anew next.

        Raises:
            LibraryUnavailable: The library cannot be read or written.
        """
        query = (
            "SELECT path, max(gone) FROM listed WHERE path > ? GROUP BY path ORDER BY path LIMIT ?"
        )
        rows = self._all(query, after, most)
        news = [(not gone, path) for path, gone in rows if _is_gone(path) != bool(gone)]
        self._change(("UPDATE listed SET gone = ? WHERE path = ?", one) for one in news)
        self._change((_LOOK_ELSEWHERE, (path, path)) for is_gone, path in news if is_gone)
        self._change((_LOOK_AGAIN, (path,)) for is_gone, path in news if not is_gone)
        if rows:
            self._change([(_LOOK_INTO, (after, rows[-1][0]))])
            self._change((_LIST_ANEW, (path,)) for path in self._retitled(after, rows[-1][0]))
        return (rows[-1][0] if len(rows) == most else None), len(news)

    def _retitled(self, after: bytes, last: bytes) -> list[bytes]:
        try:
            return list(retitled(self._connection, after, last, self._sheets))
        except sqlite3.Error as error:
            raise self._unavailable(error) from error

    def untagged(self, most: int) -> list[Path]:
        """Some of the files whose tags were never read.

        Raises:
            LibraryUnavailable: The library cannot be read.
        """
        query = "SELECT DISTINCT path FROM listed WHERE untagged AND NOT gone LIMIT ?"
        return [Path(os.fsdecode(row[0])) for row in self._all(query, most)]

    def keep_tags(self, paths: Sequence[Path], read: Read) -> None:
        """Reads the tags of some files, and keeps them; the files are listed anew next.

        Raises:
            LibraryUnavailable: They cannot be kept.
        """
        try:
            read_missing(self._connection, paths, read)
        except sqlite3.Error as error:
            raise self._unavailable(error) from error

    def forget(self, numbers: Sequence[int]) -> list[ForgottenFile]:
        """Removes rows: what was heard of their files; never a file itself, nor a correction.

        Returns:
            What was known of the files.

        Raises:
            LibraryUnavailable: The library cannot be written.
        """
        query = "SELECT path FROM listed WHERE id = ?"
        found = (row[0] for number in numbers for row in self._all(query, number))
        return self.forget_files(list(dict.fromkeys(found)))

    def forget_files(self, paths: Iterable[bytes]) -> list[ForgottenFile]:
        """As `forget`, by the exact bytes of paths."""
        with self._written():
            return [forget_file(self._connection, path) for path in paths]

    def remember(self, forgotten: Iterable[ForgottenFile]) -> int:
        """Takes forgetting back; returns of how many files, others were heard anew meanwhile.

        Raises:
            LibraryUnavailable: The library cannot be written.
        """
        with self._written():
            return sum(remember_file(self._connection, one) for one in forgotten)

    def _list_all(
        self, paths: Sequence[bytes], corrections: Mapping[AudioKey, Correction]
    ) -> list[tuple[Path, Path]]:
        """Lists files anew; returns which of those that have gone they are."""
        moved: list[tuple[Path, Path]] = []
        # A disk may be slow, and a process may read chapters: others can write meanwhile.
        seen = {path: self._seen(path) for path in paths}
        with self._written():
            for path in paths:
                self._list(path, seen[path], corrections)
                moved += self._relinked(path, seen[path])
            self._connection.executemany(
                "DELETE FROM unlisted WHERE path = ?", ((path,) for path in paths)
            )
        return moved

    def _seen(self, path: bytes) -> _Seen:
        try:
            latest = latest_of(self._connection, path)
        except sqlite3.Error as error:
            raise self._unavailable(error) from error
        is_gone = _is_gone(path)
        parts = [one for one in latest if one.span != WHOLE]
        divisions = self._divisions_of(_path(path)) if parts and not is_gone else None
        others = [] if is_gone else [row[0] for row in self._all(_ELSEWHERE, path, path)]
        seen = _Seen(
            is_gone,
            divisions,
            {},
            frozenset(
                other for other in others if _is_gone(other) and not self._is_away(_path(other))
            ),
        )
        if seen.is_gone:
            return replace(seen, said=self._listed_words(path))
        said = {one.span: said_of_part(seen.named(one.outcome.track)) for one in parts}
        known = {one.span for one in latest}
        named = not on_disk(known, divisions) and any(
            _is_gone(other) or on_disk(known, self._divisions_of(_path(other)))
            for other in {*others} - seen.gone_elsewhere
        )
        return replace(seen, said=said, is_named_elsewhere=named)

    def _listed_words(self, path: bytes) -> dict[Span, SheetPart | None]:
        """What was listed of the parts of a file when its sheet was there."""
        return {
            (start, end): as_listed(Track(_path(path), span_of(start, end)), *words)
            for start, end, *words in self._all(_PART_WORDS, path)
        }

    def _list(self, path: bytes, seen: _Seen, corrections: Mapping[AudioKey, Correction]) -> None:
        known = {one.span: one for one in latest_of(self._connection, path)}
        belong = self._belonging(path, seen, known.keys())
        for span in sorted(belong):
            track = seen.named(known[span].outcome.track)
            one = replace(known[span], outcome=known[span].outcome._replace(track=track))
            said = seen.said.get(span)
            list_row(self._connection, path, one, said, corrections, is_gone=seen.is_gone)
        query = "SELECT id, span_start, span_end FROM listed WHERE path = ?"
        for number, *span in self._connection.execute(query, (path,)).fetchall():
            if tuple(span) not in belong:
                self._connection.execute("DELETE FROM listed WHERE id = ?", (number,))

    def _belonging(self, path: bytes, seen: _Seen, known: Collection[Span]) -> set[Span]:
        """Of what is known of a file's sound, what is the file's own."""
        noted, is_undecided = self._noted(path)
        if not is_undecided:
            return belonging(known, noted)
        found = on_disk(known, seen.divisions)
        if seen.divisions is not None:
            gone = [self._noted(other)[0] for other in sorted(seen.gone_elsewhere)]
            found = found or {span for parts in gone for span in parts}.intersection(known)
            found = found or set(() if seen.is_named_elsewhere else known)
            decide(self._connection, path, found, noted)
        return found

    def _noted(self, path: bytes) -> tuple[frozenset[Span], bool]:
        return noted_of(self._connection.execute(NOTED, (path,)))

    def _relinked(self, path: bytes, seen: _Seen) -> list[tuple[Path, Path]]:
        """Forgets where the sound of a file lay before, unless more was listed there."""
        before = [row[0] for row in self._connection.execute(_ELSEWHERE, (path, path))]
        gone = [other for other in before if other in seen.gone_elsewhere]
        moved = [other for other in gone if not is_more_than(self._connection, other, path)]
        for other in moved:
            forget_file(self._connection, other)
        return [(_path(other), _path(path)) for other in moved]

    def _all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._unavailable(error) from error

    def _change(self, statements: Iterable[tuple[str, tuple[object, ...]]]) -> None:
        with self._written():
            for statement, values in statements:
                self._connection.execute(statement, values)

    @contextmanager
    def _written(self) -> Iterator[None]:
        """All that is changed inside, or nothing."""
        try:
            with all_or_nothing(self._connection):
                yield
        except sqlite3.Error as error:
            raise self._unavailable(error) from error

    def _unavailable(self, error: sqlite3.Error) -> LibraryUnavailable:
        return LibraryUnavailable(f"The library {self._path} cannot be kept in order ({error}).")


def _is_gone(path: bytes) -> bool:
    return has_gone(_path(path))


def _path(path: bytes) -> Path:
    return Path(os.fsdecode(path))

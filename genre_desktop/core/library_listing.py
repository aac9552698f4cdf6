"""Keeps the listed rows of the library true to its answers, to the corrections and to the disk."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from genre_desktop.core.closing import ClosedAtTheEnd
from genre_desktop.core.corrected import corrected, is_unsure, ranked
from genre_desktop.core.doubts import doubt_of
from genre_desktop.core.drives import may_be_on_absent_drive
from genre_desktop.core.export_cells import problems_of
from genre_desktop.core.exporting.query import FilterValues, LibraryRow, filter_values
from genre_desktop.core.exporting.summary import tagged_otherwise
from genre_desktop.core.genre_names import tag_name
from genre_desktop.core.identity import Stamp
from genre_desktop.core.library_forgetting import ForgottenFile, forget_file, remember_file
from genre_desktop.core.library_latest import Latest, latest_of
from genre_desktop.core.library_opening import LibraryUnavailable, open_database
from genre_desktop.core.library_rows import span_columns
from genre_desktop.core.library_schema import LADDER, all_or_nothing
from genre_desktop.core.library_statements import KEEP_FILE
from genre_desktop.core.library_tags import Read, read_missing
from genre_desktop.core.there import has_gone
from genre_desktop.core.track import AudioKey, Correction, Outcome, Track
from genre_desktop.dsp.printable import printable

_COLUMNS = (
    "path", "span_start", "span_end", "hash", "folder", "title", "artist", "album", "tag",
    "genre", "genre_names", "second", "confidence", "band", "tempo", "seconds", "status",
    "problem", "conflict", "own", "unsure", "doubt", "gone", "untagged",
)  # fmt: skip
_KEY = ("path", "span_start", "span_end")
_LIST = (
    f"INSERT INTO listed ({', '.join(_COLUMNS)}) "  # noqa: S608 - columns
    f"VALUES ({', '.join('?' * len(_COLUMNS))}) ON CONFLICT ({', '.join(_KEY)}) DO UPDATE SET "
    f"{', '.join(f'{one} = excluded.{one}' for one in _COLUMNS if one not in _KEY)} RETURNING id"
)
_WORDS = (  # the index of the words is only told of others
    "INSERT INTO listed_words VALUES (?, ?) ON CONFLICT (id) "
    "DO UPDATE SET words = excluded.words WHERE words != excluded.words"
)
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
        tracks: The file or its parts with their titles, by span.
        gone_elsewhere: Other files that had its sound and are not there, although their drives are.
    """

    is_gone: bool
    tracks: Mapping[tuple[float, float], Track]
    gone_elsewhere: frozenset[bytes]


class LibraryListing(ClosedAtTheEnd):
    """A library whose listed rows are brought up to date in turns; used by one thread.

    Attributes:
        notices: Sentences for the user about how it was found.
    """

    def __init__(
        self,
        path: Path,
        named: Callable[[Outcome], Outcome],
        is_away: Callable[[Path], bool] = may_be_on_absent_drive,
    ) -> None:
        """Opens or makes the library in the file `path`.

        Args:
            path: The library.
            named: Gives parts their titles, which the library does not keep.
            is_away: Whether a file that is not there may only be on a drive that is away.

        Raises:
            LibraryUnavailable: It cannot be written.
        """
        self._path, self._named, self._is_away = path, named, is_away
        opened = open_database(path, LADDER)
        if not opened.writable:
            opened.connection.close()
            raise LibraryUnavailable(" ".join(opened.notices))
        self._connection = opened.connection
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
        self._change((KEEP_FILE, file) for file in files)
        return self._list_all([file[0] for file in files], corrections)

    def look_for_files(self, after: bytes, most: int) -> tuple[bytes | None, int]:
        """Looks whether some files are still there, in the order of their paths.

        Args:
            after: The path where the last turn ended; empty at the beginning.
            most: How many to look for.

        Returns:
            Where this turn ended, None at the end; and for how many files that was news.

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
        return (rows[-1][0] if len(rows) == most else None), len(news)

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
        others = [] if is_gone else [row[0] for row in self._all(_ELSEWHERE, path, path)]
        return _Seen(
            is_gone,
            {one.span: self._named(one.outcome).track for one in latest},
            frozenset(
                other for other in others if _is_gone(other) and not self._is_away(_path(other))
            ),
        )

    def _list(self, path: bytes, seen: _Seen, corrections: Mapping[AudioKey, Correction]) -> None:
        found = latest_of(self._connection, path)
        for one in found:
            track = seen.tracks.get(one.span, one.outcome.track)
            named = replace(one, outcome=one.outcome._replace(track=track))
            values, words = _listed(path, named, corrections, is_gone=seen.is_gone)
            number = self._connection.execute(_LIST, values).fetchone()[0]
            self._connection.execute(_WORDS, (number, words))
        there = {one.span for one in found}
        query = "SELECT id, span_start, span_end FROM listed WHERE path = ?"
        for number, *span in self._connection.execute(query, (path,)).fetchall():
            if tuple(span) not in there:
                self._connection.execute("DELETE FROM listed WHERE id = ?", (number,))

    def _relinked(self, path: bytes, seen: _Seen) -> list[tuple[Path, Path]]:
        """Forgets where the sound of a file lay before, where there is no such file any more."""
        before = [row[0] for row in self._connection.execute(_ELSEWHERE, (path, path))]
        moved = [other for other in before if other in seen.gone_elsewhere]
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


def _listed(
    path: bytes, one: Latest, corrections: Mapping[AudioKey, Correction], *, is_gone: bool
) -> tuple[tuple[object, ...], str]:
    """The values of a listed row, and its words."""
    outcome = one.listing.outcome
    said = None if outcome is None else corrected(outcome, corrections)
    listing = one.listing._replace(outcome=said)
    values = filter_values(LibraryRow(listing))
    tags, unsure, doubt = listing.tags, said is not None and is_unsure(said), doubt_of(listing)
    row = {
        "path": path,
        "span_start": one.span[0],
        "span_end": one.span[1],
        "hash": said.audio_hash if said is not None else "",
        "folder": printable(str(listing.track.path.parent)),
        "title": values.title,
        "artist": tags.artist or None,
        "album": tags.album or None,
        "tag": tags.genre or None,
        **_genre_columns(values, said),
        "tempo": values.bpm,
        "seconds": values.seconds,
        "status": values.status,
        "problem": _problem(said),
        "conflict": None if said is None or unsure else _conflict(said, tags.genre),
        "own": said.correction.genre if said is not None and said.correction else None,
        "unsure": unsure,
        "doubt": None if doubt is None else doubt.weight,
        "gone": is_gone,
        "untagged": one.tags is None,
    }
    return tuple(row[column] for column in _COLUMNS), values.words


def _genre_columns(values: FilterValues, outcome: Outcome | None) -> dict[str, object]:
    found = [tag_name(label) for label, _ in ranked(outcome)] if outcome is not None else []
    if found and outcome is not None and outcome.correction is not None:
        found[0] = outcome.correction.genre
    percent = values.percent
    return {
        "genre": found[0] if found else None,
        "genre_names": values.genre_names or None,
        "second": found[1] if len(found) > 1 else None,
        "confidence": percent,
        "band": None if percent is None else min(90, int(percent) // 10 * 10),
    }


def _problem(outcome: Outcome | None) -> str | None:
    """What is the matter with the file, in one word of the program's."""
    problems = problems_of(outcome) if outcome is not None else ()
    return problems[0] if problems else None


def _conflict(outcome: Outcome, tag: str) -> str | None:
    """The tag and what is heard instead, where the two contradict each other."""
    if outcome.verdict is None or outcome.correction is not None:
        return None
    label = outcome.verdict.ranked()[0][0]
    if not tagged_otherwise(tag, label, outcome.verdict.labels):
        return None
    return f"{tag} → {tag_name(label)}"


def _is_gone(path: bytes) -> bool:
    return has_gone(_path(path))


def _path(path: bytes) -> Path:
    return Path(os.fsdecode(path))

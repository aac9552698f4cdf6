"""The whole library, read from one end to the other: every file it remembers, in order."""

import heapq
import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from genre_desktop import __version__
from genre_desktop.core.identity import Stamp, stamp_if_there
from genre_desktop.core.library_opening import (
    LibraryUnavailable,
    bring_up_to_date,
    open_for_reading,
)
from genre_desktop.core.library_outcomes import Answerer, answer_of, problem_of, tags_in
from genre_desktop.core.library_parts import IS_PART
from genre_desktop.core.library_rows import DETAIL_COLUMNS, FACT_COLUMNS, span_columns, span_of
from genre_desktop.core.library_schema import LADDER, version_of
from genre_desktop.core.track import AudioKey, Outcome, Tags, Track

_TAG_COLUMNS = "tags.size, tags.mtime_ns, tags.inode, tags.program, tags.tags"
_ORDER = "ORDER BY file.path, span_start, span_end"
_WIDTH_OF_TAGS = 5
_IS_UNDECIDED = "EXISTS (SELECT 1 FROM undecided WHERE undecided.path = file.path)"
_IS_DIVIDED = "EXISTS (SELECT 1 FROM part WHERE part.path = file.path)"
# Of what is known of a sound, what belongs to the file, and where only the disk knows, all of it.
_BELONGS = (
    "CASE WHEN {0}.span_start = 0.0 AND {0}.span_end = -1.0 THEN NOT " + _IS_DIVIDED + " "  # noqa: S608 - constants
    "ELSE EXISTS (SELECT 1 FROM part AS noted WHERE noted.path = file.path "
    "AND noted.span_start = {0}.span_start AND noted.span_end = {0}.span_end) END "
    "OR " + _IS_UNDECIDED
)

# CROSS JOIN: in the order of files, so that nothing is sorted but the parts of one.
_ANSWERS = (
    "FROM file CROSS JOIN prediction ON prediction.audio_id = file.audio_id "
    "JOIN audio ON audio.id = file.audio_id "
    "LEFT JOIN tags ON tags.path = file.path "
    f"WHERE prediction.model_id = ? AND ({_BELONGS.format('prediction')}) "
)
_PROBLEMS = (
    "SELECT file.path, span_start, span_end, file.size, file.mtime_ns, file.inode, "  # noqa: S608 - constants
    f"{_IS_UNDECIDED}, {_TAG_COLUMNS}, problem, sentence "
    "FROM problem AS file LEFT JOIN tags ON tags.path = file.path "
    f"WHERE {_BELONGS.format('file')} {_ORDER}"
)
_COUNT = (
    "SELECT (SELECT count(*) FROM file JOIN prediction USING (audio_id) WHERE model_id = ?) "
    "+ (SELECT count(*) FROM problem)"
)
_MODELS = (
    "SELECT id, digest, name, version, labels, "
    "(SELECT count(*) FROM prediction WHERE model_id = model.id) FROM model ORDER BY id DESC"
)
_FILES = (
    f"SELECT file.path, {_BELONGS.format('asked')} "  # noqa: S608 - constants
    "FROM (SELECT ? AS hash, ? AS span_start, ? AS span_end) AS asked "
    "JOIN audio ON audio.hash = asked.hash JOIN file ON file.audio_id = audio.id "
    "ORDER BY file.path"
)

_SOUNDS = (
    "SELECT file.path, audio.hash FROM file JOIN audio ON audio.id = file.audio_id "
    "ORDER BY file.path"
)
_SOUND = (
    "SELECT audio.hash FROM file JOIN audio ON audio.id = file.audio_id "
    "WHERE path = ? AND size = ? AND mtime_ns = ? AND inode = ?"
)
# What a library that cannot be brought up to date lacks: the disk is to say it of every file.
_AS_OF_AN_EARLIER_VERSION = f"""
    CREATE TEMP TABLE part (path BLOB, span_start REAL, span_end REAL);
    CREATE TEMP TABLE undecided (path BLOB PRIMARY KEY);
    INSERT INTO undecided SELECT path FROM problem WHERE {IS_PART} UNION SELECT path FROM file
        WHERE audio_id IN (SELECT audio_id FROM prediction WHERE {IS_PART});
"""  # noqa: S608 - constants


@dataclass(frozen=True, slots=True)
class RememberedModel:
    """A package that has given answers, installed or not.

    Attributes:
        number: Its number in the library; a later one is larger.
        answers: How many it gave.
    """

    number: int
    digest: str
    name: str
    version: str
    labels: str
    answers: int


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the library knows of one file, or of one part of it.

    Attributes:
        outcome: The answer or the lasting problem. Its track has no title yet: the library keeps
            the times of parts only.
        tags: Those of the file, None where they are not known of it as it is now.
        is_gone: True where there is no file any more.
        is_undecided: True where the disk is to say what of its sound belongs to the file.
    """

    outcome: Outcome
    tags: Tags | None
    is_gone: bool
    is_undecided: bool = False


class _Row(NamedTuple):
    path: bytes
    start: float
    end: float
    stamp: Stamp
    is_undecided: bool
    tags: tuple[Any, ...]
    facts: tuple[Any, ...]
    is_problem: bool


class LibraryReading:
    """A library open for reading only; it is left as it is, and others may write it meanwhile."""

    def __init__(self, path: Path) -> None:
        """Opens the library in the file `path`.

        Raises:
            LibraryUnavailable: There is none, or it cannot be read.
        """
        if not path.exists():
            raise LibraryUnavailable(
                f"There is no library yet ({path}); classifying music, here or in the window, "
                "fills one."
            )
        self._path = path
        try:
            bring_up_to_date(path, LADDER)
            self._connection = open_for_reading(path)
            if version_of(self._connection) < len(LADDER):  # it can only be read
                self._connection.executescript(_AS_OF_AN_EARLIER_VERSION)
        except sqlite3.Error as error:
            raise LibraryUnavailable(f"The library {path} cannot be read ({error}).") from error

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def models(self) -> list[RememberedModel]:
        """The packages that have answered, the latest first.

        Raises:
            LibraryUnavailable: They cannot be read.
        """
        return [RememberedModel(*row) for row in self._rows(_MODELS)]

    def count(self, model: RememberedModel) -> int:
        """About how many tracks `remembered` gives: quickly, for a progress bar."""
        return sum(int(row[0]) for row in self._rows(_COUNT, model.number))

    def remembered(
        self, model: RememberedModel, *, with_details: bool = False
    ) -> Iterator[Remembered]:
        """Every file with what this package said of it, or what is wrong with it, by path.

        Args:
            model: Whose answers are wanted.
            with_details: Whether timelines are, which take most of the time.

        Raises:
            LibraryUnavailable: The library cannot be read to its end.
        """
        columns = FACT_COLUMNS + DETAIL_COLUMNS if with_details else FACT_COLUMNS
        answers = (
            "SELECT file.path, span_start, span_end, file.size, file.mtime_ns, file.inode, "
            f"{_IS_UNDECIDED}, {_TAG_COLUMNS}, audio.hash, {', '.join(columns)} {_ANSWERS} {_ORDER}"
        )
        both = heapq.merge(
            (_row(row, is_problem=False) for row in self._rows(answers, model.number)),
            (_row(row, is_problem=True) for row in self._rows(_PROBLEMS)),
            key=lambda row: row[:3],
        )
        for _, rows in groupby(both, key=lambda row: row[:3]):
            found = _found(_latest(list(rows)), model)
            if found is not None:
                yield found

    def files_of(self, key: AudioKey) -> list[Path]:
        """The files to which a sound, or a part of it, belongs, also those that have gone, by path.

        Where it is no file's own, those that have the sound.

        Raises:
            LibraryUnavailable: They cannot be read.
        """
        audio_hash, span = key
        found = list(self._rows(_FILES, audio_hash, *span_columns(span)))
        own = [path for path, belongs in found if belongs]
        return [Path(os.fsdecode(path)) for path in own or (path for path, _ in found)]

    def sounds(self) -> Iterator[tuple[Path, str]]:
        """Every file that was heard, also where it has gone, with the hash of its sound, by path.

        Raises:
            LibraryUnavailable: They cannot be read.
        """
        return ((Path(os.fsdecode(path)), said) for path, said in self._rows(_SOUNDS))

    def sound_of(self, path: Path, stamp: Stamp) -> str:
        """The hash of the sound of a file as it is now; empty where that is not known.

        Raises:
            LibraryUnavailable: It cannot be read.
        """
        return next((said for (said,) in self._rows(_SOUND, os.fsencode(path), *stamp)), "")

    def _rows(self, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        try:
            cursor = self._connection.execute(query, values)
            try:
                for row in cursor:  # noqa: UP028 - `yield from` would close the cursor by itself
                    yield row
            finally:
                with suppress(sqlite3.ProgrammingError):  # one given up may outlive the connection
                    cursor.close()
        except sqlite3.Error as error:
            raise LibraryUnavailable(
                f"The library {self._path} cannot be read ({error}); "
                "`genre-desktop library restore` takes a backup back."
            ) from error


def _row(row: tuple[Any, ...], *, is_problem: bool) -> _Row:
    path, start, end, size, mtime_ns, inode, undecided, *rest = row
    tags, facts = tuple(rest[:_WIDTH_OF_TAGS]), tuple(rest[_WIDTH_OF_TAGS:])
    stamp = Stamp(size, mtime_ns, inode)
    return _Row(path, start, end, stamp, bool(undecided), tags, facts, is_problem)


def _latest(rows: list[_Row]) -> _Row:
    """Of an answer and a problem: the answer where both are of one file, else the problem.

    A problem is forgotten when an answer comes, so that one of another file is the later of both.
    """
    if len(rows) > 1 and rows[0].stamp == rows[1].stamp:
        return next(row for row in rows if not row.is_problem)
    return rows[-1]


def _found(row: _Row, model: RememberedModel) -> Remembered | None:
    path = Path(os.fsdecode(row.path))
    stamp = stamp_if_there(path)
    outcome = _outcome(Track(path, span_of(row.start, row.end)), row, model)
    if outcome is None:
        return None
    return Remembered(outcome, _tags(row.tags, stamp), stamp is None, row.is_undecided)


def _outcome(track: Track, row: _Row, model: RememberedModel) -> Outcome | None:
    if row.is_problem:
        return problem_of(track, *row.facts)
    audio_hash, *answer = row.facts
    answerer = Answerer(model.digest, model.name, model.version, model.labels)
    return answer_of(track, answerer, audio_hash, answer)


def _tags(row: tuple[Any, ...], stamp: Stamp | None) -> Tags | None:
    """The tags of the file as it is; of one that is gone as it was."""
    size, mtime_ns, inode, program, text = row
    is_current = program == __version__ and stamp == Stamp(size or 0, mtime_ns or 0, inode or 0)
    return tags_in(text) if is_current or stamp is None else None

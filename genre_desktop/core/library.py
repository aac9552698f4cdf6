"""The library: what was heard of every file, kept between runs by the hash of its audio.

Several processes may use it at once. Trouble with it never stops the work: what cannot be read
is heard again, what cannot be kept is told once through `take_notices`.
"""

import json
import logging
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, TypeVar

from genre_desktop import __version__
from genre_desktop.core import library_statements as sql
from genre_desktop.core.closing import ClosedAtTheEnd
from genre_desktop.core.identity import Stamp
from genre_desktop.core.library_opening import (
    LibraryUnavailable,
    OpenDatabase,
    file_number,
    is_damage,
    open_database,
    open_for_reading,
    set_aside,
)
from genre_desktop.core.library_outcomes import Answerer, answer_of, problem_of, tags_in
from genre_desktop.core.library_parts import NOTED, Statement, noted_of, noting
from genre_desktop.core.library_rows import prediction_row, span_columns
from genre_desktop.core.library_schema import LADDER, all_or_nothing
from genre_desktop.core.places import LIBRARY_NAME
from genre_desktop.core.tags import read_tags
from genre_desktop.core.track import Outcome, Tags, Track
from genre_desktop.dsp.sound import Note, Problem
from genre_desktop.inference.verdict import Verdict

__all__ = ["LIBRARY_NAME", "Library", "LibraryUnavailable"]
log = logging.getLogger(__name__)
T = TypeVar("T")

TAGS_AT_ONCE = 256

# Trying again before the file changes gives the same again, or costs another worker.
_LASTING = frozenset(
    {
        Problem.EMPTY,
        Problem.NOT_AUDIO,
        Problem.DAMAGED,
        Problem.NO_SAMPLES,
        Problem.ABSURD_FORMAT,
        Problem.SILENT,
        Problem.NON_FINITE,
        Problem.TOO_SHORT,
        Problem.WORKER_DIED,
        Problem.TIMED_OUT,
    }
)


class Library(ClosedAtTheEnd):
    """An open library; usable from any thread.

    Attributes:
        path: The database file; workers open it for themselves, to read.
        writable: False for one that can only be read.
    """

    def __init__(self, path: Path, database: OpenDatabase, ladder: tuple[str, ...]) -> None:
        self.path = path
        self.writable = database.writable
        self._connection = database.connection
        self._ladder = ladder
        self._file_number = file_number(path)
        self._lock = threading.RLock()
        self._notices = list(database.notices)
        self._told: set[str] = set()
        self._unkept_tags: dict[tuple[Any, ...], Tags] = {}
        self._asked: dict[bytes, set[tuple[float, float]]] = {}  # parts, since `begin_batch`

    @classmethod
    def open(cls, path: Path, ladder: tuple[str, ...] = LADDER) -> Self:
        """Opens or makes the library in the file `path`.

        Raises:
            LibraryUnavailable: Where it can be neither read nor made.
        """
        return cls(path, open_database(path, ladder), ladder)

    @classmethod
    def open_for_reading(cls, path: Path) -> Self:
        """Opens an existing library without touching it.

        Raises:
            LibraryUnavailable: Where there is none that can be read.
        """
        try:
            connection = open_for_reading(path)
        except sqlite3.Error as error:
            raise LibraryUnavailable(f"The library {path} cannot be read ({error}).") from error
        return cls(path, OpenDatabase(connection, writable=False, notices=()), LADDER)

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._keep_tags()
            self._connection.close()

    def take_notices(self) -> tuple[str, ...]:
        """Sentences for the user since the last call, each told once."""
        with self._lock:
            notices, self._notices = tuple(self._notices), []
        return notices

    def begin_batch(self) -> None:
        """From here on what a file is divided into is asked for anew."""
        with self._lock:
            self._asked.clear()

    def known(
        self,
        track: Track,
        stamp: Stamp,
        model_digest: str,
        *,
        with_details: bool = True,
        quick: bool = False,
    ) -> Outcome | None:
        """What is known of an unchanged file: an answer of this model, or a lasting problem.

        An answer that is asked for is the latest one from then on, as if it were given anew, and
        the file is divided as the track says.

        Args:
            track: The file, or the part of it.
            stamp: Of the file now.
            model_digest: Of the package.
            with_details: Whether timeline and embedding are wanted, which take most of the time.
            quick: Whether an answer that rests on some pieces only will do.
        """
        where = (*_file_columns(track, stamp), *span_columns(track.span))
        query = sql.BY_FILE if with_details else sql.FACTS_BY_FILE
        rows = self._read(query, (*where, model_digest, int(quick)))
        if rows:
            *row, is_older = rows[0]
            outcome = _outcome(track, row, model_digest)
            if outcome is not None:
                whose = (outcome.audio_hash, *span_columns(track.span), model_digest)
                self._note(track, [(sql.ASK_AGAIN, whose)] if is_older else [])
            return outcome
        problems = self._read(sql.PROBLEM, (*where, __version__))
        if problems:
            self._note(track, [])
            return problem_of(track, *problems[0])
        return None

    def known_audio(
        self, track: Track, audio_hash: str, model_digest: str, *, quick: bool = False
    ) -> Outcome | None:
        """What this model said of the same audio, in whatever file it was then."""
        where = (audio_hash, *span_columns(track.span), model_digest, int(quick))
        rows = self._read(sql.BY_HASH, where)
        return _outcome(track, rows[0], model_digest) if rows else None

    def with_timeline(self, outcome: Outcome) -> Outcome:
        """An answer that came without its timeline, with it; as it is where that is not known."""
        verdict, digest = outcome.verdict, outcome.model_digest
        if verdict is None or not outcome.lacks_timeline:
            return outcome
        known = self.known_audio(outcome.track, outcome.audio_hash, digest, quick=verdict.quick)
        if known is None or known.verdict is None or known.quick != verdict.quick:
            return outcome
        return outcome._replace(verdict=replace(verdict, timeline=known.verdict.timeline))

    def store(self, outcome: Outcome, stamp: Stamp) -> bool:
        """Keeps an answer or a lasting problem; it is safe on return, whatever dies next.

        Returns:
            Whether it is kept.
        """
        if not self.writable or outcome.provisional:
            return False
        if outcome.verdict is not None and outcome.audio_hash:
            return self._note(outcome.track, _answer_statements(outcome, outcome.verdict, stamp))
        if outcome.problem is not None and outcome.problem.problem in _LASTING:
            return self._note(
                outcome.track, _problem_statements(outcome.track, outcome.problem, stamp)
            )
        return False

    def tags(self, path: Path, stamp: Stamp, read: Callable[[Path], Tags] = read_tags) -> Tags:
        """The tags of a file, had from `read` only where they are not known.

        What was read is kept some hundreds at a time, and with `close`: losing it costs little.
        """
        where = (os.fsencode(path), stamp.size, stamp.mtime_ns, stamp.inode, __version__)
        known = self._known_tags(where)
        if known is not None:
            return known
        tags = read(path)
        if self.writable:
            with self._lock:
                self._unkept_tags[where] = tags
                if len(self._unkept_tags) >= TAGS_AT_ONCE:
                    self._keep_tags()
        return tags

    def _note(self, track: Track, statements: list[Statement]) -> bool:
        """Writes statements, and what the file is divided into where that is news."""
        if not self.writable:
            return False
        path, span = os.fsencode(track.path), span_columns(track.span)
        with self._lock:
            noted = noted_of(self._read(NOTED, (path,)))
            news = noting(path, span, noted, self._asked.get(path, ()))
            if track.span is not None:
                self._asked.setdefault(path, set()).add(span)
            return self._write([*statements, *news]) if statements or news else True

    def _known_tags(self, where: tuple[Any, ...]) -> Tags | None:
        with self._lock:
            if where in self._unkept_tags:
                return self._unkept_tags[where]
        rows = self._read(sql.TAGS, where)
        return tags_in(rows[0][0]) if rows else None

    def _keep_tags(self) -> None:
        unkept, self._unkept_tags = self._unkept_tags, {}
        if unkept:
            self._write(
                [
                    (sql.KEEP_TAGS, (*where, json.dumps(tags._asdict())))
                    for where, tags in unkept.items()
                ]
            )

    def _read(self, query: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        return self._guarded(lambda: self._connection.execute(query, values).fetchall(), [])

    def _write(self, statements: list[tuple[str, tuple[Any, ...]]]) -> bool:
        def write() -> bool:
            with all_or_nothing(self._connection):
                for statement, values in statements:
                    self._connection.execute(statement, values)
            return True

        return self._guarded(write, otherwise=False)

    def _guarded(self, action: Callable[[], T], otherwise: T) -> T:
        with self._lock:
            try:
                return action()
            except sqlite3.Error as error:
                log.warning("The library: %s.", error)
                if self.writable and is_damage(error):
                    self._begin_anew()
                elif self.writable:
                    self._tell(f"The library {self.path} could not keep an answer: {error}.")
                return otherwise

    def _begin_anew(self) -> None:
        """Sets a library aside that turned out to be damaged, and goes on with a new one."""
        self._connection.close()
        try:
            for sentence in set_aside(self.path, self._file_number):
                self._tell(sentence)
            fresh = open_database(self.path, self._ladder)
        except (OSError, sqlite3.Error, LibraryUnavailable) as error:
            self._tell(f"The library {self.path} is damaged and of no use until restart: {error}.")
            self.writable = False
            return
        self._connection, self.writable = fresh.connection, fresh.writable
        self._file_number = file_number(self.path)

    def _tell(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self._notices.append(sentence)


def _file_columns(track: Track, stamp: Stamp) -> tuple[bytes, int, int, int]:
    return os.fsencode(track.path), stamp.size, stamp.mtime_ns, stamp.inode


def _answer_statements(
    outcome: Outcome, verdict: Verdict, stamp: Stamp
) -> list[tuple[str, tuple[Any, ...]]]:
    digest, labels = outcome.model_digest, json.dumps(verdict.labels)
    span = span_columns(outcome.track.span)
    row = prediction_row(verdict, outcome.report)
    path = os.fsencode(outcome.track.path)
    file: list[tuple[str, tuple[Any, ...]]] = [
        (sql.KEEP_AUDIO, (outcome.audio_hash,)),
        (sql.KEEP_FILE, (*_file_columns(outcome.track, stamp), outcome.audio_hash)),
        (sql.FORGET_PROBLEM, (path, *span)),
    ]
    if outcome.from_library:  # a moved or re-tagged file: the answer is there already
        return file
    return [
        *file,
        (sql.KEEP_MODEL, (digest, verdict.model, verdict.version, labels)),
        (sql.KEEP_PREDICTION, (*span, *row, outcome.audio_hash, digest)),
    ]


def _problem_statements(
    track: Track, note: Note, stamp: Stamp
) -> list[tuple[str, tuple[Any, ...]]]:
    path, *numbers = _file_columns(track, stamp)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    values = (path, *span_columns(track.span), *numbers)
    return [(sql.KEEP_PROBLEM, (*values, note.problem.value, note.sentence, __version__, now))]


def _outcome(track: Track, row: Sequence[Any], model_digest: str) -> Outcome | None:
    name, version, labels, audio_hash, *answer = row
    model = Answerer(model_digest, sys.intern(name), sys.intern(version), labels)
    return answer_of(track, model, audio_hash, answer)

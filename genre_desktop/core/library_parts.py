"""Which parts of a sound belong to which file: those that were asked for where it lies.

Two files may have one sound, and a sheet beside one of them only. What was heard is kept by the
sound, so that it is heard once; what a file is divided into is noted by its path. A file of which
no part is noted is a whole. Where nobody noted it, since an earlier version listened or the file
was found again by its sound, the file is undecided until somebody has looked at the disk.
"""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from genre_desktop.core.library_rows import span_columns
from genre_desktop.core.track import Track

Span = tuple[float, float]  # as the library's columns have it
Divisions = Sequence[tuple[Track, ...]]  # that sheets or chapters make of a file; none of a whole
Statement = tuple[str, tuple[Any, ...]]

WHOLE: Span = span_columns(None)
IS_PART = f"(span_start, span_end) != {WHOLE}"
# Rows: each part that is noted of a file, and the whole where it is undecided.
NOTED = (
    "SELECT span_start, span_end, 0 FROM part WHERE path = ?1 "  # noqa: S608 - constants
    f"UNION ALL SELECT {WHOLE[0]}, {WHOLE[1]}, 1 FROM undecided WHERE path = ?1"
)
_KEEP = "INSERT INTO part VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_DROP = "DELETE FROM part WHERE path = ? AND span_start = ? AND span_end = ?"
_DECIDE = "DELETE FROM undecided WHERE path = ?"
_DOUBT = (  # what is heard as a whole everywhere needs no look
    "INSERT INTO undecided SELECT path FROM file WHERE path = ? AND EXISTS ("  # noqa: S608 - constants
    f"SELECT 1 FROM prediction WHERE prediction.audio_id = file.audio_id AND {IS_PART}) "
    "ON CONFLICT DO NOTHING"
)

_MORE_PARTS = (
    f"SELECT 1 FROM listed WHERE path = ? AND {IS_PART} AND hash != '' "  # noqa: S608 - constants
    f"AND NOT EXISTS (SELECT 1 FROM listed WHERE path = ? AND {IS_PART})"
)


def noted_of(rows: Iterable[tuple[Any, ...]]) -> tuple[frozenset[Span], bool]:
    """The parts that are noted of a file, and whether it is undecided; from the rows of NOTED."""
    parts, undecided = set(), False
    for start, end, is_undecided in rows:
        if is_undecided:
            undecided = True
        else:
            parts.add((start, end))
    return frozenset(parts), undecided


def noting(
    path: bytes,
    span: Span,
    noted: tuple[frozenset[Span], bool],
    asked: Collection[Span] = (),
) -> list[Statement]:
    """What is to be written when a part of a file, or the whole of it, was asked for.

    Parts that it overlaps with are those of another sheet, or of none; but not what was asked for
    a moment ago, for chapters may lie within chapters. Of an undecided file, a part does not tell
    of the others whether they are its own.

    Args:
        path: The file.
        span: The part.
        noted: What is noted of the file.
        asked: Other parts that were asked for in the same go.
    """
    parts, is_undecided = noted
    statements: list[Statement] = []
    if span not in parts:
        over = [one for one in sorted(parts) if _overlap(one, span) and one not in asked]
        statements += [(_DROP, (path, *one)) for one in over]
        statements += [(_KEEP, (path, *span))] if span != WHOLE else []
    decides = is_undecided and span == WHOLE
    return [*statements, (_DECIDE, (path,))] if decides else statements


def decide(
    connection: sqlite3.Connection, path: bytes, found: Collection[Span], noted: Collection[Span]
) -> None:
    """Notes what the disk says of an undecided file.

    Raises:
        sqlite3.Error: It cannot be written.
    """
    wanted = {span for span in found if span != WHOLE}
    connection.executemany(_DROP, [(path, *span) for span in noted if span not in wanted])
    connection.executemany(_KEEP, [(path, *span) for span in wanted])
    connection.execute(_DECIDE, (path,))


def doubt(connection: sqlite3.Connection, path: bytes) -> None:
    """Leaves it to the disk what a file is divided into.

    Raises:
        sqlite3.Error: It cannot be written.
    """
    connection.execute(_DOUBT, (path,))


def is_more_than(connection: sqlite3.Connection, path: bytes, other: bytes) -> bool:
    """Whether a file is listed with answers about its parts, and another one with no part.

    Raises:
        sqlite3.Error: The library cannot be read.
    """
    return connection.execute(_MORE_PARTS, (path, other)).fetchone() is not None


def belonging(known: Collection[Span], noted: Collection[Span]) -> set[Span]:
    """Of what is known of a sound, what belongs to a file of which these parts are noted."""
    return {span for span in known if span in noted} if noted else {WHOLE}.intersection(known)


def on_disk(known: Collection[Span], divisions: Divisions | None) -> set[Span]:
    """Of what is known of a sound, what belongs to a file that is undecided.

    Args:
        known: The parts, the whole among them.
        divisions: What sheets or chapters make of the file; None where that cannot be known now,
            so that nothing is left out.
    """
    if divisions is None:
        return set(known)
    whole = {WHOLE}.intersection(known)
    named = [{span_columns(part.span) for part in parts} for parts in divisions]
    return max((one.intersection(known) for one in named), key=len, default=set()) or whole


def _overlap(one: Span, other: Span) -> bool:
    return _ends_after(one, other[0]) and _ends_after(other, one[0])


def _ends_after(span: Span, seconds: float) -> bool:
    return span[1] < 0 or span[1] > seconds

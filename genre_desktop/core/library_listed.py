"""A row of the library's list: what it is sorted, filtered and counted by."""

import sqlite3
from collections.abc import Mapping

from genre_desktop.core.corrected import corrected, is_unsure, ranked
from genre_desktop.core.doubts import doubt_of
from genre_desktop.core.export_cells import problems_of
from genre_desktop.core.exporting.query import FilterValues, LibraryRow, filter_values
from genre_desktop.core.exporting.summary import tagged_otherwise
from genre_desktop.core.genre_names import tag_name
from genre_desktop.core.library_latest import Latest
from genre_desktop.core.library_parts import Span
from genre_desktop.core.parts import SheetPart
from genre_desktop.core.track import AudioKey, Correction, Listing, Outcome
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


def list_row(
    connection: sqlite3.Connection,
    path: bytes,
    one: Latest,
    said: SheetPart | None,
    corrections: Mapping[AudioKey, Correction],
    *,
    is_gone: bool,
) -> None:
    """Lists a file, or a part of it, in the place of what was listed of it before.

    Args:
        connection: The library.
        path: The file.
        one: What is known of it, with the title of the part.
        said: By the sheet of the part.
        corrections: The user's words.
        is_gone: Whether there is no such file.

    Raises:
        sqlite3.Error: The library cannot be written.
    """
    listing = one.listing(said)._replace(outcome=corrected(one.outcome, corrections))
    is_untagged = one.tags is None
    values, words = _values(path, one.span, listing, is_gone=is_gone, is_untagged=is_untagged)
    number = connection.execute(_LIST, values).fetchone()[0]
    connection.execute(_WORDS, (number, words))


def _values(
    path: bytes, span: Span, listing: Listing, *, is_gone: bool, is_untagged: bool
) -> tuple[tuple[object, ...], str]:
    """The values of a listed row, and its words."""
    said = listing.outcome
    values = filter_values(LibraryRow(listing))
    tags, unsure, doubt = listing.tags, said is not None and is_unsure(said), doubt_of(listing)
    row = {
        "path": path,
        "span_start": span[0],
        "span_end": span[1],
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
        "untagged": is_untagged,
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

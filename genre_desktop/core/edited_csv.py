"""An edited table comes back: which genres in it are others than those that are known."""

import csv
import io
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple

from genre_desktop.core.corrected import is_same_genre, key_of, ranked
from genre_desktop.core.genre_names import one_name, tag_name
from genre_desktop.core.ruled_outcomes import albums_of, ruled_outcome
from genre_desktop.core.rules import Rules
from genre_desktop.core.track import AudioKey, Listing, Outcome, Track
from genre_desktop.dsp.printable import one_line, printable

GENRE_COLUMNS: Final = ("predicted_genre", "genre", "label")
_DELIMITERS: Final = ",;\t"  # a comma, or what spreadsheets of other countries save
_SAID_DELIMITER: Final = re.compile('sep=([^"\n])\n', re.IGNORECASE)  # Excel's, above the header
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST_GENRE: Final = 80
_NO_RULES: Final = Rules()


class CsvRefused(Exception):
    """A table that cannot be read; the message is a sentence for people."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class EditedRow:
    """A row of the table.

    Attributes:
        line: Of the file, from 1.
        path: As text, absolute.
        genre: As it stands there.
        audio_hash: Of the sound where the table has such a column, else empty.
    """

    line: int
    path: str
    genre: str
    audio_hash: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A genre that is another one in the table.

    Attributes:
        track: What it is about.
        key: Of its audio.
        old: The genre until now, as tags spell it.
        new: The one in the table, as tags spell it.
        named: The files with this sound whose paths the table names.
    """

    track: Track
    key: AudioKey
    old: str
    new: str
    named: tuple[Path, ...] = ()


class Compared(NamedTuple):
    """What a table says beside what is known.

    Attributes:
        edits: What it says otherwise, each sound once.
        unknown: How many rows are about nothing known.
        as_ruled: How many rows say otherwise only what the rules say, too.
    """

    edits: list[Edit]
    unknown: int
    as_ruled: int


def edited_rows(file: Path) -> list[EditedRow]:
    """The rows of a table that have a path and a genre.

    Relative paths are those from the table's own folder. The apostrophe that an export puts before
    what looks like a formula is taken off. A first line `sep=;` says what parts the cells.

    Raises:
        CsvRefused: It cannot be read or lacks a column.
    """
    name = one_line(str(file))
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CsvRefused(f"{name} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise CsvRefused(f"{name} is no text in UTF-8; save it as “CSV UTF-8”.") from error
    said = _SAID_DELIMITER.match(text)
    above, body = (1, text[said.end() :]) if said else (0, text)
    header, _, _ = body.partition("\n")
    delimiter = said[1] if said else max(_DELIMITERS, key=header.count)
    table = csv.DictReader(io.StringIO(body, newline=""), delimiter=delimiter)
    try:
        return _rows(table, file, above)
    except csv.Error as error:
        line = above + table.reader.line_num  # the table's own is that of the row before
        raise CsvRefused(f"Line {line} of {name} cannot be read: {error}.") from error


def edits_of(
    rows: Sequence[EditedRow], known: Sequence[Listing], rules: Rules = _NO_RULES
) -> Compared:
    """What the rows say otherwise.

    Args:
        rows: Of the table.
        known: Every answer that there is; parts of files have no rows of their own.
        rules: The user's; the table may have been exported by them, and what it calls as they do
            is said no otherwise.

    Raises:
        CsvRefused: Two rows about one sound say different genres.
    """
    by_path = _grouped(rows, attrgetter("path"))
    by_hash = _grouped(rows, attrgetter("audio_hash"))
    met: dict[AudioKey, EditedRow] = {}
    found: dict[AudioKey, Edit] = {}
    lines, told = set[int](), set[int]()
    albums = albums_of(known if rules.one_genre_per_album else ())
    for listing in known:
        outcome, key = listing.outcome, key_of(listing.outcome)
        if outcome is None or key is None or outcome.verdict is None or outcome.track.span:
            continue
        path = printable(str(outcome.track.path))
        about = by_path.get(path) or by_hash.get(outcome.audio_hash, [])
        lines.update(row.line for row in about)
        old = _genre_of(outcome)
        for row in _said(about, old, partial(ruled_outcome, listing, rules, albums)):
            told.add(row.line)
            _refuse_two(met.setdefault(key, row), row)
            if not is_same_genre(old, row.genre):
                edit = found.setdefault(key, Edit(outcome.track, key, *_spelt(outcome, row)))
                if row.path == path:
                    found[key] = replace(edit, named=(*edit.named, outcome.track.path))
    return Compared(list(found.values()), len(rows) - len(lines), len(lines - told))


def _said(
    rows: Sequence[EditedRow], old: str, ruled: Callable[[], Outcome | None]
) -> list[EditedRow]:
    """The rows but for those that say something else only as the rules do."""
    if all(is_same_genre(old, row.genre) for row in rows):
        return list(rows)
    called = _genre_of(ruled())
    return [
        row for row in rows if is_same_genre(old, row.genre) or not is_same_genre(called, row.genre)
    ]


def _spelt(outcome: Outcome, row: EditedRow) -> tuple[str, str]:
    """The genre until now and the new one as tags spell them; the user's own words as typed."""
    labels = outcome.verdict.labels if outcome.verdict is not None else ()
    old = outcome.correction.genre if outcome.correction is not None else ""
    return old or tag_name(_genre_of(outcome)), one_name(row.genre, labels)


def _genre_of(outcome: Outcome | None) -> str:
    return ranked(outcome)[0][0] if outcome is not None and outcome.verdict is not None else ""


def _grouped(
    rows: Iterable[EditedRow], text_of: Callable[[EditedRow], str]
) -> dict[str, list[EditedRow]]:
    """The rows by a text of theirs, but for those that have none."""
    found: dict[str, list[EditedRow]] = {}
    for row in rows:
        if text_of(row):
            found.setdefault(text_of(row), []).append(row)
    return found


def _refuse_two(one: EditedRow, other: EditedRow) -> None:
    if not is_same_genre(one.genre, other.genre):
        raise CsvRefused(
            f"Lines {one.line} and {other.line} are about the same sound and call it "
            f"“{one.genre}” and “{other.genre}”; make them agree."
        )


def _rows(table: "csv.DictReader[str]", file: Path, above: int) -> list[EditedRow]:
    """The rows of a table whose header has so many lines above it."""
    columns = table.fieldnames or ()
    genre = next((one for one in GENRE_COLUMNS if one in columns), "")
    if "path" not in columns or not genre:
        raise CsvRefused(
            f"{one_line(str(file))} has no columns “path” and “{GENRE_COLUMNS[0]}”; its first line "
            "must name them, as in an export."
        )
    folder = file.absolute().parent
    return [one for row in table if (one := _row(row, genre, folder, above + table.line_num))]


def _row(row: Mapping[str, str | None], genre: str, folder: Path, line: int) -> EditedRow | None:
    path, said = row.get("path") or "", " ".join(_plain(row.get(genre) or "").split())
    if not path or not said:
        return None
    whole = os.path.normpath(folder / path)  # relative paths may go up
    return EditedRow(line, whole, said[:_LONGEST_GENRE], (row.get("audio_hash") or "").strip())


def _plain(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA_SIGNS) else text

"""An edited table is read: its rows with a path and a genre, and those that are of no use."""

import codecs
import csv
import io
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple

from genre_desktop.core.corrected import PART_SIGN, sound_name
from genre_desktop.core.refusal import Refusal
from genre_desktop.core.track import AudioKey
from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.sound import Span

GENRE_COLUMNS: Final = ("predicted_genre", "genre", "label")
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DELIMITERS: Final = ",;\t"  # a comma, or what spreadsheets of other countries save
_SAID_DELIMITER: Final = re.compile('sep=([^"\n])\n', re.IGNORECASE)  # Excel's, above the header
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST_GENRE: Final = 80


class CsvRefused(Refusal):
    """A table that cannot be read."""


@dataclass(frozen=True, slots=True)
class EditedRow:
    """A row of the table.

    Attributes:
        line: Of the file, from 1; the first where cells have several.
        path: As text, absolute.
        genre: As it stands there.
        sound: Its name where the table has such a column, else empty.
    """

    line: int
    path: str
    genre: str
    sound: str

    @property
    def is_about_part(self) -> bool:
        """Whether it is about a part of a file, which only its sound tells from the others."""
        return PART_SIGN in self.sound


class LeftOut(NamedTuple):
    """Rows that are of no use.

    Attributes:
        lines: Where they stand.
        sentence: Which they are, why, and what to do.
    """

    lines: tuple[int, ...]
    sentence: str


class EditedRows(NamedTuple):
    """A table as it was read.

    Attributes:
        rows: Those with a path and a genre.
        left_out: Those that cannot be read.
    """

    rows: list[EditedRow]
    left_out: list[LeftOut]


def no_rest() -> None:
    """Nobody waits for this thread."""


def edited_rows(file: Path, rest: Callable[[], object] = no_rest) -> EditedRows:
    """The rows of a table that have a path and a genre.

    Relative paths are those from the table's own folder. The apostrophe that an export puts before
    what looks like a formula is taken off. A first line `sep=;` says what parts the cells. A row
    that cannot be read is left out, and the next line begins another.

    Args:
        file: The table.
        rest: Called every fraction of a millisecond.

    Raises:
        CsvRefused: It cannot be read or lacks a column.
    """
    name = one_line(str(file))
    text = _text_of(file, name)
    said = _SAID_DELIMITER.match(text)
    above, body = (1, text[said.end() :]) if said else (0, text)
    header, _, _ = body.partition("\n")
    delimiter = said[1] if said else max(_DELIMITERS, key=header.count)
    records = _records(body, delimiter, above, rest)
    columns = next(records, (0, None))[1] or []
    genre = next((one for one in GENRE_COLUMNS if one in columns), "")
    if "path" not in columns or not genre:
        raise CsvRefused(
            f"{name} has no columns “path” and “{GENRE_COLUMNS[0]}”; its first line must name "
            "them, as in an export."
        )
    table, folder = EditedRows([], []), file.absolute().parent
    for line, cells in records:
        rest()
        if cells is None:
            table.left_out.append(_unreadable(line))
        else:
            _take(table, dict(zip(columns, cells, strict=False)), genre, folder, line)
    return table


class RowsAbout:
    """Finds the rows about a track, by its path or its sound.

    Args:
        rows: Of the table.
        divided: The paths of files of which parts are known; rows that name no more are about
            nobody knows which of these.
    """

    def __init__(self, rows: Sequence[EditedRow], divided: Collection[str]) -> None:
        wholes = [row for row in rows if not row.is_about_part]
        self._by_path = _grouped(wholes, attrgetter("path"))
        undivided = (row for row in wholes if row.path not in divided)
        self._by_sound = _grouped(undivided, attrgetter("sound"))
        self._of_parts = _grouped((row for row in rows if row.is_about_part), attrgetter("sound"))

    def track(self, path: str, span: Span | None, key: AudioKey) -> list[EditedRow]:
        """The rows about a track.

        Args:
            path: Of its file.
            span: Of the part of it, None for the whole.
            key: Of its sound.
        """
        if span is not None:
            return self._of_parts.get(sound_name(key), [])
        return self._by_path.get(path) or self._by_sound.get(key[0], [])


def _grouped(
    rows: Iterable[EditedRow], text_of: Callable[[EditedRow], str]
) -> dict[str, list[EditedRow]]:
    """The rows by a text of theirs, but for those that have none."""
    found: dict[str, list[EditedRow]] = {}
    for row in rows:
        if text_of(row):
            found.setdefault(text_of(row), []).append(row)
    return found


def _text_of(file: Path, name: str) -> str:
    try:
        content = file.read_bytes()
        # what Excel calls “Unicode Text” has its own mark
        text = content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8-sig")
        return text.replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise CsvRefused(f"{name} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        line = 1 + error.object.count(b"\n", 0, error.start)
        raise CsvRefused(
            f"Line {line} of {name} is no text in UTF-8; save it as “CSV UTF-8”."
        ) from error


def _records(
    text: str, delimiter: str, above: int, rest: Callable[[], object]
) -> Iterator[tuple[int, list[str] | None]]:
    """The rows with the line in which each begins, None for one that cannot be read.

    Args:
        text: Of the table, from its header on.
        delimiter: What parts the cells.
        above: How many lines there are above the header.
        rest: Called at each line.
    """
    lines = list(_lines(text, rest))
    begin = 0
    while begin < len(lines):
        others = (lines[place] for place in range(begin, len(lines)))
        reader, read = csv.reader(others, delimiter=delimiter, strict=True), 0
        try:
            for cells in reader:
                if cells:
                    yield above + begin + read + 1, cells
                read = reader.line_num
        except csv.Error:
            begin += read
            yield above + begin + 1, _cells_alone(lines[begin], delimiter)
            begin += 1
        else:
            return


def _lines(text: str, rest: Callable[[], object]) -> Iterator[str]:
    """The lines with their ends; to list them in one call would hold the interpreter for long."""
    for line in io.StringIO(text, newline=""):
        rest()
        yield line


def _cells_alone(line: str, delimiter: str) -> list[str] | None:
    """The cells of a line with odd quotation marks; None where one of these is not closed."""
    reader = csv.reader((line, "\n"), delimiter=delimiter)
    try:
        cells = next(reader)
    except csv.Error:
        return None
    return cells if reader.line_num == 1 else None


def _unreadable(line: int) -> LeftOut:
    return LeftOut(
        (line,),
        f"Line {line} is left out: a quotation mark in it is not closed, or a cell has far too "
        "many letters; correct it.",
    )


def _take(table: EditedRows, row: Mapping[str, str], genre: str, folder: Path, line: int) -> None:
    """Put a row into a table, if it has a path and a genre."""
    path, said = row.get("path", ""), " ".join(_plain(row.get(genre, "")).split())
    if not path or not said:
        return
    if len(said) > _LONGEST_GENRE:
        table.left_out.append(
            LeftOut(
                (line,),
                f"Line {line} is left out: its genre has more than {_LONGEST_GENRE} letters; "
                "shorten it.",
            )
        )
        return
    whole = os.path.normpath(folder / path)  # relative paths may go up
    table.rows.append(EditedRow(line, whole, said, row.get("audio_hash", "").strip()))


def _plain(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA_SIGNS) else text

"""Rows of CSV files with one header line, also packed with gzip."""

import csv
import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.refusal import Refused


class TableUnreadable(Refused):
    """A table cannot be read as what it should be; the text says which and what to do."""


_LONGEST_FIELD = 1 << 24  # characters; FMA's artists tell long stories


def lines_of(path: Path) -> Iterator[list[str]]:
    """Every line of a CSV file, split at its commas.

    Raises:
        TableUnreadable: The file is missing, unreadable or no text.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        with (
            gzip.open(path, "rt", encoding="utf-8-sig", newline="")
            if path.suffix == ".gz"
            else path.open(encoding="utf-8-sig", newline="")
        ) as stream:
            yield from csv.reader(stream)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"{path} cannot be read as a table ({error}); look whether it is the right file."
        raise TableUnreadable(message) from error


def rows_of(path: Path, needed: Sequence[str] = ()) -> Iterator[dict[str, str]]:
    """Each row by the names of the header.

    Raises:
        TableUnreadable: The file cannot be read, a column is missing or a row has another length.
    """
    lines = lines_of(path)
    header = next(lines, [])
    missing = [name for name in needed if name not in header]
    if missing:
        message = (
            f"{path} has no column {', '.join(missing)}; its first line must name the columns."
        )
        raise TableUnreadable(message)
    for number, line in enumerate(lines, start=2):
        if not line:
            continue
        if len(line) != len(header):
            message = f"Line {number} of {path} has {len(line)} fields instead of {len(header)}."
            raise TableUnreadable(message)
        yield dict(zip(header, line, strict=True))

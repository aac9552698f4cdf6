"""Finds listed parts of which their CUE sheet says something else by now."""

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from genre_desktop.core.exporting.query import LibraryRow, filter_values
from genre_desktop.core.library_latest import latest_of
from genre_desktop.core.library_parts import WHOLE
from genre_desktop.core.library_rows import span_columns
from genre_desktop.core.parts import SheetPart
from genre_desktop.core.sheets_beside import SheetsBeside

_DIVIDED = "SELECT DISTINCT path FROM part WHERE path > ? AND path <= ?"
_LISTED = "SELECT span_start, span_end, title, artist, album FROM listed WHERE path = ?"


def retitled(
    connection: sqlite3.Connection, after: bytes, last: bytes, sheets: SheetsBeside
) -> Iterator[bytes]:
    """The files among some paths whose parts are listed with other words than their sheet's.

    What is divided by chapters is passed by, as is a file whose sheet is gone.

    Args:
        connection: The library.
        after: The path before the first one.
        last: The last one.
        sheets: Those beside files.

    Raises:
        sqlite3.Error: The library cannot be read.
    """
    for (path,) in connection.execute(_DIVIDED, (after, last)).fetchall():
        name = Path(os.fsdecode(path))
        said = {
            span_columns(part.track.span): part
            for parts in reversed(sheets.of(name.parent).divisions_of(name.name))
            for part in parts
        }
        if said and _differs(connection, path, said):
            yield path


def _differs(
    connection: sqlite3.Connection, path: bytes, said: dict[tuple[float, float], SheetPart]
) -> bool:
    listed = {(row[0], row[1]): row[2:] for row in connection.execute(_LISTED, (path,))}
    for one in latest_of(connection, path):
        part = said.get(one.span)
        if part is None or one.span == WHOLE or one.span not in listed:
            continue
        named = replace(one, outcome=one.outcome._replace(track=part.track))
        listing = named.listing(part)
        title = filter_values(LibraryRow(listing)).title
        if listed[one.span] != (title, listing.tags.artist or None, listing.tags.album or None):
            return True
    return False

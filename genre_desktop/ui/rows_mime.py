"""Rows as data for dragging and copying: files, their paths and lines of cells."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData

from genre_desktop.ui.playlist import Row
from genre_desktop.ui.roles import Column
from genre_desktop.ui.row_state import printable
from genre_desktop.ui.row_words import cell_text
from genre_desktop.ui.urls import uri_list

ROWS_MIME = "application/x-genre-desktop-rows"
URIS_MIME = "text/uri-list"

_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def mime_of(rows: Iterable[Row]) -> QMimeData:
    """The files of rows, each once, as addresses and as text; marked as rows of the list."""
    paths = _paths(rows)
    mime = QMimeData()
    mime.setData(URIS_MIME, uri_list(paths))
    mime.setText(printable("\n".join(paths)))
    mime.setData(ROWS_MIME, b"%d" % len(paths))
    return mime


def paths_text(rows: Iterable[Row]) -> str:
    """Where the files of rows lie, one a line."""
    return "\n".join(printable(path) for path in _paths(rows))


def row_text(row: Row, columns: Sequence[Column]) -> str:
    """The cells of a row with tabs between; a line break in a title becomes a space."""
    cells = (cell_text(row.state, column, row.number) for column in columns)
    return "\t".join(_BREAKS.sub(" ", cell) for cell in cells)


def _paths(rows: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys(str(row.track.path) for row in rows))

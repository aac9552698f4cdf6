"""Rows as data for dragging and copying: files, their paths and lines of cells."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QMetaType, QMimeData, QUrl

from genre_desktop.dsp.printable import printable
from genre_desktop.ui.playlist import Row
from genre_desktop.ui.roles import Column
from genre_desktop.ui.row_words import cell_text
from genre_desktop.ui.urls import uri_list

ROWS_MIME = "application/x-genre-desktop-rows"
URIS_MIME = "text/uri-list"
_TEXT_MIME = "text/plain"

_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


class RowsMime(QMimeData):
    """The files of rows, each once, as addresses and as text; marked as rows of the list.

    Addresses of thousands take the time of a picture, so they are made for who asks for them.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        super().__init__()
        self._rows = tuple(rows)

    def formats(self) -> list[str]:
        return [URIS_MIME, _TEXT_MIME, ROWS_MIME]

    def retrieveData(self, mimetype: str, preferredType: QMetaType | QMetaType.Type) -> Any:  # noqa: N803 (Qt's name)
        if mimetype == URIS_MIME:
            addresses = QByteArray(uri_list(_paths(self._rows)))
            if QMetaType(preferredType).id() != QMetaType.Type.QVariantList.value:
                return addresses
            return [QUrl.fromEncoded(address) for address in bytes(addresses.data()).split()]
        if mimetype == _TEXT_MIME:
            return printable("\n".join(_paths(self._rows)))
        if mimetype == ROWS_MIME:
            return QByteArray(b"%d" % len(self._rows))
        return super().retrieveData(mimetype, preferredType)


def path_lines(rows: Iterable[Row]) -> dict[str, str]:
    """Lines that say where the files of rows lie, by their paths."""
    return {path: printable(path) for path in _paths(rows)}


def row_text(row: Row, columns: Sequence[Column]) -> str:
    """The cells of a row with tabs between; a line break in a title becomes a space."""
    cells = (cell_text(row.state, column, row.number) for column in columns)
    return "\t".join(_BREAKS.sub(" ", cell) for cell in cells)


def _paths(rows: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys(str(row.track.path) for row in rows))

"""The timeline as CSV: one row for each piece of each track."""

import codecs
import csv
from collections.abc import Iterable
from itertools import chain
from typing import BinaryIO

from genre_desktop.core.export_cells import ExportOptions, exported_path, title_of
from genre_desktop.core.export_csv import number_cell, text_cell
from genre_desktop.core.exporting.pieces import Piece, pieces_of
from genre_desktop.core.track import Listing

_COLUMNS = ("path", "title", "start_seconds", "end_seconds", "heard", "genre", "confidence")


def timeline_into(file: BinaryIO, listings: Iterable[Listing], options: ExportOptions) -> int:
    """Writes every piece with its times in the file, its genre and all probabilities.

    The model's genres are the last columns, in its order; a piece that is silence has times and
    "no" under `heard`. Tracks without a timeline have no rows.

    Returns:
        The number of tracks written.
    """
    encoding = "utf-8-sig" if options.byte_order_mark else "utf-8"
    writer = csv.writer(codecs.getwriter(encoding)(file), lineterminator="\r\n")
    source, tracks = iter(listings), 0
    first = next((listing for listing in source if _labels(listing)), None)
    labels = _labels(first) if first is not None else ()
    writer.writerow((*_COLUMNS, *map(text_cell, labels)))
    for listing in chain([first] if first is not None else [], source):
        rows = [_row(listing, piece, options) for piece in pieces_of(listing)]
        writer.writerows(rows)
        tracks += bool(rows)
    return tracks


def _labels(listing: Listing) -> tuple[str, ...]:
    outcome = listing.outcome
    return outcome.verdict.labels if outcome is not None and outcome.verdict is not None else ()


def _row(listing: Listing, piece: Piece, options: ExportOptions) -> list[str]:
    shares = piece.probabilities if piece.is_heard else [None] * len(piece.probabilities)
    return [
        exported_path(listing.track.path, options),
        text_cell(title_of(listing)),
        number_cell(piece.start_seconds, 3),
        number_cell(piece.end_seconds, 3),
        "yes" if piece.is_heard else "no",
        text_cell(piece.genre) if piece.is_heard else "",
        number_cell(piece.confidence if piece.is_heard else None, 3),
        *(number_cell(share, 3) for share in shares),
    ]

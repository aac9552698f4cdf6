"""What the model made of each track: an NPY array, and a table beside it that names its rows."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from genre_desktop.core.atomic_file import ExportFailed, replacing
from genre_desktop.core.corrected import ranked
from genre_desktop.core.export_cells import ExportOptions, exported_path, title_of
from genre_desktop.core.export_csv import number_cell, text_cell
from genre_desktop.core.track import Listing

COLUMNS: Final = (
    "row", "path", "start_seconds", "end_seconds", "artist", "title", "genre", "confidence"
)  # fmt: skip


def index_of(target: Path) -> Path:
    """The table beside an array."""
    return target.with_name(f"{target.stem}.index.csv")


def write_embeddings(listings: Iterable[Listing], target: Path, options: ExportOptions) -> int:
    """Writes float16 (tracks, d) and the table of its rows; tracks without one are left out.

    Returns:
        The number of tracks written; none, and no file, where no track has an embedding.

    Raises:
        ExportFailed: A file cannot be written; the array comes last, so that it always has its
            table.
    """
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(COLUMNS)
    with replacing(target) as file:
        written, width = 0, 0
        for listing in listings:
            embedding = _embedding(listing)
            if embedding is None or embedding.size != (width or embedding.size):
                continue
            if not width:
                width = embedding.size
                _begin(file, 0, width)
            file.write(embedding.astype("<f2").tobytes())
            table.writerow(_row(written, listing, options))
            written += 1
        if not written:
            raise ExportFailed(
                "None of these tracks has an embedding: this model makes none. Nothing was written."
            )
        file.seek(0)
        _begin(file, written, width)
        with replacing(index_of(target)) as index:
            index.write(text.getvalue().encode("utf-8-sig" if options.byte_order_mark else "utf-8"))
    return written


def _begin(file: BinaryIO, rows: int, width: int) -> None:
    """Writes the header, which numpy pads so that any number of rows leaves its length."""
    shape = (rows, width)
    npy.write_array_header_1_0(file, {"descr": "<f2", "fortran_order": False, "shape": shape})


def _embedding(listing: Listing) -> NDArray[np.float16] | None:
    outcome = listing.outcome
    return outcome.verdict.embedding if outcome is not None and outcome.verdict else None


def _row(number: int, listing: Listing, options: ExportOptions) -> list[str]:
    outcome, span = listing.outcome, listing.track.span
    genre, share = ranked(outcome)[0] if outcome is not None else ("", None)
    return [
        str(number),
        exported_path(listing.track.path, options),
        number_cell(span.start_seconds if span is not None else None, 3),
        number_cell(span.end_seconds if span is not None else None, 3),
        text_cell(listing.tags.artist),
        text_cell(title_of(listing)),
        text_cell(genre),
        number_cell(share, 4),
    ]

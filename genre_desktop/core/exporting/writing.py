"""Writes tracks of the library in one of the forms, each file whole or not at all."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from genre_desktop.core.atomic_file import ExportFailed, replacing
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.export_csv import csv_into
from genre_desktop.core.exporting.asked import LABEL_ENDING, Export, Exported
from genre_desktop.core.exporting.audacity import label_track
from genre_desktop.core.exporting.embeddings import index_of, write_embeddings
from genre_desktop.core.exporting.formats import Format
from genre_desktop.core.exporting.genre_playlists import write_playlists
from genre_desktop.core.exporting.json_lines import json_lines_into
from genre_desktop.core.exporting.other_taggers import beets_into, picard_into
from genre_desktop.core.exporting.query import LibraryRow
from genre_desktop.core.exporting.rekordbox import write_rekordbox
from genre_desktop.core.exporting.summary import summary_of
from genre_desktop.core.exporting.summary_page import page
from genre_desktop.core.exporting.targets import Names, made_folder, refuse, refuse_folder
from genre_desktop.core.exporting.timeline_csv import timeline_into
from genre_desktop.core.exporting.training_index import can_be_learnt, training_into
from genre_desktop.core.exporting.workbook import workbook_into
from genre_desktop.core.track import Listing

Stream = Callable[[BinaryIO, Iterable[Listing], ExportOptions], int]

STREAMS: dict[Format, Stream] = {
    Format.CSV: csv_into,
    Format.JSONL: json_lines_into,
    Format.TIMELINE: timeline_into,
    Format.TRAINING: training_into,
    Format.BEETS: beets_into,
    Format.PICARD: picard_into,
}

_WRITERS: dict[Format, Callable[[Export, Iterable[LibraryRow]], Exported]] = {
    Format.M3U8: write_playlists,
    Format.XSPF: write_playlists,
    Format.REKORDBOX: write_rekordbox,
}


def refuse_export(asked: Export) -> None:
    """Says before anything is read that the target is of no use.

    Raises:
        ExportFailed: With a sentence that names it and what to do.
    """
    if asked.is_folder:
        refuse_folder(asked.target)
    else:
        refuse(asked.target, may_replace=asked.may_replace)
        if asked.form is Format.EMBEDDINGS:
            refuse(index_of(asked.target), may_replace=asked.may_replace)


def export(asked: Export, rows: Iterable[LibraryRow], heard_by: str) -> Exported:
    """Writes the tracks; a file without any is not written.

    Args:
        asked: What is to be written.
        rows: The tracks.
        heard_by: The model, for people.

    Raises:
        ExportFailed: A file cannot be written; what was there is untouched.
    """
    if asked.form in _WRITERS:
        return _WRITERS[asked.form](asked, rows)
    if asked.form is Format.HTML:
        return _page(asked, rows, heard_by)
    listings = (row.listing for row in rows)
    if asked.form is Format.TRAINING:
        listings = (one for one in listings if can_be_learnt(one))
    if asked.form is Format.AUDACITY:
        return _label_tracks(asked, listings)
    first = next(listings, None)
    if first is None:
        return Exported(0, 0)
    refuse_export(asked)
    if asked.form is Format.EMBEDDINGS:
        return Exported(write_embeddings(_again(first, listings), asked.target, asked.options), 2)
    into = workbook_into if asked.form is Format.XLSX else STREAMS[asked.form]
    return _one_file(asked, into, _again(first, listings))


def _one_file(asked: Export, into: Stream, listings: Iterable[Listing]) -> Exported:
    try:
        with replacing(asked.target) as file:
            tracks = into(file, listings, asked.options)
            if not tracks:
                raise _NothingError
    except _NothingError:
        return Exported(0, 0)
    return Exported(tracks, 1)


class _NothingError(Exception):
    """None of the tracks can be written so; what was there stays."""


def _page(asked: Export, rows: Iterable[LibraryRow], heard_by: str) -> Exported:
    summary = summary_of(rows)
    if not summary.tracks:
        return Exported(0, 0)
    today = datetime.now().astimezone().strftime("%Y-%m-%d")
    text = page(summary, heard_by, today)
    refuse_export(asked)
    with replacing(asked.target) as file:
        file.write(text.encode())
    return Exported(summary.tracks, 1)


def _again(first: Listing, rest: Iterator[Listing]) -> Iterator[Listing]:
    yield first
    yield from rest


def _label_tracks(asked: Export, listings: Iterable[Listing]) -> Exported:
    if not asked.is_folder:
        return _one_label_track(asked, listings)
    names, written, left_out = Names(asked.target, LABEL_ENDING), 0, []
    for listing in listings:
        labels = label_track(listing)
        if not labels:
            continue
        title = listing.track.part_title
        target = names.of(f"{listing.track.path.name}{f' – {title}' if title else ''}")
        made_folder(asked.target)
        try:
            _write_labels(asked, target, labels)
            written += 1
        except ExportFailed as failed:
            left_out.append(failed.sentence)
    return Exported(written, written, tuple(left_out))


def _one_label_track(asked: Export, listings: Iterable[Listing]) -> Exported:
    found = [labels for listing in listings if (labels := label_track(listing))]
    if len(found) > 1:
        raise ExportFailed(
            f"{asked.target} is one file, but {len(found):,} tracks are wanted; name a folder, or "
            "ask for one track by --query."
        )
    for labels in found:
        _write_labels(asked, asked.target, labels)
    return Exported(len(found), len(found))


def _write_labels(asked: Export, target: Path, labels: bytes) -> None:
    refuse(target, may_replace=asked.may_replace)
    with replacing(target) as file:
        file.write(labels)

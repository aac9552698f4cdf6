"""Writes tracks of the library in one of the forms, each file whole or not at all."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from genre_desktop.core.atomic_file import ExportFailed, replacing
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.export_csv import csv_into
from genre_desktop.core.exporting.audacity import label_track
from genre_desktop.core.exporting.formats import Format
from genre_desktop.core.exporting.json_lines import json_lines_into
from genre_desktop.core.exporting.targets import Names, made_folder, refuse
from genre_desktop.core.exporting.timeline_csv import timeline_into
from genre_desktop.core.track import Listing

Stream = Callable[[BinaryIO, Iterable[Listing], ExportOptions], int]

STREAMS: dict[Format, Stream] = {
    Format.CSV: csv_into,
    Format.JSONL: json_lines_into,
    Format.TIMELINE: timeline_into,
}
_LABEL_ENDING = ".txt"


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written.

    Attributes:
        target: A file, or a folder where a form has several.
        may_replace: Whether files that are there already are replaced.
        options: How paths are written, and the byte order mark.
    """

    form: Format
    target: Path
    may_replace: bool
    options: ExportOptions

    @property
    def is_folder(self) -> bool:
        """Whether the target is a folder: for label tracks, unless it is named like one."""
        return self.form is Format.AUDACITY and self.target.suffix.lower() != _LABEL_ENDING


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written.

    Attributes:
        tracks: How many tracks.
        files: How many files.
        left_out: A sentence for each file that was not written.
    """

    tracks: int
    files: int
    left_out: tuple[str, ...] = ()


def refuse_export(asked: Export) -> None:
    """Says before anything is read that the target is of no use.

    Raises:
        ExportFailed: With a sentence that names it and what to do.
    """
    if asked.is_folder:
        made_folder(asked.target)
    else:
        refuse(asked.target, may_replace=asked.may_replace)


def export(asked: Export, listings: Iterable[Listing]) -> Exported:
    """Writes the listings; a file without any track is not written.

    Raises:
        ExportFailed: A file cannot be written; what was there is untouched.
    """
    if asked.form is Format.AUDACITY:
        return _label_tracks(asked, listings)
    source = iter(listings)
    first = next(source, None)
    if first is None:
        return Exported(0, 0)
    refuse_export(asked)
    with replacing(asked.target) as file:
        tracks = STREAMS[asked.form](file, _again(first, source), asked.options)
    return Exported(tracks, 1)


def _again(first: Listing, rest: Iterator[Listing]) -> Iterator[Listing]:
    yield first
    yield from rest


def _label_tracks(asked: Export, listings: Iterable[Listing]) -> Exported:
    if not asked.is_folder:
        return _one_label_track(asked, listings)
    names, written, left_out = Names(asked.target, _LABEL_ENDING), 0, []
    for listing in listings:
        labels = label_track(listing)
        if not labels:
            continue
        title = listing.track.part_title
        target = names.of(f"{listing.track.path.name}{f' – {title}' if title else ''}")
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

"""Corrected tracks as a table that `python -m training index --kind csv` reads."""

import codecs
import csv
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

from genre_desktop.core.atomic_file import ExportFailed, replacing
from genre_desktop.core.corrected import key_of
from genre_desktop.core.export_cells import ExportOptions, exported_path, problems_of
from genre_desktop.core.export_target import refuse_target
from genre_desktop.core.track import AudioKey, Listing
from genre_desktop.dsp.printable import printable
from genre_desktop.dsp.sound import Problem, Span

COLUMNS: Final = ("path", "label", "artist", "start_seconds", "length_seconds")
_WHOLE: Final = ("0", "0")


def training_into(file: BinaryIO, listings: Iterable[Listing], options: ExportOptions) -> int:
    """Writes each track that the user corrected, once also where several files have its sound.

    Cells are as they are, for a program reads them.

    Returns:
        The number of tracks written.
    """
    written: set[AudioKey] = set()
    encoding = "utf-8-sig" if options.byte_order_mark else "utf-8"
    writer = csv.writer(codecs.getwriter(encoding)(file), lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for listing in listings:
        outcome, key = listing.outcome, key_of(listing.outcome)
        if outcome is None or outcome.correction is None or key is None or key in written:
            continue
        if not can_be_learnt(listing):
            continue
        written.add(key)
        genre, artist = outcome.correction.genre, printable(listing.tags.artist)
        place = exported_path(listing.track.path, options)
        writer.writerow((place, genre, artist, *_times(listing.track.span)))
    return len(written)


def write_training(listings: Iterable[Listing], target: Path, options: ExportOptions) -> int:
    """Writes the same as a file, whole or not at all; none where there is nothing to learn.

    Raises:
        ExportFailed: Nothing was written and what was there is untouched.
    """
    learnt = [one for one in listings if can_be_learnt(one)]
    if not learnt:
        raise ExportFailed(
            "No genre of these tracks was corrected, so there is nothing to train on; nothing was "
            "written."
        )
    refuse_target(target)
    with replacing(target) as file:
        return training_into(file, learnt, options)


def can_be_learnt(listing: Listing) -> bool:
    """Whether the user said what a track is, and a program finds its file by a path of text."""
    outcome, path = listing.outcome, str(listing.track.path)
    if outcome is None or outcome.correction is None or printable(path) != path:
        return False
    return Problem.MISSING.value not in problems_of(outcome)


def _times(span: Span | None) -> tuple[str, str]:
    """Start and length in seconds; no length means up to the end."""
    if span is None:
        return _WHOLE
    end = span.end_seconds
    length = 0.0 if end is None else end - span.start_seconds
    return str(span.start_seconds), str(length)

"""Genre Desktop's CSV: one row a track, columns in a fixed order."""

import codecs
import csv
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from genre_desktop.core.atomic_file import replacing
from genre_desktop.core.corrected import is_unsure, key_of, ranked, sound_name
from genre_desktop.core.export_cells import (
    ExportOptions,
    duration_of,
    exported_path,
    finite,
    problems_of,
    title_of,
)
from genre_desktop.core.export_target import refuse_target
from genre_desktop.core.track import Listing, Outcome
from genre_desktop.dsp.printable import printable

COLUMNS = (
    "path",
    "artist",
    "title",
    "album",
    "duration_seconds",
    "existing_genre",
    "predicted_genre",
    "confidence",
    "unsure",
    "second_genre",
    "second_confidence",
    "third_genre",
    "third_confidence",
    "tempo_bpm",
    "model",
    "model_version",
    "problem",
    "corrected_at",
    "quick",
    "audio_hash",
)

# What a spreadsheet takes for the beginning of a formula.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(listings: Iterable[Listing], target: Path, options: ExportOptions) -> int:
    """Writes the listings as they come: UTF-8, RFC 4180, "." before decimals on every system.

    Text cells that a spreadsheet would run as a formula begin with an apostrophe; paths are
    written as they are. Empty cells mean unknown; `unsure` is "yes", "no" or empty; `problem`
    names the problem and the notes, separated by "; ". Where the user corrected the genre,
    `corrected_at` says when, and the first genre is the user's as it was typed, with confidence
    1; other genres are the model's labels. `quick` is "yes" where only pieces spread over the
    track were heard, as `unsure` is written. By `audio_hash` an edited table finds a file that
    was moved, and a part of a file, whose seconds stand behind the hash.

    Returns:
        The number of tracks written.

    Raises:
        ExportFailed: Nothing was written and what was there is untouched.
    """
    refuse_target(target)
    with replacing(target) as file:
        return csv_into(file, listings, options)


def csv_into(file: BinaryIO, listings: Iterable[Listing], options: ExportOptions) -> int:
    """Writes the same into an open file, such as standard output; returns the number of tracks."""
    rows = 0
    encoding = "utf-8-sig" if options.byte_order_mark else "utf-8"
    writer = csv.writer(codecs.getwriter(encoding)(file), lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for listing in listings:
        writer.writerow(row_of(listing, options))
        rows += 1
    return rows


def row_of(
    listing: Listing, options: ExportOptions, text: Callable[[str], str] | None = None
) -> list[str]:
    """The cells of a track, one for each of `COLUMNS`.

    Args:
        listing: The track.
        options: How paths are written.
        text: Makes a cell of a text; None does what a CSV needs.
    """
    words = text or text_cell
    tags, outcome = listing.tags, listing.outcome
    problem = "; ".join(problems_of(outcome)) if outcome else ""
    return [
        exported_path(listing.track.path, options),
        words(tags.artist),
        words(title_of(listing)),
        words(tags.album),
        number_cell(duration_of(listing), 3),
        words(tags.genre),
        *_verdict_cells(outcome, words),
        words(problem),
        words(outcome.correction.corrected_at) if outcome and outcome.correction else "",
        _yes_or_no(outcome.quick) if outcome and outcome.verdict else "",
        _sound_cell(outcome),
    ]


def _sound_cell(outcome: Outcome | None) -> str:
    if outcome is None or outcome.track.span is None:
        return outcome.audio_hash if outcome is not None else ""
    key = key_of(outcome)
    return sound_name(key) if key is not None and key[1] is not None else ""


def _verdict_cells(outcome: Outcome | None, words: Callable[[str], str]) -> list[str]:
    verdict = outcome.verdict if outcome is not None else None
    if outcome is None or verdict is None:
        return [""] * 10
    best = [*ranked(outcome)[:3], ("", None), ("", None), ("", None)][:3]
    (first, first_share), (second, second_share), (third, third_share) = best
    return [
        words(first),
        number_cell(first_share, 4),
        _yes_or_no(is_unsure(outcome)),
        words(second),
        number_cell(second_share, 4),
        words(third),
        number_cell(third_share, 4),
        number_cell(verdict.tempo_bpm, 1),
        words(verdict.model),
        words(verdict.version),
    ]


def _yes_or_no(is_so: bool) -> str:
    return "yes" if is_so else "no"


def text_cell(text: str) -> str:
    """A text that no spreadsheet runs as a formula."""
    shown = printable(text)
    return f"'{shown}" if shown.startswith(_FORMULA_SIGNS) else shown


def number_cell(number: float | None, digits: int) -> str:
    """A number with so many decimals, empty where it is unknown or not finite."""
    rounded = finite(number, digits)
    return "" if rounded is None else f"{rounded:.{digits}f}"

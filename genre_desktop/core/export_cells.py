"""How names, texts and numbers of a track appear in exported files."""

import math
import os
from dataclasses import dataclass
from pathlib import Path

from genre_desktop.core.track import Listing, Outcome
from genre_desktop.dsp.printable import printable


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a user may choose about an export.

    Attributes:
        byte_order_mark: Begin with a UTF-8 byte order mark, as Excel wants (CSV only).
        relative_to: Write paths relative to this folder, with "/" on every platform; None writes
            them absolute. A path on another Windows drive stays absolute.
    """

    byte_order_mark: bool = False
    relative_to: Path | None = None


def exported_path(path: Path, options: ExportOptions) -> str:
    r"""The path as text; its undecodable bytes are written as `\xNN`.

    A name that really holds a backslash, an x and two digits looks the same: the exact bytes are
    in the JSON export.
    """
    return printable(str(_placed(path, options)))


def exported_path_bytes(path: Path, options: ExportOptions) -> bytes:
    """The same path's exact bytes, as the file system has them."""
    return os.fsencode(_placed(path, options))


def finite(number: float | None, digits: int) -> float | None:
    """The number rounded, None where there is none or it is not finite."""
    return None if number is None or not math.isfinite(number) else round(float(number), digits)


def problems_of(outcome: Outcome) -> tuple[str, ...]:
    """The names of the problem and of all notes, the gravest first."""
    notes = outcome.report.notes if outcome.report else ()
    named = ((outcome.problem,) if outcome.problem else ()) + notes
    return tuple(dict.fromkeys(note.problem.value for note in named))


def title_of(listing: Listing) -> str:
    """The title of a part, else the file's own."""
    return listing.track.part_title or listing.tags.title


def duration_of(listing: Listing) -> float | None:
    """Seconds of the track: its part's, else as decoded, else as the tags' header says."""
    span, in_tags = listing.track.span, listing.tags.seconds
    if span is None or span.end_seconds is None:
        seconds = listing.outcome.track_seconds if listing.outcome is not None else None
        return in_tags if seconds is None else seconds
    seconds = span.end_seconds - span.start_seconds
    return seconds if in_tags is None else min(seconds, in_tags)  # a sheet may go on after the end


def _placed(path: Path, options: ExportOptions) -> Path | str:
    if options.relative_to is None:
        return path
    try:
        relative = os.path.relpath(path, options.relative_to)
    except ValueError:  # Windows: another drive
        return path
    return relative.replace(os.sep, "/")

"""The tags of a track: its file's own, and for a part what the CUE sheet or chapter says."""

from functools import lru_cache
from pathlib import Path

from genre_desktop.core.parts import SheetPart, SheetParts, sheet_parts
from genre_desktop.core.tags import read_tags
from genre_desktop.core.track import Tags, Track


def tags_of(track: Track) -> Tags:
    """The tags of a track, read from its file and the sheet beside it; empty for a bad file."""
    return with_part(track, read_tags(track.path))


def with_part(track: Track, tags: Tags) -> Tags:
    """The tags of a file as those of the track: a part has its own title and length.

    A sheet's performer, album and number go before the file's, which speak of the whole.
    """
    if track.span is None:
        return tags
    start = track.span.start_seconds
    ends = [end for end in (track.span.end_seconds, tags.seconds) if end is not None]
    end = min(ends, default=None)  # a sheet may go on after the end of its file
    own = tags._replace(
        title=track.part_title,
        seconds=None if end is None or end <= start else end - start,
        track_number="",
    )
    part = _sheet_part(track)
    if part is None:
        return own
    return own._replace(
        artist=part.sheet_track.performer or own.artist,
        album=part.album or own.album,
        track_number=str(part.sheet_track.number),
    )


def _sheet_part(track: Track) -> SheetPart | None:
    folder = track.path.parent
    try:
        sheets = _sheets_of(folder, folder.stat().st_mtime_ns)
    except OSError:
        return None
    parts = sheets.by_file.get(track.path.name, ())
    return next((part for part in parts if part.track == track), None)


@lru_cache(maxsize=4)
def _sheets_of(folder: Path, _changed_ns: int) -> SheetParts:
    """The sheets of a folder, read once for all the parts of its files."""
    return sheet_parts(folder, sorted(child.name for child in folder.iterdir()))

"""The tags of a track: its file's own, and for a part what the CUE sheet or chapter says."""

import threading

from genre_desktop.core.cue import SheetTrack
from genre_desktop.core.parts import SheetPart
from genre_desktop.core.sheets_beside import SheetsBeside
from genre_desktop.core.track import Tags, Track

_of_this_thread = threading.local()  # the window's threads ask, too, and wait for no other's disk


def with_part(track: Track, tags: Tags) -> Tags:
    """The tags of a file as those of the track, with what the sheet beside it says by now."""
    return as_part(track, tags, said_of_part(track))


def said_of_part(track: Track) -> SheetPart | None:
    """What a CUE sheet beside the file says of the part; None of a chapter or a whole file."""
    return _sheets().part(track) if track.span is not None else None


def as_part(track: Track, tags: Tags, said: SheetPart | None) -> Tags:
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
    if said is None:
        return own
    return own._replace(
        artist=said.sheet_track.performer or own.artist,
        album=said.album or own.album,
        track_number=str(said.sheet_track.number),
    )


def as_listed(track: Track, title: str, artist: str | None, album: str | None) -> SheetPart:
    """A part of a file that is gone, as it was listed when there was a sheet to ask."""
    named = track._replace(part_title="" if title == track.name else title)
    start = track.span.start_seconds if track.span is not None else 0.0
    return SheetPart(named, SheetTrack(0, named.part_title, artist or "", start), album or "")


def _sheets() -> SheetsBeside:
    """The sheets as one thread has read them."""
    known = getattr(_of_this_thread, "sheets", None)
    if not isinstance(known, SheetsBeside):
        known = _of_this_thread.sheets = SheetsBeside()
    return known

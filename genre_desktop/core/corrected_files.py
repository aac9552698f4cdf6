"""The user's word on genres with the files that it is about, whichever model had heard them."""

from collections.abc import Iterator, Mapping

from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.tags_apart import TRACKS_AT_ONCE, TagsApart
from genre_desktop.core.there import is_file
from genre_desktop.core.track import AudioKey, Correction, Listing, Outcome, Tags, Track
from genre_desktop.dsp.sound import Span


def corrected_files(
    corrections: Mapping[AudioKey, Correction], library: LibraryReading, tags: TagsApart
) -> Iterator[Listing]:
    """A track for each correction whose sound still lies in a file, by hash.

    Args:
        corrections: All of them.
        library: Knows which files have which sound.
        tags: Reads the artists.

    Raises:
        LibraryUnavailable: The library cannot be read.
    """
    ordered = sorted(corrections.items(), key=_hash_and_start)
    for start in range(0, len(ordered), TRACKS_AT_ONCE):
        found = [
            Outcome(Track(path, span), None, None, None, audio_hash, correction=correction)
            for (audio_hash, span), correction in ordered[start : start + TRACKS_AT_ONCE]
            for path in library.files_of((audio_hash, span))
            if is_file(path)
        ]
        read = dict(tags.read([one.track for one in found])) if found else {}
        for one in found:
            yield Listing(one.track, read.get(one.track, Tags()), one)


def _hash_and_start(pair: tuple[AudioKey, Correction]) -> tuple[str, float, float]:
    (audio_hash, span), _ = pair
    part = span or Span(0.0, None)
    return audio_hash, part.start_seconds, part.end_seconds or 0.0

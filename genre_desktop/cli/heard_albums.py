"""What was heard so far of each album, kept while more of it may arrive."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from genre_desktop.core.albums import AlbumKey, album_key
from genre_desktop.core.there import is_file
from genre_desktop.core.track import Listing, Outcome


class HeardAlbums:
    """Keeps the tracks that have an album, by album; nothing else of what was heard."""

    def __init__(self) -> None:
        self._albums: dict[AlbumKey, dict[Path, Listing]] = {}
        self._album_of: dict[Path, AlbumKey] = {}

    def grown_by(self, new: Mapping[Path, Listing]) -> list[Listing]:
        """The new ones, and what was heard before of their albums and is still there."""
        grown = {self._keep(path, listing) for path, listing in new.items()}
        before = (self._before(key, new) for key in grown if key is not None)
        return [*new.values(), *chain.from_iterable(before)]

    def _keep(self, path: Path, listing: Listing) -> AlbumKey | None:
        """Takes a track into its album, and out of the one that its tags named before."""
        before = self._album_of.pop(path, None)
        if before is not None:
            del self._albums[before][path]
        if not listing.tags.album:
            return None
        key = album_key(path, listing.tags.album)
        self._album_of[path] = key
        self._albums.setdefault(key, {})[path] = listing._replace(outcome=_slim(listing.outcome))
        return key

    def _before(self, key: AlbumKey, new: Mapping[Path, Listing]) -> Iterator[Listing]:
        for path, listing in self._albums[key].items():
            if path not in new and is_file(path):
                yield listing


def _slim(outcome: Outcome | None) -> Outcome | None:
    """Without what is not written, so that a whole library fits into memory."""
    if outcome is None or outcome.verdict is None:
        return outcome
    return outcome._replace(verdict=replace(outcome.verdict, timeline=None, embedding=None))

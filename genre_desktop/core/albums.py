"""Albums of one genre: what all tracks of an album together sound like."""

from dataclasses import dataclass, field, replace
from operator import itemgetter
from pathlib import Path

from genre_desktop.core.genre_names import tag_name
from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.wishes import Heard

AlbumKey = tuple[Path, str]


@dataclass(slots=True)
class _Album:
    tracks: int = 0
    unsure: int = 0
    shares: dict[str, float] = field(default_factory=dict)  # by label, summed over tracks
    guesses: tuple[tuple[str, float], ...] = ()  # of all of it, found when first asked for


class Albums:
    """Sums up what was heard of each album: tracks of one folder whose tags name one album.

    A genre that the user corrected is theirs alone and says nothing of the other tracks.
    """

    def __init__(self) -> None:
        self._albums: dict[AlbumKey, _Album] = {}

    def add(self, heard: Heard) -> None:
        """Count a track in."""
        if not heard.album or not heard.guesses or heard.is_corrected:
            return
        album = self._albums.setdefault(album_key(heard.path, heard.album), _Album())
        album.guesses = ()
        album.tracks += 1
        album.unsure += heard.unsure
        for label, share in heard.guesses:
            album.shares[label] = album.shares.get(label, 0.0) + share

    def pooled(self, heard: Heard) -> Heard:
        """The track as its whole album sounds; itself where it stands alone."""
        album = self._albums.get(album_key(heard.path, heard.album)) if heard.album else None
        if album is None or album.tracks < 2 or heard.is_corrected or not heard.guesses:
            return heard
        if not album.guesses:
            shares = sorted(album.shares.items(), key=itemgetter(1), reverse=True)
            album.guesses = tuple((label, total / album.tracks) for label, total in shares)
        (label, share), *others = album.guesses
        said = {Also.CONFIDENCE: f"{share:.2f}"}
        if others:
            said[Also.SECOND] = tag_name(others[0][0])
        return replace(
            heard,
            genre=tag_name(label),
            label=label,
            probability=share,
            guesses=album.guesses,
            unsure=2 * album.unsure > album.tracks,
            also=tuple((one, said.get(one, text)) for one, text in heard.also),
        )


def album_key(path: Path, album: str) -> AlbumKey:
    """What the tracks of one album have in common: their folder, and its name in their tags."""
    return path.parent, album.casefold()

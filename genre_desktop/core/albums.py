"""Albums of one genre: what all tracks of an album together sound like."""

from dataclasses import replace
from operator import itemgetter
from pathlib import Path

from genre_desktop.core.genre_names import tag_name
from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.wishes import Heard

AlbumKey = tuple[Path, str]


class Together:
    """Sums up what was heard of some tracks.

    Attributes:
        tracks: How many they are.
    """

    def __init__(self) -> None:
        self.tracks = self._unsure = 0
        self._shares: dict[str, float] = {}  # by label
        self._guesses: tuple[tuple[str, float], ...] = ()  # found when first asked for

    def add(self, heard: Heard) -> None:
        """Count a track in."""
        self._guesses = ()
        self.tracks += 1
        self._unsure += heard.unsure
        for label, share in heard.guesses:
            self._shares[label] = self._shares.get(label, 0.0) + share

    def as_heard(self, heard: Heard) -> Heard:
        """One of the tracks as they sound all together."""
        if not self._guesses:
            shares = sorted(self._shares.items(), key=itemgetter(1), reverse=True)
            self._guesses = tuple((label, total / self.tracks) for label, total in shares)
        (label, share), *others = self._guesses
        said = {Also.CONFIDENCE: f"{share:.2f}"}
        if others:
            said[Also.SECOND] = tag_name(others[0][0])
        return replace(
            heard,
            genre=tag_name(label),
            label=label,
            probability=share,
            guesses=self._guesses,
            unsure=2 * self._unsure > self.tracks,
            also=tuple((one, said.get(one, text)) for one, text in heard.also),
        )


class Albums:
    """Sums up what was heard of each album: tracks of one folder whose tags name one album.

    A genre that the user corrected is theirs alone and says nothing of the other tracks.
    """

    def __init__(self) -> None:
        self._albums: dict[AlbumKey, Together] = {}

    def add(self, heard: Heard) -> None:
        """Count a track in."""
        if not heard.album or not heard.guesses or heard.is_corrected:
            return
        self._albums.setdefault(album_key(heard.path, heard.album), Together()).add(heard)

    def pooled(self, heard: Heard) -> Heard:
        """The track as its whole album sounds; itself where it stands alone."""
        album = self._albums.get(album_key(heard.path, heard.album)) if heard.album else None
        if album is None or album.tracks < 2 or heard.is_corrected or not heard.guesses:
            return heard
        return album.as_heard(heard)


def album_key(path: Path, album: str) -> AlbumKey:
    """What the tracks of one album have in common: their folder, and its name in their tags."""
    return path.parent, album.casefold()

"""The tags of what is heard, read by a process that no file can take the command along with."""

from pathlib import Path

from genre_desktop.cli.interruption import interruption_let_through
from genre_desktop.core.identity import stamp_if_there
from genre_desktop.core.library import Library
from genre_desktop.core.part_tags import with_part
from genre_desktop.core.tags_apart import TagsApart
from genre_desktop.core.time_limit import allowed_seconds
from genre_desktop.core.track import Tags, Track


class HeardTags:
    """Knows the tags of tracks and how long each may be listened to; used by one thread.

    Args:
        library: Keeps what was read, so that a file that outlasts the process does so once; None
            keeps nothing.
        apart: Has the process; None starts one with the first tags.
    """

    def __init__(self, library: Library | None, apart: TagsApart | None = None) -> None:
        self._library = library
        self._apart = apart or TagsApart()

    def of(self, track: Track) -> Tags:
        """The tags of a track; empty for a bad file."""
        if self._library is None:
            return with_part(track, self._read(track.path))
        stamp = stamp_if_there(track.path)
        if stamp is None:
            return Tags()
        return with_part(track, self._library.tags(track.path, stamp, self._read))

    def limit(self, track: Track) -> float:
        """Seconds that a worker may take over a track; may itself be interrupted."""
        with interruption_let_through():
            return allowed_seconds(track, lambda path: self.of(Track(path)).seconds)

    def close(self) -> None:
        """Ends the process."""
        self._apart.close()

    def _read(self, path: Path) -> Tags:
        return next((tags for _, tags in self._apart.read([Track(path)])), Tags())

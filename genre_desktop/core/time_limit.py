"""How long a worker may take over a track before it is taken for hung."""

from collections.abc import Callable
from pathlib import Path

from genre_desktop.core.tags import read_tags
from genre_desktop.core.track import Track

_SECONDS_AT_LEAST = 60.0
_SECONDS_AT_MOST = 24 * 3600.0  # a damaged header may promise centuries
_SECONDS_PER_MINUTE = 1.0
_BYTES_PER_SECOND = 16_000  # 128 kbit/s, where the header does not say how long the file is


def _told_length(path: Path) -> float | None:
    return read_tags(path).seconds


def allowed_seconds(
    track: Track, length_of: Callable[[Path], float | None] = _told_length
) -> float:
    """60 s, and 1 s for each minute of audio in the whole file, which a part may have to skip.

    Never more than a day, whatever the header says.

    Args:
        track: What is heard.
        length_of: How long a file says that it is, in seconds; None where it says nothing.
    """
    seconds = length_of(track.path)
    if seconds is None:
        try:
            seconds = track.path.stat().st_size / _BYTES_PER_SECOND
        except OSError:
            seconds = 0.0
    wanted = _SECONDS_AT_LEAST + _SECONDS_PER_MINUTE * max(0.0, seconds) / 60.0
    return min(_SECONDS_AT_MOST, wanted)

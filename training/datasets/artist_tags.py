"""The artist that a recording's own tags name."""

from pathlib import Path
from typing import Any

# How the families of tags call the artist: Vorbis, ID3, MP4, APE, Windows Media.
_KEYS = ("artist", "TPE1", "©ART", "Artist", "Author", "albumartist", "TPE2", "aART")


def artist_in(path: Path) -> str:
    """The artist in a file's tags, in small letters and single spaces; empty where none is named.

    Two spellings of one name must not put an artist on both sides of a split.
    """
    import mutagen

    try:
        found: Any = mutagen.File(path)
        tags = found.tags if found is not None else None
        values = next((_texts(tags[key]) for key in _KEYS if tags is not None and key in tags), [])
    except Exception:  # noqa: BLE001 - mutagen raises whatever malformed bytes lead it to
        return ""
    return one_spelling("; ".join(dict.fromkeys(values)))


def one_spelling(artist: str) -> str:
    """An artist's name in small letters and single spaces, wherever it was read."""
    return " ".join(artist.casefold().split())


def _texts(value: Any) -> list[str]:
    values = value.text if hasattr(value, "text") else value
    return [str(one) for one in values] if isinstance(values, list | tuple) else [str(values)]

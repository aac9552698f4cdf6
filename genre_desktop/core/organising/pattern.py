"""The pattern by which folders and names are made, such as `{genre}/{artist}/{file name}`.

After a bar stands what is written where a file says nothing: `{album|Singles}`.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from genre_desktop.core.organising.safe_names import LONGEST_BYTES, safe_name
from genre_desktop.core.refusal import Refusal

DEFAULT_PATTERN = "{genre}/{artist}/{album}/{file name}"

# What a placeholder says where neither the file nor the pattern does.
PLACEHOLDERS: Mapping[str, str] = {
    "genre": "Unknown genre",
    "artist": "Unknown artist",
    "track artist": "Unknown artist",
    "album": "Unknown album",
    "title": "",  # the file's name, see `Pattern.place`
    "track": "",
    "year": "Unknown year",
    "file name": "",
}

_PLACEHOLDER = re.compile(r"\{([^{}|]*)(?:\|([^{}]*))?\}")
_LONGEST_ENDING = 16


class PatternRefused(Refusal):
    """A pattern that cannot be meant."""


class Facts(NamedTuple):
    """What a place is made of.

    Attributes:
        genre: As the library calls it.
        artist: Of the album, else of the track.
        track_artist: Of the track.
        album: Of the track.
        title: Of the track.
        track: Its number, maybe with how many there are.
        year: A date that begins with it.
        stem: The file's name without its ending.
        ending: Its ending with the dot.
    """

    genre: str = ""
    artist: str = ""
    track_artist: str = ""
    album: str = ""
    title: str = ""
    track: str = ""
    year: str = ""
    stem: str = ""
    ending: str = ""


class Pattern(NamedTuple):
    """Folders and a name, with placeholders; made by `pattern_of`.

    Attributes:
        parts: Between the slashes, the file's name last.
    """

    parts: tuple[str, ...]

    def place(self, facts: Facts) -> tuple[str, ...]:
        """The names of folders and of the file; a folder of whose name nothing is left is not."""
        said = _texts(facts)
        *folders, name = (
            _PLACEHOLDER.sub(lambda found: said[found[1]] or _otherwise(found), one)
            for one in self.parts
        )
        ending = safe_name(f"x{facts.ending}", _LONGEST_ENDING)[1:]
        stem = safe_name(name, LONGEST_BYTES - len(ending.encode())) or "_"
        safe = (safe_name(folder) for folder in folders)
        return (*(folder for folder in safe if folder), f"{stem}{ending}")


def pattern_of(text: str) -> Pattern:
    """Reads a pattern.

    Raises:
        PatternRefused: It says why it cannot be meant.
    """
    parts = tuple(part.strip() for part in text.strip().split("/"))
    if not all(parts):
        raise PatternRefused(
            f"The pattern “{text}” has an empty name; write names with single slashes between "
            f"them, such as {DEFAULT_PATTERN}."
        )
    for part in parts:
        if part in {".", ".."} or "\\" in part:
            raise PatternRefused(
                f"The pattern “{text}” leads out of its folder; leave out “..” and “\\”."
            )
        _refuse_unknown(part)
    if not _PLACEHOLDER.search(parts[-1]):
        raise PatternRefused(
            f"By the pattern “{text}” all files would have one name; let it end with "
            "{file name}, or with {track} {title}."
        )
    return Pattern(parts)


def _refuse_unknown(part: str) -> None:
    known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    for found in _PLACEHOLDER.finditer(part):
        if found[1] not in PLACEHOLDERS:
            raise PatternRefused(
                f"The pattern has the placeholder {found[0]}, which is none; there are {known}."
            )
    if set("{}") & set(_PLACEHOLDER.sub("", part)):
        raise PatternRefused(
            f"In the pattern's part “{part}” a brace stands alone; placeholders are {known}."
        )


def _texts(facts: Facts) -> dict[str, str]:
    said = {
        "genre": facts.genre,
        "artist": facts.artist or facts.track_artist,
        "track artist": facts.track_artist or facts.artist,
        "album": facts.album,
        "title": facts.title or facts.stem,
        "track": _number(facts.track),
        "year": _year(facts.year),
        "file name": facts.stem,
    }
    return {name: _plain(text) for name, text in said.items()}


def _otherwise(placeholder: re.Match[str]) -> str:
    """What stands for a placeholder of which the file says nothing."""
    chosen: str | None = placeholder[2]
    return PLACEHOLDERS[placeholder[1]] if chosen is None else chosen.strip()


def _plain(text: str) -> str:
    """Without what only a name of its own may not have at its ends."""
    return text.replace("/", "_").replace("\\", "_").strip()


def _number(text: str) -> str:
    """Of "3/12" the 03, so that names sort as the album goes."""
    number = text.partition("/")[0].strip()
    return f"{int(number):02}" if number.isdecimal() else number


def _year(date: str) -> str:
    found = re.match(r"\d{4}", date.strip())
    return found[0] if found else ""

"""What other tags of a file say, as frames of a new ID3v2 tag, for which many look past those."""

from collections.abc import Iterator, Mapping

from genre_desktop.core.tagging.id3_frames import Id3Tag
from genre_desktop.core.tagging.id3_text import encoded
from genre_desktop.core.tagging.raw import RawField

_LANGUAGE = b"eng"
_YEAR_DIGITS = 4


def carried(texts: Mapping[str, str], tag: Id3Tag) -> Iterator[RawField]:
    """The frames of what is said; all but the genre, which is ours to say.

    Args:
        texts: By "title", "artist", "album", "year", "track" and "comment"; a year that is more
            than four digits, as a day is, counts by its first four.
        tag: The new one, whose version counts.
    """
    keys = {
        "title": "TIT2",
        "artist": "TPE1",
        "album": "TALB",
        "year": "TYER" if tag.version == 3 else "TDRC",
        "track": "TRCK",
    }
    said = {**texts, "year": _year(texts.get("year", ""))}
    for name, key in keys.items():
        if said.get(name):
            yield tag.frame(key, encoded(tag.version, said[name]))
    if said.get("comment"):
        data = encoded(tag.version, f"\0{said['comment']}")  # what it is about is left open
        yield tag.frame("COMM", data[:1] + _LANGUAGE + data[1:])


def _year(text: str) -> str:
    year = text[:_YEAR_DIGITS]
    return year if len(year) == _YEAR_DIGITS and year.isascii() and year.isdecimal() else ""

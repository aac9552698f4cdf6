"""What other tags of a file say, as frames of a new ID3v2 tag, for which many look past those."""

from collections.abc import Iterator

from genre_desktop.core.tagging.id3_frames import Id3Tag
from genre_desktop.core.tagging.id3_text import encoded
from genre_desktop.core.tagging.raw import RawField

_LANGUAGE = b"eng"


def carried(
    tag: Id3Tag,
    *,
    title: str = "",
    artist: str = "",
    album: str = "",
    year: str = "",
    number: str = "",
    comment: str = "",
) -> Iterator[RawField]:
    """The frames of what is not empty; all but the genre, which is ours to say.

    Args:
        tag: The new one, whose version counts.
        title: Of the track.
        artist: Of the track.
        album: On which it is.
        year: In four digits.
        number: On the album.
        comment: In whatever language.
    """
    texts = {
        "TIT2": title,
        "TPE1": artist,
        "TALB": album,
        "TYER" if tag.version == 3 else "TDRC": year,
        "TRCK": number,
    }
    for key, text in texts.items():
        if text:
            yield tag.frame(key, encoded(tag.version, text))
    if comment:
        empty = encoded(tag.version, f"\0{comment}")  # what the comment is about: nothing said
        yield tag.frame("COMM", empty[:1] + _LANGUAGE + empty[1:])

"""The genre in an ID3v2 tag, wherever in the file the tag lies."""

from collections.abc import Sequence

from genre_desktop.core.tagging.id3_frames import Id3Tag
from genre_desktop.core.tagging.raw import Preferences, RawField, damaged
from genre_desktop.core.tags import spelled_out

_ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")


def genre_key(tag: Id3Tag) -> str:
    """The name of the frame that holds it."""
    return "TCO" if tag.version == 2 else "TCON"


def id3_genres(tag: Id3Tag, preferences: Preferences) -> tuple[str, ...]:
    """What the tag says, numbers as words.

    Raises:
        TagRefused: It cannot be read.
    """
    texts: list[str] = []
    for frame in tag.frames:
        if frame.key == genre_key(tag):
            texts += _texts(tag.content_of(frame))
    genres = spelled_out(texts)
    if tag.version < 4 and preferences.separator.strip():
        parts = [part for genre in genres for part in genre.split(preferences.separator.strip())]
        genres = [part.strip() for part in parts]
    return tuple(dict.fromkeys(genre for genre in genres if genre))


def id3_genre_frames(
    tag: Id3Tag, genres: Sequence[str], preferences: Preferences
) -> tuple[RawField, ...]:
    """The frame that says so: one text in v2.2 and v2.3, several in v2.4."""
    if not genres:
        return ()
    if tag.version == 4:
        data = b"\x03" + "\0".join(genres).encode()
    else:
        text = preferences.separator.join(genres)
        try:
            data = b"\x00" + text.encode("latin-1")
        except UnicodeEncodeError:
            data = b"\x01\xff\xfe" + text.encode("utf-16-le")
    return (tag.frame(genre_key(tag), data),)


def _texts(data: bytes) -> list[str]:
    if not data:
        return []
    if data[0] >= len(_ENCODINGS):
        raise damaged()
    try:
        text = data[1:].decode(_ENCODINGS[data[0]])
    except UnicodeDecodeError as error:
        raise damaged() from error
    return [part for part in text.split("\0") if part]

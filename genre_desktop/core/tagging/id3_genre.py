"""The genre in an ID3v2 tag, wherever in the file the tag lies."""

from collections.abc import Sequence

from genre_desktop.core.tagging.id3_frames import Id3Tag
from genre_desktop.core.tagging.id3_text import decoded, encoded
from genre_desktop.core.tagging.raw import Preferences, RawField
from genre_desktop.core.tags import spelled_out


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
            texts += [text for text in decoded(tag.content_of(frame)) if text]
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
    text = ("\0" if tag.version == 4 else preferences.separator).join(genres)
    return (tag.frame(genre_key(tag), encoded(tag.version, text)),)

"""The genre in an ID3v2 tag, wherever in the file the tag lies."""

from collections.abc import Sequence
from dataclasses import replace

from genre_desktop.core.tagging.id3_frames import Id3Tag
from genre_desktop.core.tagging.id3_text import decoded, encoded
from genre_desktop.core.tagging.raw import Preferences, RawField, TagRefused
from genre_desktop.core.tagging.sayable import UNSAYABLE, parted
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
    return parted(spelled_out(texts), separator_in(f"ID3v2.{tag.version}", preferences))


def separator_in(kind: str, preferences: Preferences) -> str:
    """What parts genres in tags of a kind, empty in those that hold several texts."""
    return preferences.separator.strip() if kind in {"ID3v2.2", "ID3v2.3"} else ""


def id3_genre_frames(
    tag: Id3Tag, genres: Sequence[str], preferences: Preferences
) -> tuple[RawField, ...]:
    """The frame that says so: one text in v2.2 and v2.3, several in v2.4.

    Raises:
        TagRefused: It would be read as other genres.
    """
    if not genres:
        return ()
    text = ("\0" if tag.version == 4 else preferences.separator).join(genres)
    frame = tag.frame(genre_key(tag), encoded(tag.version, text))
    meant = parted(genres, separator_in(f"ID3v2.{tag.version}", preferences))
    if id3_genres(replace(tag, frames=(frame,)), preferences) != meant:
        raise TagRefused(
            "its genre would be read as another one; call it something else", UNSAYABLE
        )
    return (frame,)

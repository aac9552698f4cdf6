"""What is looked at in a changed copy of a file before it takes the file's place."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from genre_desktop.core.bounded_memory import MOST_BYTES_OF_TAGS, bounded_memory
from genre_desktop.core.tagging.id3v1 import id3v1_of
from genre_desktop.core.tagging.opening import read_document
from genre_desktop.core.tagging.raw import (
    Name,
    Preferences,
    RawField,
    TagDocument,
    TagRefused,
    damaged,
    with_fields,
    without,
)
from genre_desktop.core.tagging.sayable import parted
from genre_desktop.core.tags import each_once, read_genres
from genre_desktop.dsp import sniff
from genre_desktop.dsp.payload import payload_hash
from genre_desktop.dsp.regular_file import open_plain


def checked_genres(
    document: TagDocument,
    new: Mapping[Name, Sequence[RawField]],
    path: Path,
    copy: Path,
    preferences: Preferences,
) -> tuple[str, ...]:
    """Looks at a copy's tags as a stranger would, and returns the genres that it has.

    Args:
        document: The tags of the file itself.
        new: The fields that the copy has in the place of others.
        path: Where the file lies.
        copy: Where its copy lies.
        preferences: Those by which it was made.

    Raises:
        TagRefused: Something is not as it was meant.
    """
    found = read_document(copy, preferences)
    is_as_meant = found.fields == with_fields(document, new)
    if not is_as_meant or without(found, new) != without(document, new):
        raise TagRefused("the copy's other tags were not what they must be", "check failed")
    with bounded_memory(MOST_BYTES_OF_TAGS):
        told = read_genres(copy)
        is_readable = told is not None or read_genres(path) is not None
    if not is_readable:
        raise damaged("cannot be read as they are")
    if told is None or not _says(found, told, preferences.separator):
        raise TagRefused("the copy's genre was not read back as meant", "check failed")
    return found.genres()


def _says(document: TagDocument, told: Sequence[str], separator: str) -> bool:
    """Whether the genres that another reader finds are those of the tags."""
    meant = each_once(document.genres())
    if not document.kind.startswith("ID3"):
        return each_once(told) == meant
    # without a genre others show that of ID3v1, APEv2 or INFO, which stay as they are
    return not meant or meant in (each_once(told), each_once(parted(told, separator)))


def checked_sound(path: Path, copy: Path, audio_hash: str) -> str:
    """Compares a copy's sound with the file's, and that with what was heard; returns its hash.

    Raises:
        TagRefused: They are not the same.
        SoundError: One of them cannot be read.
    """
    sound = payload_hash(path)
    if payload_hash(copy) != sound:
        raise _other_sound(path)
    if audio_hash and sound != audio_hash:
        raise TagRefused(
            "another sound is in it than the one that was heard; listen to it again",
            "changed since",
        )
    return sound


def _other_sound(path: Path) -> TagRefused:
    """Why a copy has another sound than its file."""
    with open_plain(path) as file:
        kind = sniff.sniff(file.read(sniff.HEAD_BYTES), path.name)
        has_id3v1 = bool(id3v1_of(file))
    # Musepack has its tags looked for at the very end only, and WAV seems longer than it says
    if has_id3v1 and kind in (sniff.MUSEPACK, sniff.WAV):
        return TagRefused(
            "it ends in an ID3v1 tag, and beside that one others would be taken for sound; remove "
            "it with a tag editor first, or leave the file as it is",
            "damaged tags",
        )
    return TagRefused("the copy's sound was not what it must be", "check failed")

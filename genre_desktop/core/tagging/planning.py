"""Looks at files before anything is written: what their tags say, and whether they can be."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from genre_desktop.core.bounded_memory import MOST_BYTES_OF_TAGS, bounded_memory
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.tagging.id3_genre import separator_in
from genre_desktop.core.tagging.opening import read_document
from genre_desktop.core.tagging.raw import Preferences, TagRefused, also_texts, damaged
from genre_desktop.core.tagging.safe_write import refusal, refuse_unwritable
from genre_desktop.core.tagging.wishes import Choice, Found, Heard, PlanRow, decide
from genre_desktop.core.tags import JOINT, read_tags_in_bounds


def plan(heard: Iterable[Heard], choice: Choice, preferences: Preferences) -> Iterator[PlanRow]:
    """A row for each file, once also where links or playlists name it twice.

    So it is for hard links, too, where writing through them is wanted.

    A part of a file has no tags of its own and gives none.
    """
    seen: set[str] = set()
    for one in heard:
        real = _file_of(one.path, preferences)
        if not one.is_part and real not in seen:
            seen.add(real)
            found = look_at(one.path, preferences) if one.genre else None
            yield decide(one, found, choice)


def look_at(path: Path, preferences: Preferences) -> Found:
    """What a file's tags say, and why they could not be written."""
    real = _file_of(path, preferences)
    try:
        stamp = stamp_of(path)
        document = read_document(path, preferences)
        own, also = document.genres(), also_texts(document)
        beside = () if own else _genres_beside(path)
        separator = separator_in(document.kind, preferences)
    except OSError as error:
        refused = refusal(error)
        return Found(path, real, short=refused.short, sentence=refused.sentence)
    except TagRefused as refused:
        return Found(path, real, short=refused.short, sentence=refused.sentence)
    found = Found(path, real, document.kind, stamp, own or beside, also, separator)
    found = replace(found, is_beside=bool(beside))
    try:
        refuse_unwritable(Path(os.path.realpath(path)), through_links=preferences.through_links)
    except TagRefused as refused:
        return replace(found, short=refused.short, sentence=refused.sentence)
    return found


def _genres_beside(path: Path) -> tuple[str, ...]:
    """What players may show where our tags have no genre: that of ID3v1, of APEv2, or of INFO."""
    try:
        with bounded_memory(MOST_BYTES_OF_TAGS):
            tags = read_tags_in_bounds(path)
    except MemoryError as error:
        raise damaged("cannot be read as they are") from error
    return tuple(filter(None, tags.genre.split(JOINT)))


def _file_of(path: Path, preferences: Preferences) -> str:
    """What is the same for all names of what would be written."""
    if preferences.through_links:
        with suppress(OSError):
            status = path.stat()
            if status.st_nlink > 1:
                return f"{status.st_dev} {status.st_ino}"
    return os.path.realpath(path)

"""Which fields of a file that was changed since a run wrote it may go back to what they were."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from genre_desktop.core.tagging.also import Also, Texts
from genre_desktop.core.tagging.also_changed import also_changed
from genre_desktop.core.tagging.id3_files import Id3Document
from genre_desktop.core.tagging.id3_frames import empty_tag
from genre_desktop.core.tagging.opening import read_document
from genre_desktop.core.tagging.raw import (
    GENRE,
    Name,
    Preferences,
    RawField,
    TagDocument,
    TagRefused,
    also_texts,
    name_of,
    only,
)
from genre_desktop.core.tagging.safe_write import Change

_ID3 = "ID3v2."


_AS_BEFORE = "it says what it said before that run"
_WORDS: dict[Name, str] = {
    GENRE: "genre",
    Also.TEMPO: "tempo",
    Also.CONFIDENCE: "confidence",
    Also.SECOND: "second guess",
    Also.MODEL: "model",
}


@dataclass(frozen=True, slots=True)
class GoingBack:
    """What taking a run back makes of a file, as it is now.

    Attributes:
        old: Its genres now.
        new: Its genres then.
        also: What other fields say then, empty for those that go.
        stays: Why some fields stay, as a sentence that names them; empty where none does.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    also: Texts
    stays: str


def going_back(change: Change, preferences: Preferences) -> GoingBack:
    """What would go back in a file of which some field still says what a run wrote.

    Raises:
        TagRefused: None does.
        OSError: The file cannot be read.
    """
    document = read_document(change.path, preferences)
    back = fields_back(document, change)
    stays = _staying(document, change, back)
    if not back:
        raise TagRefused(stays or _AS_BEFORE, "changed since")
    old = document.genres()
    new = change.old_genres if GENRE in back else old
    return GoingBack(old, new, tuple(_texts_then(document, back)), stays)


def _texts_then(
    document: TagDocument, back: Mapping[Name, Sequence[RawField]]
) -> Iterable[tuple[Also, str]]:
    return ((also, "".join(_texts(document, back[also]))) for also in Also if also in back)


def _staying(document: TagDocument, change: Change, back: Mapping[Name, object]) -> str:
    """Why fields that the run wrote stay; those that are what they were before it do so gladly."""
    before = replace(change, old_fields=change.new_fields, new_fields=change.old_fields)
    now = dict(also_texts(document))
    stay: list[Name] = [also for also, was in also_changed(before) if now.get(also, "") != was]
    if change.old_genres != change.new_genres and document.genres() != change.old_genres:
        stay.insert(0, GENRE)
    names = ", ".join(_WORDS[name] for name in stay if name not in back)
    return f"left as it is, since it is no more what that run wrote: {names}" if names else ""


def fields_back(document: TagDocument, change: Change) -> dict[Name, Sequence[RawField]]:
    """The fields that go back: those that still say what the run wrote, each by itself.

    Other programs write fields anew that they do not change, with other bytes and as another
    version of the tags.
    """
    back: dict[Name, Sequence[RawField]] = {}
    reader = _reader(document, change.kind)
    for name in _names(reader, change):
        wrote, was = (_named(reader, each, name) for each in (change.new_fields, change.old_fields))
        is_same_kind = document.kind == change.kind
        if is_same_kind and only(document, {name}) == wrote:
            back[name] = was
        elif name != GENRE and _texts(document, only(document, {name})) == _texts(reader, wrote):
            back[name] = was if is_same_kind else _anew(document, reader, was)
    has_genre = change.old_genres != change.new_genres
    if has_genre and GENRE not in back and document.genres() == change.new_genres:
        back[GENRE] = document.genre_fields(change.old_genres)
    return back


def _reader(document: TagDocument, kind: str) -> TagDocument | None:
    """What understands the fields of tags of a kind; None where that is another than is there."""
    if document.kind == kind:
        return document
    if isinstance(document, Id3Document) and kind.startswith(_ID3):
        return replace(document, tag=empty_tag(int(kind.removeprefix(_ID3))))
    return None


def _names(reader: TagDocument | None, change: Change) -> set[Name]:
    """Of all fields that the run wrote."""
    if reader is None:
        return set()
    found = (name_of(reader, field) for field in (*change.old_fields, *change.new_fields))
    return {name for name in found if name is not None}


def _named(
    reader: TagDocument | None, fields: Sequence[RawField], name: Name
) -> tuple[RawField, ...]:
    if reader is None:
        return ()
    return tuple(field for field in fields if name_of(reader, field) == name)


def _texts(reader: TagDocument | None, fields: Sequence[RawField]) -> list[str]:
    """What fields beside the genre say."""
    found = (reader.also(field) for field in fields) if reader is not None else ()
    return [one[1] for one in found if one is not None]


def _anew(
    document: TagDocument, reader: TagDocument | None, fields: Sequence[RawField]
) -> tuple[RawField, ...]:
    """Fields as tags of another version have them."""
    found = [reader.also(field) for field in fields] if reader is not None else []
    return tuple(document.also_field(*one) for one in found if one is not None)

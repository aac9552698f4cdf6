"""The raw parts of a file's tags, and the few bytes of the file that a change of them touches."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import BinaryIO, Final, Protocol

from genre_desktop.core.refusal import Refusal
from genre_desktop.core.tagging.also import Also, Texts

GENRE: Final = "genre"
Name = str | Also  # of what we write: the genre, or another field


class TagRefused(Refusal):
    """A file whose tags are left alone."""

    def __init__(self, sentence: str, short: str = "refused") -> None:
        super().__init__(sentence)
        self.short = short


class Unsettled(TagRefused):
    """Nobody can say now whether a file is its old or its new self; the next start finds out."""


@dataclass(frozen=True, slots=True)
class RawField:
    """One frame, atom, comment, item or attribute.

    Attributes:
        key: What tells its meaning, such as "TCON" or "genre".
        raw: All its bytes, as they lie in the file.
        place: The number of the list that holds it, in a file that has several.
    """

    key: str
    raw: bytes
    place: int = 0


@dataclass(frozen=True, slots=True)
class Region:
    """Bytes of the file from a place on, cut where a change would cut them."""

    offset: int
    segments: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Splice:
    """Bytes at a place of the old file, and those that stand in the new one instead."""

    offset: int
    old: bytes
    new: bytes


@dataclass(frozen=True, slots=True)
class Preferences:
    """How genres are written where a format leaves the choice.

    Attributes:
        id3_version: Of a tag in a file that had none: 3 or 4 for ID3v2.3 or ID3v2.4.
        separator: Between several genres in ID3v2.2 and ID3v2.3, which know one text only.
        keep_time: Whether a file keeps the time of its last change.
        through_links: Whether a file that is linked more than once is written in its place.
    """

    id3_version: int = 3
    separator: str = "; "
    keep_time: bool = True
    through_links: bool = False


class TagDocument(Protocol):
    """The tags of one file."""

    @property
    def kind(self) -> str:
        """Name and version of the tags, such as "ID3v2.3"."""

    @property
    def fields(self) -> tuple[RawField, ...]:
        """All of them, in their order."""

    @property
    def genre_keys(self) -> frozenset[str]:
        """The keys of the fields that hold the genre."""

    def genres(self) -> tuple[str, ...]:
        """What the genre fields say."""

    def genre_fields(self, genres: Sequence[str]) -> tuple[RawField, ...]:
        """The fields that say so, none for no genre."""

    def also(self, field: RawField) -> tuple[Also, str] | None:
        """Which of the other fields that we write it is and what it says, None for none."""

    def also_field(self, also: Also, text: str) -> RawField:
        """The field that says so."""

    def regions(self, fields: Sequence[RawField]) -> list[Region]:
        """The file's bytes with these fields, where the old ones with theirs lie.

        The regions of a document's own fields are the file's bytes.
        """


def name_of(document: TagDocument, field: RawField) -> Name | None:
    """What a field is to us; None for those that are never touched."""
    if field.key in document.genre_keys:
        return GENRE
    also = document.also(field)
    return also[0] if also is not None else None


def with_fields(
    document: TagDocument, new: Mapping[Name, Sequence[RawField]]
) -> tuple[RawField, ...]:
    """All fields, some replaced where the first of their name stands, else at the end.

    Each in its own list, where there are several.
    """
    fields: list[RawField] = []
    placed: set[Name] = set()
    for field in document.fields:
        name = name_of(document, field)
        if name is None or name not in new:
            fields.append(field)
        elif name not in placed:
            placed.add(name)
            fields += new[name]
    for name, ours in new.items():
        if name not in placed:
            fields += ours
    return tuple(sorted(fields, key=lambda field: field.place))


def without(document: TagDocument, names: Collection[Name]) -> tuple[RawField, ...]:
    """All fields but those of some names."""
    return tuple(field for field in document.fields if name_of(document, field) not in names)


def only(document: TagDocument, names: Collection[Name]) -> tuple[RawField, ...]:
    """The fields of some names."""
    return tuple(field for field in document.fields if name_of(document, field) in names)


def also_texts(document: TagDocument) -> Texts:
    """What the other fields that we write say now."""
    found = (document.also(field) for field in document.fields)
    return tuple(one for one in found if one is not None)


def splices_to(document: TagDocument, fields: Sequence[RawField]) -> tuple[Splice, ...]:
    """What changes in the file where these fields take the place of the document's own."""
    old, new = document.regions(document.fields), document.regions(fields)
    found: list[Splice] = []
    for before, after in zip(old, new, strict=True):
        found += _splices(before.offset, before.segments, after.segments)
    return tuple(sorted(found, key=lambda splice: splice.offset))


def _splices(offset: int, old: Sequence[bytes], new: Sequence[bytes]) -> Iterable[Splice]:
    starts = [offset]
    for segment in old:
        starts.append(starts[-1] + len(segment))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, first, last, new_first, new_last in matcher.get_opcodes():
        if what != "equal":
            removed, added = b"".join(old[first:last]), b"".join(new[new_first:new_last])
            if removed != added:
                yield Splice(starts[first], removed, added)


def reversed_splices(splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """What leads back from the new file to the old one."""
    back, moved = [], 0
    for splice in splices:
        back.append(Splice(splice.offset + moved, splice.new, splice.old))
        moved += len(splice.new) - len(splice.old)
    return tuple(back)


def bytes_at(file: BinaryIO, offset: int, count: int) -> bytes:
    """Exactly so many bytes.

    Raises:
        TagRefused: The file ends before.
    """
    file.seek(offset)
    data = file.read(count)
    if len(data) != count:
        raise damaged()
    return data


def size_of(file: BinaryIO) -> int:
    """The length of a file in bytes."""
    return file.seek(0, 2)


def damaged(what: str = "are damaged") -> TagRefused:
    """Why tags are left alone that are not as their format wants them."""
    return TagRefused(
        f"its tags {what}; mend them with a tag editor first, or leave the file as it is",
        "damaged tags",
    )

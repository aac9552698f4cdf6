"""The list of tags in an MP4 file's index."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.mp4_also import mp4_also, mp4_also_atom
from genre_desktop.core.tagging.mp4_atoms import (
    HEADER_BYTES,
    Atom,
    holds,
    move_offsets,
    new_tags,
    read_atom,
    segments_of,
)
from genre_desktop.core.tagging.raw import RawField, Region, bytes_at, damaged, size_of
from genre_desktop.core.tags import spelled_out

_LONGEST_INDEX = 512 * 1024 * 1024
_NEW_PADDING_BYTES = 1024
_TEXT = (1).to_bytes(4) + bytes(4)
_FREE = frozenset({b"free", b"skip"})
_OF_FRAGMENTS = frozenset({b"moof", b"sidx"})
_OTHER_LISTS = (b"iloc", b"saio")  # of places in the file, as the tables of the index are
_NO_FRAGMENTS = "have no room, and in a file of fragments none can be made"
_NO_OTHER_LISTS = (
    "have no room, and none can be made: a second list says where things lie in the file"
)


@dataclass(frozen=True, slots=True)
class Mp4Document:
    """The index of one file.

    Attributes:
        offset: Of the index.
        index: The atom `moov`.
        unmovable: Why what lies behind it cannot be moved; empty where it can.
        is_last: True where nothing lies behind the index.
    """

    offset: int
    index: Atom
    unmovable: str
    is_last: bool

    kind = "MP4"
    genre_keys = frozenset({"©gen", "gnre"})

    @property
    def fields(self) -> tuple[RawField, ...]:
        """All tags."""
        listed = _list_of(self.index)
        return tuple(
            RawField(_key(atom), b"".join(segments_of(atom)))
            for atom in (listed.children or () if listed else ())
        )

    def genres(self) -> tuple[str, ...]:
        """Texts, else the number of ID3v1's list as a word."""
        texts: list[str] = []
        numbers: list[str] = []
        for field in self.fields:
            if field.key == "©gen":
                texts += [value.decode("utf-8", "replace") for value in _values(field)]
            elif field.key == "gnre":
                numbers += [str(int.from_bytes(value[:2]) - 1) for value in _values(field)]
        words = texts or spelled_out(numbers)
        return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))

    def genre_fields(self, genres: Sequence[str]) -> tuple[RawField, ...]:
        """One atom with a value for each."""
        if not genres:
            return ()
        values = b"".join(
            (16 + len(data)).to_bytes(4) + b"data" + _TEXT + data
            for data in (genre.encode() for genre in genres)
        )
        return (RawField("©gen", (HEADER_BYTES + len(values)).to_bytes(4) + b"\xa9gen" + values),)

    def also(self, field: RawField) -> tuple[Also, str] | None:
        """Which of the other fields that we write an atom is, and what it says."""
        return mp4_also(field)

    def also_field(self, also: Also, text: str) -> RawField:
        """The atom that says so."""
        return mp4_also_atom(also, text)

    def regions(self, fields: Sequence[RawField]) -> list[Region]:
        """The whole index, with free room beside the tags as much smaller as they grow."""
        index = self.index.copy()
        if tuple(fields) != self.fields:
            _put(index, [Atom(field.raw[4:8], field.raw[8:]) for field in fields])
            grown = index.size - self.index.size
            if grown and not self.is_last:
                if self.unmovable:
                    raise damaged(self.unmovable)
                move_offsets(index, self.offset + self.index.size, grown)
        return [Region(self.offset, tuple(segments_of(index)))]


def read_mp4(file: BinaryIO) -> Mp4Document:
    """The index of an MP4 file.

    Raises:
        TagRefused: It is missing or damaged.
    """
    end, place = size_of(file), 0
    found: list[tuple[bytes, int, int]] = []
    while place + HEADER_BYTES <= end:
        header = bytes_at(file, place, HEADER_BYTES)
        size = int.from_bytes(header[:4])
        if size == 1:
            size = int.from_bytes(bytes_at(file, place + HEADER_BYTES, 8))
        elif size == 0:
            size = end - place
        if not HEADER_BYTES <= size <= end - place:
            raise damaged("cannot be found: the file is cut")
        found.append((header[4:], place, size))
        place += size
    index = [(offset, size) for name, offset, size in found if name == b"moov"]
    if len(index) != 1 or index[0][1] > _LONGEST_INDEX:
        raise damaged("cannot be found: the file has no index, or a strange one")
    offset, size = index[0]
    if bytes_at(file, offset, 4) != size.to_bytes(4):
        raise damaged("cannot be found: the file's index is a strange one")
    content = bytes_at(file, offset + HEADER_BYTES, size - HEADER_BYTES)
    read = read_atom(b"moov", content)
    return Mp4Document(offset, read, _unmovable(file, found, read), offset + size == end)


def _unmovable(file: BinaryIO, found: Sequence[tuple[bytes, int, int]], index: Atom) -> str:
    """Why the places that a file tells cannot all be changed."""
    if any(name in _OF_FRAGMENTS for name, _, _ in found):
        return _NO_FRAGMENTS
    items = [(offset, size) for name, offset, size in found if name == b"meta"]
    has_more = any(holds(index, name) for name in _OTHER_LISTS) or any(
        size > _LONGEST_INDEX or _OTHER_LISTS[0] in bytes_at(file, offset, size)
        for offset, size in items
    )
    return _NO_OTHER_LISTS if has_more else ""


def _put(index: Atom, tags: list[Atom]) -> None:
    """Replaces the list of tags, and makes one where there is none."""
    listed = _list_of(index)
    if listed is None:
        user = index.child(b"udta")
        if user is None:
            user = Atom(b"udta", b"", b"", [])
            _inside(index).append(user)
        if user.child(b"meta") is not None:
            raise damaged("are of an unknown kind")
        _inside(user).append(new_tags(tags))
        return
    before = listed.size
    listed.children = tags
    meta = _meta_of(index)
    free = next((atom for atom in _inside(meta) if atom.name in _FREE), None)
    left = before - listed.size + (len(free.data) if free else -HEADER_BYTES)
    if free is None:
        free = Atom(b"free")
        _inside(meta).append(free)
    free.data = bytes(left if left >= 0 else _NEW_PADDING_BYTES)


def _meta_of(index: Atom) -> Atom:
    meta = (index.child(b"udta") or Atom(b"")).child(b"meta")
    return meta or Atom(b"", b"", b"", [])


def _list_of(index: Atom) -> Atom | None:
    return _meta_of(index).child(b"ilst")


def _inside(atom: Atom) -> list[Atom]:
    if atom.children is None:
        raise damaged()
    return atom.children


def _key(atom: Atom) -> str:
    return atom.name.decode("latin-1")


def _values(field: RawField) -> list[bytes]:
    values, place = [], HEADER_BYTES
    while place + 16 <= len(field.raw):
        size = int.from_bytes(field.raw[place : place + 4])
        if size < 16:
            raise damaged()
        if field.raw[place + 4 : place + 8] == b"data":
            values.append(field.raw[place + 16 : place + size])
        place += size
    return values

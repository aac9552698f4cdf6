"""The attributes in the header of a Windows Media file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from genre_desktop.core.tagging.also import Also, also_called, name_in
from genre_desktop.core.tagging.asf_attributes import (
    DESCRIPTION,
    LIBRARY,
    METADATA,
    attribute,
    attributes_of,
    fits_in_description,
    is_text,
    listed,
    text_of,
)
from genre_desktop.core.tagging.raw import RawField, Region, bytes_at, damaged, size_of

_HEADER_HEAD_BYTES, _OBJECT_HEAD_BYTES = 30, 24
_EXTENSION_HEAD_BYTES = 22  # the last four of them tell the length of what is in it
_FILE_SIZE_AT = 16
_TEMPO = "WM/BeatsPerMinute"
_MOST_HEADER_BYTES = 256 * 1024 * 1024
_HEADER = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_EXTENSION = bytes.fromhex("b503bf5f2ea9cf118ee300c00c205365")
_FILE_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_PADDING = bytes.fromhex("74d40618dfca0945a4ba9aabcb96aae8")
_LISTS = {
    DESCRIPTION: bytes.fromhex("40a4d0d207e3d21197f000a0c95ea850"),
    METADATA: bytes.fromhex("eacbf8c5af5b77488467aa8c44fa4cca"),
    LIBRARY: bytes.fromhex("941c23449894d149a1411d134e457054"),
}


@dataclass(frozen=True, slots=True)
class _Object:
    """One object; its data is in parts, cut where a change would cut it."""

    name: bytes
    parts: tuple[bytes, ...]

    @property
    def size(self) -> int:
        return _OBJECT_HEAD_BYTES + sum(map(len, self.parts))

    @property
    def segments(self) -> tuple[bytes, ...]:
        return self.name + self.size.to_bytes(8, "little"), *self.parts


@dataclass(frozen=True, slots=True)
class AsfDocument:
    """The header of one file.

    Attributes:
        objects: All in it, in their order.
        inner: The objects in its extension; None where it has none, or a strange one.
        reserved: Two bytes before its objects.
        fields: The attributes of all lists.
        file_bytes: The length of the file.
    """

    objects: tuple[_Object, ...]
    inner: tuple[_Object, ...] | None
    reserved: bytes
    fields: tuple[RawField, ...]
    file_bytes: int

    kind = "ASF"
    genre_keys = frozenset({"WM/Genre"})

    def genres(self) -> tuple[str, ...]:
        """The values of all genre attributes."""
        values = (text_of(field) for field in self.fields if field.key in self.genre_keys)
        return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))

    def genre_fields(self, genres: Sequence[str]) -> tuple[RawField, ...]:
        """An attribute for each, all but a short first in the library, where there can be one."""
        library = DESCRIPTION if self.inner is None else LIBRARY
        places = (
            library if number or not fits_in_description(genre) else DESCRIPTION
            for number, genre in enumerate(genres)
        )
        return tuple(
            attribute("WM/Genre", genre, place) for genre, place in zip(genres, places, strict=True)
        )

    def also(self, field: RawField) -> tuple[Also, str] | None:
        """Which of the other fields that we write an attribute is, and what it says."""
        also = also_called(field.key, _TEMPO) if field.place == DESCRIPTION else None
        if also is None or not is_text(field):
            return None
        return also, text_of(field)

    def also_field(self, also: Also, text: str) -> RawField:
        """The attribute that says so."""
        return attribute(name_in(also, _TEMPO), text)

    def regions(self, fields: Sequence[RawField]) -> list[Region]:
        """The header; padding in it is as much smaller as attributes grow."""
        objects = self._with(fields)
        if tuple(fields) != self.fields:
            _take_from_padding(objects, _length(objects) - _length(self.objects))
        old, new = _length(self.objects), _length(objects)
        written = [
            _sized(each, self.file_bytes + new - old) if new != old else each for each in objects
        ]
        head = _HEADER + new.to_bytes(8, "little") + len(objects).to_bytes(4, "little")
        segments = (segment for each in written for segment in each.segments)
        return [Region(0, (head + self.reserved, *segments))]

    def _with(self, fields: Sequence[RawField]) -> list[_Object]:
        """The objects with these attributes in their lists."""
        objects = list(self.objects)
        _put(objects, DESCRIPTION, fields)
        if self.inner is not None:
            inner = list(self.inner)
            _put(inner, METADATA, fields)
            _put(inner, LIBRARY, fields)
            place = _place_of(_EXTENSION, objects)
            start = objects[place].parts[0][: _EXTENSION_HEAD_BYTES - 4]
            parts = [segment for each in inner for segment in each.segments]
            size = sum(map(len, parts)).to_bytes(4, "little")
            objects[place] = _Object(_EXTENSION, (start + size, *parts))
        return objects


def _put(objects: list[_Object], kind: int, fields: Sequence[RawField]) -> None:
    """Replaces a list by the attributes that belong there, and adds one where it is missing."""
    new = _Object(_LISTS[kind], listed(fields, kind))
    place = _place_of(new.name, objects)
    if place >= 0:
        objects[place] = new
    elif len(new.parts) > 1:
        objects.append(new)


def _place_of(name: bytes, objects: Iterable[_Object]) -> int:
    """Of the first object of a name; -1 for none."""
    return next((place for place, each in enumerate(objects) if each.name == name), -1)


def _take_from_padding(objects: list[_Object], grown: int) -> None:
    place = _place_of(_PADDING, objects)
    left = objects[place].size - _OBJECT_HEAD_BYTES - grown if place >= 0 else -1
    if left >= 0:
        objects[place] = _Object(_PADDING, (bytes(left),))


def read_asf(file: BinaryIO) -> AsfDocument:
    """The header of a Windows Media file.

    Raises:
        TagRefused: It is damaged.
    """
    head = bytes_at(file, 0, _HEADER_HEAD_BYTES)
    size, count = int.from_bytes(head[16:24], "little"), int.from_bytes(head[24:28], "little")
    if head[:16] != _HEADER or not _HEADER_HEAD_BYTES <= size <= _MOST_HEADER_BYTES:
        raise damaged()
    objects = _objects(bytes_at(file, _HEADER_HEAD_BYTES, size - _HEADER_HEAD_BYTES))
    if objects is None or len(objects) != count:
        raise damaged()
    inner = _extended(_first(_EXTENSION, objects))
    fields: list[RawField] = []
    for kind, name in _LISTS.items():
        data = _first(name, objects if kind == DESCRIPTION else inner or ())
        fields += attributes_of(data, kind) if data else ()
    return AsfDocument(tuple(objects), inner, head[28:30], tuple(fields), size_of(file))


def _objects(data: bytes) -> tuple[_Object, ...] | None:
    """The objects that data is; None where it is none."""
    objects, place = [], 0
    while place < len(data):
        length = int.from_bytes(data[place + 16 : place + 24], "little")
        if not _OBJECT_HEAD_BYTES <= length <= len(data) - place:
            return None
        inner = data[place + _OBJECT_HEAD_BYTES : place + length]
        objects.append(_Object(data[place : place + 16], (inner,)))
        place += length
    return tuple(objects)


def _extended(data: bytes) -> tuple[_Object, ...] | None:
    """The objects in the header's extension; None where there is none, or a strange one."""
    start, inner = data[:_EXTENSION_HEAD_BYTES], data[_EXTENSION_HEAD_BYTES:]
    is_whole = len(start) == _EXTENSION_HEAD_BYTES
    if not is_whole or int.from_bytes(start[-4:], "little") != len(inner):
        return None
    return _objects(inner)


def _first(name: bytes, objects: Iterable[_Object]) -> bytes:
    """The data of the first object of a name, empty without."""
    return next((b"".join(each.parts) for each in objects if each.name == name), b"")


def _length(objects: Sequence[_Object]) -> int:
    return _HEADER_HEAD_BYTES + sum(each.size for each in objects)


def _sized(each: _Object, file_bytes: int) -> _Object:
    """The properties of the file, among them its length, brought up to date."""
    if each.name != _FILE_PROPERTIES:
        return each
    (data,) = each.parts
    start, end = data[:_FILE_SIZE_AT], data[_FILE_SIZE_AT + 8 :]
    return _Object(each.name, (start + file_bytes.to_bytes(8, "little") + end,))

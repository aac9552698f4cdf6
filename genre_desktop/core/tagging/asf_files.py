"""The attributes in the header of a Windows Media file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from genre_desktop.core.tagging.also import Also, also_called, name_in
from genre_desktop.core.tagging.raw import RawField, Region, bytes_at, damaged, size_of

_HEADER_HEAD_BYTES, _OBJECT_HEAD_BYTES = 30, 24
_FILE_SIZE_AT = 16
_TEMPO = "WM/BeatsPerMinute"
_TEXT = (0).to_bytes(2, "little")
_MOST_HEADER_BYTES = 256 * 1024 * 1024
_HEADER = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_ATTRIBUTES = bytes.fromhex("40a4d0d207e3d21197f000a0c95ea850")
_FILE_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_PADDING = bytes.fromhex("74d40618dfca0945a4ba9aabcb96aae8")


@dataclass(frozen=True, slots=True)
class _Object:
    name: bytes
    data: bytes

    @property
    def whole(self) -> bytes:
        size = _OBJECT_HEAD_BYTES + len(self.data)
        return self.name + size.to_bytes(8, "little") + self.data


@dataclass(frozen=True, slots=True)
class AsfDocument:
    """The header of one file; `reserved` are two bytes before its objects."""

    objects: tuple[_Object, ...]
    reserved: bytes
    fields: tuple[RawField, ...]
    file_bytes: int

    kind = "ASF"
    genre_keys = frozenset({"WM/Genre"})

    def genres(self) -> tuple[str, ...]:
        """The values of all genre attributes."""
        values = (_text(field.raw) for field in self.fields if field.key in self.genre_keys)
        return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))

    def genre_fields(self, genres: Sequence[str]) -> tuple[RawField, ...]:
        """An attribute for each."""
        return tuple(_attribute("WM/Genre", genre) for genre in genres)

    def also(self, field: RawField) -> tuple[Also, str] | None:
        """Which of the other fields that we write an attribute is, and what it says."""
        also = also_called(field.key, _TEMPO)
        if also is None or not _is_text(field.raw):
            return None
        return also, _text(field.raw)

    def also_field(self, also: Also, text: str) -> RawField:
        """The attribute that says so."""
        return _attribute(name_in(also, _TEMPO), text)

    def regions(self, fields: Sequence[RawField]) -> list[Region]:
        """The header; padding in it is as much smaller as attributes grow."""
        objects = list(self.objects)
        if tuple(fields) != self.fields:
            self._put(objects, fields)
        old, new = _length(self.objects), _length(objects)
        written = [
            _sized(each, self.file_bytes + new - old) if new != old else each for each in objects
        ]
        head = _HEADER + new.to_bytes(8, "little") + len(objects).to_bytes(4, "little")
        return [Region(0, (head + self.reserved, *(each.whole for each in written)))]

    def _put(self, objects: list[_Object], fields: Sequence[RawField]) -> None:
        listed = b"".join(field.raw for field in fields)
        new = _Object(_ATTRIBUTES, len(fields).to_bytes(2, "little") + listed)
        names = [each.name for each in objects]
        if _ATTRIBUTES in names:
            objects[names.index(_ATTRIBUTES)] = new
        else:
            objects.append(new)
            names.append(_ATTRIBUTES)
        grown = _length(objects) - _length(self.objects)
        if _PADDING in names:
            place = names.index(_PADDING)
            left = len(objects[place].data) - grown
            if left >= 0:
                objects[place] = _Object(_PADDING, bytes(left))


def read_asf(file: BinaryIO) -> AsfDocument:
    """The header of a Windows Media file.

    Raises:
        TagRefused: It is damaged.
    """
    head = bytes_at(file, 0, _HEADER_HEAD_BYTES)
    size, count = int.from_bytes(head[16:24], "little"), int.from_bytes(head[24:28], "little")
    if head[:16] != _HEADER or not _HEADER_HEAD_BYTES <= size <= _MOST_HEADER_BYTES:
        raise damaged()
    data = bytes_at(file, _HEADER_HEAD_BYTES, size - _HEADER_HEAD_BYTES)
    objects, place = [], 0
    for _ in range(count):
        length = int.from_bytes(data[place + 16 : place + 24], "little")
        if not _OBJECT_HEAD_BYTES <= length <= len(data) - place:
            raise damaged()
        inner = data[place + _OBJECT_HEAD_BYTES : place + length]
        objects.append(_Object(data[place : place + 16], inner))
        place += length
    if place != len(data):
        raise damaged()
    listed = next((each.data for each in objects if each.name == _ATTRIBUTES), bytes(2))
    return AsfDocument(tuple(objects), head[28:30], _attributes(listed), size_of(file))


def _attributes(data: bytes) -> tuple[RawField, ...]:
    fields, place = [], 2
    for _ in range(int.from_bytes(data[:2], "little")):
        name_end = place + 2 + int.from_bytes(data[place : place + 2], "little")
        value_at = name_end + 4
        end = value_at + int.from_bytes(data[name_end + 2 : value_at], "little")
        if end > len(data):
            raise damaged()
        name = data[place + 2 : name_end].decode("utf-16-le", "replace").rstrip("\0")
        fields.append(RawField(name, data[place:end]))
        place = end
    if place != len(data):
        raise damaged()
    return tuple(fields)


def _attribute(name: str, text: str) -> RawField:
    return RawField(name, _prefixed(_utf16(name)) + _TEXT + _prefixed(_utf16(text)))


def _is_text(raw: bytes) -> bool:
    name_end = 2 + int.from_bytes(raw[:2], "little")
    return raw[name_end : name_end + 2] == _TEXT


def _text(raw: bytes) -> str:
    name_end = 2 + int.from_bytes(raw[:2], "little")
    if not _is_text(raw):
        raise damaged("hold a genre that is no text")
    return raw[name_end + 4 :].decode("utf-16-le", "replace").rstrip("\0")


def _utf16(text: str) -> bytes:
    return (text + "\0").encode("utf-16-le")


def _prefixed(data: bytes) -> bytes:
    return len(data).to_bytes(2, "little") + data


def _length(objects: Sequence[_Object]) -> int:
    return _HEADER_HEAD_BYTES + sum(_OBJECT_HEAD_BYTES + len(each.data) for each in objects)


def _sized(each: _Object, file_bytes: int) -> _Object:
    """The properties of the file, among them its length, brought up to date."""
    if each.name != _FILE_PROPERTIES:
        return each
    start, end = each.data[:_FILE_SIZE_AT], each.data[_FILE_SIZE_AT + 8 :]
    return _Object(each.name, start + file_bytes.to_bytes(8, "little") + end)

"""APEv2 tags at the end of WavPack, Musepack and Monkey's Audio files."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from genre_desktop.core.tagging.also import Also, also_called, name_in
from genre_desktop.core.tagging.id3v1 import id3v1_of
from genre_desktop.core.tagging.raw import RawField, Region, TagRefused, bytes_at, damaged, size_of

_MAGIC, _VERSION = b"APETAGEX", 2000
_FOOTER_BYTES = 32
_HAS_HEADER, _IS_HEADER, _READ_ONLY = 1 << 31, 1 << 29, 1
_KIND_OF_VALUE = 0b110


@dataclass(frozen=True, slots=True)
class ApeDocument:
    """The tag of one file; `offset` is where its first byte lies or would lie."""

    offset: int
    flags: int
    fields: tuple[RawField, ...]
    is_there: bool

    kind = "APEv2"
    genre_keys = frozenset({"genre"})

    def genres(self) -> tuple[str, ...]:
        """What the items say."""
        values: list[str] = []
        for field in self.fields:
            if field.key in self.genre_keys:
                if not _is_text(field):
                    raise damaged("hold a genre that is no text")
                values += _value(field).split("\0")
        return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))

    def genre_fields(self, genres: Sequence[str]) -> tuple[RawField, ...]:
        """One item with all values."""
        if not genres:
            return ()
        value = "\0".join(genres).encode()
        head = len(value).to_bytes(4, "little") + bytes(4)
        return (RawField("genre", head + b"Genre\0" + value),)

    def also(self, field: RawField) -> tuple[Also, str] | None:
        """Which of the other fields that we write an item is, and what it says."""
        also = also_called(field.key, "BPM")
        return None if also is None or not _is_text(field) else (also, _value(field))

    def also_field(self, also: Also, text: str) -> RawField:
        """The item that says so."""
        name, value = name_in(also, "BPM"), text.encode()
        head = len(value).to_bytes(4, "little") + bytes(4)
        return RawField(name.lower(), head + name.encode("ascii") + b"\0" + value)

    def regions(self, fields: Sequence[RawField]) -> list[Region]:
        """The tag with its header, where it has one, and its footer."""
        if not self.is_there and tuple(fields) == self.fields:
            return [Region(self.offset, ())]
        items = [field.raw for field in fields]
        size = sum(map(len, items)) + _FOOTER_BYTES
        header = self._end(size, len(items), _IS_HEADER) if self.flags & _HAS_HEADER else b""
        return [Region(self.offset, (header, *items, self._end(size, len(items), 0)))]

    def _end(self, size: int, count: int, kind: int) -> bytes:
        numbers = (_VERSION, size, count, self.flags | kind)
        return _MAGIC + b"".join(n.to_bytes(4, "little") for n in numbers) + bytes(8)


def said_by_ape(file: BinaryIO) -> dict[str, str]:
    """The texts of a tag that is beside another, by lower-case names; none of a damaged one."""
    try:
        fields = read_ape(file).fields
    except TagRefused:
        return {}
    texts = {field.key: _text(field) for field in fields if _is_text(field)}
    return {key: text for key, text in texts.items() if text}


def read_ape(file: BinaryIO) -> ApeDocument:
    """The APEv2 tag at the end of a file, before an ID3v1 tag where there is one.

    Raises:
        TagRefused: It is damaged, of version 1, or not where it should be.
    """
    end = size_of(file)
    end -= len(id3v1_of(file))
    if bytes_at(file, 0, 8) == _MAGIC or bytes_at(file, max(end - 9, 0), 9) == b"LYRICS200":
        raise damaged("are not at the end of the file")
    footer = bytes_at(file, end - _FOOTER_BYTES, _FOOTER_BYTES) if end > _FOOTER_BYTES else b""
    if footer[:8] != _MAGIC:
        return ApeDocument(end, _HAS_HEADER, (), is_there=False)
    version, size, count, flags = (
        int.from_bytes(footer[place : place + 4], "little") for place in range(8, 24, 4)
    )
    if version != _VERSION or not _FOOTER_BYTES <= size <= end or flags & _READ_ONLY:
        raise damaged("are damaged, of an old version, or marked as not to be changed")
    items = bytes_at(file, end - size, size - _FOOTER_BYTES)
    offset = end - size - (_FOOTER_BYTES if flags & _HAS_HEADER else 0)
    return ApeDocument(offset, flags, _items(items, count), is_there=True)


def _is_text(field: RawField) -> bool:
    return not int.from_bytes(field.raw[4:8], "little") & _KIND_OF_VALUE


def _value(field: RawField) -> str:
    return field.raw[8:].partition(b"\0")[2].decode("utf-8", "replace")


def _text(field: RawField) -> str:
    """All values on one line."""
    return "; ".join(filter(None, map(str.strip, _value(field).split("\0"))))


def _items(data: bytes, count: int) -> tuple[RawField, ...]:
    fields, place = [], 0
    for _ in range(count):
        length = int.from_bytes(data[place : place + 4], "little")
        key_end = data.find(b"\0", place + 8)
        end = key_end + 1 + length
        if key_end < 0 or end > len(data):
            raise damaged()
        key = data[place + 8 : key_end].decode("ascii", "replace").lower()
        fields.append(RawField(key, data[place:end]))
        place = end
    if place != len(data):
        raise damaged()
    return tuple(fields)

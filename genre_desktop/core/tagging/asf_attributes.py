"""Attributes of a Windows Media file, as the three lists in its header hold them."""

from collections.abc import Iterable
from typing import Final

from genre_desktop.core.tagging.raw import RawField, damaged

# What holds a list: the extended content description with one attribute of a name, and in the
# header's extension the metadata of single streams and the library with all that is left.
DESCRIPTION, METADATA, LIBRARY = range(3)
_TEXT: Final = (0).to_bytes(2, "little")
_LONGEST_BYTES: Final = 0xFFFF  # of a value in the description
_LONG_HEAD_BYTES: Final = 12  # language, stream, length of the name, kind, length of the value


def attributes_of(data: bytes, place: int) -> tuple[RawField, ...]:
    """All attributes of a list.

    Raises:
        TagRefused: They do not fill it.
    """
    fields, start = [], 2
    for _ in range(int.from_bytes(data[:2], "little")):
        name, _, value = _cuts(data[start:], place)
        end = start + value.stop
        if end > len(data):
            raise damaged()
        words = data[start + name.start : start + name.stop].decode("utf-16-le", "replace")
        fields.append(RawField(words.rstrip("\0"), data[start:end], place))
        start = end
    if start != len(data):
        raise damaged()
    return tuple(fields)


def listed(fields: Iterable[RawField], place: int) -> tuple[bytes, ...]:
    """What a list holds: the number of its attributes, and each of those of the fields in it."""
    raws = [field.raw for field in fields if field.place == place]
    return len(raws).to_bytes(2, "little"), *raws


def attribute(name: str, text: str, place: int = DESCRIPTION) -> RawField:
    """One that says a text, in no language and of no single stream.

    Raises:
        TagRefused: The text is too long for the list.
    """
    called, value = _utf16(name), _utf16(text)
    if place == DESCRIPTION:
        if not fits_in_description(text):
            raise damaged("are too long for one more genre")
        return RawField(name, _number(called) + called + _TEXT + _number(value) + value)
    head = bytes(4) + _number(called) + _TEXT + len(value).to_bytes(4, "little")
    return RawField(name, head + called + value, place)


def fits_in_description(text: str) -> bool:
    """Whether a text is short enough for the first list."""
    return len(_utf16(text)) <= _LONGEST_BYTES


def is_text(field: RawField) -> bool:
    """Whether its value is one."""
    return field.raw[_cuts(field.raw, field.place)[1]] == _TEXT


def text_of(field: RawField) -> str:
    """Its value.

    Raises:
        TagRefused: That is no text.
    """
    if not is_text(field):
        raise damaged("hold a genre that is no text")
    value = field.raw[_cuts(field.raw, field.place)[2]]
    return value.decode("utf-16-le", "replace").rstrip("\0")


def _cuts(raw: bytes, place: int) -> tuple[slice, slice, slice]:
    """Where an attribute's name, the kind of its value and the value lie."""
    if place == DESCRIPTION:
        name_end = 2 + int.from_bytes(raw[:2], "little")
        value_at = name_end + 4
        value_end = value_at + int.from_bytes(raw[name_end + 2 : value_at], "little")
        return slice(2, name_end), slice(name_end, name_end + 2), slice(value_at, value_end)
    name_end = _LONG_HEAD_BYTES + int.from_bytes(raw[4:6], "little")
    value_end = name_end + int.from_bytes(raw[8:_LONG_HEAD_BYTES], "little")
    return slice(_LONG_HEAD_BYTES, name_end), slice(6, 8), slice(name_end, value_end)


def _utf16(text: str) -> bytes:
    return (text + "\0").encode("utf-16-le")


def _number(data: bytes) -> bytes:
    return len(data).to_bytes(2, "little")

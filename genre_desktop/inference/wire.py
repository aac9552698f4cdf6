"""Reads protocol buffer messages as a list of numbered fields, trusting nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from genre_desktop.inference.refusal import PackageRefused

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
_FIXED_SIZES = {FIXED64: 8, FIXED32: 4}
_FIRST_STEP = 16  # fields


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a message: its number, its wire type and what stands in it.

    Attributes:
        value: The number of a varint; otherwise 0.
        content: The bytes of anything else; otherwise empty. A run of equal 32-bit fields, as
            the hundred thousand numbers of a support vector machine are, is one field whose
            content are the bytes of the whole run.
    """

    number: int
    wire_type: int
    value: int
    content: memoryview


def fields(message: memoryview) -> Iterator[Field]:
    """Yields the fields of a message in their order.

    Raises:
        PackageRefused: The bytes are no message.
    """
    position = 0
    while position < len(message):
        key, position = varint(message, position)
        number, wire_type = key >> 3, key & 7
        value, content = 0, message[:0]
        if wire_type == VARINT:
            value, position = varint(message, position)
        else:
            start = position
            size, position = _size(message, position, wire_type)
            if wire_type == FIXED32 and key < 0x80:
                size += 5 * _repeats(message[start + 4 :], key)
            content = message[position : position + size]
            position += size
        if number == 0 or position > len(message):
            raise PackageRefused("The file model.onnx is damaged: a field passes its end.")
        yield Field(number, wire_type, value, content)


def varint(message: memoryview, position: int) -> tuple[int, int]:
    """Returns the variable-length number at a position, and the position after it.

    Raises:
        PackageRefused: It has no end, or more than 64 bits.
    """
    value = 0
    for count, byte in enumerate(message[position : position + 10]):
        value |= (byte & 0x7F) << (7 * count)
        if byte < 0x80:
            if value >= 1 << 64:
                break
            return value, position + count + 1
    raise PackageRefused("The file model.onnx is damaged: a number in it has no end.")


def signed(value: int) -> int:
    """The int64 that a varint stands for."""
    return value - (1 << 64) if value >= 1 << 63 else value


def _size(message: memoryview, position: int, wire_type: int) -> tuple[int, int]:
    if wire_type == BYTES:
        return varint(message, position)
    if wire_type not in _FIXED_SIZES:
        raise PackageRefused("The file model.onnx is damaged: a field has no known type.")
    return _FIXED_SIZES[wire_type], position


def _repeats(following: memoryview, key: int) -> int:
    """How many more fields of five bytes with the same key follow each other.

    It looks at no more than twice what it counts, so that reading a message stays linear.
    """
    if not following or following[0] != key:
        return 0
    count, step = 0, _FIRST_STEP
    while True:
        ahead = np.frombuffer(following[5 * count : 5 * (count + step)], np.uint8)
        keys = ahead[: 5 * (ahead.size // 5) : 5]
        others = np.flatnonzero(keys != key)
        if others.size:
            return count + int(others[0])
        count += keys.size
        if keys.size < step:
            return count
        step *= 2

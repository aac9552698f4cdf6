"""Protocol buffer messages as lists of fields."""

import struct

import numpy as np
import pytest

from genre_desktop.inference.refusal import PackageRefused
from genre_desktop.inference.wire import BYTES, FIXED32, FIXED64, VARINT, fields, signed, varint

FLOATS_1 = bytes([1 << 3 | FIXED32])
FLOATS_2 = bytes([2 << 3 | FIXED32])


def read(message: bytes) -> list[tuple[int, int, int, bytes]]:
    found = fields(memoryview(message))
    return [(one.number, one.wire_type, one.value, bytes(one.content)) for one in found]


def run_of(key: bytes, count: int) -> bytes:
    return b"".join(key + struct.pack("<f", number) for number in range(count))


def test_a_message_is_its_fields_in_their_order() -> None:
    message = b"\x08\x96\x01" + b"\x12\x03abc" + b"\x19" + bytes(8) + b"\x25" + bytes(4)
    assert read(message) == [
        (1, VARINT, 150, b""),
        (2, BYTES, 0, b"abc"),
        (3, FIXED64, 0, bytes(8)),
        (4, FIXED32, 0, bytes(4)),
    ]


def test_no_bytes_are_no_fields() -> None:
    assert read(b"") == []


@pytest.mark.parametrize("count", [1, 2, 15, 16, 17, 18, 48, 49, 50, 1_000])
@pytest.mark.parametrize("behind", [b"", FLOATS_2 + bytes(4), b"\x08\x01"])
def test_a_run_of_numbers_is_one_field(count: int, behind: bytes) -> None:
    (number, wire_type, _, content), *others = read(run_of(FLOATS_1, count) + behind)
    assert (number, wire_type, len(content)) == (1, FIXED32, 5 * count - 1)
    padded = np.frombuffer(FLOATS_1 + content, np.uint8).reshape(count, 5)
    values = np.ascontiguousarray(padded[:, 1:]).view("<f4").ravel()
    np.testing.assert_array_equal(values, np.arange(count, dtype=np.float32))
    assert len(others) == bool(behind)


@pytest.mark.timeout(60)
def test_four_megabytes_of_short_runs_are_read_in_seconds() -> None:
    message = (run_of(FLOATS_1, 1) + run_of(FLOATS_2, 2)) * 280_000
    assert len(message) > 4_000_000
    assert sum(1 for _ in fields(memoryview(message))) == 560_000


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (b"\x08", "has no end"),
        (b"\x08" + b"\xff" * 10 + b"\x01", "has no end"),
        (b"\x08" + b"\xff" * 9 + b"\x02", "has no end"),
        (b"\x12\x05abc", "passes its end"),
        (b"\x0d\x00\x00", "passes its end"),
        (b"\x00\x01", "passes its end"),
        (b"\x0b", "no known type"),
        (b"\x0c", "no known type"),
        (b"\x0f", "no known type"),
    ],
)
def test_what_is_no_message_is_refused(message: bytes, reason: str) -> None:
    with pytest.raises(PackageRefused, match=reason):
        read(message)


@pytest.mark.parametrize(
    ("value", "stands_for"), [(0, 0), (1, 1), ((1 << 63) - 1, (1 << 63) - 1), ((1 << 64) - 1, -1)]
)
def test_a_number_of_64_bits_may_be_negative(value: int, stands_for: int) -> None:
    assert signed(value) == stands_for


def test_the_largest_number_has_ten_bytes() -> None:
    assert varint(memoryview(b"\xff" * 9 + b"\x01"), 0) == ((1 << 64) - 1, 10)

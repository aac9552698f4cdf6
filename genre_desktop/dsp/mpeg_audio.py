"""Where MPEG audio frames start in some bytes: a run of headers that agree with each other."""

from collections.abc import Callable
from typing import Final

# Random bytes hold one plausible header in 5,000; three that follow each other, one in 10^13.
_FRAMES_IN_A_ROW: Final = 3

_RATES: Final = {
    3: (44_100, 48_000, 32_000),
    2: (22_050, 24_000, 16_000),
    0: (11_025, 12_000, 8_000),
}
# kbit/s by (MPEG-1 or not, layer), ISO/IEC 11172-3 and 13818-3.
_BIT_RATES: Final = {
    (True, 1): (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (True, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, 1): (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, 2): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (False, 3): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}


def frame_bytes(header: bytes) -> int | None:
    """Return the length of the MPEG-1/2/2.5 audio frame that this header begins, or None."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE0 != 0xE0:
        return None
    version, layer = header[1] >> 3 & 3, 4 - (header[1] >> 1 & 3)
    bit_index, rate_index = header[2] >> 4, header[2] >> 2 & 3
    if version == 1 or layer == 4 or bit_index in (0, 15) or rate_index == 3:
        return None
    first = version == 3
    bits = _BIT_RATES[first, layer][bit_index] * 1000
    rate, padding = _RATES[version][rate_index], header[2] >> 1 & 1
    if layer == 1:
        return (12 * bits // rate + padding) * 4
    return (72 if layer == 3 and not first else 144) * bits // rate + padding


def _adts_bytes(header: bytes) -> int | None:
    if len(header) < 7 or header[0] != 0xFF or header[1] & 0xF6 != 0xF0:
        return None
    length = (header[3] & 3) << 11 | header[4] << 3 | header[5] >> 5
    return length if length > 7 and header[2] >> 2 & 15 < 13 else None


def frames_offset(data: bytes) -> int | None:
    """Return where MP1, MP2 or MP3 frames begin, or None."""
    return _first_run(data, frame_bytes)


def adts_offset(data: bytes) -> int | None:
    """Return where AAC frames with ADTS headers begin, or None."""
    return _first_run(data, _adts_bytes)


def _first_run(data: bytes, length_of: Callable[[bytes], int | None]) -> int | None:
    start = data.find(b"\xff")
    while start >= 0:
        if _agreeing(data, start, length_of):
            return start
        start = data.find(b"\xff", start + 1)
    return None


def _agreeing(data: bytes, start: int, length_of: Callable[[bytes], int | None]) -> bool:
    """Tell whether frames follow each other from here: three of them, or to the very end."""
    position, fixed = start, data[start + 1 : start + 2]
    for found in range(_FRAMES_IN_A_ROW):
        length = length_of(data[position : position + 8])
        if length is None or data[position + 1 : position + 2] != fixed:
            return found > 0 and position == len(data)
        position += length
    return True


def frames_promised(frame: bytes, present_bytes: int) -> float | None:
    """Return the seconds that a Xing, Info or VBRI header in the first frame promises, or None.

    A cut file may promise more than is there, but none more frames than its bytes could hold.

    Args:
        frame: The file from its first frame on.
        present_bytes: How long it is from there on.
    """
    length = frame_bytes(frame[:4])
    if length is None or frame[1] >> 1 & 3 != 1:
        return None
    version = frame[1] >> 3 & 3
    rate = _RATES[version][frame[2] >> 2 & 3]
    samples_a_frame = 1152 if version == 3 else 576
    count, stated_bytes = _frame_count(frame[:length])
    smallest = samples_a_frame // 8 * _BIT_RATES[version == 3, 3][1] * 1000 // rate
    if count == 0 or count * smallest > max(stated_bytes, present_bytes):
        return None
    return count * samples_a_frame / rate


def _frame_count(frame: bytes) -> tuple[int, int]:
    """Return the frames and the bytes that a header in a frame states, 0 where it does not."""
    for mark in (b"Xing", b"Info"):
        at = frame.find(mark, 4, 64)
        if at >= 0 and frame[at + 7 : at + 8] and frame[at + 7] & 1:
            size = frame[at + 12 : at + 16] if frame[at + 7] & 2 else b""
            return int.from_bytes(frame[at + 8 : at + 12], "big"), int.from_bytes(size, "big")
    if frame[36:40] == b"VBRI":
        return int.from_bytes(frame[50:54], "big"), int.from_bytes(frame[46:50], "big")
    return 0, 0

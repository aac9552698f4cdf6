"""MPEG audio frames: their lengths, their runs, and the length that the first one promises."""

import pytest

from genre_desktop.dsp.mpeg_audio import (
    adts_offset,
    frame_bytes,
    frames_offset,
    frames_promised,
)

MP3 = bytes.fromhex("fffb9000")  # MPEG-1 layer 3, 128 kbit/s, 44.1 kHz: 417 bytes
FRAME = MP3 + bytes(413)
ADTS = bytes.fromhex("fff15080")  # 44.1 kHz, stereo


def adts_frame(length: int) -> bytes:
    header = ADTS[:3] + bytes([ADTS[3] | length >> 11, length >> 3 & 0xFF, (length & 7) << 5, 0])
    return header + bytes(length - 7)


@pytest.mark.parametrize(
    ("header", "length"),
    [
        ("fffb9000", 417),
        ("fffb9200", 418),  # padded
        ("fff39000", 261),  # MPEG-2 layer 3, 80 kbit/s, 22.05 kHz
        ("ffe39000", 522),  # MPEG-2.5, 11.025 kHz
        ("fffd9000", 522),  # layer 2, 160 kbit/s
        ("ffff9000", 312),  # layer 1, 288 kbit/s
        ("fffbe000", 1044),  # 320 kbit/s
    ],
)
def test_a_header_tells_the_length_of_its_frame(header: str, length: int) -> None:
    assert frame_bytes(bytes.fromhex(header)) == length


@pytest.mark.parametrize(
    "header",
    ["", "fffb90", "fefb9000", "ffeb9000", "fff99000", "fffbf000", "fffb0000", "fffb9c00"],
    ids=["nothing", "short", "no sync", "version", "layer", "bit rate", "free format", "rate"],
)
def test_what_no_frame_has_is_no_header(header: str) -> None:
    assert frame_bytes(bytes.fromhex(header)) is None


def test_three_frames_in_a_row_are_a_run_and_rubbish_before_is_passed_over() -> None:
    assert frames_offset(3 * FRAME) == 0
    assert frames_offset(b"\xffrubbish\xff" + 3 * FRAME + b"more") == 9


def test_a_file_may_end_with_its_second_frame() -> None:
    assert frames_offset(2 * FRAME) == 0
    assert frames_offset(2 * FRAME + b"x") is None


def test_headers_that_do_not_agree_are_no_run() -> None:
    assert frames_offset(FRAME + bytes.fromhex("fffd9000") + bytes(518) + FRAME + b"x") is None
    assert frames_offset(b"\xff" * 5_000) is None
    assert frames_offset(b"") is None


def test_frames_of_aac_are_found_by_their_own_lengths() -> None:
    content = b"".join(adts_frame(length) for length in (200, 371, 2_000))
    assert adts_offset(content) == 0
    assert adts_offset(b"abc" + content + b"d") == 3
    assert frames_offset(content) is None
    assert adts_offset(3 * FRAME) is None


@pytest.mark.parametrize("mark", [b"Xing", b"Info"])
def test_the_first_frame_may_promise_a_length(mark: bytes) -> None:
    frame = MP3 + bytes(32) + mark + bytes([0, 0, 0, 1]) + (100).to_bytes(4, "big")
    assert frames_promised(frame.ljust(417, b"\0"), 41_700) == pytest.approx(100 * 1152 / 44_100)


def test_the_other_mark_promises_too() -> None:
    frame = MP3 + bytes(32) + b"VBRI" + bytes(10) + (100).to_bytes(4, "big")
    assert frames_promised(frame.ljust(417, b"\0"), 41_700) == pytest.approx(100 * 1152 / 44_100)


@pytest.mark.parametrize(
    "frame",
    [b"", MP3, FRAME, MP3 + bytes(32) + b"Xing", MP3 + bytes(32) + b"Xing" + bytes(8)],
    ids=["nothing", "a header", "no mark", "a mark alone", "no count"],
)
def test_most_frames_promise_nothing(frame: bytes) -> None:
    assert frames_promised(frame, 41_700) is None


def promising(count: int, stated_bytes: int | None) -> bytes:
    mark = b"Xing" + (1 if stated_bytes is None else 3).to_bytes(4, "big")
    mark += count.to_bytes(4, "big") + (stated_bytes or 0).to_bytes(4, "big")
    return (MP3 + bytes(32) + mark).ljust(417, b"\0")


@pytest.mark.parametrize("stated_bytes", [None, 41_700], ids=["no size", "a size"])
def test_more_frames_than_a_file_can_hold_are_not_believed(stated_bytes: int | None) -> None:
    assert frames_promised(promising(0xFFFFFFFF, stated_bytes), 41_700) is None
    assert frames_promised(promising(100, stated_bytes), 41_700) is not None


def test_a_file_that_was_cut_still_promises_what_it_was() -> None:
    seconds = frames_promised(promising(10_000, 4_170_000), 41_700)
    assert seconds == pytest.approx(10_000 * 1152 / 44_100)

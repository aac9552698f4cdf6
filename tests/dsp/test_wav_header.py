"""WAV headers: which lengths are believed."""

import io
import struct

import pytest

from genre_desktop.dsp.wav_header import WavHeader, read_wav_header

FORM = b"fmt " + struct.pack("<IHHIIHH", 16, 1, 2, 44_100, 176_400, 4, 16)
SECOND = bytes(176_400)


def chunk(name: bytes, content: bytes, length: int | None = None) -> bytes:
    size = len(content) if length is None else length
    return name + struct.pack("<I", size) + content + bytes(len(content) % 2)


def wav(*chunks: bytes) -> bytes:
    body = b"WAVE" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def read(content: bytes) -> WavHeader | None:
    return read_wav_header(io.BytesIO(content), len(content))


def header_of(content: bytes) -> WavHeader:
    header = read(content)
    assert header is not None
    return header


def test_the_format_and_the_data_are_found_behind_other_chunks() -> None:
    content = wav(chunk(b"LIST", b"odd"), FORM, chunk(b"fact", bytes(4)), chunk(b"data", SECOND))
    header = header_of(content)
    assert (header.channels, header.sample_rate, header.bits, header.codec) == (2, 44_100, 16, 1)
    assert header.promised_bytes == header.present_bytes == len(SECOND)
    assert content[header.length_at :][:4] == struct.pack("<I", len(SECOND))
    assert header.promised_seconds == 1.0
    assert not header.too_small


def test_chunks_behind_the_data_are_no_sound() -> None:
    header = header_of(
        wav(FORM, chunk(b"data", SECOND), chunk(b"LIST", b"tags"), chunk(b"id3 ", b"x"))
    )
    assert not header.too_small
    assert header.promised_seconds == 1.0


def test_sound_behind_the_length_makes_it_too_small() -> None:
    header = header_of(wav(FORM, chunk(b"data", SECOND, length=1_000)))
    assert header.too_small
    assert header.promised_seconds is None


@pytest.mark.parametrize("length", [0xFFFFFFFF, 0x7FFFFFFF, 0x7FFFF000])
def test_the_largest_lengths_stand_for_unknown(length: int) -> None:
    header = header_of(wav(FORM, chunk(b"data", SECOND, length=length)))
    assert header.promised_bytes is None
    assert header.promised_seconds is None
    assert not header.too_small
    assert header.present_bytes == len(SECOND)


def test_a_cut_file_promises_more_than_there_is() -> None:
    header = header_of(wav(FORM, chunk(b"data", SECOND[:1_000], length=len(SECOND))))
    assert header.promised_seconds == 1.0
    assert header.present_bytes == 1_000


def test_without_a_format_nothing_is_known_of_it() -> None:
    header = header_of(wav(chunk(b"data", SECOND)))
    assert (header.channels, header.sample_rate, header.promised_seconds) == (0, 0, None)


@pytest.mark.parametrize(
    "content",
    [b"", b"RIFF", wav(FORM), b"RF64" + wav(FORM, chunk(b"data", SECOND))[4:]],
    ids=["nothing", "four letters", "no data", "RF64"],
)
def test_what_is_no_such_file_has_no_header(content: bytes) -> None:
    assert read(content) is None


def test_endless_chunks_are_given_up() -> None:
    assert read(wav(*[chunk(b"junk", b"")] * 2_000, FORM, chunk(b"data", SECOND))) is None


@pytest.mark.parametrize("share", [0.5, 2.0], ids=["half", "double"])
@pytest.mark.parametrize(
    "form",
    [
        struct.pack("<HHIIHH", 1, 2, 44_100, 264_600, 6, 24),
        struct.pack("<HHIIHH", 1, 2, 44_100, 264_600, 6, 20),
        struct.pack("<HHIIHH", 3, 1, 66_150, 264_600, 4, 32),
        struct.pack("<HHIIHHHHIH", 0xFFFE, 1, 88_200, 264_600, 3, 24, 22, 24, 4, 1) + bytes(14),
    ],
    ids=["PCM", "20 bits", "floating point", "extensible"],
)
def test_the_length_of_plain_samples_goes_by_what_a_sample_takes(form: bytes, share: float) -> None:
    lie = form[:8] + struct.pack("<I", round(264_600 * share)) + form[12:]
    for told in (form, lie):
        header = header_of(wav(chunk(b"fmt ", told), chunk(b"data", bytes(264_600))))
        assert header.promised_seconds == pytest.approx(1.0)


def test_the_length_of_compressed_samples_goes_by_the_rate_that_is_told() -> None:
    form = chunk(b"fmt ", struct.pack("<HHIIHH", 2, 2, 44_100, 44_359, 2_048, 4))
    assert header_of(wav(form, chunk(b"data", bytes(44_359)))).promised_seconds == 1.0


class Counting(io.BytesIO):
    """A file that counts how often it is read."""

    reads = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.reads += 1
        return super().read(size)


def test_endless_chunks_behind_the_sound_are_given_up() -> None:
    content = wav(FORM, chunk(b"data", SECOND), *[chunk(b"junk", b"")] * 5_000)
    file = Counting(content)
    header = read_wav_header(file, len(content))
    assert header is not None
    assert not header.too_small
    assert file.reads < 1_100

"""What a WAV header says, and how much of it to believe."""

import struct
from dataclasses import dataclass
from typing import BinaryIO, Final

# Programs that write to a pipe cannot know the length and write one of the largest numbers.
_UNKNOWN_LENGTH_FROM: Final = 0x7FFF_0000
_MOST_CHUNKS: Final = 1000

# Format tags: PCM, floating point, and the one that has the true tag in its extension.
_PLAIN: Final = (1, 3)
_EXTENSIBLE: Final = 0xFFFE
_TRUE_CODEC: Final = slice(24, 26)


@dataclass(frozen=True, slots=True)
class WavHeader:
    """The format and the data chunk of a WAV file.

    Attributes:
        channels: As written, 0 where there is no format chunk.
        sample_rate: As written, in Hz.
        bits: Bits a sample, as written.
        codec: Format tag; 1 is PCM, 3 is floating point.
        bytes_per_second: Of plain samples what they take, of others as written.
        length_at: Where the data chunk's length field lies in the file.
        promised_bytes: The data chunk's length as written, None where it is unknown.
        present_bytes: What lies between the data chunk's start and the end of the file.
        too_small: True where sound goes on behind the length that the header gives.
    """

    channels: int
    sample_rate: int
    bits: int
    codec: int
    bytes_per_second: int
    length_at: int
    promised_bytes: int | None
    present_bytes: int
    too_small: bool

    @property
    def promised_seconds(self) -> float | None:
        """What the header promises, None where it gives no length or a wrong one."""
        if self.promised_bytes is None or self.too_small or not self.bytes_per_second:
            return None
        return self.promised_bytes / self.bytes_per_second


def read_wav_header(handle: BinaryIO, file_bytes: int) -> WavHeader | None:
    """Read the header of a RIFF WAVE file; None where it has no data chunk or is RF64.

    Args:
        handle: The file, at any position, which is changed.
        file_bytes: Its size.
    """
    handle.seek(0)
    if handle.read(4) != b"RIFF":
        return None
    form = bytes(_TRUE_CODEC.stop)
    position = 12
    for _ in range(_MOST_CHUNKS):
        handle.seek(position)
        chunk = handle.read(8)
        if len(chunk) < 8:
            return None
        length = int.from_bytes(chunk[4:], "little")
        if chunk[:4] == b"data":
            return _header(handle, form, position + 8, length, file_bytes)
        if chunk[:4] == b"fmt ":
            form = handle.read(min(length, len(form))).ljust(len(form), b"\0")
        position += 8 + length + length % 2
    return None


def _header(handle: BinaryIO, form: bytes, data_at: int, length: int, file_bytes: int) -> WavHeader:
    codec, channels, rate, bytes_per_second, _, bits = struct.unpack_from("<HHIIHH", form)
    extended = int.from_bytes(form[_TRUE_CODEC], "little")
    if (extended if codec == _EXTENSIBLE else codec) in _PLAIN:  # decoders do not ask the header
        bytes_per_second = channels * ((bits + 7) // 8) * rate
    present = file_bytes - data_at
    known = length < _UNKNOWN_LENGTH_FROM
    sound_behind = known and not _chunks_follow(handle, data_at + length, file_bytes)
    return WavHeader(
        channels=channels,
        sample_rate=rate,
        bits=bits,
        codec=codec,
        bytes_per_second=bytes_per_second,
        length_at=data_at - 4,
        promised_bytes=length if known else None,
        present_bytes=present,
        too_small=sound_behind,
    )


def _chunks_follow(handle: BinaryIO, position: int, file_bytes: int) -> bool:
    """Tell whether nothing but whole chunks, or a last byte of padding, lies behind the data."""
    position += position % 2
    for _ in range(_MOST_CHUNKS):
        if position + 8 > file_bytes:
            break
        handle.seek(position)
        chunk = handle.read(8)
        length = int.from_bytes(chunk[4:], "little")
        if not all(0x20 <= byte < 0x7F for byte in chunk[:4]):
            return False
        position += 8 + length + length % 2
    return True

"""Looking at a file before FFmpeg does: its kind, where sound begins, what the header claims."""

from dataclasses import dataclass
from typing import Final

from genre_desktop.dsp.mpeg_audio import adts_offset, frames_offset, frames_promised
from genre_desktop.dsp.regular_file import RegularFile, read_error
from genre_desktop.dsp.sniff import (
    AAC,
    HEAD_BYTES,
    MP3,
    WAV,
    SoundKind,
    id3_bytes,
    sniff,
    tagged_kind,
)
from genre_desktop.dsp.sound import Problem, SoundError
from genre_desktop.dsp.wav_header import WavHeader, read_wav_header

_MOST_LEADING_TAGS: Final = 8
# The largest length that a WAV header can hold.
_MOST_WAV_BYTES: Final = 0xFFFF_FFFF


@dataclass(frozen=True, slots=True)
class Source:
    """How to read a file.

    Attributes:
        kind: What it is.
        offset: Where the sound file proper begins: behind leading tags and rubbish.
        patch_at: Where bytes are to be replaced, counted from the start of the file.
        patch: The bytes, none where nothing is wrong.
        wav: The WAV header, where it is one.
        mpeg_seconds: What an MP3's own Xing, Info or VBRI header promises, None without.
    """

    kind: SoundKind
    offset: int
    patch_at: int
    patch: bytes
    wav: WavHeader | None
    mpeg_seconds: float | None

    @property
    def length_field_wrong(self) -> bool:
        """True where there is more sound than the header says."""
        return self.wav is not None and self.wav.too_small


def examine(file: RegularFile) -> Source:
    """Find out what a file is.

    Raises:
        SoundError: It is no sound file, or cannot be read.
    """
    try:
        offset, head = _behind_tags(file)
        kind = sniff(head, file.path.name)
        if kind is None:
            raise _no_sound(file, offset)
        if kind is WAV and offset == 0:
            return _wav_source(file)
    except OSError as error:
        raise read_error(file.name, error) from error
    promised = None
    if kind in (MP3, AAC):
        rubbish = (frames_offset if kind is MP3 else adts_offset)(head) or 0
        offset += rubbish
        if kind is MP3:
            promised = frames_promised(head[rubbish:], file.size_bytes - offset)
    return Source(kind, offset, 0, b"", None, promised)


def _no_sound(file: RegularFile, offset: int) -> SoundError:
    """Return what to raise where no sound was found behind the tags, which end at `offset`."""
    named = tagged_kind(file.path.name) if offset >= file.size_bytes else None
    if named is None:
        return SoundError(
            Problem.NOT_AUDIO,
            f"“{file.name}” is no sound file, whatever its name says; it was left out.",
        )
    return SoundError(
        Problem.DAMAGED,
        f"“{file.name}” is an incomplete {named.name} file: it ends before its sound begins; copy "
        "or download it again.",
    )


def _behind_tags(file: RegularFile) -> tuple[int, bytes]:
    """Return where leading ID3 tags end, and the first bytes behind them."""
    offset = 0
    for _ in range(_MOST_LEADING_TAGS):
        file.handle.seek(offset)
        head = file.handle.read(HEAD_BYTES)
        tag = id3_bytes(head)
        if not tag:
            break
        offset += tag
    padding = len(head) - len(head.lstrip(b"\0")) if offset else 0
    return offset + padding, head[padding:]


def _wav_source(file: RegularFile) -> Source:
    header = read_wav_header(file.handle, file.size_bytes)
    patch_at, patch = 0, b""
    if header is not None and header.too_small:
        length = min(header.present_bytes, _MOST_WAV_BYTES)
        patch_at, patch = header.length_at, length.to_bytes(4, "little")
    return Source(WAV, 0, patch_at, patch, header, None)

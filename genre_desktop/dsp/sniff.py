"""What kind of sound file some first bytes are; content decides, the name only where it must."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from genre_desktop.dsp.mpeg_audio import adts_offset, frames_offset


@dataclass(frozen=True, slots=True)
class SoundKind:
    """A kind of file that can hold sound.

    Attributes:
        name: In words, for people.
        extensions: What such files are usually called, lower case with the dot.
        demuxers: FFmpeg's demuxers that may open it; no other is ever tried, so that no playlist
            or script under a music file's name can make FFmpeg open other files or the network.
    """

    name: str
    extensions: tuple[str, ...]
    demuxers: tuple[str, ...]


MP3: Final = SoundKind("MP3", (".mp3", ".mp2", ".mpga", ".mp1"), ("mp3",))
FLAC: Final = SoundKind("FLAC", (".flac", ".fla"), ("flac",))
OGG: Final = SoundKind("Ogg", (".ogg", ".oga", ".opus", ".spx", ".ogv", ".ogx"), ("ogg",))
WAV: Final = SoundKind("WAV", (".wav", ".wave", ".bwf", ".rf64"), ("wav",))
WAVE64: Final = SoundKind("Wave64", (".w64",), ("w64",))
AIFF: Final = SoundKind("AIFF", (".aif", ".aiff", ".aifc"), ("aiff",))
MP4: Final = SoundKind(
    "MP4",
    (".m4a", ".m4b", ".mp4", ".m4v", ".mov", ".aac", ".alac", ".3gp", ".3g2", ".m4r", ".f4a"),
    ("mov",),
)
AAC: Final = SoundKind("AAC", (".aac", ".adts"), ("aac",))
ASF: Final = SoundKind("Windows Media", (".wma", ".wmv", ".asf"), ("asf",))
MATROSKA: Final = SoundKind("Matroska", (".mka", ".mkv", ".webm", ".weba", ".mk3d"), ("matroska",))
APE: Final = SoundKind("Monkey's Audio", (".ape", ".apl"), ("ape",))
WAVPACK: Final = SoundKind("WavPack", (".wv",), ("wv",))
MUSEPACK: Final = SoundKind("Musepack", (".mpc", ".mp+", ".mpp"), ("mpc", "mpc8"))
TTA: Final = SoundKind("True Audio", (".tta",), ("tta",))
TAK: Final = SoundKind("TAK", (".tak",), ("tak",))
AU: Final = SoundKind("AU", (".au", ".snd"), ("au",))
CAF: Final = SoundKind("Core Audio", (".caf",), ("caf",))
AVI: Final = SoundKind("AVI", (".avi",), ("avi",))
FLV: Final = SoundKind("Flash Video", (".flv",), ("flv",))
REAL: Final = SoundKind("RealMedia", (".ra", ".rm", ".ram"), ("rm",))
DSF: Final = SoundKind("DSD Stream", (".dsf",), ("dsf",))
DFF: Final = SoundKind("DSD Interchange", (".dff",), ("iff",))
AMR: Final = SoundKind("AMR", (".amr",), ("amr",))
AC3: Final = SoundKind("Dolby Digital", (".ac3", ".eac3"), ("ac3", "eac3"))
DTS: Final = SoundKind("DTS", (".dts",), ("dts",))
MPEG_PS: Final = SoundKind("MPEG video", (".mpg", ".mpeg", ".vob", ".m2p"), ("mpeg",))
MPEG_TS: Final = SoundKind("MPEG transport stream", (".ts", ".m2ts", ".mts"), ("mpegts",))

KINDS: Final = (
    MP3, FLAC, OGG, WAV, WAVE64, AIFF, MP4, AAC, ASF, MATROSKA, APE, WAVPACK, MUSEPACK, TTA, TAK,
    AU, CAF, AVI, FLV, REAL, DSF, DFF, AMR, AC3, DTS, MPEG_PS, MPEG_TS,
)  # fmt: skip

# Files with these are worth a look when a folder is scanned.
AUDIO_EXTENSIONS: Final = frozenset(extension for kind in KINDS for extension in kind.extensions)

# Enough for every signature and, behind some rubbish, for four of the largest MPEG frames.
HEAD_BYTES: Final = 65_536

_ID3_HEADER_BYTES: Final = 10
# Where letters alone would do, the binary field behind or before them must be one that exists.
_SIGNATURES: Final = (
    (rb"fLaC", FLAC),
    (rb"OggS\x00", OGG),
    (rb"(RIFF|RIFX|RF64|BW64).{4}WAVE", WAV),
    (rb"riff\x2e\x91\xcf\x11\xa5\xd6\x28\xdb", WAVE64),
    (rb"FORM.{4}AIF[FC]", AIFF),
    (rb"[\x00-\x07].{3}(ftyp|moov|wide|free|skip|pnot)", MP4),  # boxes of less than 128 MB
    (rb"(?![\t\r\n -~]{4}).{4}mdat", MP4),
    (rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c", ASF),
    (rb"\x1a\x45\xdf\xa3", MATROSKA),
    (rb"MAC .[\x0e-\x10]", APE),  # versions 3.58 to 4.35
    (rb"wvpk.{3}\x00", WAVPACK),  # blocks of less than 16 MB
    (rb"MP\+[\x07\x17]|MPCK[A-Z]{2}", MUSEPACK),  # stream versions 7 and 8
    (rb"TTA1[\x01-\x03]\x00|TTA2", TTA),
    (rb"tBaK", TAK),
    (rb"\.snd\x00", AU),
    (rb"caff\x00", CAF),
    (rb"RIFF.{4}AVI ", AVI),
    (rb"FLV\x01", FLV),
    (rb"\.ra\xfd|\.RMF\x00", REAL),
    (rb"DSD \x1c", DSF),
    (rb"FRM8.{8}DSD ", DFF),
    (rb"#!AMR", AMR),
    (rb"\x0b\x77", AC3),
    (rb"\x7f\xfe\x80\x01|\xfe\x7f\x01\x80|\x1f\xff\xe8\x00|\xff\x1f\x00\xe8", DTS),
    (rb"\x00\x00\x01\xba", MPEG_PS),
    (rb"\x47.{187}\x47.{187}\x47|.{4}\x47.{191}\x47.{191}\x47", MPEG_TS),
)
_COMPILED: Final = tuple((re.compile(p, re.DOTALL), kind) for p, kind in _SIGNATURES)

# Sound files before which ID3 tags are found.
_TAGGED: Final = (MP3, FLAC, WAV, AIFF, AAC, TTA)

# Two bytes are too little to believe in without the name.
_ONLY_WITH_ITS_EXTENSION: Final = (AC3, DTS)


def id3_bytes(head: bytes) -> int:
    """Return the length of the ID3v2 tag that starts here, header and footer included, or 0."""
    if len(head) < _ID3_HEADER_BYTES or head[:3] != b"ID3" or max(head[6:10]) > 0x7F:
        return 0
    size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
    footer = _ID3_HEADER_BYTES if head[5] & 0x10 else 0
    return _ID3_HEADER_BYTES + size + footer


def sniff(head: bytes, name: str) -> SoundKind | None:
    """Return what the bytes are, or None where they are no sound file.

    Args:
        head: The first bytes of the file, HEAD_BYTES of them where it has so many. A leading
            ID3v2 tag is looked past; where it reaches beyond these bytes, MP3 is assumed.
        name: The file's name; its extension admits kinds with weak signatures.
    """
    extension = PurePath(name).suffix.lower()
    tag = id3_bytes(head)
    if tag >= len(head) > 0 and tag:
        return tagged_kind(name) or MP3
    body = head[tag:].lstrip(b"\0") if tag else head
    return _by_signature(body, extension) or _by_frames(body, extension)


def tagged_kind(name: str) -> SoundKind | None:
    """Return what a file with a leading ID3v2 tag is by its name, None where that does not say."""
    extension = PurePath(name).suffix.lower()
    return next((kind for kind in _TAGGED if extension in kind.extensions), None)


def _by_signature(body: bytes, extension: str) -> SoundKind | None:
    for pattern, kind in _COMPILED:
        if pattern.match(body) and _believable(kind, extension):
            return kind
    return None


def _believable(kind: SoundKind, extension: str) -> bool:
    return kind not in _ONLY_WITH_ITS_EXTENSION or extension in kind.extensions


def _by_frames(body: bytes, extension: str) -> SoundKind | None:
    """Look for MPEG frames: at the start under any name, behind rubbish only under their own."""
    searches: tuple[tuple[SoundKind, Callable[[bytes], int | None]], ...] = (
        (MP3, frames_offset),
        (AAC, adts_offset),
    )
    for kind, find in searches:
        offset = find(body)
        if offset == 0 or (offset is not None and extension in kind.extensions):
            return kind
    return None

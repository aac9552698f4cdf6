"""Tags of some hundred KB that unpack to more memory than there may be."""

from pathlib import Path
from zlib import compressobj

_UNPACKED_BYTES = 600_000_003


def with_heavy_tags(bomb: Path, good: Path) -> Path:
    """Writes an MP3 with a compressed frame of ID3v2.4 before another MP3, tags and all."""
    pack = compressobj(9)
    packed = pack.compress(b"\x03d\x00")
    packed += b"".join(pack.compress(b"a" * 1_000_000) for _ in range(600)) + pack.flush()
    sizes = _synchsafe(len(packed) + 4), _synchsafe(_UNPACKED_BYTES % 2**28)
    frame = b"TXXX" + sizes[0] + b"\x00\x09" + sizes[1] + packed
    bomb.write_bytes(b"ID3\x04\x00\x00" + _synchsafe(len(frame)) + frame + good.read_bytes())
    return bomb


def _synchsafe(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))

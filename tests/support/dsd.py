"""Files of one bit a sample, DSF and DSDIFF, which no encoder makes here."""

from pathlib import Path

import numpy as np

_RATE = 64 * 44_100
_BLOCK_BYTES = 4096


def _bits(seconds: float) -> bytes:
    """Noise, a whole number of blocks."""
    blocks = max(1, round(seconds * _RATE / 8 / _BLOCK_BYTES))
    return np.random.default_rng(3).bytes(blocks * _BLOCK_BYTES)


def write_dsf(path: Path, seconds: float) -> Path:
    """One channel in a DSF file."""

    def chunk(name: bytes, *parts: bytes) -> bytes:
        content = b"".join(parts)
        return name + (12 + len(content)).to_bytes(8, "little") + content

    bits = _bits(seconds)
    words = [number.to_bytes(4, "little") for number in (1, 0, 1, 1, _RATE, 1)]
    count = (8 * len(bits)).to_bytes(8, "little")
    sound = chunk(b"fmt ", *words, count, _BLOCK_BYTES.to_bytes(4, "little"), bytes(4))
    sound += chunk(b"data", bits)
    whole = (28 + len(sound)).to_bytes(8, "little")
    path.write_bytes(chunk(b"DSD ", whole, bytes(8)) + sound)
    return path


def write_dff(path: Path, seconds: float) -> Path:
    """One channel in a DSDIFF file."""

    def chunk(name: bytes, *parts: bytes) -> bytes:
        content = b"".join(parts)
        return name + len(content).to_bytes(8) + content + bytes(len(content) % 2)

    properties = chunk(
        b"PROP",
        b"SND ",
        chunk(b"FS  ", _RATE.to_bytes(4)),
        chunk(b"CHNL", (1).to_bytes(2), b"C   "),
        chunk(b"CMPR", b"DSD ", b"\x0enot compressed"),
    )
    version = chunk(b"FVER", bytes.fromhex("01050000"))
    path.write_bytes(chunk(b"FRM8", b"DSD ", version, properties, chunk(b"DSD ", _bits(seconds))))
    return path

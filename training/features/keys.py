"""What a kept feature depends on: its specification, the code that computes it, and the sound."""

import hashlib
from functools import cache
from pathlib import Path

import genre_desktop.dsp

_DIGEST_BYTES = 10
_BLOCK_BYTES = 1 << 20


@cache
def dsp_version() -> str:
    """A short name of the feature code that is in use."""
    return version_of(Path(genre_desktop.dsp.__path__[0]))


def version_of(folder: Path) -> str:
    """A short name of code: the digest of its sources."""
    total = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for source in sorted(folder.glob("*.py")):
        total.update(source.name.encode() + b"\0" + source.read_bytes())
    return total.hexdigest()


def digest_of(*parts: object) -> str:
    """A short name for what the parts say of themselves."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=_DIGEST_BYTES).hexdigest()


def file_digest(path: Path) -> str:
    """A short name of a file's content."""
    total = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            total.update(block)
    return total.hexdigest()

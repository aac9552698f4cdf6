"""ID3v1, which stands in the last 128 bytes of a file and is looked past where there is ID3v2."""

from collections.abc import Iterator
from typing import BinaryIO

from genre_desktop.core.tagging.carried import carried
from genre_desktop.core.tagging.id3_frames import Id3Tag
from genre_desktop.core.tagging.raw import RawField, bytes_at, size_of

ID3V1_BYTES = 128
_APE = b"APE"  # before "TAGEX": not ID3v1, but the header of an APEv2 tag
_NUMBER_AT = 125


def id3v1_of(file: BinaryIO) -> bytes:
    """The tag at the end of a file, empty without."""
    end = size_of(file)
    if end < ID3V1_BYTES:
        return b""
    tag = bytes_at(file, end - ID3V1_BYTES, ID3V1_BYTES)
    ahead = min(len(_APE), end - ID3V1_BYTES)
    is_ape = tag.startswith(b"TAGEX") and bytes_at(file, end - ID3V1_BYTES - ahead, ahead) == _APE
    return tag if tag.startswith(b"TAG") and not is_ape else b""


def carried_over(old: bytes, tag: Id3Tag) -> tuple[RawField, ...]:
    """What an ID3v1 tag says, but for its genre, as frames of a new tag of ID3v2.

    Args:
        old: The 128 bytes, or none.
        tag: The new one, whose version counts.
    """
    return tuple(_frames(old, tag)) if old else ()


def _frames(old: bytes, tag: Id3Tag) -> Iterator[RawField]:
    has_number = not old[_NUMBER_AT] and old[_NUMBER_AT + 1]
    return carried(
        tag,
        title=_text(old[3:33]),
        artist=_text(old[33:63]),
        album=_text(old[63:93]),
        year=_text(old[93:97]),
        number=str(old[_NUMBER_AT + 1]) if has_number else "",
        comment=_text(old[97 : _NUMBER_AT if has_number else 127]),
    )


def _text(data: bytes) -> str:
    return data.partition(b"\0")[0].decode("latin-1").strip()

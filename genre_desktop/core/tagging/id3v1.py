"""ID3v1, which stands in the last 128 bytes of a file and is looked past where there is ID3v2."""

from collections.abc import Iterator
from typing import BinaryIO

from genre_desktop.core.tagging.id3_frames import Id3Tag
from genre_desktop.core.tagging.id3_text import encoded
from genre_desktop.core.tagging.raw import RawField, bytes_at, size_of

ID3V1_BYTES = 128
_APE = b"APE"  # before "TAGEX": not ID3v1, but the header of an APEv2 tag
_NUMBER_AT, _LANGUAGE = 125, b"eng"


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
    texts = {
        "TIT2": _text(old[3:33]),
        "TPE1": _text(old[33:63]),
        "TALB": _text(old[63:93]),
        "TYER" if tag.version == 3 else "TDRC": _text(old[93:97]),
        "TRCK": str(old[_NUMBER_AT + 1]) if has_number else "",
    }
    for key, text in texts.items():
        if text:
            yield tag.frame(key, encoded(tag.version, text))
    comment = _text(old[97 : _NUMBER_AT if has_number else 127])
    if comment:
        data = encoded(tag.version, f"\0{comment}")
        yield tag.frame("COMM", data[:1] + _LANGUAGE + data[1:])


def _text(data: bytes) -> str:
    return data.partition(b"\0")[0].decode("latin-1").strip()

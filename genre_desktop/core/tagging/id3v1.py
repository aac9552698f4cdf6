"""ID3v1, which stands in the last 128 bytes of a file and is looked past where there is ID3v2."""

from typing import BinaryIO

from genre_desktop.core.tagging.raw import bytes_at, size_of

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


def said_by_id3v1(old: bytes) -> dict[str, str]:
    """What an ID3v1 tag says, by the names that `carried` takes; nothing of no bytes."""
    if not old:
        return {}
    has_number = not old[_NUMBER_AT] and old[_NUMBER_AT + 1]
    texts = {
        "title": _text(old[3:33]),
        "artist": _text(old[33:63]),
        "album": _text(old[63:93]),
        "year": _text(old[93:97]),
        "track": str(old[_NUMBER_AT + 1]) if has_number else "",
        "comment": _text(old[97 : _NUMBER_AT if has_number else 127]),
    }
    return {name: text for name, text in texts.items() if text}


def _text(data: bytes) -> str:
    return data.partition(b"\0")[0].decode("latin-1").strip()

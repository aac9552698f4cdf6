"""The texts in the INFO list of a WAV file, where programs without ID3 write what it is."""

from typing import BinaryIO, Final

_FIELDS: Final = {  # by the names that Vorbis comments have
    b"INAM": "title",
    b"IART": "artist",
    b"IPRD": "album",
    b"IGNR": "genre",
    b"ICRD": "date",
    b"ITRK": "tracknumber",
    b"IPRT": "tracknumber",
}
_LARGEST_LIST: Final = 1024 * 1024  # bytes
_MOST_CHUNKS: Final = 1_000
_HEADER: Final = 8  # bytes: a name of four letters, and the size in little endian


def info_of(file: BinaryIO) -> dict[str, list[str]]:
    """The texts by the names of Vorbis comments; what is damaged or too large is passed over."""
    file.seek(0)
    head = file.read(12)
    found: dict[str, list[str]] = {}
    if head[:4] != b"RIFF" or head[8:] != b"WAVE":
        return found
    place = len(head)
    for _ in range(_MOST_CHUNKS):
        file.seek(place)
        header = file.read(_HEADER)
        if len(header) < _HEADER:
            break
        size = int.from_bytes(header[4:], "little")
        if header[:4] == b"LIST" and 4 <= size <= _LARGEST_LIST:
            content = file.read(size)
            if content[:4] == b"INFO":
                _take(content[4:], found)
        place += _HEADER + size + size % 2
    return found


def _take(content: bytes, found: dict[str, list[str]]) -> None:
    """Adds the texts of a list; of two of one name the first counts."""
    place = 0
    while place + _HEADER <= len(content):
        name = _FIELDS.get(content[place : place + 4])
        size = int.from_bytes(content[place + 4 : place + _HEADER], "little")
        begin = place + _HEADER
        if begin + size > len(content):
            return
        if name is not None:
            found.setdefault(name, [_text(content[begin : begin + size])])
        place = begin + size + size % 2


def _text(raw: bytes) -> str:
    """Without an encoding of its own: UTF-8 as of today, else that of old Windows programs."""
    before_zero = raw.partition(b"\0")[0]
    try:
        return before_zero.decode("utf-8")
    except UnicodeDecodeError:
        return before_zero.decode("cp1252", "replace")

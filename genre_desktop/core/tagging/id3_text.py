"""The texts of ID3v2 frames and their four encodings."""

from genre_desktop.core.tagging.raw import damaged

_ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")


def decoded(data: bytes) -> list[str]:
    """The texts of a frame, empty ones included.

    Raises:
        TagRefused: They cannot be read.
    """
    if not data:
        return []
    if data[0] >= len(_ENCODINGS):
        raise damaged()
    try:
        text = data[1:].decode(_ENCODINGS[data[0]])
    except UnicodeDecodeError as error:
        raise damaged() from error
    return [part.removeprefix("\ufeff") for part in text.split("\0")]


def encoded(version: int, text: str) -> bytes:
    """A text as a tag of this version is to have it; a zero within parts two texts."""
    if version == 4:
        return b"\x03" + text.encode()
    try:
        return b"\x00" + text.encode("latin-1")
    except UnicodeEncodeError:
        parts = (b"\xff\xfe" + part.encode("utf-16-le") for part in text.split("\0"))
        return b"\x01" + b"\0\0".join(parts)

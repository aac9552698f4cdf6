"""Tempo, confidence and their like in an MP4 file: tmpo, and free-form atoms."""

from genre_desktop.core.tagging.also import Also, also_called, name_in
from genre_desktop.core.tagging.mp4_atoms import HEADER_BYTES
from genre_desktop.core.tagging.raw import RawField

_TEXT, _WHOLE_NUMBER = (1).to_bytes(4), (21).to_bytes(4)
_MEAN = b"com.apple.iTunes"
_LANGUAGE_BYTES = 4  # before a value
_MOST_BPM = 0x7FFF


def mp4_also(field: RawField) -> tuple[Also, str] | None:
    """Which field an atom is, and what it says; None for any other atom."""
    if field.key not in {"tmpo", "----"}:
        return None
    parts = _parts(field.raw)
    value = parts.get(b"data", b"")[_LANGUAGE_BYTES:]
    if field.key == "tmpo":
        return Also.TEMPO, str(int.from_bytes(value)) if value else ""
    if parts.get(b"mean") != _MEAN:
        return None
    also = also_called(parts.get(b"name", b"").decode("utf-8", "replace"), "")
    return None if also is None else (also, value.decode("utf-8", "replace"))


def mp4_also_atom(also: Also, text: str) -> RawField:
    """The atom that says so; a tempo is a whole number there."""
    if also is Also.TEMPO:
        number = min(max(0, round(float(text))), _MOST_BPM).to_bytes(2)
        return RawField("tmpo", _atom(b"tmpo", _atom(b"data", _WHOLE_NUMBER + bytes(4) + number)))
    content = (
        _atom(b"mean", bytes(4) + _MEAN)
        + _atom(b"name", bytes(4) + name_in(also, "").encode("ascii"))
        + _atom(b"data", _TEXT + bytes(4) + text.encode())
    )
    return RawField("----", _atom(b"----", content))


def _atom(name: bytes, content: bytes) -> bytes:
    return (HEADER_BYTES + len(content)).to_bytes(4) + name + content


def _parts(raw: bytes) -> dict[bytes, bytes]:
    """The contents of the small atoms in a free-form one, behind their flags."""
    parts: dict[bytes, bytes] = {}
    place = HEADER_BYTES
    while place + HEADER_BYTES <= len(raw):
        size = int.from_bytes(raw[place : place + 4])
        if size < HEADER_BYTES:
            break
        name = raw[place + 4 : place + HEADER_BYTES]
        parts.setdefault(name, raw[place + 12 : place + size])
        place += size
    return parts

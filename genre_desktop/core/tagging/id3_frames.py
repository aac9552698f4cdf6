"""ID3v2 tags of versions 2.2, 2.3 and 2.4, frame by frame as they lie in the file."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from genre_desktop.core.tagging.raw import RawField, TagRefused, damaged

HEADER_BYTES = 10
_NEW_PADDING_BYTES = 1024
_UNSYNCHRONISED, _EXTENDED, _FOOTER = 0x80, 0x40, 0x10


def syncsafe(number: int) -> bytes:
    """Four bytes of seven bits each."""
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def from_syncsafe(data: bytes) -> int:
    """The number in bytes of seven bits each.

    Raises:
        TagRefused: An eighth bit is set.
    """
    if max(data) > 0x7F:
        raise damaged()
    return sum(byte << shift for byte, shift in zip(data, (21, 14, 7, 0), strict=True))


def plain(number: int) -> bytes:
    """Four bytes, as ID3v2.3 writes sizes."""
    return number.to_bytes(4)


@dataclass(frozen=True, slots=True)
class Id3Tag:
    """A tag without its frames' meaning.

    Attributes:
        version: 2, 3 or 4, for ID3v2.2 to ID3v2.4.
        revision: The byte behind the version.
        flags: Of the header.
        extended: The extended header, empty without.
        frames: Each with its own header.
        padding_bytes: Zeros behind the last frame.
        frame_size: How a frame's size is written; some programs write v2.4's as in v2.3.
    """

    version: int
    revision: int
    flags: int
    extended: bytes
    frames: tuple[RawField, ...]
    padding_bytes: int
    frame_size: Callable[[int], bytes]

    @property
    def has_footer(self) -> bool:
        """Whether the header is repeated at the end, where no padding may be."""
        return self.version == 4 and bool(self.flags & _FOOTER)

    def frame(self, key: str, data: bytes) -> RawField:
        """A new frame of this tag's version, without flags."""
        name = key.encode("ascii")
        if self.version == 2:
            return RawField(key, name + len(data).to_bytes(3) + data)
        return RawField(key, name + self.frame_size(len(data)) + b"\0\0" + data)

    def content_of(self, frame: RawField) -> bytes:
        """What is in a frame.

        Raises:
            TagRefused: It is compressed or encrypted.
        """
        if self.version == 2:
            return frame.raw[6:]
        flags, data = frame.raw[9], frame.raw[10:]
        if flags & (0xC0 if self.version == 3 else 0x0C):
            raise TagRefused("its genre is compressed or encrypted", "unknown tags")
        grouping = 0x20 if self.version == 3 else 0x40
        data = data[1:] if flags & grouping else data
        if self.version == 4:
            data = data[4:] if flags & 0x01 else data
            is_safe = not re.search(rb"\xff[\xe0-\xff]", data)  # some only say that it is
            if (flags & 0x02 or self.flags & _UNSYNCHRONISED) and is_safe:
                data = synchronised(data)
        return data


def empty_tag(version: int) -> Id3Tag:
    """A tag for a file that has none."""
    return Id3Tag(version, 0, 0, b"", (), 0, syncsafe if version == 4 else plain)


def read_tag(tag: bytes) -> Id3Tag:
    """Parses a tag with its header.

    Raises:
        TagRefused: It is of no known version, or could not be written as it is.
    """
    version, revision, flags = tag[3:6]
    if version not in {2, 3, 4} or (version == 2 and flags & 0x40):
        raise damaged("are of an unknown version of ID3")
    body = tag[HEADER_BYTES:]
    if version == 4 and flags & _FOOTER:
        body = body[:-HEADER_BYTES]
    if version < 4 and flags & _UNSYNCHRONISED:
        body = synchronised(body)
    extended_bytes = _extended_bytes(version, flags, body)
    extended, body = body[:extended_bytes], body[extended_bytes:]
    frames, padding, frame_size = _frames(version, body)
    return Id3Tag(version, revision, flags, extended, frames, padding, frame_size)


def write_tag(tag: Id3Tag, frames: Sequence[RawField]) -> tuple[bytes, ...]:
    """The bytes of a tag with other frames, as long as before where there is room."""
    parts = [tag.extended, *(frame.raw for frame in frames)]
    unsynchronise = tag.version < 4 and tag.flags & _UNSYNCHRONISED
    room = sum(map(len, (tag.extended, *(frame.raw for frame in tag.frames)))) + tag.padding_bytes
    used = sum(map(len, parts))
    padding = room - used if used <= room else _NEW_PADDING_BYTES
    padding = 0 if tag.has_footer else padding
    parts[0] = _extended(tag, padding)
    if unsynchronise:
        parts = [_unsynchronised(b"".join(parts) + bytes(padding))]
    else:
        parts.append(bytes(padding))
    size = syncsafe(sum(map(len, parts)))
    behind = bytes([tag.version, tag.revision, tag.flags]) + size
    footer = b"3DI" + behind if tag.has_footer else b""
    return (b"ID3" + behind, *parts, footer)


def _extended(tag: Id3Tag, padding: int) -> bytes:
    """The extended header, which in v2.3 says how much padding there is: some readers believe it.

    One that says something else is kept as it is.
    """
    there = tag.extended
    if tag.version != 3 or there[6:10] != plain(tag.padding_bytes):
        return there
    return there[:6] + plain(padding) + there[10:]


def synchronised(data: bytes) -> bytes:
    """Without the zeros that keep decoders from taking tags for sound."""
    return data.replace(b"\xff\x00", b"\xff")


def _unsynchronised(data: bytes) -> bytes:
    safe = re.sub(rb"\xff(?=[\xe0-\xff\x00])", b"\xff\x00", data)
    return safe + b"\0" if safe.endswith(b"\xff") else safe


def _extended_bytes(version: int, flags: int, body: bytes) -> int:
    if version == 2 or not flags & _EXTENDED:
        return 0
    if version == 3:
        has_checksum, length = body[4] & 0x80, int.from_bytes(body[:4]) + 4
    else:
        has_checksum, length = body[5] & 0x20, from_syncsafe(body[:4])
    if has_checksum or length > len(body):
        raise damaged("have a checksum of their own")
    return length


def _frames(version: int, body: bytes) -> tuple[tuple[RawField, ...], int, Callable[[int], bytes]]:
    if version == 2:
        return *_parsed(body, 3, 6, int.from_bytes), plain
    if version == 3:
        return *_parsed(body, 4, 10, int.from_bytes), plain
    try:
        return *_parsed(body, 4, 10, from_syncsafe), syncsafe
    except TagRefused:  # an old iTunes wrote the sizes of v2.3
        return *_parsed(body, 4, 10, int.from_bytes), plain


def _parsed(
    body: bytes, name_bytes: int, header_bytes: int, size_of: Callable[[bytes], int]
) -> tuple[tuple[RawField, ...], int]:
    frames, place = [], 0
    while place < len(body) and body[place]:
        name = body[place : place + name_bytes]
        size = size_of(body[place + name_bytes : place + 2 * name_bytes] or b"\0")
        end = place + header_bytes + size
        if not re.fullmatch(rb"[A-Z][A-Z0-9 ]+", name) or end > len(body):
            raise damaged()
        frames.append(RawField(name.decode("ascii"), body[place:end]))
        place = end
    if any(body[place:]):
        raise damaged()
    return tuple(frames), len(body) - place

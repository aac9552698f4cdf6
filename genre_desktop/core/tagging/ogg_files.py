"""Vorbis comments in the second packet of Ogg Vorbis, Opus, FLAC and Speex."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from genre_desktop.core.tagging.raw import RawField, Region, bytes_at, damaged
from genre_desktop.core.tagging.vorbis_comments import Commented, read_comments

_HEADER_BYTES, _MOST_LACINGS, _FULL = 27, 255, 255
_CONTINUED, _START, _NO_END = 0x01, bytes(8), b"\xff" * 8
_FLAC_HEADER_BYTES = 4
_POLYNOMIAL = 0x04C11DB7

# How the first packet begins, and how many bytes stand before the list in the second.
_CODECS = (
    (b"\x01vorbis", b"\x03vorbis", 7),
    (b"OpusHead", b"OpusTags", 8),
    (b"\x7fFLAC", b"", _FLAC_HEADER_BYTES),
    (b"Speex   ", b"", 0),
)


@dataclass(frozen=True, slots=True)
class _Page:
    offset: int
    header: bytes
    lacings: bytes
    body: bytes

    @property
    def whole(self) -> bytes:
        return self.header + self.lacings + self.body

    @property
    def moment(self) -> bytes:
        """Of the sound that ends on the page."""
        return self.header[6:14]

    @property
    def serial(self) -> bytes:
        return self.header[14:18]


@dataclass(frozen=True, slots=True)
class OggDocument(Commented):
    """The comments of an Ogg file, and the pages that they and what shares them lie in."""

    pages: tuple[_Page, ...]
    lead: bytes
    others: tuple[bytes, ...]
    is_flac: bool

    kind = "Vorbis comments in Ogg"

    def regions(self, fields: Sequence[RawField]) -> list[Region]:
        """The pages; there are as many as before, so that no page behind them changes."""
        offset = self.pages[0].offset
        if tuple(fields) == self.fields:
            return [Region(offset, tuple(page.whole for page in self.pages))]
        listed = b"".join(self.comments.segments(fields))
        lead = self.lead[:1] + len(listed).to_bytes(3) if self.is_flac else self.lead
        return [Region(offset, tuple(self._paged([lead + listed, *self.others])))]

    def _paged(self, packets: Sequence[bytes]) -> list[bytes]:
        lacings = [_lacings(packet) for packet in packets]
        ends: set[int] = set()
        for packet in lacings:
            ends.add((max(ends) if ends else 0) + len(packet))
        every, data = b"".join(lacings), b"".join(packets)
        written, place, byte = [], 0, 0
        for number, page in enumerate(self.pages):
            rest = len(self.pages) - number - 1
            count = min(_MOST_LACINGS, len(every) - place - rest)
            part = every[place : place + count]
            if count < 1 or (not rest and place + count < len(every)):
                raise damaged("leave no room for the genre")
            flags = page.header[5] & ~_CONTINUED
            flags |= _CONTINUED if place and place not in ends else 0
            has_end = any(place < end <= place + count for end in ends)
            granule = _START if has_end else _NO_END
            body = data[byte : byte + sum(part)]
            head = page.header[:5] + bytes([flags]) + granule + page.header[14:22]
            written.append(_with_checksum(head, bytes([count]) + part + body))
            place, byte = place + count, byte + sum(part)
        return written


def read_ogg(file: BinaryIO) -> OggDocument:
    """The comments of an Ogg file with one stream.

    Raises:
        TagRefused: Its first pages are damaged, or there are several streams.
    """
    first = _page(file, 0)
    codec = next((codec for codec in _CODECS if first.body.startswith(codec[0])), None)
    if codec is None:
        raise damaged("are of an unknown kind of Ogg")
    _, magic, lead_bytes = codec
    pages = [_page(file, len(first.whole))]
    while pages[-1].lacings[-1:] == bytes([_FULL]):
        pages.append(_page(file, pages[-1].offset + len(pages[-1].whole)))
    if any(page.serial != first.serial for page in pages):
        raise damaged("cannot be told apart: there are several streams")
    if any(page.moment not in {_START, _NO_END} for page in pages):
        raise damaged("share a page with sound")  # whose place in time stands in the page
    packets = _packets(pages)
    lead, listed = packets[0][:lead_bytes], packets[0][lead_bytes:]
    is_flac = codec[0] == b"\x7fFLAC"
    if not lead.startswith(magic) or (is_flac and lead[0] & 0x7F != 4):
        raise damaged()
    return OggDocument(read_comments(listed), tuple(pages), lead, tuple(packets[1:]), is_flac)


def _page(file: BinaryIO, offset: int) -> _Page:
    header = bytes_at(file, offset, _HEADER_BYTES)
    if header[:5] != b"OggS\0":
        raise damaged()
    lacings = bytes_at(file, offset + _HEADER_BYTES, header[26])
    body = bytes_at(file, offset + _HEADER_BYTES + header[26], sum(lacings))
    page = _Page(offset, header, lacings, body)
    if _with_checksum(header[:22], header[26:] + lacings + body) != page.whole:
        raise damaged()
    return page


def _packets(pages: Sequence[_Page]) -> list[bytes]:
    data = b"".join(page.body for page in pages)
    packets, start, end = [], 0, 0
    for lacing in b"".join(page.lacings for page in pages):
        end += lacing
        if lacing < _FULL:
            packets.append(data[start:end])
            start = end
    return packets


def _lacings(packet: bytes) -> bytes:
    return bytes([_FULL]) * (len(packet) // _FULL) + bytes([len(packet) % _FULL])


def _with_checksum(head: bytes, rest: bytes) -> bytes:
    """A page from its first 22 bytes and what comes behind its checksum."""
    checksum, table = 0, _table()
    for byte in head + bytes(4) + rest:
        checksum = (checksum << 8 & 0xFFFF_FFFF) ^ table[checksum >> 24 ^ byte]
    return head + checksum.to_bytes(4, "little") + rest


@cache
def _table() -> tuple[int, ...]:
    """Of Ogg's checksum: a CRC of 32 bits that is neither reflected nor inverted."""
    values = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1 & 0xFFFF_FFFF) ^ (_POLYNOMIAL if value & 0x8000_0000 else 0)
        values.append(value)
    return tuple(values)

"""Vorbis comments in the metadata blocks of a FLAC file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from genre_desktop.core.tagging.raw import RawField, Region, bytes_at, damaged
from genre_desktop.core.tagging.vorbis_comments import NO_COMMENTS, Commented, read_comments
from genre_desktop.dsp.sniff import id3_bytes

_PADDING, _COMMENTS, _LAST = 1, 4, 0x80
_NEW_PADDING_BYTES = 1024
_LONGEST_BLOCK = 0xFF_FFFF


@dataclass(frozen=True, slots=True)
class _Block:
    kind: int
    data: bytes


@dataclass(frozen=True, slots=True)
class FlacDocument(Commented):
    """The comments of a FLAC file; `offset` is where its first metadata block lies."""

    offset: int
    blocks: tuple[_Block, ...]
    is_there: bool

    kind = "Vorbis comments in FLAC"

    def regions(self, fields: Sequence[RawField]) -> list[Region]:
        """All metadata blocks, padding as much shorter as comments grow."""
        blocks = list(self.blocks)
        if self.is_there or tuple(fields) != self.fields:
            comments = _Block(_COMMENTS, b"".join(self.comments.segments(fields)))
            if len(comments.data) > _LONGEST_BLOCK:
                raise damaged("are too long for one more genre")
            place = next((n for n, block in enumerate(blocks) if block.kind == _COMMENTS), None)
            if place is None:
                blocks.insert(1, comments)
                grown = len(comments.data) + 4
            else:
                grown = len(comments.data) - len(blocks[place].data)
                blocks[place] = comments
            _pad(blocks, grown)
        return [Region(self.offset, tuple(_written(blocks)))]


def read_flac(file: BinaryIO) -> FlacDocument:
    """The comments of a FLAC file, behind a leading ID3v2 tag where there is one.

    Raises:
        TagRefused: Its metadata are damaged.
    """
    file.seek(0)
    place = id3_bytes(file.read(10))
    if bytes_at(file, place, 4) != b"fLaC":
        raise damaged("cannot be found")
    offset = place = place + 4
    blocks: list[_Block] = []
    is_last = False
    while not is_last:
        header = bytes_at(file, place, 4)
        length = int.from_bytes(header[1:])
        is_last = bool(header[0] & _LAST)
        blocks.append(_Block(header[0] & ~_LAST, bytes_at(file, place + 4, length)))
        place += 4 + length
    listed = [block for block in blocks if block.kind == _COMMENTS]
    comments = read_comments(listed[0].data) if listed else NO_COMMENTS
    return FlacDocument(comments, offset, tuple(blocks), bool(listed))


def _pad(blocks: list[_Block], grown: int) -> None:
    """Takes from the longest padding what the comments have grown, or makes it anew."""
    places = [number for number, block in enumerate(blocks) if block.kind == _PADDING]
    if not places:
        return
    place = max(places, key=lambda number: len(blocks[number].data))
    left = len(blocks[place].data) - grown
    length = left if 0 <= left <= _LONGEST_BLOCK else _NEW_PADDING_BYTES
    blocks[place] = replace(blocks[place], data=bytes(length))


def _written(blocks: Sequence[_Block]) -> list[bytes]:
    last = len(blocks) - 1
    segments = []
    for number, block in enumerate(blocks):
        first = block.kind | (_LAST if number == last else 0)
        segments += [bytes([first]) + len(block.data).to_bytes(3), block.data]
    return segments

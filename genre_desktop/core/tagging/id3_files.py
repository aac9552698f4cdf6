"""ID3v2 tags at the start of MP3 and True Audio files, in a chunk of WAV, AIFF and DSDIFF files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO, Literal

from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.ape_files import said_by_ape
from genre_desktop.core.tagging.carried import carried
from genre_desktop.core.tagging.id3_also import id3_also, id3_also_frame
from genre_desktop.core.tagging.id3_frames import (
    HEADER_BYTES,
    Id3Tag,
    empty_tag,
    from_syncsafe,
    read_tag,
    write_tag,
)
from genre_desktop.core.tagging.id3_genre import genre_key, id3_genre_frames, id3_genres
from genre_desktop.core.tagging.id3v1 import ID3V1_BYTES, id3v1_of, said_by_id3v1
from genre_desktop.core.tagging.raw import (
    Preferences,
    RawField,
    Region,
    TagRefused,
    bytes_at,
    damaged,
    size_of,
)

_FIRST_LETTERS = frozenset({b"RIFF", b"FORM", b"FRM8"})
_FOOTER = b"3DI"
_NAME_BYTES = 4  # of a chunk, of the file's first four letters, and of its kind


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Where the chunk of the tag lies, and what is to be written around it.

    Attributes:
        offset: Of its header, or where it is to be put.
        name: Of four letters.
        whole_size: What the file's header says of the file's length.
        order: Of the bytes in sizes.
        size_bytes: How many there are in a size.
        gap: A zero that must come before a new chunk.
        behind: What is between the tag and the next chunk.
        data_bytes: What its own header says of its length.
        is_there: False where it is still to be made.
    """

    offset: int
    name: bytes
    whole_size: int
    order: Literal["little", "big"]
    size_bytes: int
    gap: bytes = b""
    behind: bytes = b""
    data_bytes: int = 0
    is_there: bool = True


@dataclass(frozen=True, slots=True)
class Id3Document:
    """The tag of one file; `chunk` is None where it stands at the start."""

    tag: Id3Tag
    chunk: _Chunk | None
    preferences: Preferences
    is_there: bool = True

    @property
    def kind(self) -> str:
        """Name and version."""
        return f"ID3v2.{self.tag.version}"

    @property
    def fields(self) -> tuple[RawField, ...]:
        """All frames."""
        return self.tag.frames

    @property
    def genre_keys(self) -> frozenset[str]:
        """TCON, or TCO in v2.2."""
        return frozenset({genre_key(self.tag)})

    def genres(self) -> tuple[str, ...]:
        """What the tag says."""
        return id3_genres(self.tag, self.preferences)

    def genre_fields(self, genres: Sequence[str]) -> tuple[RawField, ...]:
        """A frame, or none."""
        return id3_genre_frames(self.tag, genres, self.preferences)

    def also(self, field: RawField) -> tuple[Also, str] | None:
        """Which of the other fields that we write a frame is."""
        return id3_also(self.tag, field)

    def also_field(self, also: Also, text: str) -> RawField:
        """The frame that says so."""
        return id3_also_frame(self.tag, also, text)

    def regions(self, fields: Sequence[RawField]) -> list[Region]:
        """The tag, and in a chunk the chunk's header and the file's length."""
        is_kept = self.is_there or tuple(fields) != self.fields
        tag = write_tag(self.tag, fields) if is_kept else ()
        if self.chunk is None:
            return [Region(0, tag)]
        return _chunk_regions(self.chunk, tag, len(b"".join(write_tag(self.tag, self.fields))))


def read_leading_id3(file: BinaryIO, preferences: Preferences) -> Id3Document:
    """The tag at the start of a file, or a new one.

    A new one says what ID3v1 and APEv2 do, for where there is ID3v2 many programs look past them.

    Raises:
        TagRefused: It could not be written again as it is.
    """
    file.seek(0)
    head = file.read(HEADER_BYTES)
    if head[:3] != b"ID3" or len(head) < HEADER_BYTES:
        if _ends_in_a_tag(file):
            raise damaged("are at the end of the file")
        tag = empty_tag(preferences.id3_version)
        said = said_by_id3v1(id3v1_of(file)) | said_by_ape(file)  # which cuts no text off
        tag = replace(tag, frames=tuple(carried(said, tag)))
        return Id3Document(tag, None, preferences, is_there=False)
    return Id3Document(tag_at(file, 0, head), None, preferences)


def _ends_in_a_tag(file: BinaryIO) -> bool:
    """Whether an ID3v2.4 tag is at the end, where few programs look, or before an ID3v1 tag."""
    end = size_of(file)
    return any(
        bytes_at(file, end - behind, 3) == _FOOTER
        for behind in (HEADER_BYTES, HEADER_BYTES + ID3V1_BYTES)
        if end >= behind
    )


def read_chunked_id3(
    file: BinaryIO,
    order: Literal["little", "big"],
    preferences: Preferences,
    *,
    size_bytes: int = 4,
) -> Id3Document:
    """The tag in a chunk of a WAV, AIFF or DSDIFF file, or a new one.

    A new one says nothing but the genre: programs that read an INFO list read it beside ID3, too.

    Raises:
        TagRefused: The file's chunks are not in order.
    """
    new_name = b"id3 " if order == "little" else b"ID3 "
    head_bytes = _NAME_BYTES + size_bytes
    whole_size = int.from_bytes(bytes_at(file, _NAME_BYTES, size_bytes), order)
    end = head_bytes + whole_size
    letters = bytes_at(file, 0, _NAME_BYTES)
    if letters not in _FIRST_LETTERS:
        what = f"those of {letters.decode('ascii', 'replace')} files are not known"
        raise TagRefused(f"it has no tags that can be written: {what}", "no tags")
    if whole_size < _NAME_BYTES or end > size_of(file):
        raise damaged("cannot be found: the file's header is wrong about its length")
    place = head_bytes + _NAME_BYTES
    while place + head_bytes <= end:
        header = bytes_at(file, place, head_bytes)
        size = int.from_bytes(header[_NAME_BYTES:], order)
        behind = place + head_bytes + size
        if behind > end:
            raise damaged("cannot be found: a chunk is longer than the file")
        if header[:_NAME_BYTES].upper() == b"ID3 ":
            begin = place + head_bytes
            tag = tag_at(file, begin, bytes_at(file, begin, HEADER_BYTES))
            begin += len(b"".join(write_tag(tag, tag.frames)))
            rest = bytes_at(file, begin, min(behind + (size & 1), end) - begin)
            name = header[:_NAME_BYTES]
            chunk = _Chunk(place, name, whole_size, order, size_bytes, b"", rest, size)
            return Id3Document(tag, chunk, preferences)
        place = behind + (size & 1)
    gap = b"\0" if end % 2 else b""
    chunk = _Chunk(end, new_name, whole_size, order, size_bytes, gap, is_there=False)
    return Id3Document(empty_tag(preferences.id3_version), chunk, preferences, is_there=False)


def tag_at(file: BinaryIO, offset: int, head: bytes) -> Id3Tag:
    """The tag that begins at a place with these bytes.

    Raises:
        TagRefused: None does, or it could not be written again as it is.
    """
    if head[:3] != b"ID3":
        raise damaged()
    footer = HEADER_BYTES if head[3] == 4 and head[5] & 0x10 else 0
    return read_tag(bytes_at(file, offset, HEADER_BYTES + from_syncsafe(head[6:10]) + footer))


def _chunk_regions(chunk: _Chunk, tag: tuple[bytes, ...], old_tag_bytes: int) -> list[Region]:
    if not tag:
        as_it_is = chunk.whole_size.to_bytes(chunk.size_bytes, chunk.order)
        return [Region(_NAME_BYTES, (as_it_is,)), Region(chunk.offset, ())]
    tag_bytes = sum(map(len, tag))
    is_as_it_was = chunk.is_there and tag_bytes == old_tag_bytes
    behind = chunk.behind if is_as_it_was else bytes(tag_bytes % 2)
    size = chunk.data_bytes if is_as_it_was else tag_bytes
    header = chunk.name + size.to_bytes(chunk.size_bytes, chunk.order)
    segments = (chunk.gap, header, *tag, behind)
    before = len(header) + old_tag_bytes + len(chunk.behind) if chunk.is_there else 0
    grown = chunk.whole_size + sum(map(len, segments)) - before
    if grown >= 256**chunk.size_bytes:
        raise damaged("have no room: the file would be longer than its header can say")
    whole = grown.to_bytes(chunk.size_bytes, chunk.order)
    return [Region(_NAME_BYTES, (whole,)), Region(chunk.offset, segments)]

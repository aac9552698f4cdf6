"""ID3v2 tags at the end of DSF files, whose header says where they begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from genre_desktop.core.tagging.id3_files import Id3Document, tag_at
from genre_desktop.core.tagging.id3_frames import HEADER_BYTES, empty_tag, write_tag
from genre_desktop.core.tagging.raw import Preferences, RawField, Region, bytes_at, damaged, size_of

_WHOLE_SIZE_AT, _NUMBER_BYTES = 12, 8  # and behind it, as long, where the tag begins


@dataclass(frozen=True, slots=True)
class DsfDocument(Id3Document):
    """The tag of one file; `offset` is where it begins, or would."""

    offset: int = 0

    def regions(self, fields: Sequence[RawField]) -> list[Region]:
        """The tag, and the header's numbers of it."""
        is_kept = self.is_there or tuple(fields) != self.fields
        tag = write_tag(self.tag, fields) if is_kept else ()
        numbers = (self.offset + sum(map(len, tag)), self.offset if tag else 0)
        header = b"".join(number.to_bytes(_NUMBER_BYTES, "little") for number in numbers)
        return [Region(_WHOLE_SIZE_AT, (header,)), Region(self.offset, tag)]


def read_dsf(file: BinaryIO, preferences: Preferences) -> DsfDocument:
    """The tag at the end of a DSF file, or a new one.

    Raises:
        TagRefused: It could not be written again as it is.
    """
    size, header = size_of(file), bytes_at(file, _WHOLE_SIZE_AT, 2 * _NUMBER_BYTES)
    whole_size = int.from_bytes(header[:_NUMBER_BYTES], "little")
    place = int.from_bytes(header[_NUMBER_BYTES:], "little")
    if whole_size != size:
        raise damaged("cannot be found: the file's header is wrong about its length")
    if not place:
        return DsfDocument(
            empty_tag(preferences.id3_version), None, preferences, is_there=False, offset=size
        )
    if not _WHOLE_SIZE_AT + len(header) <= place < size:
        raise damaged("cannot be found")
    tag = tag_at(file, place, bytes_at(file, place, HEADER_BYTES))
    if place + len(b"".join(write_tag(tag, tag.frames))) != size:
        raise damaged("could not be kept byte for byte")  # something lies behind them
    return DsfDocument(tag, None, preferences, offset=place)

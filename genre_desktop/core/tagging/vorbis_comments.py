"""Vorbis comments: the list of NAME=value that FLAC, Ogg Vorbis, Opus and Speex share."""

from collections.abc import Sequence
from dataclasses import dataclass

from genre_desktop.core.tagging.also import Also, also_called, name_in
from genre_desktop.core.tagging.raw import RawField, damaged

GENRE_KEYS = frozenset({"genre"})
_TEMPO = "BPM"


@dataclass(frozen=True, slots=True)
class Comments:
    """A list of comments.

    Attributes:
        vendor: Who made it, with its length.
        fields: Each comment without its length.
        tail: What stands behind the list.
    """

    vendor: bytes
    fields: tuple[RawField, ...]
    tail: bytes

    def genres(self) -> tuple[str, ...]:
        """The values of all genre comments."""
        values = (
            field.raw.partition(b"=")[2].decode("utf-8", "replace").strip()
            for field in self.fields
            if field.key in GENRE_KEYS
        )
        return tuple(dict.fromkeys(value for value in values if value))

    def segments(self, fields: Sequence[RawField]) -> tuple[bytes, ...]:
        """The bytes of the list with other comments."""
        listed = (len(field.raw).to_bytes(4, "little") + field.raw for field in fields)
        return (self.vendor, len(fields).to_bytes(4, "little"), *listed, self.tail)


NO_COMMENTS = Comments((13).to_bytes(4, "little") + b"Genre Desktop", (), b"")


@dataclass(frozen=True, slots=True)
class Commented:
    """What documents of all formats with such comments have in common."""

    comments: Comments

    genre_keys = GENRE_KEYS

    @property
    def fields(self) -> tuple[RawField, ...]:
        """All comments."""
        return self.comments.fields

    def genres(self) -> tuple[str, ...]:
        """What the comments say."""
        return self.comments.genres()

    def genre_fields(self, genres: Sequence[str]) -> tuple[RawField, ...]:
        """A comment for each."""
        return tuple(RawField("genre", b"GENRE=" + genre.encode()) for genre in genres)

    def also(self, field: RawField) -> tuple[Also, str] | None:
        """Which of the other fields that we write a comment is, and what it says."""
        also = also_called(field.key, _TEMPO)
        if also is None:
            return None
        return also, field.raw.partition(b"=")[2].decode("utf-8", "replace")

    def also_field(self, also: Also, text: str) -> RawField:
        """The comment that says so."""
        name = name_in(also, _TEMPO)
        return RawField(name.lower(), name.encode("ascii") + b"=" + text.encode())


def read_comments(data: bytes) -> Comments:
    """Parses a list.

    Raises:
        TagRefused: It is cut.
    """
    place = 4 + int.from_bytes(data[:4], "little")
    vendor, count = data[:place], int.from_bytes(data[place : place + 4], "little")
    place += 4
    fields = []
    for _ in range(count):
        length = int.from_bytes(data[place : place + 4], "little")
        raw = data[place + 4 : place + 4 + length]
        place += 4 + length
        if place > len(data):
            raise damaged()
        fields.append(RawField(raw.partition(b"=")[0].decode("ascii", "replace").lower(), raw))
    return Comments(vendor, tuple(fields), data[place:])

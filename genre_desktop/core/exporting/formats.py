"""What the library can be exported as, and what each form needs."""

from enum import StrEnum


class Format(StrEnum):
    """The forms; the values are those of the command line."""

    CSV = "csv"
    JSONL = "jsonl"
    TIMELINE = "timeline"
    AUDACITY = "audacity"
    M3U8 = "m3u8"
    XSPF = "xspf"
    REKORDBOX = "rekordbox"
    HTML = "html"
    TRAINING = "training"
    XLSX = "xlsx"
    EMBEDDINGS = "embeddings"
    BEETS = "beets"
    PICARD = "picard"

    @property
    def needs_timeline(self) -> bool:
        """Whether more is written of each track than its answer: pieces, or the embedding."""
        return self in {Format.JSONL, Format.TIMELINE, Format.AUDACITY, Format.EMBEDDINGS}

    @property
    def is_one_stream(self) -> bool:
        """Whether it is written track by track into one file, or standard output."""
        return self in _STREAMS

    @property
    def is_playlist(self) -> bool:
        """Whether it names files to be played, one list for all or for each genre."""
        return self in {Format.M3U8, Format.XSPF}


_STREAMS = frozenset(
    {
        Format.CSV,
        Format.JSONL,
        Format.TIMELINE,
        Format.TRAINING,
        Format.BEETS,
        Format.PICARD,
    }
)

"""The values of the product: a track, its tags, and what became of listening to it."""

from pathlib import Path
from typing import NamedTuple

from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.sound import Note, SoundReport, Span
from genre_desktop.inference.verdict import Verdict

AudioKey = tuple[str, Span | None]  # hash of the encoded sound, and the part of it


class Track(NamedTuple):
    """A file, or a part of one (a CUE track, a chapter).

    Attributes:
        path: The absolute path; undecodable bytes are surrogates, as the file system gave them.
        span: The part, None for the whole file.
        part_title: Title of the part, empty for a whole file.
    """

    path: Path
    span: Span | None = None
    part_title: str = ""

    @property
    def name(self) -> str:
        """Title of the part, else the file's name, both on one line."""
        name = self.part_title or self.path.name
        return name if name.isascii() and name.isprintable() else one_line(name)  # asked often


class Tags(NamedTuple):
    """What the file says of itself; empty where it says nothing.

    Attributes:
        seconds: Length from the header, None where unknown.
    """

    title: str = ""
    artist: str = ""
    album: str = ""
    genre: str = ""
    date: str = ""
    track_number: str = ""
    seconds: float | None = None


class Correction(NamedTuple):
    """The user's own word on a genre, which wins over every model's.

    Attributes:
        genre: As the user wants it called.
        corrected_at: When, in ISO 8601 with UTC.
    """

    genre: str
    corrected_at: str


class Outcome(NamedTuple):
    """What became of listening to one track.

    Attributes:
        track: What was listened to.
        verdict: The model's answer, None where there is a problem that is no mere note.
        problem: Why there is no verdict, None where there is one.
        report: What decoding gave, None where nothing was decoded.
        audio_hash: Hash of the encoded sound in hex, empty where unknown.
        model_digest: Hash of the package that gave the verdict, empty without a verdict.
        provisional: True where only the first seconds were heard.
        from_library: True where the answer was known already and no audio was decoded.
        correction: The user's word, None where there is none.
        own_names: Those of the verdict's labels that are the user's words, by rules.
    """

    track: Track
    verdict: Verdict | None
    problem: Note | None
    report: SoundReport | None
    audio_hash: str
    model_digest: str = ""
    provisional: bool = False
    from_library: bool = False
    correction: Correction | None = None
    own_names: frozenset[str] = frozenset()

    @property
    def quick(self) -> bool:
        """True where the answer rests on some pieces of the track."""
        return self.verdict is not None and self.verdict.quick

    @property
    def lacks_timeline(self) -> bool:
        """True for an answer without a timeline, which the library may have."""
        if self.verdict is None or self.provisional or not self.audio_hash:
            return False
        return self.verdict.timeline is None

    @property
    def track_seconds(self) -> float | None:
        """Length of the track as far as it was listened to; of a quick answer as its header says.

        None where nobody listened, or only to the first seconds.
        """
        if self.report is None or self.provisional:
            return None
        return self.report.promised_seconds if self.quick else self.report.decoded_seconds


class Listing(NamedTuple):
    """All that is known of one track: one row of a table or an export.

    Attributes:
        outcome: None while it was not listened to yet.
    """

    track: Track
    tags: Tags
    outcome: Outcome | None

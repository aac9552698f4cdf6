"""What is said about a decoded file: spans, reports and named problems."""

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """Why a file gives no genre, or gives it with a note; the values are stored and exported."""

    MISSING = "missing"
    NOT_A_FILE = "not a regular file"
    UNREADABLE = "unreadable"  # no permission, input/output error
    EMPTY = "empty"  # no bytes
    NOT_AUDIO = "not audio"  # the content is something else
    DAMAGED = "damaged"  # recognised, but nothing can be decoded
    NO_SAMPLES = "no samples"
    ABSURD_FORMAT = "absurd format"  # channels or rate outside what exists
    SILENT = "silent"
    NON_FINITE = "non-finite samples"  # nothing but NaN or infinity
    TOO_SHORT = "too short"
    TRUNCATED = "ends early"  # a note: classified from what is there
    PARTLY_DAMAGED = "partly damaged"  # a note
    WRONG_EXTENSION = "wrong extension"  # a note
    VERY_LONG = "over 12 hours"  # a note
    CHANGED = "changed while it was read"
    WORKER_DIED = "decoder crashed"
    TIMED_OUT = "took too long"
    MODEL_REFUSED = "model refused"
    INTERNAL_ERROR = "internal error"  # a fault of this program; the log has its trace


class SoundError(Exception):
    """A file that cannot be heard: which problem, and a sentence for people."""

    def __init__(self, problem: Problem, sentence: str) -> None:
        super().__init__(problem, sentence)  # both, so that it survives pickling
        self.problem = problem
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a file, in seconds; `end_seconds` None means to the end."""

    start_seconds: float
    end_seconds: float | None


@dataclass(frozen=True, slots=True)
class Note:
    """A problem with its sentence."""

    problem: Problem
    sentence: str


@dataclass(frozen=True, slots=True)
class SoundReport:
    """What decoding a file gave.

    Attributes:
        format_name: Container and codec in words, such as "MP3" or "FLAC in Ogg".
        sample_rate: Of the file, in Hz.
        channels: Of the file.
        bit_rate: Of the file in bits per second, 0 where unknown.
        promised_seconds: What the header says of the file, or of the part that was to be heard;
            None where it says nothing.
        decoded_seconds: What was decoded.
        failed_packets: Packets that could not be decoded and were left out.
        notes: What a user should know, in order of weight.
    """

    format_name: str
    sample_rate: int
    channels: int
    bit_rate: int
    promised_seconds: float | None
    decoded_seconds: float
    failed_packets: int
    notes: tuple[Note, ...]

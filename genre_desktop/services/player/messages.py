"""What the window and the sound process say to each other, over a pipe."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from genre_desktop.dsp.sound import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to be played.

    Attributes:
        number: Tells it from all others; counts up.
        path: The file.
        span: The part of it that is the track, None for everything.
        start_seconds: Where to begin, counted from the start of the track.
        even_loudness: Obey the file's ReplayGain or R128 fields.
    """

    number: int
    path: Path
    span: Span | None
    start_seconds: float = 0.0
    even_loudness: bool = True


# What the window asks for


@dataclass(frozen=True, slots=True)
class Play:
    """Forget what is waiting and play this at once; `paused` only makes ready to."""

    piece: Piece
    paused: bool = False


@dataclass(frozen=True, slots=True)
class PlayAfter:
    """Play this, without a gap, when the piece that is being decoded ends; None for nothing."""

    piece: Piece | None


@dataclass(frozen=True, slots=True)
class Pause:
    """Fall silent where we are, or go on from there."""

    paused: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """Fall silent, and let go of every file and of the device."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """The factor that samples are multiplied with, 0 to 1."""

    factor: float


@dataclass(frozen=True, slots=True)
class UseDevice:
    """From the next `Play` on, sound on the device of this name, "" for the system's default.

    Where there is none of that name, the default one has its place.
    Until this is asked for, sound goes nowhere, in time with the clock.
    """

    name: str
    latency_seconds: float


Request = Play | PlayAfter | Pause | Stop | Loudness | UseDevice


# What the sound process tells


@dataclass(frozen=True, slots=True)
class Began:
    """From one place on, samples belong to this moment of a piece.

    Attributes:
        number: Of the piece.
        stretch: Of sound that is played without a jump.
        played: Place in the stretch, counted at the device's rate.
        decoded: Place among all decoded samples, counted at the files' own rates.
        seconds: The moment, counted from the start of the track.
        rate: Samples a second in the file.
        length_seconds: Of the track as its header states it, None where it states none.
    """

    number: int
    stretch: int
    played: int
    decoded: int
    seconds: float
    rate: int
    length_seconds: float | None


@dataclass(frozen=True, slots=True)
class Decoded:
    """A piece is decoded to its end, which will be heard at this place of the stretch."""

    number: int
    stretch: int
    played: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A piece cannot be played; the sentence says why."""

    number: int
    sentence: str


@dataclass(frozen=True, slots=True)
class DeviceOpened:
    """Where sound goes now; `name` is "" where it goes nowhere, in time with the clock."""

    name: str
    rate: int


@dataclass(frozen=True, slots=True)
class DeviceLost:
    """The device is gone; playing stopped where it was."""

    name: str


Event = Began | Decoded | Refused | DeviceOpened | DeviceLost

# The exit code of a process that was held up and has removed what did it, EX_TEMPFAIL elsewhere.
TRY_AGAIN: Final = 75

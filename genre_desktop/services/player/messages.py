"""What the window and the sound process say to each other, over a pipe."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from genre_desktop.dsp.sound import Span


class Piece(NamedTuple):
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


class Play(NamedTuple):
    """Forget what is waiting and play this at once; `paused` only makes ready to."""

    piece: Piece
    paused: bool = False


class PlayAfter(NamedTuple):
    """Play this, without a gap, when the piece that is being decoded ends; None for nothing."""

    piece: Piece | None


class Pause(NamedTuple):
    """Fall silent where we are, or go on from there."""

    paused: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """Fall silent, and let go of every file and of the device."""


class Loudness(NamedTuple):
    """The factor that samples are multiplied with, 0 to 1."""

    factor: float


class UseDevice(NamedTuple):
    """From the next `Play` on, sound on the device of this name, "" for the system's default.

    Where there is none of that name, the default one has its place.
    Until this is asked for, sound goes nowhere, in time with the clock.
    """

    name: str
    latency_seconds: float


Request = Play | PlayAfter | Pause | Stop | Loudness | UseDevice


# What the sound process tells


class Began(NamedTuple):
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


class Decoded(NamedTuple):
    """A piece is decoded to its end, which will be heard at this place of the stretch."""

    number: int
    stretch: int
    played: int


class Refused(NamedTuple):
    """A piece cannot be played; the sentence says why."""

    number: int
    sentence: str


class DeviceOpened(NamedTuple):
    """Where sound goes now.

    Attributes:
        name: Of the device, "" where sound goes nowhere, in time with the clock.
        rate: Samples a second.
        number: Of the piece for which it was opened.
    """

    name: str
    rate: int
    number: int


class DeviceLost(NamedTuple):
    """The device is gone; playing stopped where it was."""

    name: str


Event = Began | Decoded | Refused | DeviceOpened | DeviceLost

# The exit code of a process that was held up and has removed what did it, EX_TEMPFAIL elsewhere.
TRY_AGAIN: Final = 75

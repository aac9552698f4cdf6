"""Frequencies along a picture's height: mel, linear or logarithmic, their ticks and their notes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.mel import hz_to_mel, mel_to_hz

Levels = NDArray[np.float32]
Frequencies = NDArray[np.float64]

_NOTES: Final = ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")
_A4_HZ: Final = 440.0
_A4_NUMBER: Final = 69
_MEL_TICKS: Final = (200, 500, 1_000, 2_000, 4_000, 8_000, 16_000)
_OCTAVES_OF_TICKS: Final = (20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
_LINEAR_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000)
_MOST_LINEAR_TICKS: Final = 8
_FEWEST_TICKS: Final = 4  # below that, a zoomed scale is written as a linear one


class Scale(Enum):
    """How frequencies are spaced."""

    MEL = "mel"
    LINEAR = "linear"
    LOGARITHMIC = "log"


@dataclass(frozen=True, slots=True)
class FrequencyAxis:
    """Frequencies from the bottom to the top of a picture.

    Attributes:
        scale: How they are spaced.
        low_hz: At the bottom; above 0 on a logarithmic scale.
        high_hz: At the top.
    """

    scale: Scale
    low_hz: float
    high_hz: float

    def height_of(self, hz: float) -> float:
        """Where a frequency lies, 0 at the bottom and 1 at the top."""
        low, high = self._place(self.low_hz), self._place(self.high_hz)
        return (self._place(hz) - low) / (high - low)

    def hz_at(self, height: float) -> float:
        """The frequency at a height."""
        return float(self._frequencies(np.array([height]))[0])

    def edges(self, rows: int) -> Frequencies:
        """The frequencies (rows + 1,) between the rows of a picture, from the bottom up."""
        return self._frequencies(np.arange(rows + 1) / rows)

    def part(self, low_height: float, high_height: float) -> "FrequencyAxis":
        """The axis between two heights."""
        return FrequencyAxis(self.scale, self.hz_at(low_height), self.hz_at(high_height))

    def ticks(self) -> tuple[int, ...]:
        """Round frequencies in Hz to be written beside the picture, rising."""
        if self.scale is not Scale.LINEAR:
            usual = _MEL_TICKS if self.scale is Scale.MEL else _OCTAVES_OF_TICKS
            inside = tuple(hz for hz in usual if self.low_hz <= hz <= self.high_hz)
            if len(inside) >= _FEWEST_TICKS:
                return inside
        span = self.high_hz - self.low_hz
        steps = (step for step in _LINEAR_STEPS if span / step <= _MOST_LINEAR_TICKS)
        step = next(steps, _LINEAR_STEPS[-1])
        first = math.ceil(self.low_hz / step) * step
        return tuple(range(first, math.floor(self.high_hz) + 1, step))

    def _place(self, hz: float) -> float:
        if self.scale is Scale.MEL:
            return hz_to_mel(hz)
        return math.log(max(hz, 1e-9)) if self.scale is Scale.LOGARITHMIC else hz

    def _frequencies(self, heights: Frequencies) -> Frequencies:
        low, high = self._place(self.low_hz), self._place(self.high_hz)
        places = low + heights * (high - low)
        if self.scale is Scale.MEL:
            return mel_to_hz(places)
        return np.exp(places) if self.scale is Scale.LOGARITHMIC else places


class Rows:
    """Puts the bins of a spectrum into the rows of a picture.

    A row that covers bins shows the strongest of them, so that no line is lost; one between two
    bins shows what lies between their levels.
    """

    def __init__(self, axis: FrequencyAxis, rows: int, bin_hz: float, bins: int) -> None:
        edges = axis.edges(rows) / bin_hz
        firsts = np.clip(np.ceil(edges[:-1]), 0, bins - 1).astype(np.int64)
        ends = np.clip(np.ceil(edges[1:]), 0, bins).astype(np.int64)
        self._covering = np.flatnonzero(ends > firsts)
        self._bounds = np.stack([firsts, ends], axis=1)[self._covering].ravel()
        middle = np.clip((edges[:-1] + edges[1:]) / 2, 0, bins - 1)
        self._below = np.minimum(np.floor(middle).astype(np.int64), bins - 2)
        self._share = (middle - self._below).astype(np.float32)

    def levels(self, levels: Levels) -> Levels:
        """Return (columns, rows), from the bottom up, of levels (columns, bins) in dB."""
        rows: Levels = levels[:, self._below]
        rows += self._share * (levels[:, self._below + 1] - rows)
        if self._covering.size:
            padded = np.concatenate([levels, levels[:, -1:]], axis=1)  # a bound may lie at the end
            strongest = np.maximum.reduceat(padded, self._bounds, axis=1)[:, ::2]
            rows[:, self._covering] = strongest
        return rows


def note_of(hz: float) -> tuple[str, int]:
    """The nearest note of equal temperament at A = 440 Hz, such as "A4", and cents from it."""
    if hz <= 0.0:
        return "", 0
    exact = _A4_NUMBER + 12.0 * math.log2(hz / _A4_HZ)
    nearest = round(exact)
    return f"{_NOTES[nearest % 12]}{nearest // 12 - 1}", round(100.0 * (exact - nearest))


def tick_words(ticks: Sequence[int]) -> list[str]:
    """Rising frequencies as they stand along an axis, the last one with the unit."""
    words = [hertz(hz) for hz in ticks]
    return [*words[:-1], with_unit(words[-1])] if words else []


def hertz(hz: float) -> str:
    """A frequency beside an axis: "200", "1 k", "1.5 k"."""
    return f"{hz:.0f}" if hz < 1_000 else f"{hz / 1_000:g} k"


def with_unit(words: str) -> str:
    """What `hertz` gives, with the unit: "200 Hz", "1 kHz"."""
    return f"{words}Hz" if words.endswith("k") else f"{words} Hz"

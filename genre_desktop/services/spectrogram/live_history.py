"""What lies left of the first decoded sample: columns made from the file, as those that follow."""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.playback import open_playback
from genre_desktop.dsp.sound import Span
from genre_desktop.services.spectrogram.live_columns import LiveSpec, columns_for

Levels = NDArray[np.float32]

_RUN_UP_SECONDS: Final = 1.0  # of windows and resampler; the longest window takes two at 8 kHz


@dataclass(frozen=True, slots=True)
class History:
    """What is wanted.

    Attributes:
        spec: What the columns are made of.
        rate: Samples a second of what follows.
        until_seconds: The moment of the track at which what follows begins.
        columns: How many, at most.
    """

    spec: LiveSpec
    rate: int
    until_seconds: float
    columns: int


def columns_before(path: Path, span: Span | None, wanted: History) -> Levels:
    """Return (n, rows): the last one touches the moment; fewer at the beginning of the track.

    Raises:
        SoundError: The file cannot be decoded.
    """
    per_second = wanted.spec.columns_per_second
    count = min(wanted.columns, int(wanted.until_seconds * per_second))
    lead = min(
        math.ceil(_RUN_UP_SECONDS * per_second), int(wanted.until_seconds * per_second) - count
    )
    start = wanted.until_seconds - (count + lead) / per_second
    maker = columns_for(wanted.spec, wanted.rate)
    made: list[Levels] = [np.empty((0, wanted.spec.rows), np.float32)]
    missing = count + lead
    with open_playback(path, span, max(0.0, start)) as sound:
        for block in sound.blocks():
            if missing <= 0 or block.rate != wanted.rate:
                break
            made.append(maker.push(block.samples))
            missing -= len(made[-1])
    if missing > 0:
        return made[0]
    return np.concatenate(made)[lead : lead + count]

"""Decoded frames cut to a part of the file and joined into batches of one format."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

# Samples gathered before they are mixed and resampled: fewer calls, still in the cache.
BATCH_SAMPLES: Final = 32_768
# Two of the longest frames that encoders of AAC fill up.
_MOST_PADDING: Final = 4_096


@dataclass(frozen=True, slots=True)
class Decoded:
    """Samples as a decoder gave them.

    Attributes:
        planes: (n,) for each channel, or one (n·channels,) interleaved, of any type.
        channels: How many there are.
        rate: Samples a second in each.
        start_seconds: When they start, counted from the start of the sound.
        places: FFmpeg's names of where more than two channels belong, such as FL; empty for fewer.
    """

    planes: tuple[NDArray[Any], ...]
    channels: int
    rate: int
    start_seconds: float
    places: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Samples in each channel."""
        return self.planes[0].size * len(self.planes) // self.channels

    def part(self, first: int, last: int) -> "Decoded":
        """Return the samples from `first` up to `last` of each channel."""
        width = self.channels // len(self.planes)
        wanted = slice(first * width, last * width)
        return replace(self, planes=tuple(plane[wanted] for plane in self.planes))

    def each_channel(self) -> tuple[NDArray[Any], ...]:
        """Return (n,) for each channel."""
        if len(self.planes) == self.channels:
            return self.planes
        return tuple(self.planes[0].reshape(-1, self.channels).T)


def cut(
    frames: Iterator[Decoded], start_seconds: float, seconds: float | None
) -> Iterator[Decoded]:
    """Yield the wanted part of the frames, exact to the sample, and stop at its end.

    Args:
        frames: In order; times matter until the start is found, then samples are counted.
        start_seconds: Where the part starts.
        seconds: How long it is, None for all that follows.
    """
    left = seconds
    started = start_seconds <= 0.0
    for frame in frames:
        first = 0
        if not started:
            first = max(0, round((start_seconds - frame.start_seconds) * frame.rate))
            if first >= frame.count:
                continue
            started = True
        last = frame.count
        if left is not None:
            last = min(last, first + round(left * frame.rate))
            left -= (last - first) / frame.rate
        if last > first:
            yield frame if last - first == frame.count else frame.part(first, last)
        if last < frame.count or (left is not None and left <= 0.0):
            return


def unpadded(frames: Iterator[Decoded], end_seconds: float) -> Iterator[Decoded]:
    """Leave out an encoder's padding: what little lies behind the end that a header states.

    Where more than padding lies there the header is wrong, and nothing is left out.

    Args:
        frames: In order.
        end_seconds: Where the sound ends by the header.
    """
    behind: list[Decoded] = []
    for frame in frames:
        behind.append(frame)
        over = round((frame.start_seconds - end_seconds) * frame.rate) + frame.count
        if over <= 0 or over > _MOST_PADDING:
            yield from behind
            behind = []
    for frame in behind:
        count = round((end_seconds - frame.start_seconds) * frame.rate)
        if count > 0:
            yield frame.part(0, count)


def gathered(frames: Iterator[Decoded]) -> Iterator[Decoded]:
    """Join successive frames of one format until there are BATCH_SAMPLES of them."""
    pending: list[Decoded] = []
    count = 0
    for frame in frames:
        if pending and not _same_format(pending[0], frame):
            yield _joined(pending)
            pending, count = [], 0
        pending.append(frame)
        count += frame.count
        if count >= BATCH_SAMPLES:
            yield _joined(pending)
            pending, count = [], 0
    if pending:
        yield _joined(pending)


def _same_format(one: Decoded, other: Decoded) -> bool:
    same_shape = len(one.planes) == len(other.planes)
    same_type = one.planes[0].dtype == other.planes[0].dtype
    return same_shape and same_type and (one.rate, one.channels) == (other.rate, other.channels)


def _joined(frames: list[Decoded]) -> Decoded:
    if len(frames) == 1:
        return frames[0]
    planes = zip(*(frame.planes for frame in frames), strict=True)
    return replace(frames[0], planes=tuple(np.concatenate(plane) for plane in planes))

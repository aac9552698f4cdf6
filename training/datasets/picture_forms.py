"""Spectrogram pictures as they were published: 218 × 336 points in colours, and back to levels."""

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.datasets.palette import magma

# matplotlib's usual figure of 432 × 288 points, and where its axes lie.
SIZE = (432, 288)
_ROWS, _COLUMNS = slice(35, 253), slice(54, 390)
HEIGHT, WIDTH = 218, 336
RANGE_DB = 80.0
CLIP_FRAMES = 1_292
_BANDS = 128
_OPAQUE = 255
_KEPT_BITS = 5  # of each colour, where the nearest of the palette is looked up

Levels = NDArray[np.float32]
Picture = NDArray[np.uint8]


class NotAPicture(ValueError):
    """A file is no spectrogram picture; the text says why."""


def read_picture(path: Path) -> Picture:
    """The spectrogram inside a published picture, uint8 (218, 336, 4): red, green, blue, opacity.

    Raises:
        NotAPicture: It cannot be read or has another size.
    """
    try:
        with Image.open(path) as picture:
            if picture.size != SIZE:
                wide, high = picture.size
                message = f"It has {wide} × {high} points instead of {SIZE[0]} × {SIZE[1]}."
                raise NotAPicture(message)
            return np.asarray(picture.convert("RGBA"), np.uint8)[_ROWS, _COLUMNS]
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        message = f"It cannot be read as a picture ({error})."
        raise NotAPicture(message) from error


def picture_of(log_mel: NDArray[np.floating]) -> Picture:
    """Draw a log-mel (128, frames) as the published pictures are, uint8 (218, 336, 4)."""
    levels = np.asarray(log_mel, np.float32)
    levels = np.maximum(levels - levels.max(), -RANGE_DB) / RANGE_DB + 1.0
    drawn = resized(levels[::-1], HEIGHT, WIDTH)
    colours = magma()[np.rint(drawn * (len(magma()) - 1)).astype(np.int64)]
    return np.concatenate([colours, np.full((HEIGHT, WIDTH, 1), _OPAQUE, np.uint8)], axis=2)


def log_mel_of(picture: Picture) -> Levels:
    """The log-mel (128, 1,292) of a clip of 30 s that a picture shows, in dB re its maximum."""
    steps = (picture[:, :, :3] >> (8 - _KEPT_BITS)).astype(np.int64)
    places = (steps[..., 0] << 2 * _KEPT_BITS) | (steps[..., 1] << _KEPT_BITS) | steps[..., 2]
    levels = _nearest()[places][::-1].astype(np.float32) / (len(magma()) - 1) * RANGE_DB - RANGE_DB
    return resized(levels, _BANDS, CLIP_FRAMES)


def resized(values: Levels, high: int, wide: int) -> Levels:
    """Values (rows, columns) at other numbers of rows and columns, linear between centres."""
    return _along_rows(_along_rows(values, high).T, wide).T


def _along_rows(values: Levels, count: int) -> Levels:
    place = np.clip((np.arange(count) + 0.5) * len(values) / count - 0.5, 0, len(values) - 1)
    below = np.minimum(place.astype(np.int64), max(0, len(values) - 2))
    share = (place - below).astype(np.float32)[:, None]
    above = np.minimum(below + 1, len(values) - 1)
    between: Levels = (1 - share) * values[below] + share * values[above]
    return between


@cache
def _nearest() -> Picture:
    """The number of the palette's colour nearest to each colour of five bits a part (32768,)."""
    steps = np.arange(1 << _KEPT_BITS) << (8 - _KEPT_BITS)
    centres = steps + (1 << (7 - _KEPT_BITS))
    colours = np.stack(np.meshgrid(centres, centres, centres, indexing="ij"), axis=-1)
    far = ((colours.reshape(-1, 1, 3) - magma()[None].astype(np.int64)) ** 2).sum(axis=2)
    numbers: Picture = far.argmin(axis=1).astype(np.uint8)
    return numbers

"""From levels to pixels: a colour map over a range of decibels."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from genre_desktop.core.colour_maps import COLOURS, colour_table

Levels = NDArray[np.float32]
Pixels = NDArray[np.uint32]

_OPAQUE = 0xFF000000
_SHADE_PERCENT = 55


class LevelColours:
    """Colours levels, dB re full scale.

    Args:
        name: Of the colour map.
        top_db: The level of the brightest colour.
        range_db: How far below it the darkest colour lies.
    """

    def __init__(self, name: str, top_db: float, range_db: float) -> None:
        red, green, blue = colour_table(name).astype(np.uint32).T
        self._table: Pixels = _OPAQUE | red << 16 | green << 8 | blue
        red, green, blue = (part * _SHADE_PERCENT // 100 for part in (red, green, blue))
        self._shaded: Pixels = _OPAQUE | red << 16 | green << 8 | blue
        self._low = np.float32(top_db - range_db)
        self._scale = np.float32((COLOURS - 1) / range_db)

    @staticmethod
    @lru_cache(maxsize=4)
    def of(name: str, top_db: float, range_db: float) -> "LevelColours":
        """The same object for the same colours."""
        return LevelColours(name, top_db, range_db)

    def pixels(self, levels: Levels, *, shaded: bool = False) -> Pixels:
        """Return 0xAARRGGBB of levels, in the same shape; shaded ones have 55 % of the light."""
        numbers = (levels - self._low) * self._scale
        np.clip(numbers, 0, COLOURS - 1, out=numbers)
        return (self._shaded if shaded else self._table)[numbers.astype(np.uint8)]

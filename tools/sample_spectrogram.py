"""Draws the made-up spectrogram in the picture of the first run: resources/pictures."""

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

TARGET = Path(__file__).parents[1] / "resources" / "pictures" / "spectrogram.png"
SIZE = (500, 144)  # twice the picture's place, for dense screens
_SEED = 9
# Points of the magma colour map (Smith and van der Walt, CC0), from dark to bright.
_MAGMA = np.array(
    [
        (0, 0, 4),
        (28, 16, 68),
        (79, 18, 123),
        (129, 37, 129),
        (181, 54, 122),
        (229, 80, 100),
        (251, 135, 97),
        (254, 194, 135),
        (252, 253, 191),
    ],
    dtype=np.float64,
)


def sample_spectrogram(width: int, height: int) -> QImage:
    """Beats over held notes, low at the bottom; the same picture every time.

    Args:
        width: In device pixels.
        height: In device pixels.
    """
    return _coloured(_levels(width, height))


def _levels(width: int, height: int) -> NDArray[np.float64]:
    """Levels from 0 to 1, (height, width), high frequencies first."""
    random = np.random.default_rng(_SEED)
    time = np.linspace(0.0, 1.0, width)
    pitch = np.linspace(1.0, 0.0, height)[:, None]
    body = 0.78 - 0.62 * pitch
    beat = np.exp(-24.0 * ((time * 16.0) % 1.0)) * (0.35 - 0.15 * pitch)
    notes = np.zeros((height, width))
    for start in np.arange(0.0, 1.0, 0.0625):
        held = (time >= start) & (time < start + 0.09)
        lowest = random.uniform(0.08, 0.2)
        for partial in range(1, 7):
            line = np.exp(-(((pitch - lowest * partial**0.8) / 0.012) ** 2))
            notes += line * held * (0.4 / partial**0.5)
    grain = random.normal(0.0, 0.07, (height, width))
    entry = np.clip(time * 9.0, 0.45, 1.0)
    return np.clip((body + beat + notes + grain) * entry, 0.0, 1.0)


def _coloured(levels: NDArray[np.float64]) -> QImage:
    place = levels * (len(_MAGMA) - 1)
    low = np.minimum(place.astype(int), len(_MAGMA) - 2)
    part = (place - low)[..., None]
    pixels = np.round(_MAGMA[low] * (1.0 - part) + _MAGMA[low + 1] * part).astype(np.uint8)
    height, width = levels.shape
    image = QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.copy()  # the copy owns its bytes


def main() -> int:
    """Write the picture."""
    TARGET.parent.mkdir(exist_ok=True)
    return 0 if sample_spectrogram(*SIZE).save(str(TARGET)) else 1


if __name__ == "__main__":
    sys.exit(main())

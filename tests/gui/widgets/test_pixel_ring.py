"""A picture that scrolls without being moved."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from genre_desktop.ui.spectrogram.level_colours import LevelColours
from genre_desktop.ui.spectrogram.pixel_ring import Part, PixelRing

EMPTY = QColor(1, 2, 3)


def columns(first: int, last: int, height: int = 4) -> NDArray[np.uint32]:
    """Columns whose blue and green say their number."""
    numbers = np.arange(first, last, dtype=np.uint32)
    return np.repeat((0xFF000000 | numbers)[:, None], height, axis=1)


def painted(ring: PixelRing, first: int, width: int) -> list[int]:
    """What is seen: the number of each column, −1 where nothing was painted."""
    image = QImage(width, ring.height, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    painter = QPainter(image)
    ring.paint(painter, Part(0, 0, width, ring.height), first)
    painter.end()
    seen = [image.pixel(x, 1) & 0xFFFFFF for x in range(width)]
    return [-1 if value == 0xFFFFFF else value for value in seen]


def test_columns_are_seen_by_their_numbers() -> None:
    ring = PixelRing(100, 4, EMPTY)
    ring.put(0, columns(0, 60))
    assert painted(ring, 20, 30) == list(range(20, 50))


def test_the_ring_goes_round() -> None:
    ring = PixelRing(100, 4, EMPTY)
    for start in range(0, 930, 31):
        ring.put(start, columns(start, start + 31))
    assert painted(ring, 860, 60) == list(range(860, 920))


def test_what_is_not_there_is_not_painted() -> None:
    ring = PixelRing(50, 4, EMPTY)
    ring.put(10, columns(10, 40))
    assert painted(ring, 5, 50) == [-1] * 5 + list(range(10, 40)) + [-1] * 15


def test_a_gap_begins_anew() -> None:
    ring = PixelRing(50, 4, EMPTY)
    ring.put(0, columns(0, 40))
    ring.put(100, columns(100, 120))
    assert painted(ring, 0, 40) == [-1] * 40
    assert painted(ring, 100, 20) == list(range(100, 120))


def test_more_columns_than_fit_leave_the_last_ones() -> None:
    ring = PixelRing(30, 4, EMPTY)
    ring.put(0, columns(0, 100))
    assert ring.end == 100
    assert painted(ring, 70, 30) == list(range(70, 100))


def test_what_lies_before_is_put_before_as_far_as_there_is_room() -> None:
    ring = PixelRing(16, 4, EMPTY)
    ring.put(0, columns(100, 106))
    ring.put_before(columns(70, 100))
    assert ring.first == -10
    assert painted(ring, -4, 8) == list(range(96, 104))
    ring.put(6, columns(106, 110))
    assert painted(ring, -10, 8) == [-1] * 4 + [94, 95, 96, 97]


def test_levels_become_the_colours_of_the_map() -> None:
    colours = LevelColours("grey", top_db=0.0, range_db=100.0)
    pixels = colours.pixels(np.array([[-200.0, -100.0, -50.0, 0.0, 20.0]], np.float32))[0]
    assert [hex(value) for value in pixels.tolist()] == [
        "0xff000000", "0xff000000", "0xff7f7f7f", "0xffffffff", "0xffffffff"
    ]  # fmt: skip


def test_shaded_colours_have_half_the_light() -> None:
    colours = LevelColours("grey", top_db=0.0, range_db=100.0)
    pixels = colours.pixels(np.array([[-100.0, 0.0]], np.float32), shaded=True)[0]
    assert [hex(value) for value in pixels.tolist()] == ["0xff000000", "0xff8c8c8c"]

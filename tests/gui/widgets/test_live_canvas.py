"""What the live picture moves on the screen is what it would paint anew."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QImage, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.ui.spectrogram.axes import time_height
from genre_desktop.ui.spectrogram.level_colours import LevelColours
from genre_desktop.ui.spectrogram.live_canvas import LiveCanvas
from genre_desktop.ui.spectrogram.live_picture import NOW, NOW_SHARE
from genre_desktop.ui.spectrogram.live_rings import LiveRings, rings_for
from genre_desktop.ui.spectrogram.time_scale import Place
from genre_desktop.ui.theme import Size, Theme

WIDTH, HEIGHT = 600, 80
PER_SECOND = 50.0
COLOURS = LevelColours("magma", 0.0, 70.0)
STEPS = (1, 2, 1, 0, 2, 1, 3) * 40  # through several words of the axis


@pytest.fixture
def canvas(qtbot: QtBot, theme: Theme) -> Iterator[LiveCanvas]:
    """In a window, with a margin around it."""
    window = QWidget()
    window.resize(WIDTH + 40, HEIGHT + time_height(theme.font(Size.AXIS)) + 40)
    canvas = LiveCanvas(theme, window)
    canvas.fit(QRect(20, 20, WIDTH, HEIGHT))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield canvas
    window.close()


@pytest.fixture
def rings(canvas: LiveCanvas) -> LiveRings:
    """More columns than will be shown, no two of them alike."""
    rings = rings_for(4 * WIDTH, HEIGHT)
    levels = np.random.default_rng(0).uniform(-80, 0, (3 * WIDTH, HEIGHT)).astype(np.float32)
    rings.put(0, levels, COLOURS)
    canvas.show_rings(rings)
    return rings


def place(first: int, origin: float = 0.0) -> Place:
    heard = origin + (first + WIDTH * 5 / 6) / PER_SECOND
    return Place(first, origin, PER_SECOND, heard)


def on_screen(canvas: LiveCanvas) -> QImage:
    """What stands on the screen where the canvas is."""
    QApplication.processEvents()
    window = canvas.window()
    screen = window.screen().grabWindow(window.winId())
    return plain(screen.copy(canvas.geometry()))


def plain(pixmap: QPixmap) -> QImage:
    return pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)


class Painted(QObject):
    """How much of a widget was painted each time, as a share of it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.shares: list[float] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 — Qt's name
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            missing = QRegion(watched.rect()).subtracted(event.region())
            painted = sum(
                not missing.contains(QPoint(x, y))
                for x in range(0, watched.width(), 3)
                for y in range(0, watched.height(), 3)
            )
            self.shares.append(9 * painted / watched.width() / watched.height())
        return False


def moved(canvas: LiveCanvas) -> bool:
    """Whether what stands on the screen is what would be painted anew, frame by frame."""
    first = 0
    for step in STEPS:
        first += step
        canvas.show_place(place(first))
        if on_screen(canvas) != plain(canvas.grab()):
            return False
    return True


def test_what_is_moved_looks_like_what_is_painted(canvas: LiveCanvas, rings: LiveRings) -> None:
    assert rings.heard.end > 0
    canvas.show_place(place(0))
    assert moved(canvas)


def test_what_stands_stays_where_it_is_while_the_picture_moves(
    canvas: LiveCanvas, rings: LiveRings
) -> None:
    assert rings.heard.end > 0
    canvas.show_place(place(0))
    canvas.show_cross((123, 45))
    canvas.show_focus(there=True)
    assert moved(canvas)
    assert on_screen(canvas).pixelColor(round(WIDTH * NOW_SHARE), HEIGHT // 2) == NOW


def test_a_frame_paints_little_of_it(canvas: LiveCanvas, rings: LiveRings) -> None:
    assert rings.heard.end > 0
    canvas.show_place(place(0))
    on_screen(canvas)
    painted = Painted(canvas)
    for first in range(1, 60, 2):
        canvas.show_place(place(first))
        QApplication.processEvents()
    assert len(painted.shares) == 30
    assert max(painted.shares) < 0.2


def test_where_nothing_moves_nothing_is_painted(canvas: LiveCanvas, rings: LiveRings) -> None:
    assert rings.heard.end > 0
    canvas.show_place(place(0))
    on_screen(canvas)
    painted = Painted(canvas)
    canvas.show_place(place(0))
    assert not painted.shares
    canvas.show_place(place(1))
    assert len(painted.shares) == 1  # at once


def test_columns_that_come_late_are_painted_where_they_belong(canvas: LiveCanvas) -> None:
    rings = rings_for(2 * WIDTH, HEIGHT)
    canvas.show_rings(rings)
    levels = np.random.default_rng(1).uniform(-80, 0, (2 * WIDTH, HEIGHT)).astype(np.float32)
    for first in range(0, 40, 2):
        come = rings.heard.end
        rings.put(come, levels[come : come + 31], COLOURS)
        canvas.show_place(place(first))
        assert on_screen(canvas) == plain(canvas.grab())


def test_the_next_track_has_times_of_its_own(canvas: LiveCanvas, rings: LiveRings) -> None:
    assert rings.heard.end > 0
    canvas.show_place(place(0))
    canvas.show_place(place(2, origin=-60.0))
    assert on_screen(canvas) == plain(canvas.grab())


def test_another_theme_is_shown_at_once(canvas: LiveCanvas, rings: LiveRings, theme: Theme) -> None:
    assert rings.heard.end > 0
    canvas.show_place(place(0))
    before = on_screen(canvas)
    theme.follow("dark")
    canvas.show_place(place(2))
    assert on_screen(canvas) == plain(canvas.grab())
    assert on_screen(canvas).pixel(2, HEIGHT + 8) != before.pixel(2, HEIGHT + 8)

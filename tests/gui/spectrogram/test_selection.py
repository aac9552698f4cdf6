"""Times that are selected in the picture of a whole track."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genre_desktop.ui.spectrogram.dock import SpectrogramDock

_HELD = 2  # pixels of an edge under the pointer
_CROSS = 1  # of the line through the pointer, before and after it moved


def test_an_edge_under_the_pointer_hides_nothing_of_the_sound(
    stopped: SpectrogramDock, qtbot: QtBot
) -> None:
    plot = stopped.plot
    stopped.selection.select(1.0, 3.0)
    area = plot.plot_area()
    first, last = plot.times()
    edge = area.left() + round((3.0 - first) / (last - first) * area.width())

    def columns() -> list[int]:
        picture = plot.viewport().grab().toImage()
        return [picture.pixel(x, area.top() + 3) for x in range(area.left(), area.right())]

    def hover(x: int, *, is_held: bool) -> list[int]:
        QTest.mouseMove(plot.viewport(), QPoint(x, area.center().y()))
        qtbot.waitUntil(lambda: plot._region.lines[1].mouseHovering is is_held)
        return columns()

    beside, on_it = hover(edge - 60, is_held=False), hover(edge, is_held=True)
    changed = sum(one != other for one, other in zip(beside, on_it, strict=True))
    assert 0 < changed <= 2 * (_HELD + _CROSS)

"""Times that are selected in the picture of a whole track."""

from genre_desktop.ui.spectrogram.dock import SpectrogramDock

_HELD = 2  # pixels, of an edge under the pointer


def test_an_edge_under_the_pointer_hides_nothing_of_the_sound(stopped: SpectrogramDock) -> None:
    plot = stopped.plot
    stopped.selection.select(1.0, 3.0)
    area = plot.plot_area()

    def columns(*, is_held: bool) -> list[int]:
        plot._region.lines[1].setMouseHover(is_held)  # as pyqtgraph does under the pointer
        picture = plot.viewport().grab().toImage()
        return [picture.pixel(x, area.top() + 3) for x in range(area.left(), area.right())]

    free, held = columns(is_held=False), columns(is_held=True)
    changed = sum(one != other for one, other in zip(free, held, strict=True))
    assert 0 < changed <= 2 * _HELD

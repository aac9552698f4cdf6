"""Icons are as sharp as the screen."""

import pytest
from PySide6.QtCore import QSize

from genre_desktop.ui.icons import Icons


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_has_as_many_pixels_as_the_screen_shows(icons: Icons, ratio: float) -> None:
    drawn = icons.icon("add-folder").pixmap(QSize(16, 16), ratio)
    assert drawn.size() == QSize(16, 16) * ratio
    assert drawn.devicePixelRatio() == ratio

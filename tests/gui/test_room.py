"""What there is room for is shown."""

import pytest

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.tool_bar import NARROW_FILTER


@pytest.mark.parametrize("width", [960, 1040, 1120, 1200, 1280, 1600])
def test_the_filter_box_shows_its_hint_wherever_there_is_room(
    desktop: GenreDesktop, width: int
) -> None:
    bar = desktop.tool_bar
    desktop.window.resize(width, 700)
    more = bar.filter_box.wide - bar.filter_box.width()
    assert more in {0, bar.filter_box.wide - NARROW_FILTER}
    has_words = bar.toolButtonStyle() != bar.toolButtonStyle().ToolButtonIconOnly
    assert more == 0 or has_words or bar.sizeHint().width() + more > bar.width()


def test_no_line_stands_beside_a_filter_box_that_is_not_there(desktop: GenreDesktop) -> None:
    bar = desktop.tool_bar

    def lines() -> int:
        return sum(one.isSeparator() and one.isVisible() for one in bar.actions())

    before = lines()
    bar.show_filter(shown=False)
    assert lines() == before - 1
    bar.show_filter(shown=True)
    assert lines() == before

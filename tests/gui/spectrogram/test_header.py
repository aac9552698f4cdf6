"""The line above the spectrogram keeps its parts beside each other."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from genre_desktop.services.spectrogram.view_choice import ViewChoice
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.spectrogram.header import SpectrogramHeader
from genre_desktop.ui.spectrogram.spectrogram_actions import SpectrogramActions
from genre_desktop.ui.spectrogram.view_menus import ViewMenus
from genre_desktop.ui.theme import Theme


@pytest.mark.parametrize(("points", "width"), [(9, 660), (9, 1_000), (16, 660), (16, 1_000)])
def test_no_part_lies_over_another_whatever_the_font(
    qtbot: QtBot, qapp: QApplication, points: int, width: int
) -> None:
    usual, font = QFont(qapp.font()), QFont(qapp.font())
    font.setPointSizeF(points)
    qapp.setFont(font)
    theme = Theme(qapp, "light")
    icons = Icons(theme)
    menus = ViewMenus(ViewChoice(), theme)
    header = SpectrogramHeader(theme, icons, menus, SpectrogramActions(icons, theme))
    qtbot.addWidget(header)
    header.resize(width, header.height())
    header.show()

    def overlaps() -> list[tuple[int, int]]:
        shown = [part for part in (header._title, *header.buttons) if part.isVisible()]
        assert len(shown) >= 4
        ends = [(part.geometry().left(), part.geometry().right()) for part in shown]
        return [(right, left) for (_, right), (left, _) in pairwise(ends) if left <= right]

    qtbot.waitUntil(lambda: not overlaps())
    assert all(part.width() >= part.minimumSizeHint().width() for part in header.buttons)
    qapp.setFont(usual)

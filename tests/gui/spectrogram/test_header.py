"""The line above the spectrogram keeps its parts beside each other."""

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from genre_desktop.services.spectrogram.view_choice import ViewChoice
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.spectrogram.header import SpectrogramHeader
from genre_desktop.ui.spectrogram.spectrogram_actions import SpectrogramActions
from genre_desktop.ui.spectrogram.view_menus import ViewMenus
from genre_desktop.ui.theme import Theme
from tests.support.contrast import contrast


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_headings_in_menus_can_be_read_and_are_passed_over(
    qtbot: QtBot, qapp: QApplication, scheme: str
) -> None:
    theme = Theme(qapp, scheme)
    theme.dress()
    menus = ViewMenus(ViewChoice(), theme)
    (menu,) = (
        one for group, one in menus.menus.items() if len(group.sections) > 1 and group.measures
    )
    qtbot.addWidget(menu)
    menu.popup(QPoint(0, 0))
    heading = menu.actions()[0]
    assert heading.text() == "Length in samples"
    picture = menu.grab(menu.actionGeometry(heading)).toImage()
    seen = Counter(
        picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    ((behind, _),) = seen.most_common(1)
    assert max(contrast(QColor(one), QColor(behind)) for one in seen) >= 4.5
    QTest.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is menu.actions()[1]
    menu.close()
    qapp.setStyleSheet("")

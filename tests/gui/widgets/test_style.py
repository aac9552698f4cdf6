"""The style sheet's promises that can be seen: what is on, what has the keyboard, what is off."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QProxyStyle,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from genre_desktop.ui.icons import Icons
from genre_desktop.ui.theme import Theme

MARK_WIDTH = 28  # of a menu's column of icons and marks


@pytest.fixture
def menu(qtbot: QtBot, theme: Theme) -> QMenu:
    menu = QMenu()
    qtbot.addWidget(menu)
    return menu


def marks_of(menu: QMenu, place: int) -> QImage:
    """The icon or mark of a menu's entry, without the menu's own border."""
    menu.popup(QPoint(0, 0))
    area = menu.actionGeometry(menu.actions()[place])
    area.setLeft(2)
    area.setWidth(MARK_WIDTH - 2)
    image = menu.grab(area).toImage()
    menu.close()
    return image


@pytest.mark.parametrize("icon", ["sidebar", ""])
def test_what_is_on_looks_so_in_a_menu_with_an_icon_or_without(
    menu: QMenu, icons: Icons, icon: str
) -> None:
    action = menu.addAction("Folders")
    if icon:
        action.setIcon(icons.icon(icon))
    action.setCheckable(True)
    off = marks_of(menu, 0)
    action.setChecked(True)
    assert marks_of(menu, 0) != off


def test_the_mark_of_a_menu_keeps_away_from_its_edge(menu: QMenu) -> None:
    action = menu.addAction("Quick")
    action.setCheckable(True)
    action.setChecked(True)
    image = marks_of(menu, 0)
    ground = image.pixelColor(0, 0)
    marked = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]
    assert marked[0] >= 4
    assert len(marked) >= 11


@pytest.mark.parametrize("kind", [QSlider, QLineEdit, QSpinBox])
def test_who_has_the_keyboard_wears_a_ring(qtbot: QtBot, theme: Theme, kind: type[QWidget]) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    widget = kind(around)
    if isinstance(widget, QSlider):
        widget.setOrientation(Qt.Orientation.Horizontal)
    widget.setFixedSize(QSize(110, 30))
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    around.setFocus()
    ring = theme.colours.focus

    def edge() -> list[bool]:
        image = widget.grab().toImage()
        return [image.pixelColor(x, 15) == ring for x in (0, image.width() - 1)]

    assert not any(edge())
    widget.setFocus()
    qtbot.waitUntil(lambda: all(edge()))


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, QListWidget, QPushButton])
def test_who_got_the_keyboard_by_tab_wears_a_ring_and_nothing_else(
    qtbot: QtBot, theme: Theme, kind: type[QWidget]
) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    before, widget = QLineEdit(around), kind(around)
    if isinstance(widget, QCheckBox | QRadioButton):
        widget.setText("On")
        widget.setChecked(True)
    widget.setGeometry(0, 40, 110, 30)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    before.setFocus()
    colours = theme.colours
    grounds = (colours.window, colours.base, colours.button)

    def ring_and_rest() -> tuple[int, int]:
        image = widget.grab().toImage()
        every = [image.pixelColor(x, y) for x, y in product(range(110), range(30))]
        return every.count(colours.focus), sum(every.count(ground) for ground in grounds)

    without, rest = ring_and_rest()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    qtbot.waitUntil(widget.hasFocus)
    ring, left = ring_and_rest()
    assert ring - without > 60
    assert rest - left <= 2 * 2 * (110 + 30)  # no more than the ring covers


@pytest.mark.parametrize("kind", [QLineEdit, QSpinBox])
def test_a_field_that_is_off_has_a_weaker_border(
    qtbot: QtBot, theme: Theme, kind: type[QWidget]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.setFixedSize(QSize(110, 30))
    field.setEnabled(False)
    assert field.grab().toImage().pixelColor(0, 15) == theme.colours.hairline


@pytest.mark.parametrize("points", [8, 16, 24])
def test_the_ring_of_the_keyboard_takes_nothing_from_the_words(
    qapp: QApplication, qtbot: QtBot, theme: Theme, points: int
) -> None:
    font = QFont(qapp.font())
    font.setPointSize(points)
    qapp.setFont(font)  # the theme puts the usual one back
    theme.dress()
    page = QWidget()
    qtbot.addWidget(page)
    row = QVBoxLayout(page)
    first, button, box = QPushButton("First"), QPushButton("Again"), QComboBox()
    box.addItem("Jagged")
    for one in (first, button, box):
        row.addWidget(one)
    page.show()
    qtbot.waitActive(page)
    page.resize(page.width(), page.minimumSizeHint().height())
    height = button.fontMetrics().height()
    for one in (box, button):
        one.setFocus()
        assert one.minimumSizeHint().height() >= height + 4  # the ring on both sides
    look = QStyleOptionButton()
    button.initStyleOption(look)
    inside = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, look, button)
    assert inside.height() >= height


class _WithIcons(QProxyStyle):
    """Fusion on a desktop that wants icons on buttons."""

    def styleHint(  # noqa: N802 (Qt's name)
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, data)


@pytest.mark.usefixtures("theme")
def test_the_buttons_of_questions_have_no_icons_of_the_desktop(qtbot: QtBot) -> None:
    buttons = QDialogButtonBox()
    qtbot.addWidget(buttons)
    buttons.setStyle(_WithIcons("Fusion"))
    cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
    assert cancel.icon().isNull()

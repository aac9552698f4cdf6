"""The wheel over boxes that choose."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.ui.calm_boxes import CalmComboBox, CalmSpinBox


def turn_wheel(over: QWidget) -> bool:
    """Turn the wheel down by a notch; True where the widget took it."""
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(over.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 (Qt's own signature)
    )
    QApplication.sendEvent(over, event)
    return event.isAccepted()


@pytest.mark.parametrize("has_focus", [False, True])
def test_the_wheel_never_chooses_in_a_combo_box(qtbot: QtBot, has_focus: bool) -> None:
    box = CalmComboBox()
    qtbot.addWidget(box)
    box.addItems(["one", "two", "three"])
    box.show()
    if has_focus:
        box.activateWindow()
        box.setFocus()
        qtbot.waitUntil(box.hasFocus)
    assert not turn_wheel(box)
    assert box.currentIndex() == 0


def test_the_wheel_turns_a_number_only_with_the_keyboard_in_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box, other = CalmSpinBox(window), QWidget(window)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setValue(5)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert not turn_wheel(box)
    assert box.value() == 5
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    assert turn_wheel(box)
    assert box.value() == 4

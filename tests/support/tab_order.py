"""Where Tab leads to, pressed as a user would."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

_MOST = 200


def tab_from(first: QWidget, qtbot: QtBot) -> list[QWidget]:
    """The widgets that have the keyboard one after the other, from one on until it has it again."""
    window = first.window()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is first
    order = [first]
    while len(order) < _MOST:
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is first:
            return order
        order.append(focused)
    raise AssertionError(f"Tab does not lead back to {first}")

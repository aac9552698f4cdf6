"""The frame of all dialogs: what Enter does, and how large they open."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.theme import Theme


class _Asking(FramedDialog):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Write the tags?")
        self.pressed: list[str] = []
        self.also = QCheckBox("Also the tempo")
        self.leave, self.write = QPushButton("Cancel"), QPushButton("Write")
        self.leave.clicked.connect(lambda: self.pressed.append("Cancel"))
        self.write.clicked.connect(lambda: self.pressed.append("Write"))
        self._finish(self.also, self.leave, self.write)


@pytest.mark.parametrize(
    ("held", "pressed"), [("leave", "Cancel"), ("write", "Write"), ("also", "Write")]
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_keyboard(
    held: str, pressed: str, key: Qt.Key, theme: Theme, qtbot: QtBot
) -> None:
    asking = _Asking(theme)
    qtbot.addWidget(asking)
    asking.show()
    asking.activateWindow()
    widget: QWidget = getattr(asking, held)
    widget.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is widget)
    QTest.keyClick(widget, key)
    assert asking.pressed == [pressed]


@pytest.mark.parametrize(("width", "height"), [(400, 300), (9_000, 300), (400, 9_000)])
def test_a_dialog_opens_at_its_size_and_never_larger_than_the_screen(
    width: int, height: int, theme: Theme, qtbot: QtBot
) -> None:
    asking = _Wide(theme, width, height)
    qtbot.addWidget(asking)
    room = asking.screen().availableSize()
    assert asking.size() == QSize(width, height).boundedTo(room)


class _Wide(FramedDialog):
    def __init__(self, theme: Theme, width: int, height: int) -> None:
        super().__init__(theme, "What would be written")
        self._open_at(width, height)


def test_words_that_need_more_lines_cut_nothing_in_a_low_dialog(theme: Theme, qtbot: QtBot) -> None:
    asking = _Asking(theme)
    qtbot.addWidget(asking)
    asking.also.setMinimumHeight(300)  # more than is kept for any content
    asking.show()
    asking.resize(300, 1)
    asking._say("Write the tags?", "One sentence that has become very much longer. " * 5)
    labels = asking.findChildren(QLabel)
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in labels))
    assert asking.also.height() == 300
    high = asking.height()
    asking.resize(700, high)
    qtbot.waitUntil(lambda: asking.minimumHeight() < high)

"""What all dialogs share: the heading, the muted sentence and the row of buttons."""

from typing import TypeGuard

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.theme import Size, Theme

PADDING = 16
_LEAST = 280, 160  # how narrow a dialog and how low its content may become
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LAID_OUT_ANEW = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.Resize})


class FramedDialog(QDialog):
    """A heading that is the result, one muted sentence, the content, buttons on the right.

    Attributes:
        enter_presses_default: Whether Enter presses the default button from a field or table, too.
        may_ask: Whether there is somebody who can be asked before it closes.
    """

    enter_presses_default = True
    may_ask = True

    def __init__(
        self, theme: Theme, heading: str, sentence: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        self._column.setSpacing(8)
        self._column.addStrut(theme.scaled(_LEAST[0]))
        self._heading = self._add_words(ToneLabel(theme, heading, size=Size.TITLE, demi=True))
        self._sentence = self._add_words(ToneLabel(theme, sentence, role="muted"))
        self._sentence.setVisible(bool(sentence))
        self._column.addSpacing(4)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch()

    def event(self, event: QEvent) -> bool:
        """What is said in more lines, since it is longer or has less width, is not cut."""
        is_taken = super().event(event)
        if event.type() in _LAID_OUT_ANEW:
            self._stay_high_enough()
        return is_taken

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, and only else the default one."""
        focused = self.focusWidget()
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif _is_pressed_by_enter(focused):
            if not event.isAutoRepeat():
                focused.click()
        elif self.enter_presses_default:
            super().keyPressEvent(event)

    def _stay_high_enough(self) -> None:
        """Qt itself minds the lines of words that wrap where there is room for them only."""
        column = self._column
        needed = max(
            column.totalMinimumSize().height(), column.totalMinimumHeightForWidth(self.width())
        )
        least = min(needed, self.screen().availableSize().height())
        if least != self.minimumHeight():
            self.setMinimumHeight(least)

    def _open_at(self, width: int, height: int) -> None:
        """Begin at a size, with a large font at a larger one; never larger than the screen."""
        wanted = QSize(width, height)
        scaled = QSize(self._theme.scaled(width), self._theme.scaled(height))
        self.resize(wanted.expandedTo(scaled).boundedTo(self.screen().availableSize()))

    def _finish(self, content: QWidget, *buttons: QPushButton) -> None:
        """Put in the content and the buttons; the last of them is the default one."""
        row = QHBoxLayout()
        row.addWidget(content)
        row.addStrut(self._theme.scaled(_LEAST[1]))
        self._column.addLayout(row, 1)
        self._column.addSpacing(4)
        for button in buttons:
            button.setAutoDefault(False)
            self._buttons.addWidget(button)
        if buttons:
            buttons[-1].setDefault(True)
        self._column.addLayout(self._buttons)

    def _close_button(self) -> QPushButton:
        button = QPushButton(close_words())
        button.clicked.connect(self.accept)
        return button

    def _say(self, heading: str, sentence: str) -> None:
        """Take other words."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def _add_words(self, label: ToneLabel) -> ToneLabel:
        label.setWordWrap(True)
        self._column.addWidget(label)
        return label


def close_words() -> str:
    """The words of the button that closes a dialog."""
    return QCoreApplication.translate("FramedDialog", "&Close")


def _is_pressed_by_enter(focused: QWidget | None) -> TypeGuard[QAbstractButton]:
    if isinstance(focused, QCheckBox | QRadioButton):
        return False  # they are chosen by Space
    return isinstance(focused, QAbstractButton) and focused.isVisible()

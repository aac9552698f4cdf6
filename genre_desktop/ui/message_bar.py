"""The bar that tells the user one sentence at a time, above the panes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from genre_desktop.services.messages import Message, Weight
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.labels import ToneLabel, WrappedLabel
from genre_desktop.ui.theme import Theme

HEIGHT = 34
MOST_LINES = 3
EDGE = 3
NEWS_MS = 8_000
ICON = QSize(16, 16)


class MessageBar(QWidget):
    """Problems stay until they are closed; news leaves by itself unless it is looked at.

    The newest message is on show; closing it shows the one before.

    Signals:
        answered: The topic of the message whose button was pressed.
    """

    answered = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, *, news_ms: int = NEWS_MS) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._messages: list[Message] = []
        self._leave = QTimer(self, singleShot=True, interval=news_ms)
        self._leave.timeout.connect(self._leave_if_unwatched)
        self._icon = QLabel()
        self._sentence = WrappedLabel(theme, most_lines=MOST_LINES)
        giving_way = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        giving_way.setHeightForWidth(True)
        self._sentence.setSizePolicy(giving_way)
        self._more = ToneLabel(theme, role="muted")
        self._action = QPushButton()
        self._action.clicked.connect(self._answer)
        self._close = QToolButton()
        self._close.setIcon(icons.icon("close"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.clicked.connect(self.close_message)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE + 11, 3, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        for widget in (self._more, self._action, self._close):
            row.addWidget(widget)
        self._row = row
        self._least_height = max(HEIGHT, self._action.sizeHint().height() + 8)
        self.setFixedHeight(self._least_height)
        self.setAccessibleName(self.tr("Message of the program"))
        self.hide()
        theme.changed.connect(self._show_newest)

    @property
    def messages(self) -> tuple[Message, ...]:
        """What is there to be read, the newest last."""
        return tuple(self._messages)

    @Slot(object)
    def show_message(self, message: Message) -> None:
        """Show a message; it takes the place of an earlier one of its topic."""
        self._messages = [
            other
            for other in self._messages
            if other != message and not (message.topic and other.topic == message.topic)
        ]
        if message.weight is Weight.NEWS:  # news gives way to news
            self._messages = [m for m in self._messages if m.weight is not Weight.NEWS or m.action]
        self._messages.append(message)
        self._show_newest()

    @Slot(str)
    def withdraw(self, topic: str) -> None:
        """Take back the message of a topic."""
        self._keep(lambda message: message.topic != topic)

    @Slot()
    def withdraw_about_list(self) -> None:
        """Take back what is about a list that was cleared."""
        self._keep(lambda message: not message.about_list)

    @Slot()
    def close_message(self) -> None:
        """Close the message on show."""
        if self._messages:
            self._messages.pop()
        self._show_newest()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._messages:
            return
        colours = self._theme.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.raised)
        edge = colours.problem if self._is_problem() else colours.focus
        painter.fillRect(0, 0, EDGE, self.height(), edge)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.hairline)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._leave.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._start_leaving()
        super().leaveEvent(event)

    def _show_newest(self) -> None:
        self._leave.stop()
        if not self._messages:
            self.hide()
            return
        message = self._messages[-1]
        colours = self._theme.colours
        name, colour = ("info", colours.focus)
        if self._is_problem():
            name, colour = ("warning", colours.problem)
        self._icon.setPixmap(self._icons.pixmap(name, ICON, colour, self.devicePixelRatioF()))
        sentence = in_our_language(message.sentence)
        self._sentence.say(sentence)
        self._action.setText(message.action)
        self._action.setVisible(bool(message.action))
        others = len(self._messages) - 1
        self._more.setText(self.tr("%1 more").replace("%1", self.locale().toString(others)))
        self._more.setVisible(others > 0)
        self.setAccessibleDescription(sentence)
        self.show()
        self._fit()
        self.update()
        self._start_leaving()

    def _fit(self) -> None:
        """Be as high as the sentence needs; most of them need one line."""
        self._row.invalidate()
        self.setFixedHeight(max(self._least_height, self._row.heightForWidth(self.width())))

    def _keep(self, holds: Callable[[Message], bool]) -> None:
        kept = [message for message in self._messages if holds(message)]
        if len(kept) < len(self._messages):
            self._messages = kept
            self._show_newest()

    def _is_problem(self) -> bool:
        return self._messages[-1].weight is Weight.PROBLEM

    def _start_leaving(self) -> None:
        if any(message.weight is Weight.NEWS for message in self._messages):
            self._leave.start()

    def _leave_if_unwatched(self) -> None:
        """Let news go, also what waits behind a problem; what is looked at stays."""
        is_watched = self.underMouse() or self._action.hasFocus() or self._close.hasFocus()
        if is_watched and self._messages and not self._is_problem():
            self._leave.start()
        else:
            self._keep(lambda message: message.weight is not Weight.NEWS)

    def _answer(self) -> None:
        message = self._messages[-1]
        self.close_message()
        self.answered.emit(message.topic)

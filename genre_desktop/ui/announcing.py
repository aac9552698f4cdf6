"""Tells screen readers what happens, and says the row that the cursor is on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from genre_desktop.services.classification import Classification
from genre_desktop.services.messages import Message, Messages, Weight
from genre_desktop.services.progress import Progress
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.listening_status import ended_words
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.row_words import percent, spoken

_STEPS = 4  # a long batch is told about at each quarter
_LONG = 20  # tracks; a shorter one only at its end
_Politeness = QAccessible.AnnouncementPoliteness


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Have words said by a screen reader; at once interrupts what is being said."""
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(_Politeness.Assertive if at_once else _Politeness.Polite)
    QAccessible.updateAccessibility(event)


class Announcing(QObject):
    """Says only what a person who sees would notice, and each thing once.

    Signals:
        said: The words.
    """

    said = Signal(str)

    def __init__(
        self,
        window: QWidget,
        row_on_show: Callable[[], RowState | None],
        actions: Actions,
        messages: Messages,
        listening: Classification,
    ) -> None:
        super().__init__(window)
        self._window, self._row_on_show = window, row_on_show
        self._was_running = False
        self._told_quarters = 0
        actions.speak_row.triggered.connect(self._say_row)
        messages.posted.connect(self._say_message)
        listening.progressed.connect(self._say_progress)

    def say(self, words: str, *, at_once: bool = False) -> None:
        """Have words said; at once interrupts what is being said."""
        if not words:
            return
        announce(self._window, words, at_once=at_once)
        self.said.emit(words)

    @Slot()
    def _say_row(self) -> None:
        row = self._row_on_show()
        self.say(spoken(row) if row is not None else self.tr("No row"), at_once=True)

    @Slot(object)
    def _say_message(self, message: Message) -> None:
        words = in_our_language(message.sentence)
        self.say(words, at_once=message.weight is Weight.PROBLEM)

    @Slot(object)
    def _say_progress(self, progress: Progress) -> None:
        was_running, self._was_running = self._was_running, progress.is_running
        if was_running and not progress.is_running:
            self._told_quarters = 0
            self.say(ended_words(progress))
            return
        quarters = _STEPS * progress.done // max(1, progress.total)
        if progress.total >= _LONG and quarters > self._told_quarters:
            self._told_quarters = quarters
            share = percent(progress.done / progress.total)
            self.say(self.tr("%1 of the tracks to be heard are done").replace("%1", share))

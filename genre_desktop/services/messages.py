"""What the program tells the user in one sentence, for whatever shows it."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal


class Weight(Enum):
    """How long a message stays: problems until they are closed, news for some seconds."""

    NEWS = auto()
    PROBLEM = auto()


class Message(NamedTuple):
    """One sentence for the user.

    Attributes:
        sentence: What happened, to what, and what to do.
        weight: How long it stays.
        action: The words on its button, empty for none.
        topic: Names the request that the button stands for; a message with the topic of an
            earlier one takes its place.
        about_list: True where it says nothing any more once the list is cleared.
    """

    sentence: str
    weight: Weight = Weight.NEWS
    action: str = ""
    topic: str = ""
    about_list: bool = False


class Messages(QObject):
    """The one place that sentences for the user pass through.

    Signals:
        posted: A `Message` to be shown.
        withdrawn: The topic of a message that no longer holds.
        list_cleared: What is about the list no longer holds.
        answered: The topic of a message whose button was pressed.
    """

    posted = Signal(Message)
    withdrawn = Signal(str)
    list_cleared = Signal()
    answered = Signal(str)

    def news(
        self, sentence: str, *, action: str = "", topic: str = "", about_list: bool = False
    ) -> None:
        """Say something that leaves by itself, or once the list is cleared if it is about it."""
        self.posted.emit(Message(sentence, Weight.NEWS, action, topic, about_list))

    def problem(
        self, sentence: str, *, action: str = "", topic: str = "", about_list: bool = False
    ) -> None:
        """Say something that stays until it is closed, or the list is cleared if it is about it."""
        self.posted.emit(Message(sentence, Weight.PROBLEM, action, topic, about_list))

    def say_state(self, topic: str, problem: str) -> None:
        """Say what is wrong as long as it holds; an empty sentence where nothing is any more."""
        if problem:
            self.problem(problem, topic=topic)
        else:
            self.withdraw(topic)

    def withdraw(self, topic: str) -> None:
        """Take a message back."""
        self.withdrawn.emit(topic)

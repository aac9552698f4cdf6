"""One sentence at a time."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.services.messages import Message, Weight
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.message_bar import MessageBar
from genre_desktop.ui.theme import Theme

NEWS = Message("12 tracks were removed.", Weight.NEWS, "Undo", "undo")
PROBLEM = Message("The playlist could not be saved.", Weight.PROBLEM)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window whose upper part has the pointer and the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    rest = QPlainTextEdit()
    QVBoxLayout(window).addWidget(rest)
    window.resize(600, 300)
    window.show()
    window.activateWindow()
    rest.setFocus()
    qtbot.waitUntil(rest.hasFocus)
    return window


@pytest.fixture
def bar(window: QWidget, theme: Theme, icons: Icons) -> MessageBar:
    bar = MessageBar(theme, icons, news_ms=30)
    column = window.layout()
    assert column is not None
    column.addWidget(bar)
    return bar


def test_news_leaves_by_itself_and_problems_stay(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message(PROBLEM)
    bar.show_message(NEWS)
    assert bar.isVisible()
    qtbot.waitUntil(lambda: bar.messages == (PROBLEM,))
    assert bar.isVisible()
    bar.close_message()
    assert not bar.isVisible()


def test_a_message_takes_the_place_of_its_topics_earlier_one(bar: MessageBar) -> None:
    bar.show_message(Message("One.", Weight.PROBLEM, topic="save"))
    bar.show_message(PROBLEM)
    bar.show_message(Message("Two.", Weight.PROBLEM, topic="save"))
    assert [message.sentence for message in bar.messages] == [PROBLEM.sentence, "Two."]
    bar.withdraw("save")
    assert bar.messages == (PROBLEM,)


def test_its_button_answers_with_the_topic_and_closes_it(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message(NEWS)
    with qtbot.waitSignal(bar.answered) as answered:
        bar._action.click()
    assert answered.args == ["undo"]
    assert bar.messages == ()


def test_news_waits_while_its_button_has_the_focus(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message(NEWS)
    bar._action.setFocus()
    qtbot.waitUntil(bar._action.hasFocus)
    bar._leave_if_unwatched()
    assert bar.messages == (NEWS,)
    bar._action.clearFocus()
    qtbot.waitUntil(lambda: bar.messages == ())


def test_news_behind_a_problem_leaves_too(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message(NEWS)
    bar.show_message(PROBLEM)
    qtbot.waitUntil(lambda: bar.messages == (PROBLEM,))


def test_a_long_sentence_has_as_many_lines_as_it_needs(
    window: QWidget, bar: MessageBar, qtbot: QtBot
) -> None:
    bar.show_message(PROBLEM)
    one_line = bar.height()
    window.resize(400, 300)
    bar.show_message(Message("The library cannot be kept in order. " * 3, Weight.PROBLEM))
    label = bar._sentence
    qtbot.waitUntil(lambda: label.height() >= 2 * label.fontMetrics().lineSpacing())
    assert not label._has_too_many_lines()
    window.resize(1_200, 300)
    qtbot.waitUntil(lambda: bar.height() == one_line)
    window.resize(400, 300)
    bar.close_message()
    qtbot.waitUntil(lambda: bar.height() == one_line)

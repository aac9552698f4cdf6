"""Labels in the theme's colours."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.ui.labels import ToneLabel, WrappedLabel
from genre_desktop.ui.theme import Size, Theme
from tests.support.paints import Paints


def test_a_label_wears_the_theme_that_there_is_when_it_is_shown(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = ToneLabel(theme, "of 3:30, −0:50", role="muted")
    QVBoxLayout(window).addWidget(label)
    theme.follow("dark")
    window.show()
    assert label.palette().windowText().color() == theme.colours.muted


@pytest.mark.parametrize("words", ["Small Waltz", "Far more words than two lines hold " * 5])
def test_a_label_is_painted_when_it_changes_and_then_rests(
    qtbot: QtBot, theme: Theme, words: str
) -> None:
    label = WrappedLabel(theme, size=Size.TITLE, most_lines=2)
    qtbot.addWidget(label)
    label.resize(170, 60)
    paints = Paints(label)
    label.show()
    for said in (words, "Another title"):
        before = paints.count
        label.say(said)
        qtbot.waitUntil(paints.rest)
        assert paints.count > before


def test_a_long_word_that_has_room_on_a_line_is_not_parted(qtbot: QtBot, theme: Theme) -> None:
    label = WrappedLabel(theme)
    qtbot.addWidget(label)
    label.say("Das Weihnachtsoratorium")
    label.show()
    word = label.fontMetrics().horizontalAdvance("Weihnachtsoratorium")
    line = label.fontMetrics().lineSpacing()
    for width, lines in ((word + 2, 2), (word - 8, 2), (word // 3, 4)):
        label.resize(width, 200)
        assert ("\u200b" in label.text()) is (width < word)
        assert label.heightForWidth(width) >= lines * line
        assert label.minimumSizeHint().width() < word // 2


@pytest.mark.parametrize(
    "words", ["gathered_002-05-winter-blues.ogg", "2024-11-23-17-05-59-take.flac"]
)
def test_a_name_with_numbers_behind_hyphens_is_wholly_in_a_narrow_label(
    words: str, qtbot: QtBot, theme: Theme
) -> None:
    label = WrappedLabel(theme, size=Size.TITLE)
    qtbot.addWidget(label)
    label.say(words)
    label.show()
    whole = label.fontMetrics().horizontalAdvance(words)
    for width in (whole // 2, whole // 3):
        label.resize(width, 200)
        room = QRect(0, 0, width, 10_000)
        needed = label.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, label.text())
        assert needed.width() <= width

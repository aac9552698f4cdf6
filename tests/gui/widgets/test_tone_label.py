"""Labels in the theme's colours."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.theme import Theme


def test_a_label_wears_the_theme_that_there_is_when_it_is_shown(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = ToneLabel(theme, "of 3:30, −0:50", role="muted")
    QVBoxLayout(window).addWidget(label)
    theme.follow("dark")
    window.show()
    assert label.palette().windowText().color() == theme.colours.muted

"""The seek bar: what it shows of a track, and how moments are chosen on it."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from genre_desktop.dsp.overview import Overview
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.player.seek_bar import (
    GAP,
    LEFT,
    PADDING,
    RIGHT,
    WAVEFORM_HEIGHT,
    WORDS_HEIGHT,
    SeekBar,
)
from genre_desktop.ui.theme import Theme
from tests.gui.widgets.rows import verdict_of

BLUES: tuple[float, ...] = (0.9, 0.05, 0.03, 0.02)
ROCK: tuple[float, ...] = (0.1, 0.1, 0.1, 0.7)
MIXED: tuple[float, ...] = (0.05, 0.15, 0.2, 0.6)
SECONDS = 30.0
LEFT_BUTTON, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> SeekBar:
    bar = SeekBar(theme)
    qtbot.addWidget(bar)
    bar.resize(LEFT + 601 + RIGHT, bar.height())
    bar.show_track(SECONDS)
    bar.show()
    return bar


def at(seconds: float) -> QPoint:
    return QPoint(LEFT + round(600 * seconds / SECONDS), 20)


def colour(bar: SeekBar, seconds: float, y: int) -> QColor:
    return bar.grab().toImage().pixelColor(at(seconds).x(), y)


def test_a_click_asks_for_its_moment(bar: SeekBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.seek_requested) as asked:
        QTest.mouseClick(bar, LEFT_BUTTON, NO_KEY, at(12.0))
    assert asked.args == [pytest.approx(12.0, abs=0.06)]


def test_a_drag_asks_once_where_it_is_let_go(bar: SeekBar, qtbot: QtBot) -> None:
    asked: list[float] = []
    bar.seek_requested.connect(asked.append)
    QTest.mousePress(bar, LEFT_BUTTON, NO_KEY, at(5.0))
    QTest.mouseMove(bar, at(9.0))
    QTest.mouseMove(bar, at(21.0))
    assert asked == []
    QTest.mouseRelease(bar, LEFT_BUTTON, NO_KEY, at(21.0))
    assert asked == [pytest.approx(21.0, abs=0.06)]


def test_a_drag_ends_where_the_button_is_let_go_though_no_move_told_of_it(
    bar: SeekBar, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(bar.seek_requested) as asked:
        QTest.mousePress(bar, LEFT_BUTTON, NO_KEY, at(5.0))
        QTest.mouseMove(bar, at(9.0))
        QTest.mouseRelease(bar, LEFT_BUTTON, NO_KEY, at(21.0))
    assert asked.args == [pytest.approx(21.0, abs=0.06)]


def test_beside_the_ends_are_the_ends(bar: SeekBar, qtbot: QtBot) -> None:
    asked: list[float] = []
    bar.seek_requested.connect(asked.append)
    for x in (2, bar.width() - 2):
        QTest.mouseClick(bar, LEFT_BUTTON, NO_KEY, QPoint(x, 20))
    assert asked == [0.0, SECONDS]


@pytest.mark.parametrize(
    ("key", "modifier", "moment"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 15.0),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 5.0),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, 13.0),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0.0),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 25.0),
    ],
)
def test_keys_move_by_seconds_and_by_pieces(
    bar: SeekBar, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, moment: float
) -> None:
    bar.show_verdict(verdict_of(pieces=[BLUES] * 10))
    bar.show_place(10.0)
    with qtbot.waitSignal(bar.seek_requested) as asked:
        QTest.keyClick(bar, key, modifier)
    assert asked.args == [moment]


def test_without_a_track_nothing_is_asked_for(bar: SeekBar, qtbot: QtBot) -> None:
    bar.show_track(None)
    with qtbot.assertNotEmitted(bar.seek_requested):
        QTest.mouseClick(bar, LEFT_BUTTON, NO_KEY, at(12.0))
        QTest.keyClick(bar, Qt.Key.Key_Right)


def test_genres_lie_under_their_seconds(bar: SeekBar, theme: Theme) -> None:
    bar.show_verdict(verdict_of(pieces=[BLUES] * 5 + [ROCK] * 5))
    edge = PADDING + WAVEFORM_HEIGHT + GAP + 11
    dark = theme.colours.is_dark
    assert colour(bar, 7.0, edge) == genre_of("blues").colour(is_dark=dark)
    assert colour(bar, 22.0, edge) == genre_of("rock").colour(is_dark=dark)


def test_a_genre_is_named_under_its_span(bar: SeekBar, theme: Theme) -> None:
    bar.show_verdict(verdict_of(pieces=[BLUES] * 5 + [ROCK] * 5))
    picture = bar.grab().toImage()

    def is_written(first: float, last: float) -> bool:
        columns = range(at(first).x(), at(last).x())
        rows = range(bar.height() - WORDS_HEIGHT + 2, bar.height() - 2)  # within the focus frame
        return any(picture.pixelColor(x, y) != theme.colours.window for x in columns for y in rows)

    assert is_written(0.0, 1.5)
    assert not is_written(10.0, 14.5)
    assert is_written(15.0, 16.5)


def test_pointing_at_a_piece_tells_its_time_and_its_three_best_genres(bar: SeekBar) -> None:
    bar.show_verdict(verdict_of(pieces=[BLUES] * 5 + [MIXED] * 5))
    place = at(16.0)
    event = QHelpEvent(QEvent.Type.ToolTip, place, bar.mapToGlobal(place))
    QApplication.sendEvent(bar, event)
    assert "0:15 to 0:18 · Rock 60 %, Jazz 20 %, Country 15 %" in QToolTip.text()


def test_where_no_genre_is_known_the_time_is_told(bar: SeekBar) -> None:
    assert bar.words_at(at(16.0)) == "0:16"


def test_the_genres_are_told_in_words(bar: SeekBar) -> None:
    bar.show_verdict(verdict_of(pieces=[BLUES] * 5 + [ROCK] * 4 + [BLUES], silent=(9,)))
    name = "Place in the track; arrow keys move it by five seconds"
    spans = "Blues 0:00–0:15, Rock 0:15–0:27, Silence 0:27–"
    assert bar.accessibleName() == f"{name}; {spans}0:30"
    bar.show_length(28.5)
    assert bar.accessibleName() == f"{name}; {spans}0:28"
    assert bar.words_at(QPoint(bar.width(), 20)) == "0:27 to 0:28 · Silence"
    bar.show_track(None)
    assert bar.accessibleName() == name


def test_the_waveform_is_high_where_it_is_loud(bar: SeekBar, theme: Theme) -> None:
    peak = np.zeros(300, np.float32)
    peak[150:] = 1.0
    bar.show_overview(Overview(peak, peak * np.float32(0.5), 0.1, SECONDS))
    top = PADDING + 2
    assert colour(bar, 7.0, top) == theme.colours.window
    assert colour(bar, 22.0, top) != theme.colours.window


def test_the_place_is_marked_in_amber(bar: SeekBar, theme: Theme) -> None:
    bar.show_place(20.0)
    assert colour(bar, 20.0, PADDING + 10) == theme.colours.now


def test_another_track_takes_everything_of_the_one_before_away(bar: SeekBar, theme: Theme) -> None:
    bar.show_verdict(verdict_of(pieces=[BLUES] * 10))
    bar.show_track(None)
    edge = PADDING + WAVEFORM_HEIGHT + GAP + 5
    assert colour(bar, 7.0, edge) == theme.colours.base

"""The transport bar, the Now panel and the commands of playing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import Repeat
from genre_desktop.services.player.live_genres import LivePiece
from genre_desktop.ui.genre_bars import GenreBars
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.player.device_words import words_for_default, words_for_open
from genre_desktop.ui.player.now_panel import NowPanel
from genre_desktop.ui.player.playback_actions import PlaybackActions
from genre_desktop.ui.player.transport_bar import TransportBar
from genre_desktop.ui.row_state import Guess
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.theme import Theme
from tests.gui.widgets.rows import verdict_of

BLUES: tuple[float, ...] = (0.9, 0.05, 0.03, 0.02)
ROCK: tuple[float, ...] = (0.1, 0.1, 0.1, 0.7)


@pytest.fixture
def actions(icons: Icons) -> PlaybackActions:
    return PlaybackActions(icons)


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, icons: Icons, actions: PlaybackActions) -> TransportBar:
    bar = TransportBar(theme, icons, actions)
    qtbot.addWidget(bar)
    bar.resize(1_280, bar.height())
    return bar


def words_on(bar: TransportBar) -> list[str]:
    return words_in(bar)


def words_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_place_is_told_in_tenths_of_a_second(bar: TransportBar) -> None:
    bar.show_place(160.04, 210.5)
    words = words_on(bar)
    assert "2:40.0" in words
    assert "of 3:30, −0:50" in words


def test_nothing_playing_is_said_so(bar: TransportBar) -> None:
    assert "Nothing is playing" in words_on(bar)


def test_only_what_is_heard_wears_the_colour_of_now(bar: TransportBar, theme: Theme) -> None:
    def colour_of(words: str) -> QColor:
        (label,) = [label for label in bar.findChildren(QLabel) if label.text() == words]
        return label.palette().color(QPalette.ColorRole.WindowText)

    assert colour_of("–") == theme.colours.muted
    bar.show_place(1.0, 2.0)
    assert colour_of("0:01.0") == theme.colours.now
    bar.show_place(None, None)
    assert colour_of("–") == theme.colours.muted


def test_moving_the_volume_tells_its_travel(bar: TransportBar, qtbot: QtBot) -> None:
    slider = bar.findChild(QSlider)
    assert slider is not None
    bar.show_volume(0.5, muted=False)
    with qtbot.waitSignal(bar.volume_moved) as moved:
        QTest.keyClick(slider, Qt.Key.Key_Right)
    assert moved.args == [0.55]


@pytest.mark.parametrize(
    ("travel", "muted", "words"),
    [(1.0, False, "0 dB"), (0.5, False, "−18 dB"), (0.0, False, "−∞ dB"), (0.5, True, "muted")],
)
def test_the_volume_is_told_in_decibels(
    bar: TransportBar, travel: float, muted: bool, words: str
) -> None:
    bar.show_volume(travel, muted=muted)
    assert words in words_on(bar)


def test_showing_the_volume_moves_nothing(bar: TransportBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.volume_moved):
        bar.show_volume(0.25, muted=False)


def test_the_play_button_says_what_it_would_do(actions: PlaybackActions) -> None:
    assert actions.play.text() == "&Play"
    actions.show_playing(playing=True)
    assert actions.play.text() == "&Pause"


def test_a_default_device_without_a_name_of_its_own_is_called_the_systems() -> None:
    assert words_for_default("Loudspeakers") == "System default (Loudspeakers)"
    assert words_for_default("default") == words_for_default("") == "System default"
    assert words_for_open("default", chosen="") == "System default"
    assert words_for_open("default", chosen="default") == "default"
    assert words_for_open("Loudspeakers", chosen="") == "Loudspeakers"
    assert words_for_open("", chosen="") == "", "there is none, and that is to be said"


def test_what_needs_a_track_is_grey_without_one(actions: PlaybackActions) -> None:
    assert not actions.stop.isEnabled()
    assert actions.play.isEnabled()
    actions.show_track(there=True)
    assert actions.stop.isEnabled()


def test_repeating_shows_its_way(actions: PlaybackActions) -> None:
    for repeat in Repeat:
        actions.show_repeat(repeat)
        assert actions.repeats[repeat].isChecked()
        assert actions.repeat.isChecked() == (repeat is not Repeat.OFF)


def test_the_now_panel_follows_the_pieces(qtbot: QtBot, theme: Theme, swatches: Swatches) -> None:
    panel = NowPanel(theme, swatches)
    qtbot.addWidget(panel)
    panel.show_verdict(verdict_of(pieces=[BLUES] * 5 + [ROCK] * 5, silent=(9,)))
    panel.show_place(4.0)
    told = [label.text() for label in panel.findChildren(QLabel)]
    assert "0:03 to 0:06" in told
    assert "Next change at 0:15: Rock" in told
    panel.show_place(28.0)
    assert "No other genre to the end" in [label.text() for label in panel.findChildren(QLabel)]
    panel.show_verdict(None)
    assert "0:27 to 0:30" not in [label.text() for label in panel.findChildren(QLabel)]


def test_first_seconds_that_were_classified_say_nothing_of_later_ones(
    qtbot: QtBot, theme: Theme, swatches: Swatches
) -> None:
    panel = NowPanel(theme, swatches)
    qtbot.addWidget(panel)
    panel.show_verdict(verdict_of(pieces=[BLUES] * 10), is_whole=False)
    panel.show_place(28.0)
    assert "0:27 to 0:30" in words_in(panel)
    panel.add_live(LivePiece(31.0, ("blues", "rock"), (0.2, 0.8)))
    panel.show_place(32.0)
    assert "0:31 to 0:34" in words_in(panel)
    assert "Classified while it plays" in words_in(panel)


def test_what_is_heard_live_is_said_until_another_track_comes(
    qtbot: QtBot, theme: Theme, swatches: Swatches
) -> None:
    panel = NowPanel(theme, swatches)
    qtbot.addWidget(panel)
    panel.expect_live()
    panel.show_verdict(None)  # a change of its row says nothing of it
    assert "Classifying what you hear…" in words_in(panel)
    panel.show_live(())
    assert "Play a track to see its genres move with the music." in words_in(panel)


@pytest.fixture
def bars(qtbot: QtBot, theme: Theme, swatches: Swatches) -> GenreBars:
    """Bars on show, of which the first is long."""
    bars = GenreBars(theme, swatches)
    qtbot.addWidget(bars)
    bars.show_guesses((Guess("blues", 0.9), Guess("rock", 0.1)))
    with qtbot.waitExposed(bars):
        bars.show()
    return bars


def test_a_bar_takes_a_moment_to_its_new_length(bars: GenreBars, qtbot: QtBot) -> None:
    bars.moves = True
    louder = Guess("rock", 0.8)
    bars.show_guesses((louder, Guess("jazz", 0.2)))
    assert bars.length_of(louder) == pytest.approx(0.1)
    qtbot.waitUntil(lambda: bars.length_of(louder) == 0.8)


def test_where_motion_is_reduced_a_bar_has_its_new_length_at_once(bars: GenreBars) -> None:
    louder = Guess("rock", 0.8)
    bars.show_guesses((louder,))
    assert bars.length_of(louder) == 0.8


def test_a_live_piece_of_silence_is_called_so(
    qtbot: QtBot, theme: Theme, swatches: Swatches
) -> None:
    panel = NowPanel(theme, swatches)
    qtbot.addWidget(panel)
    panel.show_verdict(None)
    panel.add_live(LivePiece(0.0, ("blues", "rock"), ()))
    panel.show_place(1.0)
    assert "Silence" in words_in(panel)


def test_what_nothing_says_stands_where_the_bars_will_be(
    qtbot: QtBot, theme: Theme, swatches: Swatches
) -> None:
    panel = NowPanel(theme, swatches)
    qtbot.addWidget(panel)
    panel.resize(240, 120)
    panel.show()
    (bars,) = panel.findChildren(GenreBars)
    sentence = next(one for one in panel.findChildren(QLabel) if "Play a track" in one.text())
    assert bars.isHidden()
    assert sentence.geometry().bottom() < panel.height()
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    panel.show_verdict(verdict_of(pieces=[BLUES] * 5))
    panel.show_place(4.0)
    assert bars.isVisible()
    panel.show_verdict(None)
    assert bars.isHidden()


def test_in_a_narrow_bar_the_device_gives_its_words_to_the_title(bar: TransportBar) -> None:
    (device,) = (one for one in bar.findChildren(QToolButton) if one.menu() is not None)
    bar.show_device("Built-in Analogue")
    bar.show()
    for width, style in (
        (140 * bar.fontMetrics().averageCharWidth(), Qt.ToolButtonStyle.ToolButtonTextBesideIcon),
        (139 * bar.fontMetrics().averageCharWidth(), Qt.ToolButtonStyle.ToolButtonIconOnly),
    ):
        bar.resize(width, bar.height())
        assert device.toolButtonStyle() == style
    assert "Built-in Analogue" in device.toolTip()

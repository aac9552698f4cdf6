"""Playing in the whole window: from a row to sound, seek bar and spectrogram, and back."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Track
from genre_desktop.services.player.player import PlayerState
from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.player.seek_bar import LEFT, RIGHT
from genre_desktop.ui.row_words import status_word
from tests.gui.conftest import Desktops, close
from tests.support.window import InstantListener


def track(desktop: GenreDesktop, place: int) -> Track:
    return desktop.model.playlist.rows[place].track


def wait_for_sound(desktop: GenreDesktop, qtbot: QtBot, place: int) -> None:
    """Until a track is heard."""
    player = desktop.services.player

    def is_heard() -> bool:
        moment = player.moment()
        return player.track == track(desktop, place) and moment.decoded >= 0

    qtbot.waitUntil(is_heard)


def state(desktop: GenreDesktop) -> PlayerState:
    return desktop.services.player.state


def press(desktop: GenreDesktop, key: Qt.Key) -> None:
    focused = QApplication.focusWidget() or desktop.window
    QTest.keyClick(focused, key)


@pytest.fixture
def playing(full: GenreDesktop, qtbot: QtBot) -> GenreDesktop:
    """A window in which the first track is heard."""
    full.window.activateWindow()
    rows = full.model.playlist.rows
    full.table.select_rows([rows[0]], rows[0])
    full.table.setFocus()
    QTest.keyClick(full.table, Qt.Key.Key_Return)
    wait_for_sound(full, qtbot, 0)
    return full


def test_enter_plays_the_row_and_the_row_says_so(playing: GenreDesktop) -> None:
    assert status_word(playing.model.playlist.rows[0].state) == "Playing"
    assert playing.views.actions.play.text() == "&Pause"
    assert playing.views.actions.stop.isEnabled()


def test_space_pauses_and_goes_on_outside_of_texts(playing: GenreDesktop, qtbot: QtBot) -> None:
    press(playing, Qt.Key.Key_Space)
    assert state(playing) is PlayerState.PAUSED
    press(playing, Qt.Key.Key_Space)
    assert state(playing) is PlayerState.PLAYING
    box = playing.tool_bar.filter_box
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.text() == " "
    assert state(playing) is PlayerState.PLAYING


def test_space_plays_the_chosen_row_where_nothing_is_playing(
    playing: GenreDesktop, qtbot: QtBot
) -> None:
    press(playing, Qt.Key.Key_Down)
    press(playing, Qt.Key.Key_Space)
    assert state(playing) is PlayerState.PAUSED
    playing.services.player.stop()
    press(playing, Qt.Key.Key_Space)
    wait_for_sound(playing, qtbot, 1)


def test_a_click_on_the_seek_bar_plays_that_moment(playing: GenreDesktop, qtbot: QtBot) -> None:
    bar = playing.views.seek_bar
    qtbot.waitUntil(lambda: bar.seconds is not None)
    assert bar.seconds is not None
    x = LEFT + round((bar.width() - LEFT - RIGHT) * 2.0 / bar.seconds)
    with qtbot.waitSignal(playing.services.player.jumped):
        QTest.mouseClick(
            bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, 20)
        )
    assert playing.services.player.moment().seconds == pytest.approx(2.0, abs=0.3)


@pytest.mark.parametrize("is_paused", [False, True])
def test_while_the_seek_bar_is_dragged_the_clock_tells_the_moment_under_the_mouse(
    playing: GenreDesktop, qtbot: QtBot, *, is_paused: bool
) -> None:
    bar, player = playing.views.seek_bar, playing.services.player
    qtbot.waitUntil(lambda: bar.seconds is not None)
    if is_paused:
        press(playing, Qt.Key.Key_Space)

    def place(seconds: float) -> QPoint:
        assert bar.seconds is not None
        return QPoint(LEFT + round((bar.width() - LEFT - RIGHT) * seconds / bar.seconds), 20)

    def clock() -> str:
        labels = playing.views.transport.findChildren(ToneLabel)
        return next(label.text() for label in labels if re.fullmatch(r"\d+:\d\d\.\d", label.text()))

    player.seek(0.0)  # the track does not end meanwhile
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=place(3.05))
    assert clock() == "0:03.0"
    QTest.mouseMove(bar, place(2.55))
    assert clock() == "0:02.5"
    if not is_paused:  # the clock would tell what is heard
        qtbot.waitUntil(lambda: player.moment().seconds > 0.3)
    assert clock() == "0:02.5"
    with qtbot.waitSignal(player.jumped):
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=place(1.05))
    qtbot.waitUntil(lambda: clock().startswith("0:01."))


def test_the_seek_bar_begins_where_the_spectrogram_above_it_does(
    playing: GenreDesktop, qtbot: QtBot
) -> None:
    spectrogram = playing.spectrogram_place
    qtbot.waitUntil(lambda: spectrogram.spectrogram is not None)
    assert spectrogram.spectrogram is not None
    plot = spectrogram.spectrogram.plot

    def begins() -> int:
        place: QPoint = plot.viewport().mapTo(playing.window, plot.plot_area().topLeft())
        return place.x()

    bar = playing.views.seek_bar
    qtbot.waitUntil(lambda: begins() == bar.mapTo(playing.window, QPoint(LEFT, 0)).x())


def test_the_next_track_of_the_order_on_show_follows(playing: GenreDesktop, qtbot: QtBot) -> None:
    playing.views.actions.next.trigger()
    wait_for_sound(playing, qtbot, 1)
    assert status_word(playing.model.playlist.rows[0].state) != "Playing"
    assert status_word(playing.model.playlist.rows[1].state) == "Playing"


def test_play_next_lines_a_track_up(playing: GenreDesktop, qtbot: QtBot) -> None:
    rows = playing.model.playlist.rows
    playing.table.select_rows([rows[2]], rows[2])
    playing.actions.play_next.trigger()
    playing.services.player.seek(3.5)
    wait_for_sound(playing, qtbot, 2)


def test_stopping_takes_every_mark_away(playing: GenreDesktop) -> None:
    playing.views.actions.stop.trigger()
    assert playing.services.player.track is None
    assert status_word(playing.model.playlist.rows[0].state) != "Playing"
    assert not playing.views.actions.stop.isEnabled()


def test_a_track_that_leaves_the_list_plays_to_its_end(playing: GenreDesktop, qtbot: QtBot) -> None:
    gone = playing.model.playlist.rows[0]
    playing.model.take_out([gone])
    assert playing.services.player.track == gone.track
    playing.services.player.seek(3.5)
    wait_for_sound(playing, qtbot, 0)
    assert status_word(playing.model.playlist.rows[0].state) == "Playing"


def test_the_spectrogram_scrolls_with_what_is_heard(playing: GenreDesktop, qtbot: QtBot) -> None:
    place, player = playing.spectrogram_place, playing.services.player
    qtbot.waitUntil(lambda: place.spectrogram is not None)
    dock = place.spectrogram
    assert dock is not None
    plot = dock.plot
    shown: list[float] = []  # moments at which the picture stood where the music was

    def has_moved_on() -> bool:
        """A frame may come late, but the next one is where the music is."""
        first, last = plot.times()
        now = player.moment().seconds
        if first + (last - first) * 5 / 6 == pytest.approx(now, abs=0.2):
            shown.append(now)
        return max(shown, default=0.0) > min(shown, default=0.0) + 0.5

    def is_lit() -> bool:
        picture = plot.grab().toImage()
        x = round(plot.width() * 0.8)
        return len({picture.pixel(x, y) for y in range(10, picture.height() - 30, 3)}) > 5

    player.seek(0.0)
    qtbot.waitUntil(has_moved_on)
    qtbot.waitUntil(is_lit)


def test_a_frozen_spectrogram_stands_still_and_is_measured(
    playing: GenreDesktop, qtbot: QtBot
) -> None:
    place = playing.spectrogram_place
    qtbot.waitUntil(lambda: place.spectrogram is not None)
    dock = place.spectrogram
    assert dock is not None
    dock.freeze(on=True)
    qtbot.waitUntil(lambda: dock.plot.still.boundingRect().width() > 0)
    before = dock.plot.times()
    qtbot.wait(300)
    assert dock.plot.times() == before
    dock.freeze(on=False)
    assert not dock.is_frozen


def test_playing_goes_on_where_the_program_was_left(
    open_desktop: Desktops, playing: GenreDesktop, listener: InstantListener, qtbot: QtBot
) -> None:
    playing.services.player.seek(2.0)
    left = playing.services.player.track
    close(playing)
    again = open_desktop(listener)
    qtbot.waitUntil(lambda: len(again.model.playlist.rows) == 3)
    again.views.actions.play.trigger()
    assert again.services.player.track == left
    assert again.services.player.moment().seconds == pytest.approx(2.0, abs=0.3)


def test_the_program_ends_well_in_the_middle_of_a_track(playing: GenreDesktop) -> None:
    close(playing)
    assert playing.services.player.sound is None


def test_where_there_is_nothing_to_play_that_is_said(desktop: GenreDesktop) -> None:
    for _ in range(2):
        desktop.views.actions.play.trigger()
    (message,) = desktop.message_bar.messages
    assert message.sentence.startswith("There is nothing to play yet.")

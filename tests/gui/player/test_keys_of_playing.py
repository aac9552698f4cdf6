"""The keys of playing: Space, media keys, arrows; wherever the keyboard is, and listed by F1."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.play_order import Repeat
from genre_desktop.services.player.player import PlayerState
from genre_desktop.ui.keys_page import KeysPage
from genre_desktop.ui.labels import KeyCaps
from tests.gui.player.conftest import PATIENCE

_TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def state(desktop: GenreDesktop) -> PlayerState:
    return desktop.services.player.state


def focus_of(desktop: GenreDesktop) -> QWidget:
    return QApplication.focusWidget() or desktop.window


def press_media_key(desktop: GenreDesktop, key: Qt.Key) -> None:
    """Without the letter that `keyClick` would look for."""
    click, none = QTest.KeyAction.Click, Qt.KeyboardModifier.NoModifier
    QTest.sendKeyEvent(click, focus_of(desktop), key, "", none)


def widgets_that_take_keys(desktop: GenreDesktop) -> list[QWidget]:
    return [
        widget
        for widget in desktop.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
    ]


def test_space_pauses_wherever_the_keyboard_is_but_in_a_text(
    playing: GenreDesktop, qtbot: QtBot
) -> None:
    place = playing.spectrogram_place
    qtbot.waitUntil(lambda: place.spectrogram is not None, timeout=PATIENCE)
    tried: Counter[str] = Counter()
    for widget in widgets_that_take_keys(playing):
        if isinstance(widget, _TEXTS):
            continue
        widget.setFocus()
        if QApplication.focusWidget() is not widget:
            continue
        before = state(playing)
        QTest.keyClick(widget, Qt.Key.Key_Space)
        name = type(widget).__name__
        assert state(playing) is not before, f"Space in a {name} does not pause or go on"
        assert state(playing) is not PlayerState.STOPPED
        tried[name] += 1
    assert {"TrackTable", "SeekBar", "QSlider", "QToolButton", "SpectrogramPlot"} <= tried.keys()


def test_space_is_a_letter_in_a_text(playing: GenreDesktop) -> None:
    box = playing.tool_bar.filter_box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.text() == " "
    assert state(playing) is PlayerState.PLAYING


def test_enter_presses_the_button_that_space_would_press_elsewhere(playing: GenreDesktop) -> None:
    buttons = [
        widget
        for widget in playing.views.transport.findChildren(QAbstractButton)
        if isinstance(widget, QAbstractButton) and widget.toolTip().startswith("Play or pause")
    ]
    (button,) = buttons
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert state(playing) is PlayerState.PAUSED


def test_enter_opens_a_box_of_choices(playing: GenreDesktop, qtbot: QtBot) -> None:
    box = playing.models.box
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(box.view().isVisible)
    box.hidePopup()


def test_enter_opens_the_device_chooser(playing: GenreDesktop, qtbot: QtBot) -> None:
    chooser = playing.views.transport._device
    menu = chooser.menu()
    QTimer.singleShot(200, menu.close)  # it keeps the keyboard until then
    chooser.setFocus()
    with qtbot.waitSignal(menu.aboutToShow):
        QTest.keyClick(chooser, Qt.Key.Key_Return)
    assert not menu.isVisible()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_MediaPlay, Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_MediaPause]
)
def test_media_keys_pause_and_go_on(playing: GenreDesktop, key: Qt.Key) -> None:
    press_media_key(playing, key)
    assert state(playing) is PlayerState.PAUSED
    press_media_key(playing, key)
    assert state(playing) is PlayerState.PLAYING


def test_media_keys_go_to_other_tracks_and_stop(playing: GenreDesktop) -> None:
    rows = playing.model.playlist.rows
    press_media_key(playing, Qt.Key.Key_MediaNext)
    assert playing.services.player.track == rows[1].track
    press_media_key(playing, Qt.Key.Key_MediaPrevious)
    assert playing.services.player.track == rows[0].track
    press_media_key(playing, Qt.Key.Key_MediaStop)
    assert state(playing) is PlayerState.STOPPED


def test_shift_and_an_arrow_go_by_five_seconds(playing: GenreDesktop) -> None:
    player = playing.services.player
    player.pause()
    player.seek(1.0)
    QTest.keyClick(focus_of(playing), Qt.Key.Key_Left, _SHIFT)
    assert player.moment().seconds == 0.0
    QTest.keyClick(focus_of(playing), Qt.Key.Key_Right, _SHIFT)
    assert player.moment().seconds == 5.0


def test_ctrl_and_an_arrow_go_by_a_piece_in_the_seek_bar_and_by_a_track_elsewhere(
    playing: GenreDesktop, qtbot: QtBot
) -> None:
    player, bar = playing.services.player, playing.views.seek_bar
    qtbot.waitUntil(lambda: bar.seconds is not None, timeout=PATIENCE)
    player.pause()
    player.seek(0.0)
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right, _CTRL)
    assert player.track == playing.model.playlist.rows[0].track
    assert player.moment().seconds == pytest.approx(2.93, abs=0.05)
    playing.table.setFocus()
    QTest.keyClick(playing.table, Qt.Key.Key_Right, _CTRL)
    assert player.track == playing.model.playlist.rows[1].track


def test_ctrl_and_an_arrow_make_it_louder_and_softer(playing: GenreDesktop) -> None:
    settings = playing.services.playback_settings
    QTest.keyClick(focus_of(playing), Qt.Key.Key_Down, _CTRL)
    assert settings.volume == 0.95
    QTest.keyClick(focus_of(playing), Qt.Key.Key_M, _CTRL)
    assert settings.muted
    QTest.keyClick(focus_of(playing), Qt.Key.Key_Up, _CTRL)
    assert (settings.volume, settings.muted) == (1.0, False)


def test_repeat_and_shuffle_are_remembered_and_shown(playing: GenreDesktop) -> None:
    settings, actions = playing.services.playback_settings, playing.views.actions
    order = playing.services.player.order
    actions.repeats[Repeat.ONE].trigger()
    assert [settings.repeat, order.repeat] == [Repeat.ONE, Repeat.ONE]
    actions.repeat.trigger()
    assert settings.repeat is Repeat.OFF
    QTest.keyClick(focus_of(playing), Qt.Key.Key_U, _CTRL | _SHIFT)
    assert settings.shuffle
    assert order.shuffle
    assert actions.shuffle.isChecked()


def test_no_two_commands_share_a_key(playing: GenreDesktop) -> None:
    commands = playing.actions.findChildren(QAction)
    for _ in ("the list is on show", "the library is, whose commands take its keys"):
        keys = Counter(
            sequence.toString()
            for action in commands
            if action.isVisible()
            for sequence in action.shortcuts()
        )
        assert [name for name, times in keys.items() if times > 1] == []
        next(action for action in commands if "Ctrl+L" in action.shortcut().toString()).trigger()


def test_f1_lists_the_keys_of_playing(playing: GenreDesktop) -> None:
    QTest.keyClick(focus_of(playing), Qt.Key.Key_F1)
    dialog = playing.window.findChild(KeysPage)
    assert dialog is not None
    listed = {caps.accessibleName() for caps in dialog.findChildren(KeyCaps)}
    wanted = {
        sequence.toString(QKeySequence.SequenceFormat.NativeText)
        for action in playing.views.actions.findChildren(QAction)
        for sequence in action.shortcuts()
    }
    assert {"Space", "Shift+Right"} <= wanted
    assert wanted <= listed
    dialog.window().close()

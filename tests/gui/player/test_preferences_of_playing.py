"""The preferences' page on playing: each choice holds at once and is remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.services.player.playback_settings import LATENCIES, PlaybackSettings
from genre_desktop.services.player.player import PlayerState
from genre_desktop.ui.player.playback_page import PlaybackPage
from genre_desktop.ui.preferences_dialog import PreferencesDialog
from tests.gui.player.conftest import PATIENCE


@pytest.fixture
def page(playing: GenreDesktop) -> PlaybackPage:
    """The page in the dialog, opened from the window in which a track is heard."""
    playing.actions.preferences.trigger()
    dialog = playing.window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.pages.setCurrentRow(1)
    assert dialog.playback.isVisible()
    return dialog.playback


def remembered(desktop: GenreDesktop) -> PlaybackSettings:
    """What another start would find."""
    desktop.services.playback_settings.flush()
    return PlaybackSettings(Path(desktop.services.playback_settings._ini.fileName()))


@pytest.mark.parametrize("place", range(len(LATENCIES)))
def test_the_latency_is_one_of_three_and_holds_at_once(
    place: int, page: PlaybackPage, playing: GenreDesktop, qtbot: QtBot
) -> None:
    settings, player = playing.services.playback_settings, playing.services.player
    settings.latency_seconds = LATENCIES[place - 1]
    page.latency.setCurrentIndex(place)
    with qtbot.waitSignal(player.device_opened, timeout=PATIENCE):
        page.latency.activated.emit(place)
    assert settings.latency_seconds == LATENCIES[place]
    assert remembered(playing).latency_seconds == LATENCIES[place]
    assert player.state is PlayerState.PLAYING


def test_even_loudness_holds_at_once_and_at_the_same_place(
    page: PlaybackPage, playing: GenreDesktop, qtbot: QtBot
) -> None:
    player = playing.services.player
    before = player.moment().seconds
    assert page.even_loudness.isChecked()
    with qtbot.waitSignal(player.decoding_began, timeout=PATIENCE):
        QTest.keyClick(page.even_loudness, Qt.Key.Key_Space)
    assert before <= player.moment().seconds < before + 2.0
    assert not playing.services.playback_settings.even_loudness
    assert not remembered(playing).even_loudness


def test_reduced_motion_is_told_and_remembered(
    page: PlaybackPage, playing: GenreDesktop, qtbot: QtBot
) -> None:
    settings = playing.services.playback_settings
    with qtbot.waitSignal(settings.reduced_motion_changed) as told:
        QTest.keyClick(page.reduced_motion, Qt.Key.Key_Space)
    assert told.args == [True]
    assert remembered(playing).reduced_motion


def test_the_page_shows_what_the_desktop_wishes_and_keeps_only_a_choice(
    page: PlaybackPage, playing: GenreDesktop
) -> None:
    settings = playing.services.playback_settings
    settings.follow_desktop(reduces_motion=True)
    assert page.reduced_motion.isChecked()
    assert not remembered(playing).reduced_motion
    QTest.keyClick(page.reduced_motion, Qt.Key.Key_Space)
    again = remembered(playing)
    again.follow_desktop(reduces_motion=True)
    assert not again.reduced_motion


def test_every_choice_is_reached_by_the_tab_key(page: PlaybackPage, qtbot: QtBot) -> None:
    dialog = page.window()
    assert isinstance(dialog, PreferencesDialog)
    dialog.activateWindow()
    dialog.pages.setFocus()
    reached = []
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert {page.latency, page.even_loudness, page.reduced_motion} <= set(reached)

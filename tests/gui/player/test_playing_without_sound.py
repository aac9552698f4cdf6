"""The window on a computer without a sound device: told once, and everything else works."""

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.services.messages import Message
from tests.gui.player.conftest import PATIENCE

WORDS = "There is no sound device. Tracks play without sound."


@pytest.fixture
def silent(full: GenreDesktop) -> GenreDesktop:
    """A window whose device is not there."""
    settings = full.services.playback_settings
    settings.device = "a device that is not there"
    full.services.player.use_device(settings.device, settings.latency_seconds)
    return full


def test_it_is_said_once(silent: GenreDesktop, qtbot: QtBot) -> None:
    told: list[str] = []

    def keep(message: object) -> None:
        assert isinstance(message, Message)
        told.append(message.sentence)

    silent.services.messages.posted.connect(keep)
    player, rows = silent.services.player, silent.model.playlist.rows
    for row in rows:
        player.play(row.track)
        qtbot.waitUntil(lambda: player.moment().decoded >= 0, timeout=PATIENCE)
        player.stop()
    silent.services.playback_settings.latency_seconds = 0.2
    player.play(rows[0].track)
    qtbot.waitUntil(lambda: player.moment().decoded >= 0, timeout=PATIENCE)
    assert told.count(WORDS) == 1


def test_the_spectrogram_follows_the_clock_of_the_file(silent: GenreDesktop, qtbot: QtBot) -> None:
    player, place = silent.services.player, silent.spectrogram_place
    player.play(silent.model.playlist.rows[0].track)
    qtbot.waitUntil(lambda: place.spectrogram is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: player.moment().seconds > 1.0, timeout=PATIENCE)
    assert place.spectrogram is not None
    first, last = place.spectrogram.plot.times()
    assert first < player.moment().seconds < last

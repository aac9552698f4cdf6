"""The window on a computer without a sound device: told once, and everything else works."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.services.messages import Message
from tests.gui.player.conftest import PATIENCE
from tests.support.sounds import long_music, write_mp3

WORDS = "There is no sound device. Tracks play without sound."


@pytest.fixture
def no_devices(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A configuration of ALSA that names none."""
    empty = tmp_path / "asoundrc"
    empty.write_text("# nothing\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(empty))


@pytest.fixture
def silent(no_devices: None, full: GenreDesktop) -> GenreDesktop:
    """A window on a computer without a sound device."""
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


def test_a_device_that_is_not_there_is_told_once(full: GenreDesktop) -> None:
    settings, player = full.services.playback_settings, full.services.player
    told: list[object] = []
    full.services.messages.posted.connect(told.append)
    settings.device = "Headphones"
    for _ in range(2):
        player.device_opened.emit("Loudspeakers")
    (message,) = told
    assert isinstance(message, Message)
    assert "“Headphones” is not there. Sound goes to “Loudspeakers”" in message.sentence


def test_the_spectrogram_follows_the_clock_of_the_file(silent: GenreDesktop, qtbot: QtBot) -> None:
    player, place = silent.services.player, silent.spectrogram_place
    track = silent.model.playlist.rows[0].track
    write_mp3(track.path, long_music())
    player.play(track)
    qtbot.waitUntil(lambda: place.spectrogram is not None, timeout=PATIENCE)
    assert place.spectrogram is not None
    plot = place.spectrogram.plot
    begun = plot.times()[0]

    def follows() -> bool:
        first, last = plot.times()
        return first > begun + 0.5 and first < player.moment().seconds < last

    qtbot.waitUntil(follows, timeout=PATIENCE)

"""Jumps through the real PortAudio: what a null sink plays after each is what was asked for."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter_ns

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.services.player.output import FADE_SECONDS
from genre_desktop.services.player.player import Player
from tests.support.monitor import Monitor
from tests.support.null_sink import RATE, NullSink
from tests.support.numbered import runs_of, write_numbered

SECONDS = 60
JUMPS = 100
FADED = round(FADE_SECONDS * RATE)
BLOCK = round(0.02 * RATE)
FEW = 100  # samples that follow each other by no accident
LATENCY = 0.1
PATIENCE = 30_000  # ms: a process has to start


@pytest.fixture
def track(tmp_path: Path) -> Track:
    return Track(write_numbered(tmp_path / "numbered.flac", 0, SECONDS * RATE))


@pytest.fixture
def player(track: Track, our_sink: NullSink) -> Iterator[Player]:
    player = Player(PlayOrder([track]))
    player.use_device("", LATENCY)
    yield player
    player.close()


def wait_for_blocks(player: Player, qtbot: QtBot, jump: int) -> None:
    """Until the device took a tenth of a second of what follows a jump."""

    def were_taken() -> bool:
        clock = player.clock()
        return clock is not None and clock.stretch == jump and clock.end >= 5 * BLOCK

    qtbot.waitUntil(were_taken, timeout=PATIENCE)


def test_after_a_hundred_jumps_the_sink_plays_the_sample_that_was_asked_for(
    player: Player, track: Track, our_sink: NullSink, qtbot: QtBot
) -> None:
    asked = np.random.default_rng(0).uniform(0.0, SECONDS - 2.0, JUMPS)
    monitor = Monitor(our_sink)
    for jump, seconds in enumerate(asked, start=1):
        player.play(track, float(seconds))
        wait_for_blocks(player, qtbot, jump)
    over = perf_counter_ns() + round((LATENCY + 0.2) * 1e9)  # for what the device still holds
    qtbot.waitUntil(lambda: monitor.moment_of(len(monitor.samples)) > over, timeout=PATIENCE)
    monitor.close()
    begun = np.array([number for _, number, _ in runs_of(monitor.samples, FEW)])
    # A busy machine may break off what is heard; each jump is there, and they are in order.
    away = np.abs(begun[:, np.newaxis] - FADED - np.round(asked * RATE))
    assert away.min(axis=0).max() <= 2  # of the fade, whose last sample is whole
    assert np.all(np.diff(away.argmin(axis=0)) > 0)

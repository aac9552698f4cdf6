"""Ten hours of music are played like three minutes: from any moment, in constant memory."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.services.player.player import Player
from tests.support.sounds import music, write_sound

PATIENCE = 30_000  # ms: a process has to start
HOURS = 10
BLOCK_SECONDS = 60
MOST_MORE_KIB = 16 * 1024


@pytest.fixture
def short(tmp_path: Path) -> Track:
    return _written(tmp_path / "short.mp2", 180.0)


@pytest.fixture
def long(tmp_path: Path) -> Track:
    return _written(tmp_path / "long.mp2", HOURS * 3_600.0)


@pytest.fixture
def player(short: Track, long: Track) -> Iterator[Player]:
    player = Player(PlayOrder([short, long]))
    yield player
    player.close()


def _written(path: Path, seconds: float) -> Track:
    """A stream of MPEG frames, which has no header for the whole and no index."""
    block = write_sound(path, music(BLOCK_SECONDS), "mp2", bit_rate=32_000).read_bytes()
    with path.open("wb") as file:
        for _ in range(round(seconds / BLOCK_SECONDS)):
            file.write(block)
    return Track(path)


def play(player: Player, track: Track, seconds: float, qtbot: QtBot) -> None:
    """Until a moment of a track is heard."""
    player.play(track, seconds)
    qtbot.waitUntil(
        lambda: player.moment().decoded >= 0 and player.moment().seconds > seconds + 0.3,
        timeout=PATIENCE,
    )
    assert player.track == track


def most_memory_kib(player: Player) -> int:
    """The most that the sound process ever had in memory."""
    assert player.sound is not None
    status = Path(f"/proc/{player.sound.process_id}/status").read_text()
    (line,) = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1])


@pytest.mark.skipif(sys.platform != "linux", reason="missing: a process's memory as Linux tells it")
def test_ten_hours_need_no_more_memory_than_three_minutes(
    player: Player, short: Track, long: Track, qtbot: QtBot
) -> None:
    play(player, short, 170.0, qtbot)
    before = most_memory_kib(player)
    for hours in (0.0, 5.0, 9.9):
        play(player, long, hours * 3_600.0, qtbot)
    assert most_memory_kib(player) < before + MOST_MORE_KIB

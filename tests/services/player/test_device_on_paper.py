"""A device that goes is told of, whatever holds up who closes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.services.player.player import Player, PlayerState
from tests.support.fake_devices import NAME, FakeDevices, put_in_place
from tests.support.sounds import music, write_wav

PATIENCE = 60_000  # ms: processes have to start


@pytest.fixture
def devices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeDevices:
    return put_in_place(tmp_path / "devices", monkeypatch)


@pytest.fixture
def track(tmp_path: Path) -> Track:
    return Track(write_wav(tmp_path / "a.wav", music(60.0)))


@pytest.fixture
def player(track: Track, devices: FakeDevices) -> Iterator[Player]:
    player = Player(PlayOrder([track]))
    yield player
    player.close()


def test_a_device_that_goes_and_never_closes_is_told_of(
    player: Player, track: Track, devices: FakeDevices, qtbot: QtBot
) -> None:
    devices.close_never()
    player.use_device("", 0.15)
    player.play(track)
    qtbot.waitUntil(lambda: player.moment().decoded >= 0, timeout=PATIENCE)
    with qtbot.waitSignal(player.device_lost, timeout=PATIENCE) as lost:
        devices.pull_out()
    assert lost.args == [NAME]
    assert player.state is PlayerState.PAUSED

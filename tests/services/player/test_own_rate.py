"""A device whose own rate is not that of compact discs is opened at its own, by the real PortAudio.

ALSA's encoder for digital receivers admits one rate only, as some devices do. Here it writes to
nowhere, and takes samples as fast as they come.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.services.player.devices import Devices
from genre_desktop.services.player.player import Player, PlayerState
from tests.support.missing import skip_for_want_of
from tests.support.sounds import RATE, music, write_wav

PATIENCE = 30_000  # ms: a process has to start
OWN_RATE = 48_000
SECONDS = 2.0
_ALSA = """
</usr/share/alsa/alsa.conf>
pcm.receiver {{ type a52 rate {rate} channels 2 slavepcm "null" }}
"""


@pytest.fixture
def receiver(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot) -> str:
    """The name of a device that takes 48,000 samples a second and no others."""
    config = tmp_path / "asoundrc"
    config.write_text(_ALSA.format(rate=OWN_RATE))
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(config))
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    devices = Devices()
    with qtbot.waitSignal(devices.found, timeout=PATIENCE) as found:
        devices.look()
    devices.close()
    assert found.args is not None
    if "receiver" not in found.args[0]:
        skip_for_want_of("ALSA plug-in a52")
    return "receiver"


@pytest.fixture
def track(tmp_path: Path) -> Track:
    """Of the rate of compact discs."""
    return Track(write_wav(tmp_path / "a.wav", music(SECONDS)))


@pytest.fixture
def player(track: Track, receiver: str) -> Iterator[Player]:
    player = Player(PlayOrder([track]))
    player.use_device(receiver, 0.15)
    yield player
    player.close()


def test_a_device_is_opened_at_its_own_rate(player: Player, track: Track, qtbot: QtBot) -> None:
    with qtbot.waitSignal(player.device_opened, timeout=PATIENCE) as opened:
        player.play(track)
    assert opened.args == ["receiver"]
    assert player.sound is not None
    shared = player.sound.shared
    qtbot.waitUntil(lambda: shared.clock().rate != 0, timeout=PATIENCE)
    assert shared.clock().rate == OWN_RATE != RATE
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED, timeout=PATIENCE)
    assert shared.clock().played == pytest.approx(SECONDS * OWN_RATE, abs=0.1 * OWN_RATE)

"""Without a sound device, PortAudio or an ALSA configuration tracks play in time, silently."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.services.player.devices import Devices
from genre_desktop.services.player.player import Player
from tests.support.sounds import long_music, write_wav

PATIENCE = 60_000  # ms: a process has to start, and another where the first one is ended
LATENCY = 0.15


def _no_library(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """What Python finds where sounddevice is installed and PortAudio is not."""
    fake = folder / "without portaudio"
    fake.mkdir()
    (fake / "sounddevice.py").write_text('raise OSError("PortAudio library not found")\n')
    monkeypatch.syspath_prepend(fake)  # a process that is spawned has the same


def _no_configuration(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """PortAudio may end its process over this."""
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(folder / "not there"))
    for name in ("PULSE_SERVER", "JACK_DEFAULT_SERVER"):
        monkeypatch.delenv(name, raising=False)


def _no_device(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """A configuration that names none."""
    empty = folder / "asoundrc"
    empty.write_text("# nothing\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(empty))


@pytest.fixture(params=[_no_library, _no_configuration, _no_device])
def silent_computer(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    arrange: Callable[[pytest.MonkeyPatch, Path], None] = request.param
    arrange(monkeypatch, tmp_path)


@pytest.fixture
def track(tmp_path: Path) -> Track:
    return Track(write_wav(tmp_path / "a.wav", long_music()))


@pytest.fixture
def player(silent_computer: None, track: Track) -> Iterator[Player]:
    player = Player(PlayOrder([track]))
    player.use_device("", LATENCY)
    yield player
    player.close()


def test_tracks_play_in_time_without_sound(player: Player, track: Track, qtbot: QtBot) -> None:
    opened: list[str] = []
    refused: list[object] = []
    player.device_opened.connect(opened.append)
    player.refused.connect(refused.append)
    player.play(track, 0.5)
    qtbot.waitUntil(lambda: player.moment().seconds > 1.0, timeout=PATIENCE)
    assert opened == [""]
    assert refused == []


def test_the_list_of_devices_is_empty(silent_computer: None, qtbot: QtBot) -> None:
    devices = Devices()
    with qtbot.waitSignal(devices.found, timeout=PATIENCE) as found:
        devices.look()
    assert found.args == [(), ""]
    devices.close()

"""How a device is chosen and opened, over a PortAudio on paper."""

import sys
import time
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from genre_desktop.services.player.shared_sound import SharedSound
from genre_desktop.services.player.sound_card import NoDeviceError, SoundCard

USUAL, OTHER = range(2)  # two interfaces of one system, as on Windows
LATENCY = 0.15


class Portaudio(ModuleType):
    """Speakers that both interfaces have, one with the same name for sound that comes in."""

    def __init__(self) -> None:
        super().__init__("sounddevice")
        self.default = SimpleNamespace(hostapi=USUAL)
        self.opened: list[int] = []
        self.when_started: Callable[[], object] = lambda: None
        listed = [("Speakers", OTHER, 2), ("Speakers", USUAL, 0), ("Speakers", USUAL, 2)]
        listed += [("Speakers (2)", USUAL, 2), ("Headphones", OTHER, 2)]
        self.devices = [
            {
                "name": name,
                "index": index,
                "hostapi": interface,
                "max_output_channels": channels,
                "default_samplerate": 48_000.0,
            }
            for index, (name, interface, channels) in enumerate(listed)
        ]

    def _initialize(self) -> None:
        """Nothing has to be looked for."""

    _terminate = _initialize

    def query_devices(self, device: str | None = None, kind: str | None = None) -> Any:
        if device is None:
            return self.devices if kind is None else self.devices[3]
        named = [each for each in self.devices if each["name"] == device]
        if len(named) != 1:
            raise ValueError(f"Multiple output devices found for {device!r}")
        return named[0]

    def OutputStream(self, *, device: int, **_: object) -> Any:  # noqa: N802 - the name is theirs
        self.opened.append(device)
        return SimpleNamespace(latency=0.1, active=True, start=self.when_started)


@pytest.fixture
def portaudio(monkeypatch: pytest.MonkeyPatch) -> Portaudio:
    fake = Portaudio()
    monkeypatch.setitem(sys.modules, "sounddevice", fake)
    return fake


@pytest.mark.parametrize(
    ("name", "index"), [("Speakers", 2), ("Speakers (2)", 3), ("Headphones", 4), ("", 3)]
)
def test_a_name_that_several_interfaces_have_is_that_of_the_usual_one(
    name: str, index: int, portaudio: Portaudio
) -> None:
    card = SoundCard(SharedSound(), name, LATENCY)
    assert portaudio.opened == [index]
    assert card.name == portaudio.devices[index]["name"]


def test_a_device_that_is_not_there_cannot_be_opened(portaudio: Portaudio) -> None:
    with pytest.raises(NoDeviceError):
        SoundCard(SharedSound(), "Speak", LATENCY)
    assert portaudio.opened == []


def test_a_device_that_takes_long_to_open_is_not_lost(
    portaudio: Portaudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, passed = time.perf_counter_ns, [0]
    monkeypatch.setattr(time, "perf_counter_ns", lambda: real() + passed[0])
    portaudio.when_started = lambda: passed.append(passed.pop() + 600_000_000_000)
    assert SoundCard(SharedSound(), "", LATENCY).is_alive()

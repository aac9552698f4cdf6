"""A sound device on paper: what stands in for sounddevice in processes that are spawned."""

from pathlib import Path

import pytest

NAME = "Device on paper"
_MODULE = """
import threading
from pathlib import Path
from types import SimpleNamespace

import numpy as np

HERE = Path(__file__).parent
BLOCK = 480
DEVICE = {
    "name": "Device on paper", "index": 0, "hostapi": 0,
    "max_output_channels": 2, "default_samplerate": 48_000.0,
}
default = SimpleNamespace(hostapi=0)


def _initialize():
    pass


def _terminate():
    pass


def query_devices(device=None, kind=None):
    return DEVICE if kind else [DEVICE]


class OutputStream:
    latency = 0.05

    def __init__(self, *, callback, **_):
        if (HERE / "opens never").exists():
            threading.Event().wait()
        self._callback = callback

    @property
    def active(self):
        return not (HERE / "unplugged").exists()

    def start(self):
        threading.Thread(target=self._run, daemon=True).start()

    def close(self, ignore_errors):
        if (HERE / "closes never").exists():
            threading.Event().wait()

    def _run(self):
        out = np.zeros((BLOCK, 2), np.float32)
        times = SimpleNamespace(outputBufferDacTime=0.0, currentTime=0.0)
        never = threading.Event()
        while self.active:
            self._callback(out, BLOCK, times, SimpleNamespace(output_underflow=False))
            never.wait(BLOCK / 48_000)
"""


class FakeDevices:
    """One device, which can be unplugged, and can be told to hold up whoever opens or closes it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def pull_out(self) -> None:
        """The device is gone."""
        self._note("unplugged")

    def plug_in(self) -> None:
        """It is back."""
        (self._folder / "unplugged").unlink()

    def open_never(self) -> None:
        """Whoever opens it waits for ever."""
        self._note("opens never")

    def close_never(self) -> None:
        """Whoever closes it waits for ever."""
        self._note("closes never")

    def _note(self, name: str) -> None:
        (self._folder / name).touch()


def put_in_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> FakeDevices:
    """From now on processes that are spawned have this device; the folder is new."""
    folder.mkdir()
    (folder / "sounddevice.py").write_text(_MODULE)
    monkeypatch.syspath_prepend(folder)
    return FakeDevices(folder)

"""A sound device that can be listened to: PulseAudio with a null sink, and its monitor recorded."""

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from tests.support.missing import need_tool

RATE = 44_100
PROGRAMS = ("pulseaudio", "pacat", "parec", "pactl")
_ALSA = """
<{base}>
pcm.!default {{ type pulse }}
ctl.!default {{ type pulse }}
"""


class NullSink:
    """A PulseAudio server of its own, with one sink that plays nowhere."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = folder / "pulse.socket"
        config = folder / "asoundrc"
        config.write_text(_ALSA.format(base="/usr/share/alsa/alsa.conf"))
        self.environment = os.environ | {
            "PULSE_SERVER": f"unix:{self._socket}",
            "ALSA_CONFIG_PATH": str(config),
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
        }
        self._server = subprocess.Popen(
            [
                "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
                "-L", f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
            ],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._sink = ""
        self._keeper: subprocess.Popen[bytes] | None = None

    def wait(self) -> None:
        """Wait until the server answers."""
        _wait(lambda: not self._pactl("info").returncode)

    def plug_in(self, name: str = "out") -> None:
        """Load the sink, and a client that keeps it running."""
        loaded = self._pactl(
            "load-module", "module-null-sink", f"sink_name={name}", f"rate={RATE}", "channels=2",
            "format=s16le",
        )  # fmt: skip
        assert not loaded.returncode, loaded.stderr
        self._sink = loaded.stdout.strip()
        with open("/dev/zero", "rb") as zeros:  # noqa: PTH123 — a device
            self._keeper = subprocess.Popen(
                ["pacat", "--latency-msec=20", "-d", name, "--raw"],
                env=self.environment,
                stdin=zeros,
            )

    def pull_out(self) -> None:
        """Unload the sink: the device is gone."""
        self._end_keeper()
        assert not self._pactl("unload-module", self._sink).returncode

    @contextmanager
    def recording(self) -> Iterator["Recording"]:
        """Record what the sink plays, from before the block until it is left."""
        target = self._folder / "recorded.raw"
        with target.open("wb") as file:
            recorder = subprocess.Popen(
                ["parec", "-d", "out.monitor", "--raw", f"--rate={RATE}", "--format=s16le",
                 "--channels=2", "--latency-msec=20"],
                env=self.environment,
                stdout=file,
            )  # fmt: skip
        _wait(lambda: target.stat().st_size > 0)
        recording = Recording(target)
        try:
            yield recording
        finally:
            recorder.terminate()
            recorder.wait()

    def close(self) -> None:
        """End the server and its clients."""
        self._end_keeper()
        self._server.terminate()
        self._server.wait()

    def _end_keeper(self) -> None:
        if self._keeper is not None:
            self._keeper.terminate()
            self._keeper.wait()
            self._keeper = None

    def _pactl(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["pactl", *words], env=self.environment, capture_output=True, text=True, check=False
        )


@contextmanager
def running_sink(folder: Path) -> Iterator[NullSink]:
    """A sink that is plugged in; the running test is skipped where the programs are missing."""
    for program in PROGRAMS:
        need_tool(program)
    sink = NullSink(folder)
    try:
        sink.wait()
        sink.plug_in()
        yield sink
    finally:
        sink.close()


def _wait(until: Callable[[], bool]) -> None:
    """Without taking the processor from what is waited for."""
    end, never = monotonic() + 60.0, threading.Event()
    while not until():
        assert monotonic() < end, "PulseAudio does not answer."
        never.wait(0.01)


class Recording:
    """What a sink has played so far."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def samples(self) -> NDArray[np.int16]:
        """int16 (n, 2)."""
        raw = self._file.read_bytes()
        return np.frombuffer(raw[: len(raw) // 4 * 4], np.int16).reshape(-1, 2)

"""What a null sink plays, with the moment of each sample on the clock of all processes."""

import os
import subprocess
import threading
from time import perf_counter_ns
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.support.null_sink import RATE, NullSink

_BYTES: Final = 4  # of a stereo sample
_AROUND: Final = 5 * RATE


class Monitor:
    """Records from now on until it is closed.

    A sample's moment is told from the quickest arrivals around it: those that came late waited
    for a processor, not for the sink.
    """

    def __init__(self, sink: NullSink, latency_ms: int = 5) -> None:
        self._recorder = subprocess.Popen(
            ["parec", "-d", "out.monitor", "--raw", f"--rate={RATE}", "--format=s16le",
             "--channels=2", f"--latency-msec={latency_ms}"],
            env=sink.environment,
            stdout=subprocess.PIPE,
        )  # fmt: skip
        self._parts: list[tuple[int, bytes]] = []
        self._began = threading.Event()
        self._thread = threading.Thread(target=self._read, name="monitor", daemon=True)
        self._thread.start()
        assert self._began.wait(20.0), "Nothing comes from the monitor."

    @property
    def samples(self) -> NDArray[np.int16]:
        """int16 (n, 2)."""
        raw = b"".join(part for _, part in list(self._parts))
        return np.frombuffer(raw[: len(raw) // _BYTES * _BYTES], np.int16).reshape(-1, 2)

    def places_at(self, moments_ns: NDArray[np.int64]) -> NDArray[np.int64]:
        """Which samples were being played at some moments, by `perf_counter_ns`."""
        arrivals, ends = self._arrivals()
        guessed = np.interp(moments_ns, arrivals, ends)
        begun = np.array([self._begun_ns(arrivals, ends, place) for place in guessed])
        return np.asarray((moments_ns - begun) * (RATE / 1e9), np.int64)

    def moment_of(self, place: int) -> int:
        """When a sample was played, by `perf_counter_ns`."""
        return round(self._begun_ns(*self._arrivals(), place) + place / RATE * 1e9)

    def close(self) -> None:
        """End recording."""
        self._recorder.terminate()
        self._recorder.wait()
        self._thread.join()
        assert self._recorder.stdout is not None
        self._recorder.stdout.close()

    def _arrivals(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        parts = list(self._parts)
        sizes = np.array([len(part) for _, part in parts])
        return np.array([at for at, _ in parts]), sizes.cumsum() // _BYTES

    def _begun_ns(
        self, arrivals: NDArray[np.int64], ends: NDArray[np.int64], place: float
    ) -> float:
        """When the first sample of all would have been played, judged from around a place."""
        first, last = np.searchsorted(ends, [place - _AROUND, place + _AROUND])
        near = slice(int(first), max(int(last), int(first) + 1))
        return float((arrivals[near] - ends[near] / RATE * 1e9).min())

    def _read(self) -> None:
        assert self._recorder.stdout is not None
        file = self._recorder.stdout.fileno()
        while part := os.read(file, 1 << 16):
            self._parts.append((perf_counter_ns(), part))
            self._began.set()

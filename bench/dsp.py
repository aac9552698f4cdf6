"""Decoding, features and the network on one core, against only decoding and resampling.

The denominator is PyAV as its documentation shows it: every frame through an AudioResampler.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import av
import numpy as np
from numpy.typing import NDArray

from genre_desktop.core.catalogue import available_models
from genre_desktop.dsp.decode import SAMPLE_RATE, open_sound
from genre_desktop.dsp.features import FeatureStream, WindowSummaries
from genre_desktop.dsp.mel import LogMel
from genre_desktop.dsp.payload import payload_hash
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.dsp.tempo import TempoMeter
from genre_desktop.inference.model import Model, open_model
from tests.support.sounds import music, stereo, write_mp3

# With eleven pairs the second and the tenth ratio enclose the median with 98.8 % confidence.
PAIRS = 11
TRACK_SECONDS = 120.0
WINDOW_FRAMES = 1_290
TARGETS = {"decode + log-mel + CNN": 1.5, "the same with tempo and all features": 2.5}

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def run() -> Iterator[str]:
    """Measure in a process of its own, whose libraries use one thread each."""
    environment = os.environ | dict.fromkeys(ONE_THREAD, "1")
    done = subprocess.run(
        [sys.executable, "-m", "bench.dsp"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip())
    yield from done.stdout.splitlines()


def measured() -> Iterator[str]:
    """Time interleaved pairs over one MP3 file, then single parts of the work."""
    entries = [entry for entry in available_models() if entry.kind == "mel" and not entry.refusal]
    if not entries:
        raise RuntimeError("there is no mel package under models/")
    model = open_model(entries[0].folder)
    with tempfile.TemporaryDirectory() as temporary:
        path = write_mp3(Path(temporary) / "a.mp3", stereo(music(TRACK_SECONDS)))
        ways: dict[str, Callable[[], None]] = {
            "decode + log-mel + CNN": lambda: _classify(path, model),
            "the same with tempo and all features": lambda: _all_features(path, model),
        }
        yield f"One MP3 of {TRACK_SECONDS:.0f} s, stereo, 44.1 kHz, 128 kbit/s; one thread."
        for name, way in ways.items():
            yield _ratio(name, way, lambda: _plain(path))
        yield from _parts(path)


def _ratio(name: str, way: Callable[[], None], plain: Callable[[], None]) -> str:
    pairs = [(_seconds(way), _seconds(plain)) for _ in range(PAIRS + 1)][1:]
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    low, middle, high = ratios[1], ratios[PAIRS // 2], ratios[-2]
    target = TARGETS[name]
    seconds = np.median([ours for ours, _ in pairs])
    return (
        f"{name}: {middle:.2f} [{low:.2f}, {high:.2f}] times decoding and resampling alone, "
        f"target ≤ {target} ({'missed' if low > target else 'met'}); "
        f"{TRACK_SECONDS / seconds:,.0f} × realtime"
    )


def _seconds(action: Callable[[], object]) -> float:
    start = perf_counter()
    action()
    return perf_counter() - start


def _plain(path: Path) -> None:
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=SAMPLE_RATE)
    with av.open(path) as container:
        stream = container.streams.audio[0]
        stream.codec_context.thread_type = "NONE"
        for frame in container.decode(stream):
            for part in resampler.resample(frame):
                part.to_ndarray()
        for part in resampler.resample(None):
            part.to_ndarray()


def _classify(path: Path, model: Model) -> None:
    listening = model.listen(with_tempo=False)
    with open_sound(path) as sound:
        for block in sound.blocks():
            listening.push(block)
    listening.verdict()


def _all_features(path: Path, model: Model) -> None:
    listening = model.listen(with_tempo=True)
    summaries = WindowSummaries(STANDARD_MEL, WINDOW_FRAMES)
    with open_sound(path) as sound:
        for block in sound.blocks():
            listening.push(block)
            summaries.push(block)
    listening.verdict()


def _parts(path: Path) -> Iterator[str]:
    """Say what single parts cost for 30 s of sound."""
    with open_sound(path, limit_seconds=30.0) as sound:
        blocks = list(sound.blocks())
    levels = LogMel(STANDARD_MEL).push(np.concatenate(blocks))
    parts = {
        "log-mel": lambda: _push_all(LogMel(STANDARD_MEL), blocks),
        "all features but tempo, log-mel among them": lambda: _push_all(
            FeatureStream(STANDARD_MEL), blocks
        ),
        "tempo": lambda: _tempo(levels),
    }
    for name, part in parts.items():
        milliseconds = 1000 * np.median([_seconds(part) for _ in range(PAIRS)])
        yield f"{name}: {milliseconds:.1f} ms for 30 s"
    whole = np.median([_seconds(lambda: payload_hash(path)) for _ in range(PAIRS)])
    yield f"hash of the packets: {1000 * whole * 30 / TRACK_SECONDS:.1f} ms for 30 s"


def _push_all(stream: LogMel | FeatureStream, blocks: list[NDArray[np.float32]]) -> None:
    for block in blocks:
        stream.push(block)


def _tempo(levels: NDArray[np.float32]) -> None:
    meter = TempoMeter(STANDARD_MEL)
    meter.push(levels)
    meter.bpm()


if __name__ == "__main__":
    for line in measured():
        print(line, flush=True)

"""Batches: ours with one and two workers, a librosa pipeline and decoding alone, side by side."""

import resource
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from bench.shipped_model import shipped_model
from genre_desktop.core.batch import classify
from genre_desktop.core.recognise import warm_up
from genre_desktop.core.track import Track
from genre_desktop.core.workers import WorkerPool
from genre_desktop.dsp.decode import open_sound
from tests.support.sounds import music, stereo, write_mp3

FILES = 8
TRACK_SECONDS = 240.0
DIFFERENT = 2  # the others are copies: without a library every one is heard
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of one pass over all files, and the most memory that one process held."""

    seconds: float
    peak_bytes: int


def run() -> Iterator[str]:
    """Time interleaved passes over the same MP3 files."""
    model = shipped_model()
    with tempfile.TemporaryDirectory() as temporary:
        paths = _files(Path(temporary))
        ways: dict[str, Callable[[], Timing]] = {
            f"Genre Desktop ({model.name}), 1 worker": lambda: _ours(paths, model.folder, 1),
            f"Genre Desktop ({model.name}), 2 workers": lambda: _ours(paths, model.folder, 2),
            "decoding and resampling alone, 1 process": lambda: _each(paths, decode_only),
            "librosa.load, librosa features, scikit-learn, 1 process": lambda: _each(
                paths, librosa_pipeline
            ),
        }
        timings: dict[str, list[Timing]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                timings[name].append(way())
    yield (
        f"{FILES} MP3s of {TRACK_SECONDS / 60:.0f} minutes, 128 kbit/s stereo; processes started "
        f"and warmed before the clock; medians of {ROUNDS} interleaved passes"
    )
    for name, passes in timings.items():
        yield _line(name, passes)


def decode_only(path: str) -> float:
    """Decodes and resamples a file and gives its seconds."""
    with open_sound(Path(path)) as stream:
        return sum(block.size for block in stream.blocks()) / 22_050


def librosa_pipeline(path: str) -> int:
    """What is usually written: load, features, their means and deviations, scaler and SVC."""
    import librosa

    samples, rate = librosa.load(path, sr=22_050)
    features = [
        librosa.feature.mfcc(y=samples, sr=rate),
        librosa.feature.chroma_stft(y=samples, sr=rate),
        librosa.feature.spectral_contrast(y=samples, sr=rate),
        librosa.feature.spectral_centroid(y=samples, sr=rate),
        librosa.feature.spectral_bandwidth(y=samples, sr=rate),
        librosa.feature.spectral_rolloff(y=samples, sr=rate),
        librosa.feature.zero_crossing_rate(samples),
        librosa.feature.rms(y=samples),
    ]
    tempo = librosa.feature.tempo(y=samples, sr=rate)
    row = np.concatenate([*(f.mean(axis=1) for f in features), *(f.std(axis=1) for f in features)])
    label: int = _classifier(row.size + 1).predict(np.append(row, tempo)[None])[0]
    return label


def peak_bytes() -> int:
    """The most memory that this process has held."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux counts what the parent held at the fork into ru_maxrss
        (line,) = (x for x in status.read_text().splitlines() if x.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


_classifiers: dict[int, Any] = {}


def _classifier(size: int) -> Any:
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    from sklearn.svm import SVC

    if size not in _classifiers:
        rng = np.random.default_rng(0)
        fitted = make_pipeline(StandardScaler(), SVC())
        fitted.fit(rng.standard_normal((1_000, size)), np.arange(1_000) % 10)
        _classifiers[size] = fitted
    return _classifiers[size]


def _ours(paths: list[Path], model_folder: Path, workers: int) -> Timing:
    with WorkerPool(workers) as pool:
        for future in [pool.submit(warm_up, model_folder) for _ in range(workers)]:
            future.result()
        begun = perf_counter()
        outcomes = list(classify([Track(path) for path in paths], pool, model_folder))
        seconds = perf_counter() - begun
        if any(outcome.verdict is None for outcome in outcomes):
            raise RuntimeError(f"a file has no genre: {outcomes}")
        return Timing(seconds, max(pool.submit(peak_bytes).result() for _ in range(workers)))


def _each(paths: list[Path], function: Callable[[str], object]) -> Timing:
    with WorkerPool(1) as pool:
        pool.submit(function, str(paths[0])).result()
        begun = perf_counter()
        for path in paths:
            pool.submit(function, str(path)).result()
        return Timing(perf_counter() - begun, pool.submit(peak_bytes).result())


def _files(folder: Path) -> list[Path]:
    paths = [folder / f"{number}.mp3" for number in range(FILES)]
    for number, path in enumerate(paths):
        if number < DIFFERENT:
            write_mp3(path, stereo(music(TRACK_SECONDS, seed=number, rate=44_100)))
        else:
            shutil.copy(paths[number % DIFFERENT], path)
    return paths


def _line(name: str, passes: list[Timing]) -> str:
    seconds = [one.seconds for one in passes]
    middle = median(seconds)
    return (
        f"{name}: {FILES * TRACK_SECONDS / middle:,.0f} × realtime, "
        f"{FILES / middle * 3600:,.0f} tracks an hour "
        f"({middle:.1f} s, {min(seconds):.1f} to {max(seconds):.1f}); "
        f"a process holds at most {max(one.peak_bytes for one in passes) / 1e6:.0f} MB"
    )

"""All features of a stream from one shared short-time Fourier transform."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.cepstrum import delta, mfcc
from genre_desktop.dsp.chroma import chroma, chroma_filters
from genre_desktop.dsp.mel import MelBank
from genre_desktop.dsp.onset import OnsetStrength
from genre_desktop.dsp.spec import MelSpec
from genre_desktop.dsp.spectral import (
    bin_hertz,
    contrast,
    contrast_bands,
    flatness,
    moments,
    rolloff,
)
from genre_desktop.dsp.stft import Framer, power_of, spectrum
from genre_desktop.dsp.summary import STATISTICS, seven_statistics
from genre_desktop.dsp.waveform import rms, zero_crossing_rate

Values = NDArray[np.float32]
FeatureFrames = dict[str, Values]

MFCC_COUNT: Final = 20
DELTA_WIDTH: Final = 9

# Rows of each feature, in the order of a summary.
FEATURE_ROWS: Final = {
    "mfcc": MFCC_COUNT,
    "mfcc_delta": MFCC_COUNT,
    "chroma_stft": 12,
    "spectral_contrast": 7,
    "spectral_centroid": 1,
    "spectral_bandwidth": 1,
    "spectral_rolloff": 1,
    "spectral_flatness": 1,
    "zcr": 1,
    "rms": 1,
    "onset_strength": 1,
}


class FeatureStream:
    """Features of every frame of a stream; any cutting into blocks gives the same frames.

    Slopes of the cepstrum need neighbouring frames and are computed over a window afterwards.
    """

    def __init__(self, spec: MelSpec) -> None:
        self._spec = spec
        self._framer = Framer(spec.window_samples, spec.hop_samples)
        self._bank = MelBank(spec)
        self._onset = OnsetStrength()
        self._hertz = bin_hertz(spec.sample_rate, spec.window_samples)
        self._chroma = chroma_filters(spec.sample_rate, spec.window_samples)
        self._contrast = contrast_bands(spec.sample_rate, spec.window_samples)

    def push(self, samples: Values) -> FeatureFrames:
        """Take the next samples and return what the frames they complete give.

        Args:
            samples: float32 mono at the specification's rate, of any length.

        Returns:
            By name, float32 (rows, new frames): "log_mel" and FEATURE_ROWS but "mfcc_delta".
        """
        chunks = [self._chunk(frames) for frames in self._framer.push(samples)]
        if not chunks:
            names = ("log_mel", *(name for name in FEATURE_ROWS if name != "mfcc_delta"))
            rows = FEATURE_ROWS | {"log_mel": self._spec.mel_bands}
            return {name: np.empty((rows[name], 0), np.float32) for name in names}
        return {name: np.concatenate([c[name] for c in chunks], axis=1) for name in chunks[0]}

    def _chunk(self, frames: Values) -> FeatureFrames:
        power = power_of(spectrum(frames))
        magnitude = np.sqrt(power)
        log_mel = self._bank.levels(power).T
        shape = moments(magnitude, self._hertz)
        return {
            "log_mel": log_mel,
            "mfcc": mfcc(log_mel, MFCC_COUNT),
            "chroma_stft": chroma(power, self._chroma).T,
            "spectral_contrast": contrast(magnitude, self._contrast).T,
            "spectral_centroid": shape.centroid[None],
            "spectral_bandwidth": shape.bandwidth[None],
            "spectral_rolloff": rolloff(magnitude, self._hertz)[None],
            "spectral_flatness": flatness(power)[None],
            "zcr": zero_crossing_rate(frames)[None],
            "rms": rms(frames)[None],
            "onset_strength": self._onset.push(log_mel)[None],
        }


@cache
def summary_names() -> tuple[str, ...]:
    """Return the names of a window's summary, such as "mfcc_03_kurtosis", in order."""
    return tuple(
        f"{feature}_{row:02d}_{statistic}"
        for feature, rows in FEATURE_ROWS.items()
        for statistic in STATISTICS
        for row in range(rows)
    )


def summarise(window: FeatureFrames) -> Values:
    """Return the seven statistics of every feature over a window, float32 (462,).

    Args:
        window: By name, (rows, frames), as `FeatureStream.push` gives it; nine frames or more.
    """
    known = window | {"mfcc_delta": delta(window["mfcc"], DELTA_WIDTH)}
    return np.concatenate([seven_statistics(known[name]).ravel() for name in FEATURE_ROWS])


class WindowSummaries:
    """Cuts a stream into windows of equal length and summarises each, in constant memory."""

    def __init__(self, spec: MelSpec, window_frames: int) -> None:
        self._stream = FeatureStream(spec)
        self._window_frames = window_frames
        self._pending = self._stream.push(np.empty(0, np.float32))
        del self._pending["log_mel"]

    def push(self, samples: Values) -> Values:
        """Take the next samples; return the windows they complete, float32 (windows, 462)."""
        new = self._stream.push(samples)
        pending = {
            name: np.concatenate((rows, new[name]), axis=1) for name, rows in self._pending.items()
        }
        whole = pending["rms"].shape[1] // self._window_frames
        done = whole * self._window_frames
        self._pending = {name: rows[:, done:].copy() for name, rows in pending.items()}
        windows = [
            summarise(
                {
                    name: rows[:, start : start + self._window_frames]
                    for name, rows in pending.items()
                }
            )
            for start in range(0, done, self._window_frames)
        ]
        return np.stack(windows) if windows else np.empty((0, len(summary_names())), np.float32)

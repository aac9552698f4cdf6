"""Golden clips: short synthetic sounds, their features by librosa, the source model's answers."""

from dataclasses import dataclass

import librosa
import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.spec import MelSpec, StatisticsSpec

SECONDS = (3.0, 3.5, 6.5)
LOUDEST = 0.7
BANDS_IN_GROUP = 8


@dataclass(frozen=True, slots=True)
class GoldenClip:
    """One sound with what a package must make of it.

    Attributes:
        audio: float32 (samples,), mono.
        features: float32, what the graph is fed.
        outputs: float32 arrays by the names of the graph's outputs.
    """

    audio: NDArray[np.float32]
    features: NDArray[np.float32]
    outputs: dict[str, NDArray[np.float32]]


def golden_sounds(sample_rate: int) -> list[NDArray[np.float32]]:
    """Seeded music-like sounds: harmonies, beats, and both over a bass line."""
    return [
        _mixed(np.random.default_rng(number), round(seconds * sample_rate), sample_rate, number)
        for number, seconds in enumerate(SECONDS)
    ]


def golden_statistics(spec: StatisticsSpec) -> NDArray[np.float32]:
    """The statistics (clips, d) of the golden sounds, by librosa."""
    sounds = golden_sounds(spec.mel.sample_rate)
    return np.stack([librosa_statistics(librosa_log_mel(one, spec.mel), spec) for one in sounds])


def librosa_log_mel(samples: NDArray[np.float32], spec: MelSpec) -> NDArray[np.float32]:
    """Log-mel (mel_bands, frames) in dB as librosa defines it, without centring."""
    power = librosa.feature.melspectrogram(
        y=samples,
        sr=spec.sample_rate,
        n_fft=spec.window_samples,
        hop_length=spec.hop_samples,
        n_mels=spec.mel_bands,
        fmin=spec.low_hz,
        fmax=spec.high_hz,
        center=False,
    )
    levels: NDArray[np.float32] = librosa.power_to_db(power, amin=spec.power_floor, top_db=None)
    return levels.astype(np.float32)


def librosa_statistics(log_mel: NDArray[np.float32], spec: StatisticsSpec) -> NDArray[np.float32]:
    """The statistics (d,) of one piece (mel_bands, frames), cepstra and slopes by librosa."""
    levels = np.maximum(log_mel - log_mel.max(), spec.floor_db)
    cepstra = librosa.feature.mfcc(S=levels, n_mfcc=spec.mfcc_count)
    groups = levels.reshape(-1, BANDS_IN_GROUP, levels.shape[1])
    rows = {
        "mfcc": cepstra,
        "delta": librosa.feature.delta(cepstra, width=spec.delta_width),
        "band": groups.mean(axis=1),
        "rise": np.maximum(np.diff(levels, axis=1), 0).mean(axis=0, keepdims=True),
    }
    values = []
    for name in spec.names:
        source, number, statistic = name.split("_")
        values.append(getattr(np, statistic)(rows[source][int(number)]))
    return np.array(values, np.float32)


def _mixed(
    random: np.random.Generator, samples: int, sample_rate: int, kind: int
) -> NDArray[np.float32]:
    seconds = np.arange(samples) / sample_rate
    sound = 0.01 * random.standard_normal(samples)
    if kind != 1:
        sound += _harmony(random, seconds)
    if kind != 0:
        sound += _beats(random, seconds)
    return np.asarray(LOUDEST * sound / np.abs(sound).max(), np.float32)


def _harmony(random: np.random.Generator, seconds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Three notes with falling overtones, changed every half second."""
    sound = np.zeros_like(seconds)
    for step in range(int(seconds[-1] * 2) + 1):
        sounding = np.exp(-3 * np.maximum(seconds - step / 2, 0)) * (seconds >= step / 2)
        for note in random.choice(24, size=3, replace=False):
            hz = 110 * 2 ** (note / 12)
            for overtone in range(1, 9):
                sound += sounding * np.sin(2 * np.pi * hz * overtone * seconds) / overtone
    return sound


def _beats(random: np.random.Generator, seconds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Noise bursts at 120 beats a minute over a low tone on every other beat."""
    phase = (seconds * 2) % 1
    burst = random.standard_normal(len(seconds)) * np.exp(-40 * phase)
    low = np.sin(2 * np.pi * 55 * seconds) * np.exp(-6 * ((seconds) % 1))
    return np.asarray(burst + 2 * low)

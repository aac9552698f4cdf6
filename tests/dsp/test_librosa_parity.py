"""librosa, with no centring, is the definition: every feature agrees with it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.dsp.cepstrum import delta, mfcc
from genre_desktop.dsp.decode import open_sound
from genre_desktop.dsp.features import FeatureStream
from genre_desktop.dsp.mel import log_mel
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.dsp.tempo import TempoMeter
from tests.support.sounds import music, stereo, write_sound

pytestmark = pytest.mark.training

Samples = NDArray[np.float32]
DataSet = Callable[[str], Path]

BIN_HZ = 22_050 / 2_048


def dithered(seconds: float, seed: int, bpm: float = 120.0) -> Samples:
    """Music with the last bit of a compact disc as noise, as every recording has some."""
    noise = np.random.default_rng(seed).uniform(-1, 1, round(seconds * 22_050)) / 32_768
    result: Samples = (music(seconds, seed, 22_050, bpm) + noise).astype(np.float32)
    return result


def real_clips(data_set: DataSet) -> list[Samples]:
    folder = data_set("gtzan/audio")
    clips = []
    for path in sorted(folder.glob("*/*.flac"))[::6]:
        with open_sound(path) as sound:
            clips.append(np.concatenate(list(sound.blocks())))
    return clips


def by_librosa(samples: Samples) -> dict[str, NDArray[np.float64]]:
    import librosa

    magnitude = np.abs(librosa.stft(samples, center=False))
    power = magnitude**2
    bands = librosa.feature.melspectrogram(S=power, sr=22_050)
    levels = 10 * np.log10(np.maximum(bands, 1e-10))
    shape = {"S": magnitude, "sr": 22_050}
    return {
        "log_mel": levels,
        "mfcc": librosa.feature.mfcc(S=levels, n_mfcc=20),
        "chroma_stft": librosa.feature.chroma_stft(S=power, sr=22_050, tuning=0.0),
        "spectral_contrast": librosa.feature.spectral_contrast(**shape),
        "spectral_centroid": librosa.feature.spectral_centroid(**shape),
        "spectral_bandwidth": librosa.feature.spectral_bandwidth(**shape),
        "spectral_rolloff": librosa.feature.spectral_rolloff(**shape),
        "spectral_flatness": librosa.feature.spectral_flatness(S=magnitude),
        "zcr": librosa.feature.zero_crossing_rate(samples, center=False),
        "rms": librosa.feature.rms(y=samples, center=False),
        "onset_strength": librosa.onset.onset_strength(S=levels, sr=22_050, center=False)[None],
    }


def assert_parity(samples: Samples) -> None:
    expected = by_librosa(samples)
    found = FeatureStream(STANDARD_MEL).push(samples)
    apart = {name: np.abs(found[name] - expected[name]) for name in expected}
    levels = expected["log_mel"]
    assert apart["log_mel"][levels > levels.max() - 70.0].max() < 1e-3
    assert apart["mfcc"].max() < 1e-2
    assert apart["chroma_stft"].max() < 1e-4
    assert apart["spectral_centroid"].max() < 0.1
    assert apart["spectral_bandwidth"].max() < 0.1
    assert apart["spectral_rolloff"].max() < 1.001 * BIN_HZ
    for name in ("spectral_contrast", "spectral_flatness", "zcr", "rms", "onset_strength"):
        least = 1e-3 * np.abs(expected[name]).max()
        relative = apart[name] / np.maximum(np.abs(expected[name]), least)
        assert relative.max() < 1e-3, name


@pytest.mark.parametrize("seed", range(4))
def test_features_of_synthetic_music_are_librosas(seed: int) -> None:
    assert_parity(dithered(6.0, seed))


def test_features_of_noise_are_librosas() -> None:
    noise = np.random.default_rng(1).standard_normal(66_150)
    assert_parity((0.1 * noise).astype(np.float32))


def test_features_of_real_clips_are_librosas(data_set: DataSet) -> None:
    for clip in real_clips(data_set):
        assert_parity(clip[: 10 * 22_050])


@pytest.mark.parametrize("order", [1, 2])
@pytest.mark.parametrize("width", [3, 9])
def test_slopes_are_librosas(order: int, width: int) -> None:
    import librosa

    coefficients = mfcc(log_mel(dithered(3.0, 5), STANDARD_MEL), 20)
    expected = librosa.feature.delta(coefficients, width=width, order=order)
    assert np.abs(delta(coefficients, width, order) - expected).max() < 1e-2


def assert_same_tempo(samples: Samples) -> None:
    import librosa

    levels = log_mel(samples, STANDARD_MEL)
    strength = librosa.onset.onset_strength(S=levels, sr=22_050, center=False)
    meter = TempoMeter(STANDARD_MEL)
    meter.push(levels)
    assert meter.bpm() == pytest.approx(
        librosa.feature.tempo(onset_envelope=strength, sr=22_050)[0], rel=1e-6
    )


@pytest.mark.parametrize("bpm", [63.0, 97.0, 128.0, 171.0])
@pytest.mark.parametrize("seconds", [3.0, 25.0])
def test_tempo_is_librosas(bpm: float, seconds: float) -> None:
    assert_same_tempo(dithered(seconds, round(bpm), bpm))


def test_tempo_of_real_clips_is_librosas(data_set: DataSet) -> None:
    for clip in real_clips(data_set):
        assert_same_tempo(clip)


@pytest.mark.parametrize("rate", [44_100, 48_000])
def test_resampled_music_sounds_as_librosas_does(rate: int, tmp_path: Path) -> None:
    """FFmpeg's filter and soxr's differ only in the last bands below half the new rate."""
    import librosa
    import soundfile

    path = write_sound(tmp_path / "a.wav", stereo(music(6.0, rate=rate)), "wavfloat", rate=rate)
    with open_sound(path) as sound:
        ours = np.concatenate(list(sound.blocks()))
    samples, _ = soundfile.read(path, dtype="float32")
    theirs = librosa.resample(samples.mean(axis=1), orig_sr=rate, target_sr=22_050)
    assert abs(ours.size - theirs.size) <= 1
    found, expected = log_mel(ours, STANDARD_MEL), log_mel(theirs, STANDARD_MEL)
    apart = np.abs(found - expected)[:124, : min(found.shape[1], expected.shape[1])]
    heard = expected[:124, : apart.shape[1]] > expected.max() - 70.0
    assert np.median(apart[heard]) < 0.01
    assert np.quantile(apart[heard], 0.99) < 0.5

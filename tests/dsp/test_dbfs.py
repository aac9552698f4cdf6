"""Spectra that are measured: levels re full scale, windows, and librosa as the referee."""

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.dsp.dbfs import FLOOR_DBFS, SpectrumSpec, Window, dbfs, power_at, window_of

RATE = 48_000


def sine(hz: float, seconds: float = 1.0, amplitude: float = 1.0) -> NDArray[np.float32]:
    time = np.arange(round(seconds * RATE)) / RATE
    return (amplitude * np.sin(2 * np.pi * hz * time)).astype(np.float32)


@pytest.mark.parametrize("window", list(Window))
@pytest.mark.parametrize("length", [1_024, 4_096, 16_384])
def test_a_sine_of_full_scale_reads_zero(window: Window, length: int) -> None:
    spec = SpectrumSpec(RATE, length, window)
    hz = 40 * spec.bin_hz
    levels = dbfs(power_at(sine(hz), np.array([RATE // 2]), spec))[0]
    assert levels.argmax() == 40
    assert levels[40] == pytest.approx(0.0, abs=0.01)


def test_the_flat_top_reads_the_level_between_two_bins() -> None:
    spec = SpectrumSpec(RATE, 4_096, Window.FLAT_TOP)
    tone = sine(40.5 * spec.bin_hz, amplitude=0.5)
    levels = dbfs(power_at(tone, np.array([RATE // 2]), spec))[0]
    assert levels.max() == pytest.approx(-6.02, abs=0.05)


def test_blackman_harris_finds_a_weak_tone_beside_a_loud_one() -> None:
    spec = SpectrumSpec(RATE, 4_096, Window.BLACKMAN_HARRIS)
    both = sine(100.3 * spec.bin_hz) + sine(120.3 * spec.bin_hz, amplitude=1e-4)
    levels = dbfs(power_at(both, np.array([RATE // 2]), spec))[0]
    assert levels[120] > levels[110] + 10.0
    assert levels[120] == pytest.approx(-80.0, abs=2.0)


def test_silence_is_the_floor() -> None:
    spec = SpectrumSpec(RATE, 1_024, Window.HANN)
    silent = power_at(np.zeros(RATE, np.float32), np.array([5_000]), spec)
    assert (dbfs(silent) == np.float32(FLOOR_DBFS)).all()


def test_beyond_the_ends_there_is_silence() -> None:
    spec = SpectrumSpec(RATE, 1_024, Window.HANN)
    power = power_at(sine(1_500.0), np.array([-5_000, 0, RATE // 2, RATE, RATE + 9_000]), spec)
    inside = power[2].sum()
    assert power[0].sum() < 1e-3 * inside
    assert power[4].sum() < 1e-3 * inside
    assert 0.05 * inside < power[1].sum() < inside


@pytest.mark.training
@pytest.mark.parametrize(("window", "name"), [(Window.HANN, "hann"), (Window.HAMMING, "hamming")])
def test_librosa_measures_the_same(window: Window, name: str) -> None:
    import librosa

    samples = np.random.default_rng(0).normal(size=RATE).astype(np.float32)
    spec = SpectrumSpec(RATE, 2_048, window)
    reference = np.abs(
        librosa.stft(samples, n_fft=2_048, hop_length=500, window=name, center=False)
    )
    scaled = reference / float(librosa.filters.get_window(name, 2_048).sum())
    scaled[1:-1] *= 2.0
    centres = 1_024 + 500 * np.arange(reference.shape[1])
    ours = power_at(samples, centres, spec)
    np.testing.assert_allclose(np.sqrt(ours), scaled.T, rtol=1e-3, atol=1e-7)


def test_every_window_has_a_gain_of_one() -> None:
    for window in Window:
        assert window_of(window, 2_048).sum() == pytest.approx(1.0, abs=1e-5)

"""The shape of a whole track, in constant memory."""

import numpy as np
import pytest

from genre_desktop.dsp.overview import OverviewMeter

RATE = 44_100


def test_peaks_and_power_are_those_of_the_samples() -> None:
    samples = np.random.default_rng(0).uniform(-1, 1, 5 * RATE).astype(np.float32)
    samples[RATE : 2 * RATE] = 0.0
    meter = OverviewMeter(RATE, 1_000)
    for part in np.array_split(samples, 37):
        meter.push(part)
    shape = meter.overview()
    assert shape.seconds == pytest.approx(5.0)
    length = round(shape.part_seconds * RATE)
    for place in (0, 50, 150, len(shape.peak) - 1):
        here = samples[place * length : (place + 1) * length]
        assert shape.peak[place] == np.abs(here).max()
        assert shape.rms[place] == pytest.approx(float(np.sqrt((here**2).mean())), rel=1e-4)


def test_any_cutting_gives_the_same() -> None:
    samples = np.random.default_rng(1).normal(size=3 * RATE).astype(np.float32)
    at_once, in_blocks = OverviewMeter(RATE, 64), OverviewMeter(RATE, 64)
    at_once.push(samples)
    for part in np.array_split(samples, 101):
        in_blocks.push(part)
    np.testing.assert_array_equal(at_once.overview().peak, in_blocks.overview().peak)
    np.testing.assert_allclose(at_once.overview().rms, in_blocks.overview().rms, rtol=1e-5)


def test_a_track_of_any_length_has_a_bounded_number_of_parts() -> None:
    meter = OverviewMeter(1_000, 100)
    for _ in range(300):
        meter.push(np.ones(1_000, np.float32))
    shape = meter.overview()
    assert 50 <= len(shape.peak) <= 100
    assert shape.seconds == 300.0
    np.testing.assert_allclose(shape.rms, 1.0, rtol=1e-5)


def test_the_louder_channel_counts() -> None:
    meter = OverviewMeter(1_000, 10)
    meter.push(np.tile(np.array([[0.1, -0.9]], np.float32), (100, 1)))
    assert meter.overview().peak.max() == np.float32(0.9)


def test_nothing_has_no_parts() -> None:
    assert OverviewMeter(1_000, 10).overview().peak.size == 0

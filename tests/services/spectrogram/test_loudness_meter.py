"""Peaks and effective levels of what is heard."""

import math

import numpy as np
import pytest

from genre_desktop.services.spectrogram.loudness_meter import (
    FLOOR_DBFS,
    HOLD_SECONDS,
    RMS_SECONDS,
    LoudnessMeter,
)

RATE = 48_000
FRAME = 0.04
COUNT = round(RMS_SECONDS * RATE)
NEW = COUNT - round(FRAME * RATE)


def sine(amplitude: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
    return (amplitude * np.sin(2 * np.pi * 1_000 * np.arange(COUNT) / RATE)).astype(np.float32)


SILENCE = sine(0.0)


def test_a_sine_reads_its_amplitude_and_three_decibels_less() -> None:
    level = LoudnessMeter().push(sine(0.5), NEW, FRAME)
    assert level.peak_db == pytest.approx(20 * math.log10(0.5), abs=0.05)
    assert level.rms_db == pytest.approx(20 * math.log10(0.5) - 3.01, abs=0.05)
    assert level.held_db == level.peak_db


def test_what_is_louder_than_full_scale_reads_above_zero() -> None:
    assert LoudnessMeter().push(sine(2.0), NEW, FRAME).held_db == pytest.approx(6.0, abs=0.1)


def test_the_peak_falls_slowly_and_is_held_for_a_while() -> None:
    meter = LoudnessMeter()
    loudest = meter.push(sine(1.0), NEW, FRAME)
    after = meter.push(SILENCE, NEW, 0.5)
    assert after.rms_db == FLOOR_DBFS
    assert FLOOR_DBFS < after.peak_db < loudest.peak_db - 5.0
    assert after.held_db == loudest.held_db
    meter.push(SILENCE, NEW, HOLD_SECONDS)
    assert meter.push(SILENCE, NEW, 0.5).held_db < loudest.held_db - 5.0
    for _ in range(20):
        last = meter.push(SILENCE, NEW, 0.5)
    assert last.held_db == last.peak_db == FLOOR_DBFS


def test_only_what_is_new_counts_for_the_peak() -> None:
    samples = SILENCE.copy()
    samples[10] = 1.0
    level = LoudnessMeter().push(samples, NEW, FRAME)
    assert level.peak_db == FLOOR_DBFS
    assert level.rms_db > FLOOR_DBFS


def test_nothing_heard_is_the_bottom_of_the_scale() -> None:
    assert LoudnessMeter().push(SILENCE[:0], 0, FRAME).peak_db == FLOOR_DBFS

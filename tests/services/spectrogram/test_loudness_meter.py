"""Peaks and effective levels of what is heard."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.services.spectrogram.loudness_meter import (
    FLOOR_DBFS,
    HOLD_SECONDS,
    RMS_SECONDS,
    LoudnessMeter,
)

RATE = 48_000
FRAME = 0.05
COUNT = round(FRAME * RATE)


def sine(amplitude: float) -> NDArray[np.float32]:
    return (amplitude * np.sin(2 * np.pi * 1_000 * np.arange(COUNT) / RATE)).astype(np.float32)


SILENCE = sine(0.0)


def test_a_sine_reads_its_amplitude_and_three_decibels_less() -> None:
    level = LoudnessMeter().push(sine(0.5), FRAME)
    assert level.peak_db == pytest.approx(20 * math.log10(0.5), abs=0.05)
    assert level.rms_db == pytest.approx(20 * math.log10(0.5) - 3.01, abs=0.05)
    assert level.held_db == level.peak_db


def test_what_is_louder_than_full_scale_reads_above_zero() -> None:
    assert LoudnessMeter().push(sine(2.0), FRAME).held_db == pytest.approx(6.0, abs=0.1)


def test_the_effective_level_is_that_of_the_last_moments() -> None:
    meter = LoudnessMeter()
    loud = meter.push(sine(1.0), FRAME).rms_db
    assert meter.push(SILENCE, FRAME).rms_db == pytest.approx(loud - 3.01, abs=0.05)
    for _ in range(round(RMS_SECONDS / FRAME)):
        last = meter.push(SILENCE, FRAME)
    assert last.rms_db == FLOOR_DBFS


def test_the_peak_falls_slowly_and_is_held_for_a_while() -> None:
    meter = LoudnessMeter()
    loudest = meter.push(sine(1.0), FRAME)
    after = meter.push(SILENCE, 0.5)
    assert FLOOR_DBFS < after.peak_db < loudest.peak_db - 5.0
    assert after.held_db == loudest.held_db
    meter.push(SILENCE, HOLD_SECONDS)
    assert meter.push(SILENCE, 0.5).held_db < loudest.held_db - 5.0
    for _ in range(20):
        last = meter.push(SILENCE, 0.5)
    assert last.held_db == last.peak_db == FLOOR_DBFS


def test_nothing_heard_is_the_bottom_of_the_scale() -> None:
    assert LoudnessMeter().push(SILENCE[:0], FRAME).peak_db == FLOOR_DBFS


def test_who_begins_anew_remembers_nothing() -> None:
    meter = LoudnessMeter()
    meter.push(sine(1.0), FRAME)
    meter.clear()
    assert meter.push(SILENCE, FRAME).held_db == FLOOR_DBFS

"""The tempo of music whose beat is known, in any cutting, and of what has no beat."""

import numpy as np
import pytest

from genre_desktop.dsp.mel import log_mel
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.dsp.tempo import TempoMeter
from tests.support.sounds import music


def tempo_of(samples: np.ndarray, frames_at_once: int = 400) -> float | None:
    levels = log_mel(samples, STANDARD_MEL)
    meter = TempoMeter(STANDARD_MEL)
    for start in range(0, levels.shape[1], frames_at_once):
        meter.push(levels[:, start : start + frames_at_once])
    return meter.bpm()


@pytest.mark.parametrize("bpm", [96.0, 120.0, 150.0])
def test_the_beat_of_music_is_found(bpm: float) -> None:
    found = tempo_of(music(20.0, rate=22_050, bpm=bpm))
    assert found == pytest.approx(bpm, rel=0.03)


def test_any_cutting_gives_the_same_tempo() -> None:
    samples = music(12.0, rate=22_050, bpm=110.0)
    whole = tempo_of(samples, 10_000)
    assert [tempo_of(samples, cut) for cut in (1, 7, 172, 344)] == [whole] * 4


def test_asking_on_the_way_changes_nothing() -> None:
    levels = log_mel(music(12.0, rate=22_050, bpm=110.0), STANDARD_MEL)
    asked, silent = TempoMeter(STANDARD_MEL), TempoMeter(STANDARD_MEL)
    for start in range(0, levels.shape[1], 50):
        asked.push(levels[:, start : start + 50])
        asked.bpm()
        silent.push(levels[:, start : start + 50])
    assert asked.bpm() == silent.bpm()


def test_silence_has_no_tempo() -> None:
    assert tempo_of(np.zeros(10 * 22_050, np.float32)) is None


def test_a_moment_has_no_tempo() -> None:
    assert tempo_of(music(1.0, rate=22_050)) is None


def test_nothing_has_no_tempo() -> None:
    assert TempoMeter(STANDARD_MEL).bpm() is None

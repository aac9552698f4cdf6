"""The log-mel spectrogram of a stream is that of the whole, and has the promised frames."""

import numpy as np
import pytest

from genre_desktop.dsp.mel import LogMel, log_mel, mel_filters
from genre_desktop.dsp.spec import STANDARD_MEL
from tests.support.sounds import music


@pytest.mark.parametrize("block", [1, 511, 2_048, 22_050, 66_150])
def test_any_cutting_into_blocks_gives_the_same_spectrogram(block: int) -> None:
    samples = music(6.0 if block > 1 else 0.3, rate=22_050)
    stream = LogMel(STANDARD_MEL)
    parts = [stream.push(samples[at : at + block]) for at in range(0, samples.size, block)]
    together = np.concatenate(parts, axis=1)
    whole = log_mel(samples, STANDARD_MEL)
    assert together.shape == whole.shape
    assert np.abs(together - whole).max() < 1e-3


@pytest.mark.parametrize("samples", [0, 1, 2_047, 2_048, 2_559, 2_560, 66_150])
def test_there_are_as_many_frames_as_fit_wholly(samples: int) -> None:
    frames = log_mel(np.ones(samples, np.float32), STANDARD_MEL).shape[1]
    assert frames == STANDARD_MEL.frames_in(samples)


def test_digital_silence_lies_on_the_floor() -> None:
    levels = log_mel(np.zeros(22_050, np.float32), STANDARD_MEL)
    assert np.allclose(levels, -100.0, atol=1e-4)


def test_a_tone_is_loudest_in_the_band_that_holds_it() -> None:
    time = np.arange(22_050) / 22_050
    tone = np.asarray(np.sin(2 * np.pi * 1000 * time), np.float32)
    levels = log_mel(tone, STANDARD_MEL)
    hertz = np.fft.rfftfreq(2_048, 1 / 22_050)
    centres = hertz[mel_filters(STANDARD_MEL).argmax(axis=1)]
    loudest = centres[levels.mean(axis=1).argmax()]
    assert abs(loudest - 1000.0) < 30.0


def test_a_gain_moves_every_level_by_the_same() -> None:
    samples = music(3.0, rate=22_050)
    before, after = log_mel(samples, STANDARD_MEL), log_mel(samples * 0.1, STANDARD_MEL)
    assert np.abs((before - after)[before > -40.0] - 20.0).max() < 0.01

"""The statistics of a piece: named, ordered, and indifferent to gain."""

from dataclasses import replace

import numpy as np
import pytest

from genre_desktop.dsp.cepstrum import delta, mfcc
from genre_desktop.dsp.mel import log_mel
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.dsp.statistics import piece_statistics, standard_statistics
from tests.support.sounds import music

SPEC = standard_statistics()


def piece(seed: int = 0) -> np.ndarray:
    return log_mel(music(3.0, seed=seed, rate=22_050), STANDARD_MEL)


def test_every_name_has_a_finite_value_and_no_name_comes_twice() -> None:
    values = piece_statistics(piece(), SPEC)
    assert values.shape == (len(SPEC.names),)
    assert values.dtype == np.float32
    assert np.isfinite(values).all()
    assert len(set(SPEC.names)) == len(SPEC.names)


def test_a_name_means_what_it_says() -> None:
    levels = piece()
    relative = np.maximum(levels - levels.max(), -80.0)
    coefficients = mfcc(relative, 20)
    values = dict(zip(SPEC.names, piece_statistics(levels, SPEC), strict=True))
    assert values["mfcc_03_mean"] == pytest.approx(coefficients[3].mean(), abs=1e-3)
    assert values["mfcc_19_std"] == pytest.approx(coefficients[19].std(), abs=1e-3)
    assert values["delta_07_std"] == pytest.approx(delta(coefficients, 9)[7].std(), abs=1e-3)
    assert values["band_15_std"] == pytest.approx(relative[120:].mean(axis=0).std(), abs=1e-3)


def test_the_order_of_the_names_is_the_order_of_the_values() -> None:
    backwards = replace(SPEC, names=SPEC.names[::-1])
    levels = piece()
    assert (piece_statistics(levels, backwards)[::-1] == piece_statistics(levels, SPEC)).all()


def test_gain_does_not_matter() -> None:
    samples = music(3.0, rate=22_050)
    loud = piece_statistics(log_mel(samples, STANDARD_MEL), SPEC)
    quiet = piece_statistics(log_mel(samples * 0.05, STANDARD_MEL), SPEC)
    assert np.abs(loud - quiet).max() < 0.2


def test_different_music_has_different_statistics() -> None:
    assert np.abs(piece_statistics(piece(1), SPEC) - piece_statistics(piece(2), SPEC)).max() > 1.0


@pytest.mark.parametrize("name", ["mfcc_20_mean", "mfcc_00_mode", "chroma_00_mean", "loudness"])
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no such statistic"):
        piece_statistics(piece(), replace(SPEC, names=(name,)))


def test_an_unknown_reference_level_is_refused() -> None:
    with pytest.raises(ValueError, match="reference"):
        piece_statistics(piece(), replace(SPEC, reference="clip_mean"))


def test_too_few_frames_are_refused() -> None:
    with pytest.raises(ValueError, match="frames are needed"):
        piece_statistics(piece()[:, :8], SPEC)

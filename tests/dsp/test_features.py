"""Features of a stream are those of the whole, and are summarised window by window."""

import numpy as np
import pytest

from genre_desktop.dsp.features import (
    FEATURE_ROWS,
    FeatureStream,
    WindowSummaries,
    summarise,
    summary_names,
)
from genre_desktop.dsp.mel import log_mel
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.dsp.summary import seven_statistics
from tests.support.sounds import music


@pytest.mark.parametrize("block", [700, 22_050])
def test_any_cutting_into_blocks_gives_the_same_features(block: int) -> None:
    samples = music(4.0, rate=22_050)
    whole = FeatureStream(STANDARD_MEL).push(samples)
    stream = FeatureStream(STANDARD_MEL)
    parts = [stream.push(samples[at : at + block]) for at in range(0, samples.size, block)]
    for name, rows in whole.items():
        together = np.concatenate([part[name] for part in parts], axis=1)
        assert together.shape == rows.shape
        np.testing.assert_allclose(together, rows, rtol=1e-3, atol=2e-2, err_msg=name)


def test_the_shared_transform_gives_the_same_log_mel() -> None:
    samples = music(4.0, rate=22_050)
    shared = FeatureStream(STANDARD_MEL).push(samples)["log_mel"]
    assert (shared == log_mel(samples, STANDARD_MEL)).all()


def test_silence_gives_finite_features() -> None:
    frames = FeatureStream(STANDARD_MEL).push(np.zeros(22_050, np.float32))
    assert all(np.isfinite(rows).all() for rows in frames.values())
    assert np.isfinite(summarise(frames)).all()


def test_a_window_is_summarised_under_as_many_names_as_values() -> None:
    window = FeatureStream(STANDARD_MEL).push(music(3.0, rate=22_050))
    values = summarise(window)
    named = dict(zip(summary_names(), values, strict=True))
    assert named["spectral_centroid_00_mean"] == pytest.approx(
        window["spectral_centroid"].mean(), rel=1e-5
    )
    assert named["chroma_stft_11_max"] == window["chroma_stft"][11].max()
    assert len(named) == 7 * sum(FEATURE_ROWS.values())


def test_windows_follow_each_other_whatever_the_blocks() -> None:
    samples = music(7.0, rate=22_050)
    whole = WindowSummaries(STANDARD_MEL, 100).push(samples)
    stream = WindowSummaries(STANDARD_MEL, 100)
    parts = [stream.push(samples[at : at + 9_000]) for at in range(0, samples.size, 9_000)]
    together = np.concatenate(parts)
    assert whole.shape == (STANDARD_MEL.frames_in(samples.size) // 100, len(summary_names()))
    np.testing.assert_allclose(together, whole, rtol=1e-2, atol=5e-2)


def test_the_seven_statistics_of_known_numbers() -> None:
    found = seven_statistics(np.array([[1.0, 2.0, 3.0, 10.0]], np.float32))[:, 0]
    expected = [4.0, np.sqrt(12.5), 45.0 / 12.5**1.5, 348.5 / 12.5**2 - 3.0, 2.5, 1.0, 10.0]
    np.testing.assert_allclose(found, expected, rtol=1e-5)


def test_a_row_that_never_changes_has_no_skew() -> None:
    assert seven_statistics(np.full((1, 50), 0.1, np.float32))[:, 0] == pytest.approx(
        [0.1, 0, 0, 0, 0.1, 0.1, 0.1], abs=1e-6
    )

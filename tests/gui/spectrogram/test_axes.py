"""The words along the time axis."""

import pytest

from genre_desktop.ui.spectrogram.axes import clock_words, tick_spacing


@pytest.mark.parametrize(
    ("seconds", "spacing", "words"),
    [
        (0.0, 1.0, "0:00"),
        (65.0, 2.0, "1:05"),
        (3_725.0, 60.0, "1:02:05"),
        (59.9999, 1.0, "1:00"),
        (1.25, 0.05, "0:01.25"),
        (0.3, 0.1, "0:00.3"),
        (2.005, 0.005, "0:02.005"),
        (-1.0, 1.0, ""),
    ],
)
def test_moments_are_written_as_finely_as_needed(
    seconds: float, spacing: float, words: str
) -> None:
    assert clock_words(seconds, spacing) == words


@pytest.mark.parametrize("seconds", [0.03, 0.7, 12.0, 240.0, 36_000.0])
def test_words_of_an_axis_keep_apart_and_are_not_rare(seconds: float) -> None:
    wide, narrow = tick_spacing(0.0, seconds, 1_000.0)
    assert 72.0 <= wide / seconds * 1_000.0 <= 250.0
    assert wide / narrow == pytest.approx(round(wide / narrow))

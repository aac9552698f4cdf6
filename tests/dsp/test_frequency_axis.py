"""Frequencies along a picture: where they lie, their ticks, and the notes they are."""

import numpy as np
import pytest

from genre_desktop.dsp.frequency_axis import FrequencyAxis, Rows, Scale, hertz, note_of, tick_words

AXES = [
    FrequencyAxis(Scale.MEL, 0.0, 11_025.0),
    FrequencyAxis(Scale.LINEAR, 0.0, 22_050.0),
    FrequencyAxis(Scale.LOGARITHMIC, 20.0, 22_050.0),
]


@pytest.mark.parametrize("axis", AXES)
def test_a_place_and_its_frequency_are_one(axis: FrequencyAxis) -> None:
    assert axis.height_of(axis.low_hz) == pytest.approx(0.0)
    assert axis.height_of(axis.high_hz) == pytest.approx(1.0)
    for hz in (50.0, 440.0, 1_000.0, 9_000.0):
        assert axis.hz_at(axis.height_of(hz)) == pytest.approx(hz)


@pytest.mark.parametrize("axis", AXES)
def test_ticks_are_few_rising_and_inside(axis: FrequencyAxis) -> None:
    ticks = axis.ticks()
    assert 4 <= len(ticks) <= 12
    assert list(ticks) == sorted(set(ticks))
    assert axis.low_hz <= ticks[0]
    assert ticks[-1] <= axis.high_hz


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize(("low", "high"), [(0.0, 0.5), (0.3, 0.4), (0.9, 0.92)])
def test_a_part_has_its_frequencies_and_ticks_of_its_own(
    axis: FrequencyAxis, low: float, high: float
) -> None:
    part = axis.part(low, high)
    middle = axis.hz_at((low + high) / 2)
    assert part.height_of(middle) == pytest.approx(0.5)
    ticks = part.ticks()
    assert 3 <= len(ticks) <= 12
    assert part.low_hz <= ticks[0]
    assert ticks[-1] <= part.high_hz


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("rows", [64, 400, 1_200])
@pytest.mark.parametrize("window", [1_024, 16_384])
def test_a_tone_is_seen_where_it_lies(axis: FrequencyAxis, rows: int, window: int) -> None:
    bin_hz = 44_100 / window
    tone = round(1_000.0 / bin_hz)
    levels = np.full((1, window // 2 + 1), -120.0, np.float32)
    levels[0, tone] = -3.0
    shown = Rows(axis, rows, bin_hz, window // 2 + 1).levels(levels)[0]
    edges = axis.edges(rows)
    assert shown.shape == (rows,)
    assert shown.max() > -15.0
    brightest = int(shown.argmax())
    nearest = max(bin_hz, edges[brightest + 1] - edges[brightest])
    assert abs((edges[brightest] + edges[brightest + 1]) / 2 - tone * bin_hz) <= nearest


def test_no_line_is_lost_in_a_small_picture() -> None:
    levels = np.full((1, 8_193), -120.0, np.float32)
    levels[0, 4_001] = 0.0
    shown = Rows(AXES[1], 40, 44_100 / 16_384, 8_193).levels(levels)
    assert shown.max() == 0.0


@pytest.mark.parametrize(
    ("hz", "note"),
    [
        (440.0, ("A4", 0)),
        (261.63, ("C4", 0)),
        (452.0, ("A4", 47)),
        (27.5, ("A0", 0)),
        (0.0, ("", 0)),
    ],
)
def test_a_frequency_is_a_note_and_cents(hz: float, note: tuple[str, int]) -> None:
    assert note_of(hz) == note


@pytest.mark.parametrize(
    ("ticks", "words"),
    [
        ((200, 1_000, 16_000), ["200", "1 k", "16 kHz"]),
        ((100, 500), ["100", "500 Hz"]),
        ((12_345,), ["12.345 kHz"]),
        ((), []),
    ],
)
def test_the_unit_stands_once_along_an_axis(ticks: tuple[int, ...], words: list[str]) -> None:
    assert tick_words(ticks) == words


def test_hertz_are_written_shortly() -> None:
    assert [hertz(hz) for hz in (200, 1_000, 1_500, 16_000)] == ["200", "1 k", "1.5 k", "16 k"]

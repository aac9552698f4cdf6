"""The words along the axes of frequencies: beside the plot, and below the mean spectrum."""

import numpy as np
import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from genre_desktop.core.track_spectrum import TrackSpectrum
from genre_desktop.dsp.frequency_axis import FrequencyAxis, Scale
from genre_desktop.ui.spectrogram.axes import FREQUENCY_WIDTH, HeightAxis, dress
from genre_desktop.ui.spectrogram.mean_spectrum import SpectrumCurve
from genre_desktop.ui.theme import Size, Theme


@pytest.mark.parametrize("scale", list(Scale))
@pytest.mark.parametrize("heights", [(0.0, 1.0), (0.4, 0.6), (0.8, 0.8005)])
@pytest.mark.parametrize("pixels", [40, 130, 900])
def test_the_unit_stands_once_beside_the_plot_and_nothing_is_cut(
    theme: Theme, scale: Scale, heights: tuple[float, float], pixels: int
) -> None:
    axis = HeightAxis()
    font = theme.font(Size.AXIS)
    dress(axis, font, theme.colours.muted, theme.colours.edge)
    low = 20.0 if scale is Scale.LOGARITHMIC else 0.0
    axis.show_axis(FrequencyAxis(scale, low, 22_050.0), heights, pixels)
    assert axis.words
    assert [word.endswith("Hz") for word in axis.words] == [False] * (len(axis.words) - 1) + [True]
    widest = max(QFontMetrics(font).horizontalAdvance(word) for word in axis.words)
    assert widest <= FREQUENCY_WIDTH


@pytest.mark.parametrize("width", [150, 240, 600])
@pytest.mark.parametrize("high_hz", [4_000.0, 22_050.0, 24_000.0])
@pytest.mark.parametrize("scale", list(Scale))
def test_the_unit_stands_once_below_the_mean_spectrum(
    qtbot: QtBot, theme: Theme, scale: Scale, high_hz: float, width: int
) -> None:
    curve = SpectrumCurve(theme)
    qtbot.addWidget(curve)
    curve.resize(width, 100)
    low = 20.0 if scale is Scale.LOGARITHMIC else 0.0
    levels = np.full((1, 1_025), -50.0, np.float32)
    spectrum = TrackSpectrum(levels, round(2 * high_hz), 1.0)
    curve.show_spectrum(spectrum, FrequencyAxis(scale, low, high_hz), 0.0, 100.0)
    words = curve.frequencies
    assert len(words) >= 2
    assert [word.endswith("Hz") for word in words] == [False] * (len(words) - 1) + [True]

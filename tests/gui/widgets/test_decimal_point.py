"""Numbers that are read while music plays have the decimal point of the language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Track
from genre_desktop.dsp.frequency_axis import FrequencyAxis, Scale
from genre_desktop.services.spectrogram.view_choice import ViewChoice
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.player.playback_actions import PlaybackActions
from genre_desktop.ui.player.transport_bar import TransportBar
from genre_desktop.ui.spectrogram.axes import HeightAxis, clock_words
from genre_desktop.ui.spectrogram.reading import frequency_words, level_words, time_words
from genre_desktop.ui.spectrogram.saving import OnShow
from genre_desktop.ui.theme import Theme


@pytest.fixture(params=[("en", "."), ("de", ",")], ids=["en", "de"])
def point(request: pytest.FixtureRequest) -> Iterator[str]:
    """The decimal point of a language while numbers are written in it."""
    language, point = request.param
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    yield point
    QLocale.setDefault(before)


def test_readings_have_the_point_of_the_language(point: str) -> None:
    assert time_words(65.25) == f"1:05{point}25"
    assert frequency_words(1_500.0) == f"1{point}50 kHz"
    assert level_words(-12.5) == f"−12{point}5 dB"


def test_axes_have_the_point_of_the_language(point: str, qtbot: QtBot) -> None:
    assert clock_words(0.3, 0.1) == f"0:00{point}3"
    axis = HeightAxis()
    axis.show_axis(FrequencyAxis(Scale.LINEAR, 1_400.0, 1_600.0), (0.0, 1.0), 300)
    assert f"1{point}5 k" in axis.words


def test_pictures_that_are_saved_have_the_point_of_the_language(point: str) -> None:
    axis = FrequencyAxis(Scale.LINEAR, 0.0, 1_600.0)
    shown = OnShow(Track(Path("a.mp3")), "A", 0.0, 9.0, None, axis, (300, 200), ViewChoice())
    assert shown.picture.spec.point == point


def test_the_place_has_the_point_of_the_language(
    point: str, qtbot: QtBot, theme: Theme, icons: Icons
) -> None:
    bar = TransportBar(theme, icons, PlaybackActions(icons))
    qtbot.addWidget(bar)
    bar.show_place(65.25, None)
    assert f"1:05{point}2" in [label.text() for label in bar.findChildren(QLabel)]

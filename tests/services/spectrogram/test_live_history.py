"""Columns left of a jump are those that would be there had the track been played so far."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.core.track_spectrum import Channel, Look
from genre_desktop.dsp.dbfs import Window
from genre_desktop.dsp.frequency_axis import Scale
from genre_desktop.services.spectrogram.live_columns import LiveSpec, columns_for
from genre_desktop.services.spectrogram.live_history import History, columns_before
from tests.support.sounds import RATE, music, stereo, write_sound

SECONDS = 6.0
UNTIL = 4.5
PER_SECOND = 60.0


def sound() -> NDArray[np.float32]:
    """(2, n), as a file of 16 bits holds it."""
    whole = np.round(stereo(music(SECONDS)) * 2**15)
    return (whole / 2**15).astype(np.float32)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sound(tmp_path_factory.mktemp("music") / "a.flac", sound(), "flac")


def spec(scale: Scale) -> LiveSpec:
    return LiveSpec(scale, Look(Channel.LEFT, Window.HANN, 2_048), 50, PER_SECOND)


@pytest.mark.parametrize("scale", list(Scale))
def test_the_columns_before_a_jump_are_those_of_the_track(path: Path, scale: Scale) -> None:
    whole = columns_for(spec(scale), RATE).push(np.ascontiguousarray(sound().T))
    before = columns_before(path, None, History(spec(scale), RATE, UNTIL, 100))
    last = round(UNTIL * PER_SECOND)
    assert before.shape == (100, 50)
    difference = np.abs(before - whole[last - 100 : last])
    assert np.median(difference) < 1.5  # frames of the mel lie elsewhere by part of a hop
    assert abs(float((before - whole[last - 100 : last]).mean())) < 0.5


def test_at_the_beginning_there_are_fewer(path: Path) -> None:
    before = columns_before(path, None, History(spec(Scale.LINEAR), RATE, 0.5, 100))
    assert len(before) == 30


def test_a_file_of_another_rate_by_now_has_no_history(path: Path) -> None:
    assert len(columns_before(path, None, History(spec(Scale.LINEAR), 48_000, UNTIL, 100))) == 0

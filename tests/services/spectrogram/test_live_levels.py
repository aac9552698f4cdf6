"""The thread that follows what is decoded."""

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.track_spectrum import Channel, Look
from genre_desktop.dsp.dbfs import Window
from genre_desktop.dsp.frequency_axis import Scale
from genre_desktop.services.player.shared_sound import RING_SAMPLES, WRITTEN_AT_ONCE, SharedSound
from genre_desktop.services.spectrogram.live_columns import LiveSpec
from genre_desktop.services.spectrogram.live_levels import LiveLevels, Origin
from tests.support.sounds import RATE, music, stereo

SPEC = LiveSpec(Scale.LINEAR, Look(Channel.BOTH, Window.HANN, 1_024), 60, 100.0)


@pytest.fixture
def levels() -> Iterator[LiveLevels]:
    levels = LiveLevels()
    yield levels
    levels.close()


@pytest.fixture
def shared() -> SharedSound:
    return SharedSound()


def test_columns_follow_what_is_decoded(
    levels: LiveLevels, shared: SharedSound, qtbot: QtBot
) -> None:
    sound = np.ascontiguousarray(stereo(music(2.0)).T)
    levels.begin(Origin(shared, 0, RATE), SPEC)
    for part in np.array_split(sound, 20):
        shared.append(part)
    qtbot.waitUntil(lambda: len(levels.read(0, 190)[1]) == 190)
    first, columns = levels.read(50, 60)
    assert first == 50
    assert columns.shape == (10, 60)
    assert columns.max() > -60.0


def test_a_jump_begins_anew_at_its_place(
    levels: LiveLevels, shared: SharedSound, qtbot: QtBot
) -> None:
    shared.append(np.zeros((RATE, 2), np.float32))
    levels.begin(Origin(shared, 0, RATE), SPEC)
    qtbot.waitUntil(lambda: len(levels.read(0, 90)[1]) == 90)
    assert levels.read(0, 90)[1].max() < -130.0
    shared.append(np.ascontiguousarray(stereo(music(1.0)).T))
    levels.begin(Origin(shared, RATE, RATE), SPEC)
    qtbot.waitUntil(lambda: len(levels.read(0, 90)[1]) == 90)
    assert levels.read(0, 90)[1].max() > -60.0


def test_shared_samples_come_back_as_they_were_until_they_are_overwritten(
    shared: SharedSound,
) -> None:
    numbers = np.arange(RING_SAMPLES + 5_000, dtype=np.float32)
    for part in np.array_split(np.stack([numbers, -numbers], axis=1), 300):
        shared.append(part)
    assert shared.decoded == len(numbers)
    np.testing.assert_array_equal(shared.samples(10_000, 10_100)[:, 0], numbers[10_000:10_100])
    old = shared.samples(0, 10_000)
    np.testing.assert_array_equal(old[:, 0], numbers[5_000 + WRITTEN_AT_ONCE : 10_000])

"""What happens in a device's callback: sound begins and ends without a click, at the volume set."""

import tracemalloc

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.services.player.clock import Clock
from genre_desktop.services.player.loudness import loudness_db, loudness_factor
from genre_desktop.services.player.output import Mixer
from genre_desktop.services.player.shared_sound import SharedSound
from genre_desktop.services.player.stretch import Stretch

RATE = 48_000
BLOCK = 480
# A fade over one block goes by a block's part of full scale at most from sample to sample.
NO_CLICK = 1.5 / BLOCK


@pytest.fixture
def shared() -> SharedSound:
    return SharedSound()


@pytest.fixture
def mixer(shared: SharedSound) -> Mixer:
    return Mixer(shared, RATE)


def full_scale(number: int, seconds: float = 1.0) -> Stretch:
    stretch = Stretch(number, RATE)
    stretch.add(np.ones((round(seconds * RATE), 2), np.float32))
    return stretch


def filled(mixer: Mixer, blocks: int) -> NDArray[np.float32]:
    """What the device is given, one channel."""
    out = [np.full((BLOCK, 2), np.nan, np.float32) for _ in range(blocks)]
    for number, block in enumerate(out):
        mixer.fill(block, number)
    return np.concatenate(out)[:, 0]


def steps(samples: NDArray[np.float32]) -> float:
    return float(np.abs(np.diff(samples)).max())


def test_sound_begins_and_pauses_without_a_click(mixer: Mixer) -> None:
    mixer.play(full_scale(1))
    begun = filled(mixer, 3)
    mixer.pause(paused=True)
    heard = np.concatenate([begun, filled(mixer, 3)])
    assert heard[0] == 0.0
    assert heard[2 * BLOCK] == 1.0
    assert heard[-1] == 0.0
    assert steps(heard) < NO_CLICK


def test_a_jump_fades_out_and_in_and_leaves_nothing_of_the_new_place_out(
    mixer: Mixer, shared: SharedSound
) -> None:
    mixer.play(full_scale(1))
    before = filled(mixer, 3)
    there = full_scale(2)
    mixer.play(there)
    heard = np.concatenate([before, filled(mixer, 4)])
    assert steps(heard) < NO_CLICK
    assert there.taken == 3 * BLOCK
    assert shared.clock().stretch == 2


def test_a_paused_stretch_keeps_its_place(mixer: Mixer) -> None:
    stretch = full_scale(1)
    mixer.play(stretch)
    filled(mixer, 2)
    mixer.pause(paused=True)
    filled(mixer, 1)  # fades
    kept = stretch.taken
    filled(mixer, 10)
    assert stretch.taken == kept
    mixer.pause(paused=False)
    filled(mixer, 1)
    assert stretch.taken == kept + BLOCK


def test_the_volume_changes_without_a_click_and_muting_is_silence(mixer: Mixer) -> None:
    mixer.play(full_scale(1))
    filled(mixer, 2)
    mixer.set_loudness(0.25)
    softer = filled(mixer, 2)
    assert steps(softer) < NO_CLICK
    assert softer[-1] == 0.25
    mixer.set_loudness(0.0)
    assert filled(mixer, 2)[-1] == 0.0


def test_a_stretch_that_runs_dry_is_silent_and_the_clock_stands(
    mixer: Mixer, shared: SharedSound
) -> None:
    mixer.play(full_scale(1, 1.5 * BLOCK / RATE))
    heard = filled(mixer, 4)
    assert not heard[2 * BLOCK :].any()
    assert shared.clock().end == round(1.5 * BLOCK)


def test_filling_a_buffer_allocates_no_other(mixer: Mixer) -> None:
    out = np.zeros((RATE // 2, 2), np.float32)  # large beside what Python's own objects take
    mixer.fill(out, 0)
    mixer.set_loudness(0.5)
    mixer.play(full_scale(1))
    tracemalloc.start()
    try:
        for number in range(4):  # fades, plays, runs dry and is paused
            mixer.pause(paused=number == 3)
            mixer.fill(out, number)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < out.nbytes / 10


def test_the_clock_counts_further_than_any_track(shared: SharedSound) -> None:
    years = Clock(2**40, 2**45, 2**60, 2**45 + 480, 192_000, 2**33)
    shared.keep_clock(years)
    assert shared.clock() == years


def test_half_the_travel_of_the_volume_is_eighteen_decibels_down() -> None:
    assert loudness_factor(1.0) == 1.0
    assert loudness_factor(0.0) == 0.0
    assert loudness_db(0.5) == pytest.approx(-18.06, abs=0.01)
    assert 20 * np.log10(loudness_factor(0.3)) == pytest.approx(loudness_db(0.3))

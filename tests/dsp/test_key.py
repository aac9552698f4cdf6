"""The key of chords, of their transpositions, and of what has none."""

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.dsp.key import KeyMeter, key_of

RATE = 22_050
# I IV V I of C major and i iv V i of A minor, in semitones above C4
C_MAJOR = ((0, 4, 7), (5, 9, 12), (7, 11, 14), (0, 4, 7))
A_MINOR = ((-3, 0, 4), (2, 5, 9), (4, 8, 11), (-3, 0, 4))


def played(chords: tuple[tuple[int, ...], ...], steps: int = 0) -> NDArray[np.float32]:
    """Each chord for a second, as tones with overtones."""
    time = np.arange(RATE) / RATE
    parts = []
    for chord in chords:
        tones = [
            np.sin(2 * np.pi * 261.63 * 2 ** ((tone + steps) / 12) * overtone * time) / overtone
            for tone in chord
            for overtone in (1, 2, 3)
        ]
        parts.append(np.sum(tones, axis=0))
    return (0.1 * np.concatenate(parts)).astype(np.float32)


def heard(samples: NDArray[np.float32]) -> str:
    meter = KeyMeter(RATE)
    for start in range(0, samples.size, 10_000):
        meter.push(samples[start : start + 10_000])
    key = meter.key()
    return key.name if key is not None else ""


@pytest.mark.parametrize(
    ("chords", "steps", "name"),
    [
        (C_MAJOR, 0, "C"),
        (C_MAJOR, 3, "Eb"),
        (C_MAJOR, 6, "F#"),
        (A_MINOR, 0, "Am"),
        (A_MINOR, -3, "F#m"),
        (A_MINOR, 5, "Dm"),
    ],
)
def test_cadences_are_in_their_key(
    chords: tuple[tuple[int, ...], ...], steps: int, name: str
) -> None:
    assert heard(played(chords, steps)) == name


def test_noise_and_silence_have_none() -> None:
    noise = np.random.default_rng(1).standard_normal(5 * RATE).astype(np.float32)
    assert heard(np.zeros(RATE, np.float32)) == ""
    assert heard(noise) == ""


def test_a_profile_is_its_own_key_without_doubt() -> None:
    profile = np.array([6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88])
    key = key_of(np.roll(7 * profile, 2))
    assert key is not None
    assert (key.name, round(key.confidence, 6)) == ("D", 1.0)

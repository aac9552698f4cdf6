"""A small synthetic band: a piano, plucked strings, a synthesiser and drums."""

from functools import lru_cache

import numpy as np

from tools.demo_studio import SAMPLE_RATE, Sound, band_passed, low_passed, times


def hertz(note: float) -> float:
    """Frequency of a MIDI note number."""
    return float(440.0 * 2.0 ** ((note - 69.0) / 12.0))


@lru_cache(maxsize=256)
def piano(note: int, seconds: float, strength: float) -> Sound:
    """A piano: stiff strings by twos, a little out of tune, and the hammer's knock.

    Args:
        note: MIDI number.
        seconds: How long the key is held.
        strength: How hard it is struck, 0–1: louder and brighter.
    """
    t = times(seconds + 0.25)
    rng = np.random.default_rng(note)
    pitch = hertz(note)
    stiffness = 0.00035 * 2.0 ** ((note - 48.0) / 14.0)
    sound = np.zeros_like(t)
    for n in range(1, 33):
        partial = pitch * n * np.sqrt(1.0 + stiffness * n * n)
        if partial > 12_000.0:
            break
        struck = abs(np.sin(np.pi * n / 7.7)) / n**0.9  # the hammer's place on the string
        struck *= np.exp(-partial / (1_200.0 + 2_600.0 * strength))
        rate = 0.35 + 0.9 * (pitch / 440.0) ** 0.7 + partial / 2_600.0
        dying = 0.75 * np.exp(-2.6 * rate * t) + 0.25 * np.exp(-0.55 * rate * t)
        phase = rng.uniform(0.0, 2.0 * np.pi)
        beside = partial + 0.3 + 0.0008 * abs(rng.normal()) * partial
        wave = np.sin(2 * np.pi * partial * t + phase)
        wave += 0.7 * np.sin(2 * np.pi * beside * t + 2.0 * phase)
        sound += struck * dying * wave
    knock = band_passed(rng.standard_normal(t.size) * np.exp(-70.0 * t), 60.0, 900.0)
    sound = sound / np.abs(sound).max() + 0.12 * strength * knock
    return np.asarray(strength * sound * _envelope(t, attack=0.003, release=0.22))


def plucked(
    note: float,
    seconds: float,
    rng: np.random.Generator,
    *,
    bright: float,
    ring: float = 0.997,
    pick: float = 0.13,
    bend: float = 0.0,
) -> Sound:
    """A plucked string after Karplus and Strong.

    Args:
        note: MIDI number, between two keys for a string out of tune.
        seconds: How long it is held.
        rng: For the noise of the pluck.
        bright: How slowly its top decays, 0–1.
        ring: What is left after each period.
        pick: Where along the string it is plucked, 0–1.
        bend: By how many half tones it is then bent up, with vibrato.
    """
    t = times(seconds)
    period = round(SAMPLE_RATE / hertz(note))
    noise = rng.uniform(-1.0, 1.0, period)
    wave = noise - np.roll(noise, max(round(pick * period), 1))
    periods = np.empty((round(1.3 * t.size / period) + 2, period))
    for row in periods:
        row[:] = wave
        wave = ring * (bright * wave + (1.0 - bright) * np.roll(wave, 1))
    higher = bend * np.minimum(t / 0.18, 1.0) ** 2
    if bend:
        higher += 0.15 * np.sin(2 * np.pi * 5.6 * t) * np.minimum(t / 0.5, 1.0)
    speed = hertz(note) * (period + 1.0 - bright) / SAMPLE_RATE * 2.0 ** (higher / 12.0)
    at = np.cumsum(speed) - speed[0]
    sound = np.interp(at, np.arange(periods.size), periods.ravel())
    return np.asarray(0.5 * sound * _envelope(t, attack=0.001, release=0.03))


def synth(note: float, seconds: float, *, open_hz: float) -> Sound:
    """Three saw waves side by side through a filter, which is open up to a frequency."""
    t = times(seconds)
    sound = np.zeros_like(t)
    for voice, cents in enumerate((-9.0, 0.0, 8.0)):
        turns = np.mod(hertz(note + cents / 100.0) * t + voice / 3.0, 1.0)
        sound += 2.0 * turns - 1.0
    return low_passed(sound, open_hz, order=2) * _envelope(t, attack=0.004, release=0.05) / 3.0


def bass_drum(rng: np.random.Generator, *, deep_hz: float, click: float) -> Sound:
    """A skin whose pitch falls to `deep_hz`, and the beater's click."""
    t = times(0.32)
    turns = deep_hz * (t + 2.2 / 32.0 * (1.0 - np.exp(-32.0 * t)))
    skin = np.sin(2 * np.pi * turns) * np.exp(-10.0 * t) * np.minimum(t / 0.001, 1.0)
    beater = rng.standard_normal(t.size) * np.exp(-220.0 * t)
    return skin + click * band_passed(beater, 1_500.0, 7_000.0)


def snare(rng: np.random.Generator, *, tight: float) -> Sound:
    """Two modes of a skin, the stick, and the wires' noise: the tighter, the shorter."""
    t = times(0.35)
    skin = np.sin(2 * np.pi * 186.0 * t) + 0.6 * np.sin(2 * np.pi * 331.0 * t)
    stick = band_passed(rng.standard_normal(t.size) * np.exp(-150.0 * t), 2_000.0, 16_000.0)
    wires = band_passed(rng.standard_normal(t.size), 1_200.0, 8_500.0, 1)
    sound = 0.45 * skin * np.exp(-24.0 * t) + 0.5 * wires * np.exp(-15.0 * tight * t)
    return (sound + 0.5 * stick) * np.minimum(t / 0.0008, 1.0)


def cymbal(rng: np.random.Generator, *, seconds: float, low_hz: float = 6_500.0) -> Sound:
    """A hi-hat or, longer and lower, a crash: noise and a crowd of tones that fit no scale."""
    t = times(1.6 * seconds)
    sound = 0.7 * rng.standard_normal(t.size)
    for tone in rng.uniform(0.6 * low_hz, 2.2 * low_hz, 24):
        sound += 0.16 * np.sin(2 * np.pi * (tone * t + rng.uniform()))
    dying = np.exp(-3.5 * t / seconds) + 0.5 * np.exp(-40.0 * t)
    return 0.5 * band_passed(sound, low_hz, 14_000.0) * dying * np.minimum(t / 0.0015, 1.0)


def _envelope(t: Sound, *, attack: float, release: float) -> Sound:
    return np.asarray(np.minimum(t / attack, t[::-1] / release).clip(0.0, 1.0))

"""A small synthetic band: strings, plucked and distorted guitars, a bass and drums."""

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 44_100

Sound = NDArray[np.float64]


def hertz(note: float) -> float:
    """Frequency of a MIDI note number."""
    return float(440.0 * 2.0 ** ((note - 69.0) / 12.0))


def strings(note: float, seconds: float) -> Sound:
    """A bowed section: three detuned voices of fifteen harmonics with vibrato."""
    t = _times(seconds)
    vibrato = 0.004 * np.sin(2 * np.pi * 5.3 * t) * np.minimum(t / 0.4, 1.0)
    sound = np.zeros_like(t)
    for cents in (-6.0, 0.0, 7.0):
        phase = 2 * np.pi * hertz(note + cents / 100.0) * (t + np.cumsum(vibrato) / SAMPLE_RATE)
        for harmonic in range(1, 16):
            sound += np.sin(harmonic * phase + cents) / harmonic**1.4
    return 0.12 * sound * _envelope(t.size, attack=0.12, release=0.15)


def plucked(note: float, seconds: float, rng: np.random.Generator, *, bright: float) -> Sound:
    """A plucked string after Karplus and Strong; `bright` (0–1) is how slowly its top decays."""
    period = round(SAMPLE_RATE / hertz(note))
    ring = rng.uniform(-1.0, 1.0, period)
    count = round(seconds * SAMPLE_RATE)
    sound = np.empty(-(-count // period) * period)
    for start in range(0, sound.size, period):
        sound[start : start + period] = ring
        ring = 0.996 * (bright * ring + (1.0 - bright) * np.roll(ring, 1))
    return sound[:count] * _envelope(count, attack=0.001, release=0.03)


def distorted(notes: tuple[float, ...], seconds: float, *, muted: bool) -> Sound:
    """A power chord through a clipping amplifier; a muted one dies away at once."""
    t = _times(seconds)
    clean = sum((_saw(hertz(note), t) for note in notes), np.zeros_like(t))
    decay = np.exp(-t * (14.0 if muted else 0.8))
    loud = np.tanh(9.0 * _low_pass(clean * decay, 4_200.0))
    return 0.3 * _low_pass(loud, 5_500.0) * _envelope(t.size, attack=0.002, release=0.02)


def synth_bass(note: float, seconds: float) -> Sound:
    """A filtered saw wave with a short decay."""
    t = _times(seconds)
    return (
        0.5
        * _low_pass(_saw(hertz(note), t) * np.exp(-3.0 * t), 900.0)
        * _envelope(t.size, attack=0.003, release=0.02)
    )


def kick() -> Sound:
    """A bass drum: a sine that falls from 160 to 48 Hz."""
    t = _times(0.3)
    phase = 2 * np.pi * (48.0 * t + (160.0 - 48.0) / 35.0 * (1.0 - np.exp(-35.0 * t)))
    return 0.9 * np.sin(phase) * np.exp(-11.0 * t)


def snare(rng: np.random.Generator, *, soft: bool = False) -> Sound:
    """A snare drum: noise over a 190 Hz shell; a soft one is played with brushes."""
    t = _times(0.25)
    noise = rng.standard_normal(t.size) * np.exp(-(12.0 if soft else 20.0) * t)
    if soft:
        return 0.12 * _low_pass(noise, 5_000.0)
    return 0.3 * noise + 0.4 * np.sin(2 * np.pi * 190.0 * t) * np.exp(-25.0 * t)


def hat(rng: np.random.Generator, *, seconds: float = 0.06) -> Sound:
    """A cymbal: noise without its lower half."""
    t = _times(seconds)
    noise = rng.standard_normal(t.size)
    return 0.15 * (noise - _low_pass(noise, 7_000.0)) * np.exp(-t * 3.0 / seconds)


def _times(seconds: float) -> Sound:
    return np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE


def _saw(frequency: float, t: Sound) -> Sound:
    return np.asarray(2.0 * np.mod(frequency * t, 1.0) - 1.0)


def _envelope(count: int, *, attack: float, release: float) -> Sound:
    position = np.arange(count) / SAMPLE_RATE
    rise = np.minimum(position / attack, 1.0)
    return np.asarray(np.minimum(rise, (position[::-1]) / release).clip(0.0, 1.0))


def _low_pass(sound: Sound, corner_hz: float) -> Sound:
    """Take away what lies above a corner, by a smooth slope in the spectrum."""
    spectrum = np.fft.rfft(sound)
    frequencies = np.fft.rfftfreq(sound.size, 1.0 / SAMPLE_RATE)
    return np.fft.irfft(spectrum / (1.0 + (frequencies / corner_hz) ** 4), sound.size)

"""What stands between the demo's band and the file: tracks, filters, an amplifier, a room, tape."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 44_100

Sound = NDArray[np.float64]


class Track:
    """Sounds laid on a tape, by the beat, as evenly as a person plays."""

    def __init__(self, beats_per_minute: float, beats: int, rng: np.random.Generator) -> None:
        self._beat_seconds = 60.0 / beats_per_minute
        self._rng = rng
        self.sound: Sound = np.zeros(round((beats * self._beat_seconds + 0.5) * SAMPLE_RATE))

    def seconds(self, beats: float) -> float:
        """How long so many beats last."""
        return beats * self._beat_seconds

    def play(self, beat: float, sound: Sound, loud: float = 1.0) -> None:
        """Add a sound that begins at a beat, some milliseconds off and a little uneven."""
        seconds = self.seconds(beat) + self._rng.normal(0.0, 0.004)
        start = min(max(round(seconds * SAMPLE_RATE), 0), self.sound.size)
        fitting = sound[: self.sound.size - start]
        uneven = 1.0 + self._rng.normal(0.0, 0.06)
        self.sound[start : start + fitting.size] += loud * uneven * fitting


def times(seconds: float) -> Sound:
    """The moment of each sample, in seconds."""
    return np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE


def shaped(sound: Sound, gain: Callable[[Sound], Sound]) -> Sound:
    """The sound with a gain for each frequency in hertz."""
    size = _quick(sound.size + SAMPLE_RATE // 20)  # what rings on shall not come back at the front
    hertz = np.maximum(np.fft.rfftfreq(size, 1.0 / SAMPLE_RATE), 1.0)
    return np.fft.irfft(np.fft.rfft(sound, size) * gain(hertz), size)[: sound.size]


def _quick(size: int) -> int:
    """The next size without large prime factors, which a Fourier transform takes long for."""
    return -(-size // 4_096) * 4_096


def below(hertz: Sound, corner_hz: float, order: int = 2) -> Sound:
    """The gain of a Butterworth low-pass."""
    return np.asarray(1.0 / np.sqrt(1.0 + (hertz / corner_hz) ** (2 * order)))


def above(hertz: Sound, corner_hz: float, order: int = 2) -> Sound:
    """The gain of a Butterworth high-pass."""
    return below(1.0 / hertz, 1.0 / corner_hz, order)


def bell(hertz: Sound, centre_hz: float, octaves: float, db: float) -> Sound:
    """A gain that rises or dips around a frequency."""
    return np.asarray(10.0 ** (db / 20.0 * np.exp(-((np.log2(hertz / centre_hz) / octaves) ** 2))))


def low_passed(sound: Sound, corner_hz: float, order: int = 1) -> Sound:
    """What lies below a corner."""
    return shaped(sound, lambda hertz: below(hertz, corner_hz, order))


def band_passed(sound: Sound, low_hz: float, high_hz: float, order: int = 2) -> Sound:
    """What lies between two corners."""
    return shaped(sound, lambda hertz: above(hertz, low_hz, order) * below(hertz, high_hz, order))


def amplified(sound: Sound, *, drive: float) -> Sound:
    """A guitar amplifier: two valves that saturate, then the cabinet's narrow loudspeaker."""
    level = sound / np.percentile(np.abs(sound), 99.0)
    tight = shaped(level, lambda hertz: above(hertz, 90.0 + 6.0 * drive, 1))
    first = np.tanh(drive * tight + 0.15) - np.tanh(0.15)  # off centre: even harmonics
    second = np.tanh(1.8 * band_passed(first, 60.0, 9_000.0, 1))
    return shaped(second, _cabinet)


def _cabinet(hertz: Sound) -> Sound:
    cone = bell(hertz, 110.0, 0.5, 4.0) * bell(hertz, 500.0, 0.8, -4.0)
    return cone * bell(hertz, 2_600.0, 0.7, 6.0) * above(hertz, 75.0) * below(hertz, 4_600.0, 5)


def in_wood(sound: Sound) -> Sound:
    """Strings on the body of an acoustic guitar: its air, its top, and little above 5 kHz."""
    return shaped(
        sound,
        lambda hertz: (
            bell(hertz, 105.0, 0.3, 6.0)
            * bell(hertz, 210.0, 0.3, 5.0)
            * bell(hertz, 420.0, 0.4, 2.0)
            * above(hertz, 80.0)
            * below(hertz, 5_000.0)
        ),
    )


def in_room(sound: Sound, rng: np.random.Generator, *, seconds: float, wet: float) -> Sound:
    """The sound with the answer of a room: noise that dies away, its top sooner.

    Args:
        sound: What is played in it.
        rng: For the noise.
        seconds: Until the answer is 60 dB down.
        wet: How loud the answer is beside the sound.
    """
    t = times(1.2 * seconds)
    noise = rng.standard_normal(t.size)
    low = band_passed(noise, 120.0, 1_000.0, 1) * np.exp(-6.9 * t / seconds)
    high = band_passed(noise, 1_000.0, 4_000.0, 1) * np.exp(-6.9 * t / (0.55 * seconds))
    answer = (low + high) * np.minimum(t / 0.012, 1.0)
    size = _quick(sound.size + answer.size)
    heard = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(answer, size), size)
    return np.asarray(sound + wet / np.sqrt(np.sum(answer**2)) * heard[: sound.size])


def echoed(sound: Sound, seconds: float, *, wet: float) -> Sound:
    """The sound with three echoes, each softer than the one before."""
    late = round(seconds * SAMPLE_RATE)
    result = sound.copy()
    for turn in (1, 2, 3):
        result[turn * late :] += wet**turn * sound[: -turn * late]
    return result


def on_tape(sound: Sound, rng: np.random.Generator, *, press: float, hiss_db: float) -> Sound:
    """Peaks pressed softly, as tape does, under its hiss; faded out, −1 dB at the loudest.

    Args:
        sound: The whole band.
        rng: For the hiss.
        press: How far the peaks reach into saturation.
        hiss_db: The level of the hiss, where saturation is 0.
    """
    taped = np.tanh(press * sound / np.percentile(np.abs(sound), 99.5))
    taped += 10.0 ** (hiss_db / 20.0) * rng.standard_normal(sound.size)
    taped *= np.minimum(times(sound.size / SAMPLE_RATE)[::-1] / 0.4, 1.0)
    return np.asarray(taped * (10.0 ** (-1.0 / 20.0) / np.abs(taped).max()))

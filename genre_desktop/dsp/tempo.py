"""The tempo of a track: one number from a stream of log-mel frames, in constant memory."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.onset import OnsetStrength
from genre_desktop.dsp.spec import MelSpec
from genre_desktop.dsp.stft import CHUNK_FRAMES

Values = NDArray[np.float32]

# librosa.feature.tempo's own numbers.
_WINDOW_SECONDS: Final = 8.0
_EXPECTED_BPM: Final = 120.0
_SPREAD_OCTAVES: Final = 1.0
_FASTEST_BPM: Final = 320.0
_CONTRAST: Final = 1e6

# Less than this much music has no tempo that one could trust.
_FEWEST_SECONDS: Final = 2.0


class TempoMeter:
    """Finds the tempo as `librosa.feature.tempo(onset_envelope=…)` does, while listening.

    The autocorrelation of the onset strength in Hann windows of eight seconds, one a frame,
    each divided by its value at lag 0, is averaged over the track; a log-normal prior around
    120 beats a minute chooses among its peaks (Ellis, 2007; Grosche et al., 2010). Power
    spectra are summed instead, which one transform at the end turns into that average.
    """

    def __init__(self, spec: MelSpec) -> None:
        self._frames_per_minute = 60.0 * spec.sample_rate / spec.hop_samples
        self._window_frames = int(_WINDOW_SECONDS * spec.sample_rate) // spec.hop_samples
        phase = 2.0 * np.pi * np.arange(self._window_frames) / self._window_frames
        self._hann = (0.5 - 0.5 * np.cos(phase)).astype(np.float32)
        self._transform = _fast_length(2 * self._window_frames - 1)
        self._power = np.zeros(self._transform // 2 + 1)
        self._onset = OnsetStrength()
        # Windows are centred on their frame; before the first frame there is silence.
        self._recent: Values = np.zeros(self._window_frames // 2, np.float32)
        self._frames = 0
        self._windows = 0

    def push(self, log_mel: Values) -> None:
        """Take the next frames, (mel_bands, frames) in dB."""
        strength = self._onset.push(log_mel)
        self._frames += strength.size
        self._recent = np.concatenate((self._recent, strength))
        whole = max(0, self._recent.size - self._window_frames + 1)
        if whole:
            self._power += self._summed_power(self._recent)
            self._recent = self._recent[whole:].copy()
            self._windows += whole

    def bpm(self) -> float | None:
        """Return beats per minute so far, None where there is no beat or too little music."""
        if self._frames < _FEWEST_SECONDS * self._frames_per_minute / 60.0:
            return None
        power = self._power + self._ending_power()
        periodicity = np.fft.irfft(power, self._transform)[: self._window_frames] / self._frames
        if periodicity[0] <= 0.0:
            return None
        lags = np.arange(1, self._window_frames)
        tempi = self._frames_per_minute / lags
        octaves = np.log2(tempi / _EXPECTED_BPM) / _SPREAD_OCTAVES
        score = np.log1p(_CONTRAST * np.maximum(periodicity[1:], 0.0)) - 0.5 * octaves**2
        score[tempi >= _FASTEST_BPM] = -np.inf
        return float(tempi[np.argmax(score)])

    def _ending_power(self) -> NDArray[np.float64]:
        """Return the summed power of the last windows, which fade out behind the last frame."""
        left = self._frames - self._windows
        if left <= 0:
            return np.zeros_like(self._power)
        half = self._window_frames // 2
        fade = np.arange(half - 1, -1, -1, dtype=np.float32) / np.float32(half)
        padded = np.concatenate((self._recent, self._recent[-1] * fade))
        return self._summed_power(padded[: left + self._window_frames - 1])

    def _summed_power(self, strength: Values) -> NDArray[np.float64]:
        """Return the sum over all windows of |spectrum|² / energy, float64 (bins,)."""
        windows = np.lib.stride_tricks.sliding_window_view(strength, self._window_frames)
        total = np.zeros_like(self._power)
        for start in range(0, len(windows), CHUNK_FRAMES):
            part = windows[start : start + CHUNK_FRAMES] * self._hann
            energy = np.einsum("ij,ij->i", part, part)
            heard = energy > np.finfo(np.float32).tiny
            spectrum = np.fft.rfft(part[heard], self._transform, axis=1)
            power = np.square(spectrum.real) + np.square(spectrum.imag)
            total += (1.0 / energy[heard]) @ power
        return total


def _fast_length(least: int) -> int:
    """Return the smallest even product of 2, 3 and 5 that is not below `least`."""
    length = least + least % 2
    while True:
        rest = length
        for prime in (2, 3, 5):
            while rest % prime == 0:
                rest //= prime
        if rest == 1:
            return length
        length += 2

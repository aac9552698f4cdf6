"""The log-mel spectrogram, the same for training, batch and the live view."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.spec import MelSpec
from genre_desktop.dsp.stft import Framer, power_of, spectrum

Levels = NDArray[np.float32]

# Slaney's Auditory Toolbox (1998): linear below 1 kHz, logarithmic above.
_LINEAR_HZ_PER_MEL: Final = 200.0 / 3.0
_BREAK_HZ: Final = 1000.0
_BREAK_MEL: Final = _BREAK_HZ / _LINEAR_HZ_PER_MEL
_LOG_STEP: Final = np.log(6.4) / 27.0

_DB_PER_NEPER: Final = np.float32(10.0 / np.log(10.0))
_GROUP_BANDS: Final = 16


def hz_to_mel(hz: float) -> float:
    """Return the Slaney mel number of a frequency."""
    if hz < _BREAK_HZ:
        return hz / _LINEAR_HZ_PER_MEL
    return float(_BREAK_MEL + np.log(hz / _BREAK_HZ) / _LOG_STEP)


def mel_to_hz(mels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the frequencies of Slaney mel numbers."""
    above = _BREAK_HZ * np.exp(_LOG_STEP * (np.maximum(mels, _BREAK_MEL) - _BREAK_MEL))
    return np.where(mels < _BREAK_MEL, mels * _LINEAR_HZ_PER_MEL, above)


@cache
def mel_filters(spec: MelSpec) -> Levels:
    """Return the triangular filters of equal area, float32 (mel_bands, window / 2 + 1).

    Each row weighs the power spectrum; never write into it.
    """
    edges_mel = np.linspace(hz_to_mel(spec.low_hz), hz_to_mel(spec.high_hz), spec.mel_bands + 2)
    edges = mel_to_hz(edges_mel)
    bins = np.fft.rfftfreq(spec.window_samples, 1.0 / spec.sample_rate)
    distance = edges[:, None] - bins[None, :]
    widths = np.diff(edges)
    rising = -distance[:-2] / widths[:-1, None]
    falling = distance[2:] / widths[1:, None]
    triangles = np.maximum(0.0, np.minimum(rising, falling))
    filters: Levels = (triangles * (2.0 / (edges[2:] - edges[:-2]))[:, None]).astype(np.float32)
    filters.flags.writeable = False
    return filters


class MelBank:
    """Applies the mel filters to power spectra, a few neighbouring bands at a time.

    A filter covers a small part of the spectrum, so sixteen neighbours share one small
    matrix product: an eighth of the work of the full one, which is mostly zeros.
    """

    def __init__(self, spec: MelSpec) -> None:
        self._bands = spec.mel_bands
        self._floor = np.float32(spec.power_floor)
        self._groups: list[tuple[slice, slice, Levels]] = []
        filters = mel_filters(spec)
        for start in range(0, spec.mel_bands, _GROUP_BANDS):
            rows = slice(start, min(start + _GROUP_BANDS, spec.mel_bands))
            used = np.flatnonzero(filters[rows].any(axis=0))
            columns = slice(int(used[0]), int(used[-1]) + 1) if used.size else slice(0, 1)
            self._groups.append((rows, columns, np.ascontiguousarray(filters[rows, columns].T)))

    def power(self, power: Levels) -> Levels:
        """Return the power in each band, float32 (frames, mel_bands), of (frames, bins)."""
        bands = np.empty((power.shape[0], self._bands), np.float32)
        for rows, columns, weights in self._groups:
            bands[:, rows] = power[:, columns] @ weights
        return bands

    def levels(self, power: Levels) -> Levels:
        """Return 10·log10(max(band power, floor)), float32 (frames, mel_bands)."""
        bands = self.power(power)
        np.maximum(bands, self._floor, out=bands)
        np.log(bands, out=bands)
        bands *= _DB_PER_NEPER
        return bands


class LogMel:
    """The log-mel spectrogram of a stream; any cutting into blocks gives the same frames."""

    def __init__(self, spec: MelSpec) -> None:
        self._spec = spec
        self._framer = Framer(spec.window_samples, spec.hop_samples)
        self._bank = MelBank(spec)

    def push(self, samples: NDArray[np.float32]) -> Levels:
        """Take the next samples and return the frames that they complete.

        Args:
            samples: float32 mono at the specification's rate, of any length.

        Returns:
            Levels in dB, float32 (mel_bands, new frames), possibly no frame.
        """
        chunks = [
            self._bank.levels(power_of(spectrum(frames))) for frames in self._framer.push(samples)
        ]
        if not chunks:
            return np.empty((self._spec.mel_bands, 0), np.float32)
        return np.ascontiguousarray(np.concatenate(chunks).T)


def log_mel(samples: NDArray[np.float32], spec: MelSpec) -> Levels:
    """Return the log-mel spectrogram of a whole recording, float32 (mel_bands, frames), in dB."""
    return LogMel(spec).push(np.asarray(samples, np.float32))

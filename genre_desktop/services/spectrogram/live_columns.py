"""From decoded samples to columns of levels, as they come: by the models' mel, or by an STFT."""

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from genre_desktop.core.track_spectrum import Look
from genre_desktop.dsp.dbfs import SpectrumSpec, dbfs, mean_power_at
from genre_desktop.dsp.frequency_axis import FrequencyAxis, Rows, Scale
from genre_desktop.dsp.mel import LogMel
from genre_desktop.dsp.playback import StereoBlock, StereoResampler
from genre_desktop.dsp.spec import STANDARD_MEL

Samples = NDArray[np.float32]
Levels = NDArray[np.float32]

# A sine of full scale has this power in its bin of the models' spectrogram: (Σ window / 2)²,
# spread over bands of equal area; so that both kinds of level read about alike.
_MEL_REFERENCE_DB: Final = 40.0
_LOWEST_HZ: Final = 20.0


@dataclass(frozen=True, slots=True)
class LiveSpec:
    """What columns are made of.

    Attributes:
        scale: MEL is the models' own spectrogram, the others an STFT at the file's own rate.
        look: Channel and window; the mel view hears what the models hear.
        rows: How many levels a column has.
        columns_per_second: How many columns there are.
    """

    scale: Scale
    look: Look
    rows: int
    columns_per_second: float


class Columns(Protocol):
    """Makes columns of a stream that begins with its first samples."""

    def push(self, stereo: Samples) -> Levels:
        """Take samples (n, 2) and return the columns (m, rows) that they complete."""


def axis_for(scale: Scale, rate: int) -> FrequencyAxis:
    """The frequencies of a live view: of the models' spectrogram, or up to half the rate."""
    if scale is Scale.MEL:
        return FrequencyAxis(scale, STANDARD_MEL.low_hz, STANDARD_MEL.high_hz)
    return FrequencyAxis(scale, _LOWEST_HZ if scale is Scale.LOGARITHMIC else 0.0, rate / 2)


def columns_for(spec: LiveSpec, rate: int) -> Columns:
    """What makes the columns of a stream at a rate."""
    return MelColumns(spec, rate) if spec.scale is Scale.MEL else StftColumns(spec, rate)


class MelColumns:
    """The frames of `dsp.mel`, drawn out in time and frequency between their centres."""

    def __init__(self, spec: LiveSpec, rate: int) -> None:
        self._spec, self._rate = spec, rate
        self._resampler = StereoResampler(STANDARD_MEL.sample_rate)
        self._mel = LogMel(STANDARD_MEL)
        self._frames = np.empty((0, STANDARD_MEL.mel_bands), np.float32)
        self._first_frame = 0
        self._made = 0
        # Band number b peaks at (b + 1) of the bands + 1 equal steps from 0 to the highest mel.
        centres = (np.arange(spec.rows) + 0.5) / spec.rows * (STANDARD_MEL.mel_bands + 1) - 1
        places = np.clip(centres, 0, STANDARD_MEL.mel_bands - 1)
        self._below = np.minimum(places.astype(np.int64), STANDARD_MEL.mel_bands - 2)
        self._share = (places - self._below).astype(np.float32)

    def push(self, stereo: Samples) -> Levels:
        resampled = self._resampler.push(StereoBlock(stereo, self._rate))
        new = self._mel.push(resampled.mean(axis=1, dtype=np.float32)).T - _MEL_REFERENCE_DB
        self._frames = np.concatenate([self._frames, new])
        places = self._places()
        columns = self._between_bands(_between(self._frames, places - self._first_frame))
        self._made += len(columns)
        self._forget(places)
        return columns

    def _places(self) -> NDArray[np.float64]:
        """The frames that lie under the columns that can be made now, in parts of frames."""
        spec, mel = self._spec, STANDARD_MEL
        last_frame = self._first_frame + len(self._frames) - 1
        last_seconds = (last_frame * mel.hop_samples + mel.window_samples / 2) / mel.sample_rate
        count = max(0, int(last_seconds * spec.columns_per_second) - self._made)
        if last_frame < 0:
            count = 0
        seconds = (self._made + np.arange(count) + 0.5) / spec.columns_per_second
        places = (seconds * mel.sample_rate - mel.window_samples / 2) / mel.hop_samples
        return np.clip(places, 0, max(0, last_frame))

    def _between_bands(self, frames: Levels) -> Levels:
        rows: Levels = frames[:, self._below]
        rows += self._share * (frames[:, self._below + 1] - rows)
        return rows

    def _forget(self, places: NDArray[np.float64]) -> None:
        if len(places):
            passed = int(places[-1]) - 1 - self._first_frame
            if passed > 0:
                self._frames = self._frames[passed:]
                self._first_frame += passed


def _between(frames: Levels, places: NDArray[np.float64]) -> Levels:
    """Levels (n, bands) at places between frames."""
    if not len(places):
        return np.empty((0, frames.shape[1]), np.float32)
    below = np.minimum(places.astype(np.int64), max(0, len(frames) - 2))
    above = np.minimum(below + 1, len(frames) - 1)
    share = (places - below).astype(np.float32)[:, np.newaxis]
    mixed: Levels = frames[below] * (1 - share) + frames[above] * share
    return mixed


class StftColumns:
    """Spectra around the middle of each column, in dB re full scale."""

    def __init__(self, spec: LiveSpec, rate: int) -> None:
        self._spec, self._rate = spec, rate
        self._spectrum = SpectrumSpec(rate, spec.look.window_samples, spec.look.window)
        axis = axis_for(spec.scale, rate)
        self._rows = Rows(axis, spec.rows, self._spectrum.bin_hz, self._spectrum.bins)
        self._waiting = np.zeros((self._spectrum.window_samples, 2), np.float32)  # before the start
        self._first = -self._spectrum.window_samples
        self._made = 0

    def push(self, stereo: Samples) -> Levels:
        self._waiting = np.concatenate([self._waiting, stereo])
        half = self._spectrum.window_samples // 2
        end = self._first + len(self._waiting) - half
        step = self._rate / self._spec.columns_per_second
        count = max(0, int(end / step - 0.5) + 1 - self._made)
        centres = np.floor((self._made + np.arange(count) + 0.5) * step).astype(np.int64)
        centres = centres[centres <= end]
        if not len(centres):
            return np.empty((0, self._spec.rows), np.float32)
        signals = self._spec.look.channel.of(self._waiting)
        power = mean_power_at(signals, centres - self._first, self._spectrum)
        self._made += len(centres)
        passed = int(centres[-1]) - self._spectrum.window_samples - self._first
        if passed > 0:
            self._waiting = self._waiting[passed:]
            self._first += passed
        return self._rows.levels(dbfs(power))

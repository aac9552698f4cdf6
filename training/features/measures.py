"""What is computed of a track: log-mel, samples, or statistics of its pieces."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.cepstrum import delta, mfcc
from genre_desktop.dsp.decode import SAMPLE_RATE, open_sound
from genre_desktop.dsp.features import (
    DELTA_WIDTH,
    FEATURE_ROWS,
    MFCC_COUNT,
    FeatureFrames,
    FeatureStream,
)
from genre_desktop.dsp.mel import LogMel
from genre_desktop.dsp.onset import OnsetStrength
from genre_desktop.dsp.sound import Problem, SoundError, Span
from genre_desktop.dsp.spec import STANDARD_MEL, StatisticsSpec
from genre_desktop.dsp.statistics import piece_statistics
from genre_desktop.dsp.summary import STATISTICS, seven_statistics
from training.features.keys import digest_of, dsp_version
from training.features.pieces import piece_of, pieces_in

Values = NDArray[np.float32]
What = Literal["log_mel", "samples", "seven", "package"]

FROM_LOG_MEL = ("mfcc", "mfcc_delta", "onset_strength")
_FULL_SCALE = np.float32(32_767.0)


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is computed of a track and kept.

    Attributes:
        what: "log_mel", "samples", "seven" (the seven statistics of each feature), or "package"
            (the statistics that a package of that kind hears).
        frames: Of each piece that statistics are taken of; 0 for the whole track.
        features: The features that the seven statistics are taken of.
        spec: The statistics of a package.
    """

    what: What
    frames: int = 0
    features: tuple[str, ...] = ()
    spec: StatisticsSpec | None = None

    @property
    def folder(self) -> str:
        """Where it is kept: its name with all that it depends on."""
        depends = digest_of(self, STANDARD_MEL, dsp_version())
        return f"{self.what}-{depends}"

    @property
    def needs_log_mel_only(self) -> bool:
        """Whether it is a statistic that a log-mel is enough for."""
        return self.what == "package" or (
            self.what == "seven" and set(self.features) <= set(FROM_LOG_MEL)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns of its statistics, such as "mfcc_03_kurtosis"."""
        if self.spec is not None:
            return self.spec.names
        return tuple(
            f"{feature}_{row:02d}_{statistic}"
            for feature in self.features
            for statistic in STATISTICS
            for row in range(FEATURE_ROWS[feature])
        )


def of_recording(measure: Measure, path: Path, span: Span | None) -> NDArray[np.generic]:
    """Compute it of a recording, as the array that is kept.

    Returns:
        float16 (128, frames) of log-mel in dB, int16 (samples,) at 22,050 Hz, or
        float32 (pieces, columns) of statistics.

    Raises:
        SoundError: It cannot be decoded, or is shorter than nine frames.
    """
    with open_sound(path, span) as sound:
        if measure.what == "samples":
            blocks = [np.rint(b.clip(-1, 1) * _FULL_SCALE).astype(np.int16) for b in sound.blocks()]
            return np.concatenate(blocks)
        if measure.what == "log_mel":
            mel = LogMel(STANDARD_MEL)
            return _long_enough([mel.push(block).astype(np.float16) for block in sound.blocks()])
        stream = FeatureStream(STANDARD_MEL)
        parts = [stream.push(block) for block in sound.blocks()]
    return summaries(
        {
            name: _long_enough([part[name] for part in parts])
            for name in measure.features
            if name != "mfcc_delta"
        },
        measure,
    )


def of_log_mel(measure: Measure, log_mel: NDArray[np.floating]) -> Values:
    """Compute statistics (pieces, columns) of a log-mel (128, frames), as after the STFT."""
    levels = np.asarray(log_mel, np.float32)
    if measure.spec is not None:
        numbers = range(pieces_in(levels.shape[1], measure.frames))
        pieces = [piece_of(levels, number, measure.frames) for number in numbers]
        return np.stack([piece_statistics(piece, measure.spec) for piece in pieces])
    rows = {"mfcc": mfcc(levels, MFCC_COUNT), "onset_strength": OnsetStrength().push(levels)[None]}
    return summaries(rows, measure)


def summaries(rows: FeatureFrames, measure: Measure) -> Values:
    """The seven statistics (pieces, columns) of features (rows, frames) by name."""
    frames = next(iter(rows.values())).shape[1]
    made = []
    for number in range(pieces_in(frames, measure.frames)):
        piece = {name: piece_of(rows[name], number, measure.frames) for name in rows}
        if "mfcc_delta" in measure.features:
            piece["mfcc_delta"] = delta(piece["mfcc"], DELTA_WIDTH)
        made.append(np.concatenate([seven_statistics(piece[n]).ravel() for n in measure.features]))
    return np.stack(made)


def samples_of(kept: NDArray[np.generic]) -> Values:
    """Samples from −1 to 1 of what is kept of a recording."""
    return np.asarray(kept, np.float32) / _FULL_SCALE


def _long_enough(parts: list[NDArray[np.floating]]) -> NDArray[np.floating]:
    values = np.concatenate(parts, axis=1)
    if values.shape[1] < DELTA_WIDTH:
        seconds = values.shape[1] * STANDARD_MEL.hop_samples / SAMPLE_RATE
        message = f"It holds only {seconds:.2f} s of sound, too little to learn from."
        raise SoundError(Problem.TOO_SHORT, message)
    return values

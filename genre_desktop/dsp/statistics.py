"""Statistics of a piece of a log-mel spectrogram: what the support vector machine hears."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.cepstrum import delta, mfcc
from genre_desktop.dsp.spec import STANDARD_MEL, StatisticsSpec

Values = NDArray[np.float32]

PIECE_MAXIMUM: Final = "piece_maximum"

_STANDARD_MFCC: Final = 20
_STANDARD_DELTA_WIDTH: Final = 9
# Neighbouring mel bands joined to one, so that 128 bands give 16 spreads.
_BANDS_JOINED: Final = 8


def standard_statistics() -> StatisticsSpec:
    """Return the statistics of the support vector machine that comes with the program.

    Means and standard deviations of 20 cepstral coefficients, standard deviations of their
    slopes, standard deviations of the level in 16 groups of bands, mean and standard deviation
    of the rise of the level from frame to frame: 78 values.
    """
    numbers = range(_STANDARD_MFCC)
    groups = range(STANDARD_MEL.mel_bands // _BANDS_JOINED)
    names = (
        *(f"mfcc_{n:02d}_mean" for n in numbers),
        *(f"mfcc_{n:02d}_std" for n in numbers),
        *(f"delta_{n:02d}_std" for n in numbers),
        *(f"band_{n:02d}_std" for n in groups),
        "rise_00_mean",
        "rise_00_std",
    )
    return StatisticsSpec(
        mel=STANDARD_MEL,
        mfcc_count=_STANDARD_MFCC,
        reference=PIECE_MAXIMUM,
        floor_db=-80.0,
        delta_width=_STANDARD_DELTA_WIDTH,
        names=names,
    )


def piece_statistics(log_mel: Values, spec: StatisticsSpec) -> Values:
    """Return the statistics of one piece, float32 (len(spec.names),), in the order of the names.

    A name is source_number_statistic: source "mfcc", "delta" (slope of mfcc), "curve" (its
    curvature), "band" (mean level of eight neighbouring bands) or "rise" (mean rise of the
    level over all bands from the frame before); statistic "mean", "std", "min", "max" or "median".
    Gain does not matter: levels count from the piece's loudest bin.

    Args:
        log_mel: Levels in dB, (mel_bands, frames), at least `spec.delta_width` frames.
        spec: What to compute.

    Raises:
        ValueError: There are too few frames, or the specification names what there is not.
    """
    if spec.reference != PIECE_MAXIMUM:
        message = f"unknown reference level {spec.reference!r}"
        raise ValueError(message)
    levels = np.maximum(log_mel - log_mel.max(), np.float32(spec.floor_db))
    rows: dict[str, Values] = {}
    summaries: dict[tuple[str, str], Values] = {}
    values = np.empty(len(spec.names), np.float32)
    for place, name in enumerate(spec.names):
        source, number, statistic = _parsed(name)
        if source not in rows:
            rows[source] = _rows(source, levels, rows, spec)
        if (source, statistic) not in summaries:
            summaries[source, statistic] = _summary(statistic, rows[source])
        values[place] = _one(summaries[source, statistic], number, name)
    return values


def _parsed(name: str) -> tuple[str, int, str]:
    source, _, rest = name.partition("_")
    number, _, statistic = rest.partition("_")
    if not number.isdecimal():
        raise _unknown(name)
    return source, int(number), statistic


def _one(summary: Values, number: int, name: str) -> np.float32:
    if number >= summary.size:
        raise _unknown(name)
    value: np.float32 = summary[number]
    return value


def _rows(source: str, levels: Values, known: dict[str, Values], spec: StatisticsSpec) -> Values:
    """Return what a source varies over time, float32 (rows, frames)."""
    if source == "mfcc":
        return mfcc(levels, spec.mfcc_count)
    if source in ("delta", "curve"):
        coefficients = known["mfcc"] if "mfcc" in known else mfcc(levels, spec.mfcc_count)
        return delta(coefficients, spec.delta_width, 1 if source == "delta" else 2)
    if source == "band":
        whole = levels.shape[0] // _BANDS_JOINED * _BANDS_JOINED
        joined: Values = levels[:whole].reshape(-1, _BANDS_JOINED, levels.shape[1]).mean(axis=1)
        return joined
    if source == "rise":
        rise: Values = np.maximum(np.diff(levels, axis=1), 0.0).mean(axis=0, keepdims=True)
        return rise
    raise _unknown(source)


def _summary(statistic: str, rows: Values) -> Values:
    if statistic == "mean":
        return np.asarray(rows.mean(axis=1), np.float32)
    if statistic == "std":
        return np.asarray(rows.std(axis=1), np.float32)
    if statistic == "min":
        return np.asarray(rows.min(axis=1), np.float32)
    if statistic == "max":
        return np.asarray(rows.max(axis=1), np.float32)
    if statistic == "median":
        return np.asarray(np.median(rows, axis=1), np.float32)
    raise _unknown(statistic)


def _unknown(name: str) -> ValueError:
    return ValueError(f"no such statistic: {name!r}")

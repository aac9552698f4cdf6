"""Whether a ready-made table's columns are what our own feature code gives for the same sound."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.cepstrum import mfcc
from genre_desktop.dsp.decode import open_sound
from genre_desktop.dsp.features import (
    DELTA_WIDTH,
    FEATURE_ROWS,
    MFCC_COUNT,
    FeatureFrames,
    FeatureStream,
)
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.dsp.summary import STATISTICS, seven_statistics
from genre_desktop.dsp.tempo import TempoMeter
from training.datasets.tables import WHOLE_TRACK, Table

# A column agrees where 90 % of the compared rows differ by at most a tenth of the column's
# standard deviation over the table: a tenth moves no standardised model by more than noise.
TOLERANCE = 0.1
SHARE = 0.9
FEWEST_ROWS = 5
# Kaggle's tables cut 30 s into ten pieces of 3 s.
_PIECE_SAMPLES = 66_150
_FLOOR_DB = -80.0

_NOT_COMPUTED = "dsp does not compute it."
_KAGGLE = re.compile(r"(?P<feature>[a-z_]+?)(?P<row>\d*)(_(?P<statistic>mean|var))?")
_FMA = re.compile(r"(?P<feature>[a-z_]+)_(?P<statistic>[a-z]+)_(?P<row>\d\d)")
_OUR_NAME = {
    "rolloff": "spectral_rolloff",
    "zero_crossing_rate": "zcr",
    "rmse": "rms",
}
_MEAN_OVER_ROWS = ("chroma_stft",)  # Kaggle's tables hold one mean over all twelve classes
_TEMPO = "tempo"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column says that it is.

    Attributes:
        feature: In our words, such as "spectral_rolloff".
        row: Which row of it, None for all of them together.
        statistic: "var" or one of the seven.
    """

    feature: str
    row: int | None
    statistic: str


def columns_that_disagree(table: Table, recordings: Mapping[str, Path]) -> dict[str, str]:
    """Columns that a package must not be made of, with the reason.

    Each column is computed anew by `genre_desktop.dsp` for the rows whose recording is given, and
    compared: at most `TOLERANCE` of the column's standard deviation over the table apart, in at
    least `SHARE` of the rows.

    Args:
        table: As `read_table` gives it.
        recordings: Recordings of some of its tracks, undamaged ones: a lossy copy differs itself.

    Raises:
        SoundError: A recording cannot be decoded.
    """
    rows = [row for row, track in enumerate(table.tracks.tolist()) if track in recordings]
    columns = {name: column_of(name) for name in table.names}
    ours = [
        _values(columns, _sound(recordings[str(table.tracks[row])], int(table.segment[row])))
        for row in rows
    ]
    spread = np.std(table.values, axis=0, dtype=np.float64)
    reasons: dict[str, str] = {}
    for place, (name, column) in enumerate(columns.items()):
        mine = np.array([values.get(name, np.nan) for values in ours])
        theirs = np.asarray(table.values[rows, place], np.float64)
        reason = _reason(column, mine, theirs, float(spread[place]))
        if reason:
            reasons[name] = reason
    return reasons


def column_of(name: str) -> Column | None:
    """What a column's name means in our words; None where dsp computes nothing like it.

    Known are Kaggle's names ("rolloff_var", "mfcc3_mean", "tempo"), those of the tables of means
    ("mfcc3") and FMA's ("mfcc_kurtosis_03").
    """
    found = _FMA.fullmatch(name)
    if found and found["statistic"] in STATISTICS:
        return _known(Column(_ours(found["feature"]), int(found["row"]) - 1, found["statistic"]))
    found = _KAGGLE.fullmatch(name)
    if not found:
        return None
    feature = _ours(found["feature"])
    if feature == _TEMPO:
        return Column(_TEMPO, 0, "mean")
    row = int(found["row"]) - 1 if found["row"] else 0
    together = feature in _MEAN_OVER_ROWS
    return _known(Column(feature, None if together else row, found["statistic"] or "mean"))


def _known(column: Column) -> Column | None:
    rows = FEATURE_ROWS.get(column.feature, 0)
    return column if (column.row or 0) < rows else None


def _ours(feature: str) -> str:
    return _OUR_NAME.get(feature, feature)


def _reason(
    column: Column | None, ours: NDArray[np.float64], theirs: NDArray[np.float64], spread: float
) -> str:
    if column is None:
        return _NOT_COMPUTED
    if len(ours) < FEWEST_ROWS:
        return f"Only {len(ours)} of the {FEWEST_ROWS} rows that a comparison needs have sound."
    apart = np.abs(ours - theirs) / max(spread, np.finfo(np.float32).tiny)
    close = float((apart <= TOLERANCE).mean())
    if close >= SHARE:
        return ""
    return (
        f"dsp computes it differently: {np.median(apart):.2f} standard deviations apart in the "
        f"median of {len(ours)} rows, within {TOLERANCE:g} in {close:.0%} of them."
    )


def _sound(path: Path, segment: int) -> NDArray[np.float32]:
    with open_sound(path) as sound:
        samples = np.concatenate(list(sound.blocks()))
    if segment == WHOLE_TRACK:
        return samples
    return samples[segment * _PIECE_SAMPLES : (segment + 1) * _PIECE_SAMPLES]


def _values(columns: Mapping[str, Column | None], samples: NDArray[np.float32]) -> dict[str, float]:
    """What dsp gives for each column that it computes."""
    frames = FeatureStream(STANDARD_MEL).push(samples)
    if frames["mfcc"].shape[1] < DELTA_WIDTH:
        return {}
    # All three tables hold levels at most 80 dB under the loudest, as dsp.statistics does.
    floored = np.maximum(frames["log_mel"], frames["log_mel"].max() + np.float32(_FLOOR_DB))
    frames |= {"mfcc": mfcc(floored, MFCC_COUNT), _TEMPO: _tempo(frames)}
    return {name: _value(frames, column) for name, column in columns.items() if column}


def _tempo(frames: FeatureFrames) -> NDArray[np.float32]:
    meter = TempoMeter(STANDARD_MEL)
    meter.push(frames["log_mel"])
    return np.array([[meter.bpm() or 0.0]], np.float32)


def _value(frames: FeatureFrames, column: Column) -> float:
    rows = frames[column.feature]
    chosen = rows.reshape(1, -1) if column.row is None else rows[column.row : column.row + 1]
    if column.statistic == "var":
        return float(chosen.var(dtype=np.float64))
    return float(seven_statistics(chosen)[STATISTICS.index(column.statistic)][0])

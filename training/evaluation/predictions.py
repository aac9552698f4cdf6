"""Held-out predictions of a run: every piece's log-probabilities beside its truth and artist."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from training.cache import replacing
from training.damage import Damaged, arrays_of
from training.refusal import Refused

WHOLE_TRACK = -1
TIE_BREAK = 1e-3  # weight of the mean probability beside the votes


@dataclass(frozen=True, slots=True)
class Predictions:
    """What models answered about recordings that they had not been fitted on.

    A row is one piece (or whole track) under one fold seed and one training seed.

    Attributes:
        labels: Label names in the order of the columns.
        tracks: (n,) names of tracks.
        artists: (n,) artists; empty where unknown.
        truth: (n,) indexes of the true labels.
        segment: (n,) number of the piece within its track; -1 for a whole track.
        fold_seed: (n,) seed of the assignment to folds.
        training_seed: (n,) seed of the fit.
        fold: (n,) number of the fold that held this row out.
        log_probabilities: float32 (n, labels), natural logarithms.

    Raises:
        Refused: The arrays do not fit together, or pieces and whole tracks are mixed.
    """

    labels: tuple[str, ...]
    tracks: NDArray[np.str_]
    artists: NDArray[np.str_]
    truth: NDArray[np.int64]
    segment: NDArray[np.int64]
    fold_seed: NDArray[np.int64]
    training_seed: NDArray[np.int64]
    fold: NDArray[np.int64]
    log_probabilities: NDArray[np.float32]

    def __post_init__(self) -> None:
        rows = len(self.tracks)
        for name in ROWS:
            if getattr(self, name).shape != (rows,):
                raise Refused(f"The predictions' {name} is not one value for each of {rows} rows.")
        if self.log_probabilities.shape != (rows, len(self.labels)):
            raise Refused(f"The predictions are not {rows} rows of {len(self.labels)} labels.")
        if not np.isfinite(self.log_probabilities).all():
            raise Refused("Some predictions are not finite; clip probabilities before the log.")
        if rows and not 0 <= self.truth.min() <= self.truth.max() < len(self.labels):
            raise Refused("Some predictions' truth is not one of their labels.")
        if rows and len(np.unique(self.segment == WHOLE_TRACK)) > 1:
            raise Refused("Predictions of pieces and of whole tracks belong into separate runs.")

    @property
    def of_tracks(self) -> bool:
        """Whether the rows are whole tracks rather than pieces."""
        return bool((self.segment == WHOLE_TRACK).all())

    @property
    def groups(self) -> NDArray[np.str_]:
        """(n,) artists, or the track itself where its artist is unknown."""
        alone = np.char.add("track ", self.tracks)
        return np.where(self.artists == "", alone, np.char.add("artist ", self.artists))

    def rows(self, chosen: NDArray[np.bool_] | NDArray[np.int64]) -> "Predictions":
        """Some of the rows, by mask or by number."""
        return replace(self, **{name: getattr(self, name)[chosen] for name in _PER_ROW})

    def answering(self, log_probabilities: NDArray[np.float32]) -> "Predictions":
        """The same rows with other answers (n, labels)."""
        return replace(self, log_probabilities=log_probabilities)

    @property
    def confidence(self) -> NDArray[np.float64]:
        """(n,) probability of the label that is named."""
        logs = self.log_probabilities.max(axis=1).astype(np.float64)
        probabilities: NDArray[np.float64] = np.exp(logs)
        return probabilities

    @property
    def right(self) -> NDArray[np.bool_]:
        """(n,) whether the label that is named is the true one."""
        named: NDArray[np.bool_] = self.log_probabilities.argmax(axis=1) == self.truth
        return named

    def by_track(self, how: Literal["mean", "vote"] = "mean") -> "Predictions":
        """One row for each track, fold seed and training seed.

        Args:
            how: `mean` averages the pieces' probabilities; `vote` counts how many pieces name
                each label, and lets the mean decide between equal counts.
        """
        first, group = self._track_groups()
        probabilities = np.exp(self.log_probabilities.astype(np.float64))
        mean = _mean_of_groups(probabilities, group, len(first))
        if how == "vote":
            votes = np.eye(len(self.labels))[self.log_probabilities.argmax(axis=1)]
            share = _mean_of_groups(votes, group, len(first))
            mean = (1 - TIE_BREAK) * share + TIE_BREAK * mean
        mean = np.maximum(mean, 1e-12)
        logs = np.log(mean / mean.sum(axis=1, keepdims=True)).astype(np.float32)
        whole = np.full(len(first), WHOLE_TRACK, np.int64)
        return replace(self.rows(first), segment=whole, log_probabilities=logs)

    def _track_groups(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The first row of each (track, fold seed, training seed), and each row's group."""
        _, track = np.unique(self.tracks, return_inverse=True)
        keys = np.stack([self.fold_seed, self.training_seed, track], axis=1)
        _, first, group = np.unique(keys, axis=0, return_index=True, return_inverse=True)
        return first.astype(np.int64), group.reshape(-1).astype(np.int64)

    def save(self, path: Path) -> None:
        """Write everything to an .npz file, whole or not at all."""
        arrays: Mapping[str, NDArray[np.generic]] = {
            name: np.asarray(getattr(self, name)) for name in ("labels", *_PER_ROW)
        }
        with replacing(path) as target, target.open("wb") as stream:
            np.savez_compressed(stream, allow_pickle=False, **arrays)


ROWS = ("tracks", "artists", "truth", "segment", "fold_seed", "training_seed", "fold")
_PER_ROW = (*ROWS, "log_probabilities")


def load_predictions(path: Path) -> Predictions:
    """Read what `Predictions.save` wrote.

    Raises:
        Refused: The file is missing or is not one of predictions.
    """
    try:
        kept = arrays_of(path)
        arrays: dict[str, Any] = {field.name: kept[field.name] for field in fields(Predictions)}
    except (Damaged, KeyError) as error:
        raise Refused(f"{path} holds no predictions ({error}); fit the run again.") from error
    return Predictions(**{**arrays, "labels": tuple(str(name) for name in arrays["labels"])})


def joined(parts: list[Predictions]) -> Predictions:
    """The rows of several predictions with the same labels, one after the other.

    Raises:
        Refused: There are none, or their labels differ.
    """
    if not parts or len({part.labels for part in parts}) != 1:
        raise Refused("Predictions to join need the same labels in the same order.")
    rows: dict[str, Any] = {
        name: np.concatenate([getattr(part, name) for part in parts]) for name in _PER_ROW
    }
    return replace(parts[0], **rows)


def _mean_of_groups(
    values: NDArray[np.float64], group: NDArray[np.int64], groups: int
) -> NDArray[np.float64]:
    """Means (groups, d) of rows (n, d) by their group (n,)."""
    sums = np.zeros((groups, values.shape[1]))
    np.add.at(sums, group, values)
    means: NDArray[np.float64] = sums / np.bincount(group, minlength=groups)[:, None]
    return means

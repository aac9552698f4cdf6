"""A teacher whose scores or embeddings lie in a file, one row a track."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.damage import Damaged, arrays_of
from training.refusal import Refused

Array = NDArray[Any]

_NAMES = ("tracks", "track_id")
_SCORES = ("scores", "log_probabilities")
_EMBEDDINGS = ("embeddings", "embedding")


@dataclass(frozen=True, slots=True)
class Teacher:
    """What a teacher says of tracks.

    Attributes:
        source: The file.
        row: Number of each track's row.
        labels: Names of the columns of `scores`; empty where the file does not tell.
        scores: (n, labels) log-probabilities or logits, or None.
        embeddings: (n, d) or None.
    """

    source: Path
    row: dict[str, int]
    labels: tuple[str, ...]
    scores: NDArray[np.float32] | None
    embeddings: NDArray[np.float32] | None

    def scores_of(
        self, tracks: Sequence[str], labels: tuple[str, ...]
    ) -> NDArray[np.float32] | None:
        """Scores (tracks, labels) in the order of these labels, None if it gives none.

        Raises:
            Refused: A track is missing or the teacher's labels are others.
        """
        if self.scores is None:
            return None
        scores = self.scores[self._rows(tracks)]
        if not self.labels and scores.shape[1] == len(labels):
            return scores
        if set(self.labels) != set(labels):
            raise Refused(
                f"The teacher {self.source} scores {', '.join(self.labels) or scores.shape[1]}, "
                f"not {', '.join(labels)}."
            )
        return scores[:, [self.labels.index(label) for label in labels]]

    def embeddings_of(self, tracks: Sequence[str]) -> NDArray[np.float32] | None:
        """Embeddings (tracks, d), None if it gives none.

        Raises:
            Refused: A track is missing.
        """
        return None if self.embeddings is None else self.embeddings[self._rows(tracks)]

    def _rows(self, tracks: Sequence[str]) -> list[int]:
        missing = [track for track in tracks if track not in self.row]
        if missing:
            raise Refused(
                f"The teacher {self.source} says nothing of {missing[0]} and "
                f"{len(missing) - 1} more of {len(tracks)} tracks; let it hear them all."
            )
        return [self.row[track] for track in tracks]


def read_teacher(path: Path) -> Teacher:
    """Read an .npz with `tracks` (or `track_id`) and `scores` or `embeddings`.

    A run's predictions.npz is one too; where a track has several rows, their mean counts, so that
    the predictions of several runs, joined, are an ensemble.

    Raises:
        Refused: The file is missing or holds neither.
    """
    try:
        arrays = arrays_of(path)
    except Damaged as error:
        raise Refused(f"{path} cannot be read as a teacher's answers ({error}).") from error
    names = _first(arrays, _NAMES)
    scores, embeddings = _first(arrays, _SCORES), _first(arrays, _EMBEDDINGS)
    if names is None or (scores is None and embeddings is None):
        raise Refused(
            f"{path} is no teacher: it needs {_NAMES[0]} and {_SCORES[0]} or {_EMBEDDINGS[0]}."
        )
    tracks, group = np.unique(names.astype(np.str_), return_inverse=True)
    return Teacher(
        path,
        {str(track): row for row, track in enumerate(tracks)},
        tuple(str(label) for label in arrays.get("labels", ())),
        None if scores is None else _means(scores, group),
        None if embeddings is None else _means(embeddings, group),
    )


def _first(arrays: dict[str, Array], names: Sequence[str]) -> Array | None:
    return next((arrays[name] for name in names if name in arrays), None)


def _means(rows: Array, group: NDArray[np.int64]) -> NDArray[np.float32]:
    """Means (groups, d) of rows (n, d)."""
    sums = np.zeros((int(group.max()) + 1, rows.shape[1]))
    np.add.at(sums, group, rows.astype(np.float64))
    return (sums / np.bincount(group)[:, None]).astype(np.float32)

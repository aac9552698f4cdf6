"""Fits a classical head in one round: on embeddings of a frozen trunk, or on statistics."""

import time
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.networks.learners import Taught
from training.networks.material import Material
from training.networks.rounds import Round
from training.tabular.fitting import Lesson, fit_model, log_probabilities
from training.tabular.graph import graph_of

WHOLE_TRACK = -1


class HeadLearner:
    """Fits one config's head, round after round, on pieces and whole tracks alike."""

    def __init__(self, config: Mapping[str, Any], material: Material) -> None:
        """Keep what every round needs.

        Args:
            config: With `model.head`, a table as tabular models have it, and `hearing`: with
                "whole" the whole tracks are judged, else the pieces.
            material: Vectors.
        """
        self._material, self._head = material, {"model": config["model"]["head"]}
        self._whole = config["hearing"] == "whole"
        self._model: Any = None

    def teach(self, one: Round) -> Taught:
        """Fit on the round's training side and answer its other."""
        material = self._material
        learnt, held = material.of_tracks(one.train), material.of_tracks(one.held)
        judged = (material.segment[held] == WHOLE_TRACK) == self._whole
        held = held[judged]
        values, truth = self._values(learnt), material.truth(learnt)
        groups = material.index.artists[material.rows[learnt]]
        began = time.process_time()
        self._model = fit_model(self._head, Lesson(values, truth, groups, one.training_seed))
        seconds = time.process_time() - began
        labels = len(material.index.labels)
        fitted = log_probabilities(self._model, values, labels).argmax(1) == truth
        return Taught(
            pieces=held,
            log_probabilities=log_probabilities(self._model, self._values(held), labels),
            seconds=seconds,
            fitted_accuracy=float(fitted.mean()),
            curves=None,
            state={},
        )

    def graph(self) -> bytes:
        """The last fit as an ONNX graph that takes vectors; empty where it does not convert."""
        windows = self.windows(200)
        return graph_of(self._model, windows, len(self._material.index.labels)).content

    def windows(self, count: int) -> NDArray[np.float32]:
        """The first vectors (count, d)."""
        return self._values(np.arange(min(count, len(self._material.rows))))

    def _values(self, pieces: NDArray[np.int64]) -> NDArray[np.float32]:
        return np.stack([self._material.piece(int(n)) for n in pieces]).astype(np.float32)

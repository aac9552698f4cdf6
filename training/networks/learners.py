"""What one fit gives, whatever was fitted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from training.networks.rounds import Round


@dataclass(frozen=True, slots=True)
class Taught:
    """One fit's answers about the pieces it was not fitted on.

    Attributes:
        pieces: (n,) numbers of the judged pieces.
        log_probabilities: float32 (n, labels).
        seconds: Of the processor while fitting: a busy machine does not lengthen them.
        fitted_accuracy: Share of right answers on (some of) what it was fitted on.
        curves: "train" and "validation" accuracy after each epoch, or None.
        state: The fitted numbers by name: of the judged set's head, map and trunk.
    """

    pieces: NDArray[np.int64]
    log_probabilities: NDArray[np.float32]
    seconds: float
    fitted_accuracy: float
    curves: Mapping[str, list[float]] | None
    state: Mapping[str, NDArray[Any]]


class Learner(Protocol):
    """Fits on one side of a round and answers the other."""

    def teach(self, one: Round) -> Taught:
        """Fit and answer."""

    def graph(self) -> bytes:
        """The last fit as an ONNX graph."""

    def windows(self, count: int) -> NDArray[np.float32]:
        """Some inputs (count, …), to measure the graph's speed with."""

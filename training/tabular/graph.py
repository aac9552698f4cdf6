"""A fitted tabular model as one ONNX graph, compared with the model itself on real rows."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from training.svc import LEAST_PROBABILITY, svc_graph
from training.tabular.autoencoder import Autoencoder
from training.tabular.boosting_graph import boosting_graph
from training.tabular.families import MODEL, REDUCE, SCALE
from training.tabular.fitting import log_probabilities
from training.tabular.mlp import GroupStoppedMlp

MOST_OFF = 1e-4  # of a probability


@dataclass(frozen=True, slots=True)
class Graph:
    """A model as ONNX, or why there is none.

    Attributes:
        content: `statistics` (n, d) to `logits` (n, labels); empty where there is none.
        difference: The largest |Δp| from the model on the rows that were tried.
        reason: Why there is none; empty where there is one.
    """

    content: bytes
    difference: float
    reason: str


def graph_of(model: Any, values: NDArray[np.float32], labels: int) -> Graph:
    """Convert a fitted model and compare it on rows (n, d).

    A graph that answers otherwise than its model is no graph: the reason says by how much.
    """
    try:
        content = _converted(model, values.shape[1], labels)
    except Exception as error:  # noqa: BLE001 — converters raise whatever their parts raise
        return Graph(b"", 0.0, f"No ONNX: {type(error).__name__} in conversion.")
    expected = np.exp(log_probabilities(model, values, labels, LEAST_PROBABILITY))
    given = np.exp(answers_of_graph(content, values))
    off = float(np.abs(given - expected).max())
    moved = int((given.argmax(axis=1) != expected.argmax(axis=1)).sum())
    if not off <= MOST_OFF or moved:
        return Graph(
            b"", off, f"No ONNX: the graph differs by {off:.1e}, on {moved} rows in its answer."
        )
    return Graph(content, off, "")


def _converted(model: Any, columns: int, labels: int) -> bytes:
    if isinstance(model, Pipeline) and REDUCE not in model.named_steps:
        last = model.named_steps[MODEL]
        if isinstance(last, HistGradientBoostingClassifier):
            return boosting_graph(model.named_steps[SCALE], last)
    return svc_graph(in_known_parts(model), columns, labels)


def answers_of_graph(content: bytes, values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Logits (n, labels) of rows (n, d)."""
    import onnxruntime

    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    logits: NDArray[np.float32] = session.run(["logits"], {"statistics": values})[0]
    return logits


def in_known_parts(model: Any) -> Any:
    """The same function in parts that converters know: our nets become plain perceptrons."""
    if not isinstance(model, Pipeline):
        return model
    last = model.named_steps[MODEL]
    reduction = model.named_steps.get(REDUCE)
    if isinstance(last, GroupStoppedMlp):
        return Pipeline([*model.steps[:-1], (MODEL, last.plain())])
    if isinstance(reduction, Autoencoder) and isinstance(last, LogisticRegression):
        return Pipeline([model.steps[0], (MODEL, reduction.joined_with(last))])
    return model

"""Gradient boosting as an ONNX graph: its trees, with the scaler inside their thresholds.

The common converter gives up on these trees: it marks where missing values go with a boolean,
which ONNX refuses; ours have no missing values. Thresholds often are values of the training rows,
so that a scaler that rounds otherwise by one bit would send those rows the other way.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.preprocessing import StandardScaler

from training.svc import LEAST_PROBABILITY, OPSET

Attributes = dict[str, Any]

TREES = "ai.onnx.ml"
_NODES = ("treeids", "nodeids", "featureids", "modes", "values", "truenodeids", "falsenodeids")
_TARGETS = ("treeids", "nodeids", "ids", "weights")


def boosting_graph(scaler: StandardScaler, model: HistGradientBoostingClassifier) -> bytes:
    """`statistics` (pieces, d) to `logits` (pieces, labels) = log(max(p, 1e-7)).

    Args:
        scaler: Fitted, in front of the model.
        model: Fitted on finite values.
    """
    columns, labels = scaler.n_features_in_, len(model.classes_)
    least = numpy_helper.from_array(np.array([LEAST_PROBABILITY], np.float32), "least_probability")
    nodes = [
        helper.make_node(
            "TreeEnsembleRegressor",
            ["statistics"],
            ["scores"],
            domain=TREES,
            n_targets=labels,
            aggregate_function="SUM",
            base_values=_start(model, labels),
            **_trees(model, scaler, labels),
        ),
        helper.make_node("Softmax", ["scores"], ["probabilities"], axis=1),
        helper.make_node("Max", ["probabilities", least.name], ["held_probabilities"]),
        helper.make_node("Log", ["held_probabilities"], ["logits"]),
    ]
    graph = helper.make_graph(
        nodes,
        "gradient_boosting",
        [helper.make_tensor_value_info("statistics", TensorProto.FLOAT, ["pieces", columns])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["pieces", labels])],
        [least],
    )
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(TREES, 3)]
    made = helper.make_model(graph, opset_imports=opsets, ir_version=8)
    onnx.checker.check_model(made)
    serialised: bytes = made.SerializeToString()
    return serialised


def _start(model: HistGradientBoostingClassifier, labels: int) -> list[float]:
    """Scores before the first tree; of two labels only the second has any."""
    start = np.ravel(model._baseline_prediction)  # noqa: SLF001 — no public name tells it
    return [float(score) for score in np.concatenate([np.zeros(labels - len(start)), start])]


def _trees(
    model: HistGradientBoostingClassifier, scaler: StandardScaler, labels: int
) -> Attributes:
    parts = list(_each_tree(model, scaler, labels))
    return {name: [value for part in parts for value in part[name]] for name in parts[0]}


def _each_tree(
    model: HistGradientBoostingClassifier, scaler: StandardScaler, labels: int
) -> Iterator[Attributes]:
    rounds = model._predictors  # noqa: SLF001 — no public name tells the trees
    number = 0
    for trees in rounds:
        for place, tree in enumerate(trees):
            yield _one_tree(tree.nodes, scaler, number, labels - len(trees) + place)
            number += 1


def _one_tree(
    nodes: NDArray[np.void], scaler: StandardScaler, number: int, label: int
) -> Attributes:
    leaf = nodes["is_leaf"].astype(bool)
    ids = np.arange(len(nodes))
    thresholds = unscaled_thresholds(scaler, nodes["feature_idx"], nodes["num_threshold"])
    columns = (
        np.full(len(nodes), number),
        ids,
        np.where(leaf, 0, nodes["feature_idx"]),
        np.where(leaf, "LEAF", "BRANCH_LEQ"),
        np.where(leaf, 0, thresholds),
        np.where(leaf, 0, nodes["left"]),
        np.where(leaf, 0, nodes["right"]),
    )
    targets = (
        np.full(leaf.sum(), number),
        ids[leaf],
        np.full(leaf.sum(), label),
        nodes["value"][leaf],
    )
    return {
        **{f"nodes_{name}": kept.tolist() for name, kept in zip(_NODES, columns, strict=True)},
        **{f"target_{name}": kept.tolist() for name, kept in zip(_TARGETS, targets, strict=True)},
    }


def unscaled_thresholds(
    scaler: StandardScaler, columns: NDArray[np.int64], thresholds: NDArray[np.float64]
) -> NDArray[np.float32]:
    """For each threshold the greatest value (n,) that the scaler does not lift above it.

    Found by halving the interval among all numbers of 32 bits.

    Args:
        scaler: Fitted.
        columns: (n,) column that each threshold is for.
        thresholds: (n,) of scaled values.
    """
    low = np.full(len(columns), _order(np.float32(-np.finfo(np.float32).max)))
    high = np.full(len(columns), _order(np.finfo(np.float32).max))
    rows = np.zeros((len(columns), scaler.n_features_in_), np.float32)
    each = np.arange(len(columns))
    for _ in range(np.iinfo(np.uint32).bits):
        middle = low + (high - low + 1) // 2
        rows[each, columns] = _numbered(middle)
        below = scaler.transform(rows)[each, columns] <= thresholds
        low, high = np.where(below, middle, low), np.where(below, high, middle - 1)
    return _numbered(low)


def _order(value: np.float32) -> int:
    """The place of a number among all of 32 bits, so that greater ones come later."""
    bits = int(np.float32(value).view(np.int32))
    return bits if bits >= 0 else -(bits & 0x7FFFFFFF)


def _numbered(places: NDArray[np.int64]) -> NDArray[np.float32]:
    """The numbers at these places."""
    sizes = np.abs(places).astype(np.int32).view(np.float32)
    return np.where(places < 0, -sizes, sizes)

"""What a tabular run keeps of its model: the graph, what it hears, and what it answered."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.statistics import standard_statistics
from training.cache import replacing
from training.tabular.fitting import log_probabilities
from training.tabular.graph import Graph, graph_of
from training.tabular.sources import Loaded

CHECKED_ROWS = 500


def keep_model(folder: Path, model: Any, loaded: Loaded) -> Graph:
    """Write model.onnx (where the model converts), model.json and checks.npz.

    checks.npz holds up to 500 rows and what the fitted model answered, so that a package can be
    compared with the model itself; where the rows are the statistics of packages, the golden
    clips' too.

    Args:
        folder: The run's.
        model: Fitted on everything.
        loaded: What it was fitted on.
    """
    rows = loaded.rows
    chosen = np.sort(np.random.default_rng(0).permutation(len(rows.values))[:CHECKED_ROWS])
    values = np.ascontiguousarray(rows.values[chosen])
    graph = graph_of(model, values, len(rows.labels))
    (folder / "model.onnx").unlink(missing_ok=True)
    if graph.content:
        with replacing(folder / "model.onnx") as target:
            target.write_bytes(graph.content)
    with replacing(folder / "checks.npz") as target, target.open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **_checks(model, values, loaded))
    said = {
        "columns": rows.names,
        "labels": rows.labels,
        "features": loaded.config.get("features"),
        "hearing": loaded.config["hearing"],
        "data": loaded.config["data"],
        "largest_difference": graph.difference,
        "no_graph": graph.reason,
    }
    with replacing(folder / "model.json") as target:
        target.write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return graph


def _checks(
    model: Any, values: NDArray[np.float32], loaded: Loaded
) -> dict[str, NDArray[np.float32]]:
    labels = len(loaded.rows.labels)
    checks = {"inputs": values, "log_probabilities": log_probabilities(model, values, labels)}
    spec = standard_statistics()
    if loaded.rows.names != spec.names:
        return checks
    from training.shipping.golden import golden_statistics  # librosa takes its time

    golden = golden_statistics(spec)
    return checks | {
        "golden_inputs": golden,
        "golden_log_probabilities": log_probabilities(model, golden, labels),
    }

"""What a package costs: processor seconds of its fit, windows a second as ONNX, bytes."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.data import DataMissing
from training.evaluation.provenance import commit_now
from training.evaluation.speed import onnx_windows_per_second
from training.shipping.packages import Content
from training.shipping.records import read_record

WINDOWS = 32  # in a batch whose speed is measured
WINDOW_FRAMES = 130  # about 3 s

Cost = dict[str, Any]


def costed(make: Callable[[], Content]) -> tuple[Content, float]:
    """What is made, and the processor seconds of this process and its children."""
    began = _processor_seconds()
    content = make()
    return content, _processor_seconds() - began


def cost_of(content: Content) -> Cost:
    """The speed and size of a package that has a graph; an ensemble has none of its own."""
    if not content.graph:
        return {}
    windows = _windows(content.golden[0].features)
    return {
        "windows_per_second": round(onnx_windows_per_second(content.graph, windows)),
        "size_bytes": len(content.graph),
    }


def fit_took(seconds: float) -> Cost:
    """What a whole fit took, with the commit whose code it was."""
    return {"fit_seconds": round(seconds, 1), "fit_commit": commit_now()}


def known_fit(name: str, folder: Path) -> Cost:
    """What the last whole fit is known to have taken; code may have changed since its commit.

    Args:
        name: Of the record of costs.
        folder: Of records.
    """
    try:
        earlier = read_record(name, folder)
    except DataMissing:
        return {}
    return {key: earlier[key] for key in ("fit_seconds", "fit_commit") if key in earlier}


def _windows(features: NDArray[np.float32]) -> NDArray[np.float32]:
    """As many windows of 3 s as are measured at once, from what a golden clip gives."""
    if features.ndim == 3:
        features = np.resize(features[0].T, (WINDOW_FRAMES, features.shape[1])).T[None]
    return np.repeat(features[:1], WINDOWS, axis=0)


def _processor_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system

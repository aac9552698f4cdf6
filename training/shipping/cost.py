"""What a package costs: processor seconds of its fit, windows a second as ONNX, bytes."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.data import DataMissing
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


def cost_of(content: Content, seconds: float | None) -> Cost:
    """The costs of a package that has a graph; of an ensemble only the seconds of its weights.

    Args:
        content: The files of the package.
        seconds: Of processor time that its fit took; None where parts of it were made before.
    """
    cost: Cost = {"fit_seconds": None if seconds is None else round(seconds, 1)}
    if content.graph:
        windows = _windows(content.golden[0].features)
        cost["windows_per_second"] = round(onnx_windows_per_second(content.graph, windows))
        cost["size_bytes"] = len(content.graph)
    return cost


def known_seconds(name: str, code: str, folder: Path) -> float | None:
    """The seconds that an earlier fit by the same code is known to have taken.

    Args:
        name: Of the record of costs.
        code: Digest of the code that fits.
        folder: Of records.
    """
    try:
        earlier: Mapping[str, Any] = read_record(name, folder)
    except DataMissing:
        return None
    return earlier.get("fit_seconds") if earlier.get("code") == code else None


def _windows(features: NDArray[np.float32]) -> NDArray[np.float32]:
    """As many windows of 3 s as are measured at once, from what a golden clip gives."""
    if features.ndim == 3:
        features = np.resize(features[0].T, (WINDOW_FRAMES, features.shape[1])).T[None]
    return np.repeat(features[:1], WINDOWS, axis=0)


def _processor_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system

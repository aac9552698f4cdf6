"""From logits to probabilities: once, at the end, with a temperature."""

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]


def log_probabilities(logits: NDArray[np.floating], temperature: float) -> Reals:
    """Log softmax(logits / temperature) along the last axis, in float64."""
    scaled = np.asarray(logits, np.float64) / temperature
    scaled -= scaled.max(axis=-1, keepdims=True)
    total: Reals = np.log(np.exp(scaled).sum(axis=-1, keepdims=True))
    return scaled - total


def probabilities(logits: NDArray[np.floating], temperature: float) -> Reals:
    """softmax(logits / temperature) along the last axis, in float64."""
    result: Reals = np.exp(log_probabilities(logits, temperature))
    return result

"""The linear head on an embedding, and its probabilities."""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

REGULARISATION = 0.01


def fit_head(embeddings: NDArray[np.float32], genres: NDArray[np.str_]) -> Pipeline:
    """StandardScaler and balanced logistic regression.

    Args:
        embeddings: (clips, d), or (clips, views, d) where several views share a clip's genre.
        genres: (clips,).
    """
    if embeddings.ndim == 3:
        genres = genres.repeat(embeddings.shape[1])
        embeddings = embeddings.reshape(-1, embeddings.shape[2])
    head = make_pipeline(
        StandardScaler(),
        LogisticRegression(C=REGULARISATION, class_weight="balanced", max_iter=2_000),
    )
    return head.fit(embeddings, genres)


def folded(head: Pipeline) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Scaler and regression as one linear layer: weight (labels, d), bias (labels,)."""
    scaler, regression = head.named_steps.values()
    weight = regression.coef_ / scaler.scale_
    bias = regression.intercept_ - weight @ scaler.mean_
    return weight.astype(np.float32), bias.astype(np.float32)


def logits_of(head: Pipeline, embeddings: NDArray[np.float32]) -> NDArray[np.float64]:
    """Logits (…, labels) of embeddings (…, d)."""
    flat = head.decision_function(embeddings.reshape(-1, embeddings.shape[-1]))
    logits: NDArray[np.float64] = flat.reshape(*embeddings.shape[:-1], -1)
    return logits


def softmax(logits: NDArray[np.float64], temperature: float = 1.0) -> NDArray[np.float64]:
    """Probabilities along the last axis."""
    scaled = logits / temperature
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    probabilities: NDArray[np.float64] = powers / powers.sum(axis=-1, keepdims=True)
    return probabilities


def log_loss(probabilities: NDArray[np.float64], truth: NDArray[np.int64]) -> float:
    """Mean −log of the probability of the truth (n,) under rows (n, labels)."""
    told = probabilities[np.arange(len(truth)), truth]
    return float(-np.log(np.maximum(told, 1e-12)).mean())

"""The cross-validated figures of the first packages: network, support vectors and both together."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from training import figures
from training.evaluate import (
    Answers,
    FitAndAnswer,
    Labelled,
    held_out_answers,
    with_pieces_together,
)
from training.evaluation.calibration import best_temperature
from training.figures import Record
from training.heads import fit_head, log_loss, logits_of, softmax
from training.pieces import Embeddings
from training.shipping.unsure import unsure_record
from training.svc import fit_svc, svc_logits

Logits = NDArray[np.float64]

NETWORK_WEIGHTS = tuple(np.linspace(0.3, 1.0, 15).round(2).tolist())


def network_answers(
    clips: Labelled,
    embeddings: Embeddings,
    fitted_on: NDArray[np.float32],
    kept: Callable[[FitAndAnswer], FitAndAnswer],
) -> Answers:
    """Held-out logits of a linear head: whole, timeline, pieces alone and together.

    Args:
        clips: What is judged.
        embeddings: What is heard.
        fitted_on: (clips, d) or (clips, views, d), what the head is fitted on.
        kept: Keeps what was fitted, so that a broken run goes on.
    """

    def answer(train: NDArray[np.int64], held: NDArray[np.int64]) -> Answers:
        head = fit_head(fitted_on[train], clips.genres[train])
        return {
            "whole": logits_of(head, embeddings.whole[held]),
            "alone": logits_of(head, embeddings.pieces[held]),
            "timeline": logits_of(head, embeddings.timeline[held]),
        }

    return with_pieces_together(held_out_answers(clips, kept(answer)))


def svc_answers(
    clips: Labelled,
    statistics: NDArray[np.float32],
    kept: Callable[[FitAndAnswer], FitAndAnswer],
) -> Answers:
    """Held-out logits of the support vector machine: pieces alone and together.

    Args:
        clips: What is judged.
        statistics: (clips, pieces, d).
        kept: Keeps what was fitted, so that a broken run goes on.
    """

    def answer(train: NDArray[np.int64], held: NDArray[np.int64]) -> Answers:
        machine = fit_svc(statistics[train], clips.genres[train], clips.artists[train])
        return {"alone": svc_logits(machine, statistics[held])}

    return with_pieces_together(held_out_answers(clips, kept(answer)))


def model_record(
    answers: Answers,
    distances: Logits,
    track: str,
    pieces: str,
    clips: Labelled,
    *,
    most_distance: float | None = None,
) -> Record:
    """Everything a card and a manifest say of one model.

    Args:
        answers: Held-out logits by way of hearing.
        distances: Held-out (seeds, clips), how unfamiliar the clips are.
        track: The way in which the application hears a track.
        pieces: The way in which it hears the pieces of the timeline.
        clips: The truth.
        most_distance: The threshold of the distances where it stands already.
    """
    whole = figures.calibration(answers[track], clips)
    temperature = whole["temperature"]
    assert isinstance(temperature, float)
    return {
        "accuracy": figures.accuracies(answers, clips),
        "track": track,
        "calibration": whole,
        "piece_temperature": round(
            best_temperature(*figures.pooled(answers[pieces], clips.truth)), 3
        ),
        "unsure": unsure_record(answers[track], distances, temperature, clips, most_distance),
        "confusion": figures.confusion(answers[track], clips),
    }


def ensemble_logits(
    network: NDArray[np.float64], machine: NDArray[np.float64], weight: float
) -> NDArray[np.float64]:
    """Σ wᵢ·log pᵢ of two models' calibrated logits, the network's share being `weight`."""
    parts = (np.log(np.maximum(softmax(logits), 1e-12)) for logits in (network, machine))
    first, second = parts
    return weight * first + (1 - weight) * second


def best_weight(
    network: NDArray[np.float64], machine: NDArray[np.float64], truth: NDArray[np.int64]
) -> float:
    """The network's share of least log loss after the best temperature; (seeds, clips, labels)."""

    def loss(weight: float) -> float:
        rows, told = figures.pooled(ensemble_logits(network, machine, weight), truth)
        return log_loss(softmax(rows, best_temperature(rows, told)), told)

    return float(min(NETWORK_WEIGHTS, key=loss))


def ensemble_answers(
    network: NDArray[np.float64], machine: NDArray[np.float64], clips: Labelled
) -> tuple[float, NDArray[np.float64]]:
    """The weight chosen on all clips, and answers whose weight other artists chose.

    Args:
        network: Held-out logits (seeds, clips, labels) after the network's temperature.
        machine: The same of the support vectors.
        clips: The truth.
    """
    answers = np.empty_like(network)
    halves = figures.artist_halves(clips)
    for half, other in pairwise((*halves, halves[0])):
        weight = best_weight(network[:, half], machine[:, half], clips.truth[half])
        answers[:, other] = ensemble_logits(network[:, other], machine[:, other], weight)
    return best_weight(network, machine, clips.truth), answers

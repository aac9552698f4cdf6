"""When a package says "unsure": its two thresholds from held-out clips, and what they let pass."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

from training.evaluate import Labelled
from training.evaluation.calibration import best_temperature
from training.evaluation.intervals import over_groups
from training.figures import Record, artist_halves, pooled
from training.heads import softmax
from training.shipping.familiarity import MEASURE, familiarity_from

ANSWERED_SHARE = 0.75  # of the held-out clips at least
STEP = 1e-3  # thresholds are kept with three decimals, rounded down
FOLDS = 5
ENERGY = "energy"
MEASURES = ("maximum probability", ENERGY, "distance", "both thresholds")

Reals = NDArray[np.float64]
Numbers = NDArray[np.int64]
# Fits on some clips; the result gives logits (n, labels) and distances (n,) of others.
Hear = Callable[[Numbers], tuple[Reals, Reals]]
FitAndHear = Callable[[Numbers], Hear]


@dataclass(frozen=True, slots=True)
class Rule:
    """Both thresholds: what passes both is answered.

    Attributes:
        least_probability: Below it a highest probability is unsure.
        most_distance: Above it a distance is unsure.
    """

    least_probability: float
    most_distance: float

    def answers(self, confidence: Reals, distances: Reals) -> NDArray[np.bool_]:
        """Which of (n,) are answered."""
        answered: NDArray[np.bool_] = confidence >= self.least_probability
        return answered & (distances <= self.most_distance)


def rule_for(confidence: Reals, distances: Reals, most_distance: float) -> Rule:
    """The rule with the highest probability threshold that still answers ANSWERED_SHARE.

    Args:
        confidence: Highest probabilities (n,) of held-out clips.
        distances: Theirs (n,).
        most_distance: The threshold of the distances.
    """
    familiar = distances <= most_distance
    wanted = int(np.ceil(ANSWERED_SHARE * len(confidence)))
    # Of the familiar ones the most confident; the last of them that must be answered decides.
    ranked = np.sort(confidence[familiar])[::-1]
    least = float(ranked[min(wanted, len(ranked)) - 1])
    return Rule(round(np.floor(least / STEP) * STEP, 3), most_distance)


def unsure_record(
    logits: Reals,
    distances: Reals,
    temperature: float,
    clips: Labelled,
    most_distance: float | None = None,
) -> Record:
    """The thresholds, how many clips they answer, and how good the answered ones are.

    The thresholds are those of all clips; what they answer is judged on either half of the
    artists by thresholds, and a temperature, that the other half chose.

    Args:
        logits: Held-out (seeds, clips, labels).
        distances: Held-out (seeds, clips).
        temperature: Of the package.
        clips: The truth.
        most_distance: The threshold of the distances, None to let PASSING of them pass.
    """
    far = distances.reshape(-1)
    rule = _rule_of(logits, distances, temperature, most_distance)
    answered = np.empty(distances.shape, np.bool_)
    halves = artist_halves(clips)
    for half, other in (halves, halves[::-1]):
        chosen = best_temperature(*pooled(logits[:, half], clips.truth[half]))
        other_rule = _rule_of(logits[:, half], distances[:, half], chosen, most_distance)
        confidence = softmax(logits[:, other], chosen).max(axis=-1)
        answered[:, other] = other_rule.answers(confidence, distances[:, other])
    rows, truth = pooled(logits, clips.truth)
    right, told, seeds = rows.argmax(axis=1) == truth, answered.reshape(-1), len(logits)
    return {
        "threshold": rule.least_probability,
        "measure": MEASURE,
        "most_distance": rule.most_distance,
        "passing": round(float((far <= rule.most_distance).mean()), 4),
        "answered": round(float(told.mean()), 4),
        "accuracy_answered": _share(right, told, clips.artists, seeds),
        "accuracy_unsure": _share(right, ~told, clips.artists, seeds),
    }


def _rule_of(
    logits: Reals, distances: Reals, temperature: float, most_distance: float | None
) -> Rule:
    """The rule that held-out logits (seeds, clips, labels) and distances (seeds, clips) give."""
    far = distances.reshape(-1)
    if most_distance is None:
        most_distance = familiarity_from(far).most_distance
    confidence = softmax(logits, temperature).max(axis=-1)
    return rule_for(confidence.reshape(-1), far, most_distance)


def left_out_record(clips: Labelled, fit: FitAndHear, folds: int, *, has_energy: bool) -> Record:
    """How often a genre that was left out of fitting is answered, under each measure.

    Every measure answers ANSWERED_SHARE of held-out clips of the genres that were fitted on. The
    four are maximum probability (Hendrycks and Gimpel 2017), energy (Liu et al. 2020), the
    distance in the features, and the rule that packages use.

    Args:
        clips: What is judged.
        fit: Fits on some clips.
        folds: How many of FOLDS folds by artist are fitted for each genre.
        has_energy: Whether the logits are as they were fitted; those that were made of
            probabilities have no energy.
    """
    measures = [name for name in MEASURES if has_energy or name != ENERGY]
    genres = np.unique(clips.genres).tolist()
    every = {genre: _rates_without(genre, clips, fit, folds) for genre in genres}
    rates = {genre: {name: rate[name] for name in measures} for genre, rate in every.items()}
    return {
        "mean": {
            name: round(float(np.mean([rate[name] for rate in rates.values()])), 4)
            for name in measures
        },
        "genres": rates,
        "folds": folds,
    }


def _rates_without(genre: str, clips: Labelled, fit: FitAndHear, folds: int) -> dict[str, float]:
    known, unknown = (np.flatnonzero((clips.genres == genre) == out) for out in (False, True))
    splitter = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0)
    inside, truth, outside = [], [], []
    for train, held in list(splitter.split(known, clips.genres[known], clips.artists[known]))[
        :folds
    ]:
        hear = fit(known[train])
        inside.append(hear(known[held]))
        truth.append(np.unique(clips.genres[known], return_inverse=True)[1][held])
        outside.append(hear(unknown))
    logits, distances = (np.concatenate(part) for part in zip(*inside, strict=True))
    temperature = best_temperature(logits, np.concatenate(truth))
    strange_logits, strange_distances = (
        np.concatenate(part) for part in zip(*outside, strict=True)
    )
    told = _confidences(logits, distances, temperature)
    strange = _confidences(strange_logits, strange_distances, temperature)
    rates = {name: _rate(told[name], strange[name]) for name in told}
    most_distance = familiarity_from(distances).most_distance
    rule = rule_for(told["maximum probability"], distances, most_distance)
    both = rule.answers(strange["maximum probability"], strange_distances)
    return rates | {MEASURES[-1]: round(float(both.mean()), 4)}


def _confidences(logits: Reals, distances: Reals, temperature: float) -> dict[str, Reals]:
    """Three measures (n,), each the higher the surer."""
    scaled = logits / temperature
    top = scaled.max(axis=1)
    energy = top + np.log(np.exp(scaled - top[:, None]).sum(axis=1))
    values = (softmax(logits, temperature).max(axis=1), energy, -distances)
    return dict(zip(MEASURES[:-1], values, strict=True))


def _rate(known: Reals, strange: Reals) -> float:
    threshold = np.quantile(known, 1 - ANSWERED_SHARE)
    return round(float((strange >= threshold).mean()), 4)


def _share(
    right: NDArray[np.bool_], chosen: NDArray[np.bool_], artists: NDArray[np.str_], seeds: int
) -> list[float]:
    """Share of right ones among the chosen rows with its interval over artists."""
    group = np.tile(np.unique(artists, return_inverse=True)[1], seeds)
    counts = [np.bincount(group, values) for values in (right & chosen, chosen)]
    interval = over_groups(
        np.stack(counts, axis=1).astype(np.float64),
        lambda totals: totals[:, 0] / np.maximum(totals[:, 1], 1),
    )
    return interval.as_list()

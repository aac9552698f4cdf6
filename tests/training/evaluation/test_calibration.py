"""Calibration: honest probabilities pass, boasting ones do not, and no artist judges itself."""

import numpy as np
import pytest
from scipy.optimize import minimize_scalar

from tests.support.predictions import made_predictions
from training.evaluation.calibration import (
    best_temperature,
    calibration_error,
    calibration_interval,
    calibration_noise,
    choices,
    reliability,
    scaled_elsewhere,
    tempered,
)
from training.evaluation.predictions import Predictions
from training.evaluation.risk import area_under_risk, risk_coverage, threshold_answering, unsure


def honest(tracks: int = 2_000) -> Predictions:
    """Answers whose probabilities are the truth's own: calibrated by construction."""
    predictions = made_predictions(tracks=tracks, pieces=0, artists=tracks // 4, skill=0.0)
    logs = tempered(predictions.log_probabilities, 0.6)
    drawn = np.random.default_rng(9).random((tracks, 1))
    truth = (np.exp(logs).cumsum(axis=1) < drawn).sum(axis=1).clip(0, logs.shape[1] - 1)
    return Predictions(
        predictions.labels,
        predictions.tracks,
        predictions.artists,
        truth,
        predictions.segment,
        predictions.fold_seed,
        predictions.training_seed,
        predictions.fold,
        logs,
    )


def test_an_honest_model_errs_no_more_than_noise() -> None:
    predictions = honest()
    error = calibration_interval(predictions)
    assert error.value < 2 * calibration_noise(predictions)
    assert best_temperature(predictions.log_probabilities, predictions.truth) == pytest.approx(
        1.0, abs=0.1
    )


def test_a_boasting_model_is_found_and_mended_by_other_folds() -> None:
    boasting = honest().answering(tempered(honest().log_probabilities, 0.3))
    before = calibration_interval(boasting)
    after = calibration_interval(scaled_elsewhere(boasting))
    assert before.low > 0.1
    assert after.value < 2 * calibration_noise(boasting)
    assert before.low < before.value < before.high


def test_bins_have_equal_mass() -> None:
    bins = reliability(np.linspace(0.2, 0.9, 1_000), np.ones(1_000, bool))
    assert [count for _, _, count in bins] == [100] * 10
    assert bins[0][0] < bins[9][0]


def test_the_error_is_the_mean_gap_of_bins() -> None:
    confidence = np.array([0.6, 0.6, 0.9, 0.9])
    right = np.array([True, False, True, True])
    assert calibration_error(confidence, right, bins=2) == pytest.approx((0.1 + 0.1) / 2)


def test_the_temperature_is_scipys() -> None:
    predictions = made_predictions(skill=0.8)
    logs, truth = predictions.log_probabilities, predictions.truth

    def loss(log_t: float) -> float:
        return -float(tempered(logs, np.exp(log_t))[np.arange(len(truth)), truth].mean())

    found = minimize_scalar(loss, bounds=(np.log(0.05), np.log(20)), method="bounded")
    assert best_temperature(logs, truth) == pytest.approx(np.exp(found.x), rel=0.01)


@pytest.mark.parametrize("folds", [5, 1])
def test_what_is_chosen_is_judged_on_other_artists(folds: int) -> None:
    predictions = made_predictions(seeds=(0, 1))
    one_fold = np.zeros(len(predictions.fold), np.int64)
    if folds == 1:
        predictions = Predictions(
            predictions.labels,
            predictions.tracks,
            predictions.artists,
            predictions.truth,
            predictions.segment,
            predictions.fold_seed,
            predictions.training_seed,
            one_fold,
            predictions.log_probabilities,
        )
    judged = np.zeros(len(predictions.truth), int)
    for choosing, judging in choices(predictions):
        judged += judging
        shared = np.intersect1d(predictions.artists[choosing], predictions.artists[judging])
        assert not len(shared)
        assert choosing.any()
    assert (judged == 1).all()


def test_risk_falls_as_a_model_answers_less() -> None:
    curve = risk_coverage(made_predictions(tracks=400, pieces=0, skill=1.5))
    coverage, risk = zip(*curve, strict=True)
    assert coverage[-1] == 1.0
    assert risk[3] < risk[-1]
    predictions = made_predictions(tracks=400, pieces=0, skill=1.5)
    assert risk[-1] == pytest.approx(1 - predictions.right.mean())
    assert area_under_risk(predictions) < risk[-1]


def test_the_unsure_threshold_answers_the_share_it_was_asked_for() -> None:
    predictions = made_predictions(tracks=400, pieces=0, skill=1.5)
    found = unsure(predictions)
    assert (predictions.confidence >= found.threshold).mean() >= 0.75
    assert found.answered == pytest.approx(0.75, abs=0.05)
    assert found.accuracy_answered > found.accuracy_unsure


def test_a_threshold_never_answers_less_than_asked() -> None:
    confidence = np.array([0.2, 0.4, 0.4, 0.9])
    assert (confidence >= threshold_answering(confidence, 0.75)).mean() >= 0.75

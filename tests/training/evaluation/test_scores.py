"""Scores against scikit-learn and scipy."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats
from sklearn import metrics

from tests.support.predictions import LABELS, made_predictions
from training.evaluation.intervals import over_artists
from training.evaluation.mcnemar import exact_p, mcnemar
from training.evaluation.packed import read_right, right_by_track
from training.evaluation.scores import (
    accuracy_interval,
    class_scores,
    confused_pairs,
    confusion,
    macro_f1_interval,
    row_losses,
    top_k,
)
from training.refusal import Refused


def test_the_classification_report_is_scikit_learns() -> None:
    predictions = made_predictions(skill=1.0)
    named = predictions.log_probabilities.argmax(axis=1)
    expected = metrics.classification_report(
        predictions.truth, named, target_names=LABELS, output_dict=True
    )
    for label, scores in zip(LABELS, class_scores(confusion(predictions)), strict=True):
        assert scores.precision == pytest.approx(expected[label]["precision"])
        assert scores.recall == pytest.approx(expected[label]["recall"])
        assert scores.f1 == pytest.approx(expected[label]["f1-score"])
        assert scores.support == expected[label]["support"]


def test_macro_f1_accuracy_and_confusion_are_scikit_learns() -> None:
    predictions = made_predictions(skill=0.7)
    truth, named = predictions.truth, predictions.log_probabilities.argmax(axis=1)
    assert np.array_equal(confusion(predictions), metrics.confusion_matrix(truth, named))
    f1 = metrics.f1_score(truth, named, average="macro")
    assert macro_f1_interval(predictions).value == pytest.approx(f1)
    accuracy = metrics.accuracy_score(truth, named)
    assert accuracy_interval(predictions).value == pytest.approx(accuracy)


def test_top_two_and_log_loss_are_scikit_learns() -> None:
    predictions = made_predictions(skill=0.5)
    probabilities = np.exp(predictions.log_probabilities.astype(np.float64))
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    expected = metrics.top_k_accuracy_score(predictions.truth, probabilities, k=2)
    assert top_k(predictions, 2).mean() == pytest.approx(expected)
    loss = metrics.log_loss(predictions.truth, probabilities)
    assert row_losses(predictions).mean() == pytest.approx(loss, rel=1e-5)


def test_of_labels_that_are_equally_improbable_only_the_first_is_the_second_choice() -> None:
    made = made_predictions(skill=0.5)
    surely_the_first = np.full_like(made.log_probabilities, -100.0)
    surely_the_first[:, 0] = 0.0
    among = top_k(replace(made, log_probabilities=surely_the_first), 2)
    assert among.tolist() == (made.truth < 2).tolist()


def test_a_label_that_never_occurs_scores_nothing() -> None:
    scores = class_scores(np.array([[3, 0], [0, 0]]))
    assert (scores[1].recall, scores[1].f1, scores[1].support) == (0.0, 0.0, 0)


def test_an_interval_over_artists_is_wider_than_one_over_clips() -> None:
    artists = np.arange(10).repeat(20).astype(str)
    right = np.repeat(np.arange(10) % 2, 20).astype(np.float64)
    by_artist = over_artists(right, artists)
    by_clip = over_artists(right, np.arange(200).astype(str))
    assert by_artist.high - by_artist.low > 3 * (by_clip.high - by_clip.low)


def test_an_interval_over_clips_is_scipys_bootstrap() -> None:
    right = (np.random.default_rng(4).random(150) < 0.7).astype(np.float64)
    mine = over_artists(right, np.arange(150).astype(str))
    other = stats.bootstrap((right,), np.mean, method="percentile", rng=1).confidence_interval
    assert (mine.low, mine.high) == pytest.approx((other.low, other.high), abs=0.015)


def test_the_most_confused_pair_names_its_surest_clips() -> None:
    predictions = made_predictions(tracks=40, pieces=0, skill=20.0)
    logs = predictions.log_probabilities.copy()
    blues = np.flatnonzero(predictions.truth == 0)[:3]
    logs[blues] = np.log([0.1, 0.1, 0.1, 0.7])
    logs[blues[1]] = np.log([0.01, 0.01, 0.01, 0.97])
    pairs = confused_pairs(predictions.answering(logs.astype(np.float32)))
    assert len(pairs) == 1
    assert (pairs[0].truth, pairs[0].named, pairs[0].count) == ("blues", "rock", 3)
    assert pairs[0].clips[0] == predictions.tracks[blues[1]]
    assert pairs[0].share == pytest.approx(0.3)


@pytest.mark.parametrize(("first", "second"), [(0, 0), (3, 3), (2, 11), (40, 15)])
def test_mcnemars_p_is_the_binomial_tests(first: int, second: int) -> None:
    if first + second == 0:
        assert exact_p(first, second) == 1.0
    else:
        expected = stats.binomtest(first, first + second).pvalue
        assert exact_p(first, second) == pytest.approx(expected)


def test_mcnemar_counts_tracks_that_one_alone_has_right() -> None:
    weak = made_predictions(pieces=0, skill=0.2, draw=1)
    strong = made_predictions(pieces=0, skill=6.0, draw=2)
    test = mcnemar(right_by_track(strong), right_by_track(weak))
    assert test.only_first == (strong.right & ~weak.right).sum()
    assert test.only_second == (weak.right & ~strong.right).sum()
    assert test.p < 0.001


def test_mcnemar_refuses_other_tracks() -> None:
    first = right_by_track(made_predictions(pieces=0, tracks=40))
    second = right_by_track(made_predictions(pieces=0, tracks=44))
    with pytest.raises(Refused, match="different tracks"):
        mcnemar(first, second)


def test_what_was_right_comes_back_from_a_record() -> None:
    packed = right_by_track(made_predictions(pieces=0, tracks=37, seeds=(0, 1)))
    read = read_right(packed.as_record())
    assert read.tracks_sha256 == packed.tracks_sha256
    assert all(map(np.array_equal, read.by_seed, packed.by_seed))

"""Learned stacking: weights and regressions from answers about other artists."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training.tabular.some_rows import CONFIG, some_rows
from training.evaluation.predictions import Predictions
from training.evaluation.scores import accuracy_interval
from training.tabular.crossval import cross_validated, parts_of
from training.tabular.stack_run import fit_stack
from training.tabular.stacking import CannotStack, stacked, window_features

pytestmark = pytest.mark.training

ROWS = some_rows(tracks=72)


def answers(kind: str = "lda") -> Predictions:
    config = CONFIG | {"model": {"kind": kind}}
    return cross_validated(config, ROWS, parts_of(ROWS, config))[0]


def noise(like: Predictions) -> Predictions:
    logs = np.random.default_rng(0).normal(size=like.log_probabilities.shape)
    logs -= np.log(np.exp(logs).sum(axis=1, keepdims=True))
    return replace(like, log_probabilities=logs.astype(np.float32))


def accuracy(predictions: Predictions) -> float:
    return accuracy_interval(predictions.by_track()).value


@pytest.mark.parametrize("how", ["weights", "windows"])
def test_a_useless_member_does_not_spoil_the_stack(how: str) -> None:
    good = answers()
    both = stacked([good, noise(good)], how)
    assert both.of_tracks
    assert len(both.tracks) == 2 * 72
    assert accuracy(both) >= accuracy(good) - 0.06


def test_every_label_turned_round_is_learnt_by_the_regression() -> None:
    good = answers()
    turned = replace(good, log_probabilities=np.roll(good.log_probabilities, 1, axis=1))
    assert accuracy(turned) < 0.3
    assert accuracy(stacked([turned], "windows")) > 0.8 * accuracy(good)


def test_an_artists_own_genre_does_not_reach_its_answer() -> None:
    good = answers()
    first = stacked([good], "windows")
    artist = first.artists[0]
    lied = replace(good, truth=np.where(good.artists == artist, (good.truth + 1) % 3, good.truth))
    again = stacked([lied], "windows")
    same = (first.artists == artist) & (first.fold == again.fold)
    np.testing.assert_allclose(
        again.log_probabilities[same], first.log_probabilities[same], atol=1e-6
    )


def test_features_of_windows_say_how_the_pieces_voted() -> None:
    good = answers()
    one = good.rows(good.fold_seed == 0)
    features = window_features(one)
    assert features.shape == (72, 12)
    np.testing.assert_allclose(features[:, 9:].sum(axis=1), 1)


def test_runs_of_other_labels_or_tracks_are_not_stacked() -> None:
    good = answers()
    with pytest.raises(CannotStack, match="same labels"):
        stacked([good, replace(good, labels=("a", "b", "c"))], "weights")
    with pytest.raises(CannotStack, match="same tracks"):
        stacked([good, replace(good, tracks=np.char.add(good.tracks, "x"))], "weights")
    with pytest.raises(CannotStack, match="magic"):
        stacked([good], "magic")


def test_a_stack_of_runs_that_were_not_fitted_says_which_is_missing(tmp_path: Path) -> None:
    config = CONFIG | {"stacking": {"how": "weights", "members": ["nobody"]}}
    with pytest.raises(Exception, match="nobody"):
        fit_stack(config, tmp_path)

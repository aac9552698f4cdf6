"""Learned stacking: weights and regressions from answers about other artists."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training.tabular.some_rows import CONFIG, some_rows
from training.evaluation.predictions import Predictions
from training.evaluation.scores import accuracy_interval
from training.refusal import Refused
from training.tabular.crossval import cross_validated, parts_of
from training.tabular.stack_run import fit_stack
from training.tabular.stacking import CannotStack, learnt_weights, stacked, window_views

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


def test_one_who_is_always_wrong_is_turned_round() -> None:
    good = answers()
    logs = np.log1p(-np.minimum(np.exp(good.log_probabilities), 0.999))
    against = replace(good, log_probabilities=logs.astype(np.float32))
    assert accuracy(against) < 0.2
    assert accuracy(stacked([against], "windows")) > accuracy(good) - 0.06


def test_the_better_member_weighs_more() -> None:
    good = answers().by_track()
    bad = noise(good)
    views = np.stack([good.log_probabilities, bad.log_probabilities]).astype(np.float64)
    first, second = learnt_weights(views, good.truth)
    assert first > 4 * abs(second)


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


def test_views_of_windows_say_how_the_pieces_voted() -> None:
    good = answers()
    views = window_views(good.rows(good.fold_seed == 0))
    assert views.shape == (4, 72, 3)
    np.testing.assert_allclose(views[3].sum(axis=1), 1)
    assert (views[2] >= 0).all()


def test_runs_of_other_labels_or_tracks_are_not_stacked() -> None:
    good = answers()
    with pytest.raises(CannotStack, match="same labels"):
        stacked([good, replace(good, labels=("a", "b", "c"))], "weights")
    with pytest.raises(CannotStack, match="same tracks"):
        stacked([good, replace(good, tracks=np.char.add(good.tracks, "x"))], "weights")
    with pytest.raises(CannotStack, match="magic"):
        stacked([good], "magic")


def test_too_few_judged_tracks_are_not_stacked() -> None:
    good = answers()
    few = good.rows(np.isin(good.artists, np.unique(good.artists)[:4]))
    with pytest.raises(CannotStack, match=r"12 of 4 artists, too few\. Stack runs that"):
        stacked([few], "windows")


def test_a_stack_of_runs_that_were_not_fitted_says_which_is_missing(tmp_path: Path) -> None:
    config = CONFIG | {"stacking": {"how": "weights", "members": ["nobody"]}}
    with pytest.raises(Refused, match=r"There is no run .*nobody; fit it first"):
        fit_stack(config, tmp_path)

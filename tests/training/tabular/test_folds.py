"""Nothing of a held-out fold reaches the model that answers it."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.training.tabular.some_rows import CONFIG, some_rows
from training.refusal import Refused
from training.tabular.crossval import answer_part, cross_validated, lesson_of, parts_of
from training.tabular.families import pipeline_of
from training.tabular.fit import learning_curve
from training.tabular.fitting import Lesson, best_settings, fit_model
from training.tabular.rows import spread_pieces

pytestmark = pytest.mark.training

KINDS: dict[str, dict[str, Any]] = {
    "logistic": {"kind": "logistic"},
    "svc": {"kind": "svc", "kernel": "rbf"},
    "mlp": {"kind": "mlp", "hidden": [8], "epochs": 3},
    "forest choice": {
        "kind": "lda",
        "reduce": {"kind": "forest", "share": 0.5, "n_estimators": 5},
    },
    "autoencoder": {
        "kind": "logistic",
        "reduce": {"kind": "autoencoder", "hidden": 6, "code": 3, "epochs": 2},
    },
}


@pytest.mark.parametrize("model", KINDS.values(), ids=KINDS.keys())
def test_scaler_and_model_never_see_the_held_out_rows(model: dict[str, Any]) -> None:
    rows, config = some_rows(), CONFIG | {"model": model}
    part = parts_of(rows, config)[0]
    spoilt = rows.values.copy()
    spoilt[part.held[0]] *= 1e4
    expected = answer_part(config, rows, part).predictions.log_probabilities
    given = answer_part(config, replace(rows, values=spoilt), part).predictions
    np.testing.assert_array_equal(given.log_probabilities[1:], expected[1:])


def test_the_scaler_is_that_of_the_fold() -> None:
    rows = some_rows()
    part = parts_of(rows, CONFIG)[0]
    model = fit_model(CONFIG, lesson_of(rows, part.train, 0))
    means = rows.values[part.train].astype(np.float64).mean(axis=0)
    np.testing.assert_allclose(model.named_steps["scale"].mean_, means, atol=1e-5)
    assert np.abs(means - rows.values.mean(axis=0)).max() > 1e-3


def test_every_row_is_answered_once_a_seed_by_a_model_without_its_artist() -> None:
    rows = some_rows()
    parts = parts_of(rows, CONFIG)
    assert [(part.fold_seed, part.fold) for part in parts] == [
        (seed, fold) for seed in (0, 1) for fold in range(3)
    ]
    for part in parts:
        assert not set(rows.groups[part.train]) & set(rows.groups[part.held])
        assert not set(rows.tracks[part.train]) & set(rows.tracks[part.held])
    predictions, _ = cross_validated(CONFIG, rows, parts)
    answered = set(zip(predictions.fold_seed, predictions.tracks, predictions.segment, strict=True))
    assert len(answered) == len(predictions.tracks) == 2 * len(rows.values)


def test_folds_that_tear_an_artist_apart_are_refused() -> None:
    rows = some_rows()
    torn = rows.folds.copy()
    torn[0, :3] = (torn[0, 0] + 1) % 3
    with pytest.raises(Refused, match="both sides"):
        parts_of(replace(rows, folds=torn), CONFIG)


def test_a_seed_without_folds_is_named() -> None:
    with pytest.raises(Refused, match="no folds of seed 9"):
        parts_of(some_rows(), CONFIG | {"fold_seeds": [9, 10]})


def test_a_published_split_is_fitted_once_and_judged_on_its_other_side() -> None:
    rows = some_rows()
    sides = np.where(rows.folds[0] == 0, "valid", "train")
    published = replace(rows, fold_seeds=(), folds=np.empty((0, len(sides)), np.int64), sides=sides)
    (part,) = parts_of(published, CONFIG)
    np.testing.assert_array_equal(part.held, np.flatnonzero(sides == "valid"))
    with pytest.raises(Refused, match="no sides"):
        parts_of(replace(published, sides=np.full(len(sides), "train")), CONFIG)


def test_folds_of_searches_and_calibration_keep_artists_together() -> None:
    rows = some_rows()
    lesson = lesson_of(rows, np.arange(len(rows.values)), 0)
    for train, held in lesson.splits(4):
        assert not set(lesson.groups[train]) & set(lesson.groups[held])
    calibrated = fit_model(CONFIG | {"model": KINDS["svc"]}, lesson)
    for train, held in calibrated.cv:
        assert not set(lesson.groups[train]) & set(lesson.groups[held])


def test_fewer_artists_than_folds_are_refused_in_a_sentence() -> None:
    lesson = lesson_of(some_rows(), np.arange(9), 0)
    with pytest.raises(Refused, match="into 4 folds by artist, for which there is too little"):
        lesson.splits(4)


@pytest.mark.parametrize(
    "model", [{"kind": "lda", "solver": "lsqr"}, {"kind": "neighbours", "n_neighbors": 15}]
)
def test_a_model_that_needs_more_rows_is_refused_in_a_sentence(model: dict[str, Any]) -> None:
    values = np.arange(8, dtype=np.float32).reshape(2, 4)
    few = Lesson(values, np.array([0, 1]), np.array(["a", "b"]), seed=0)
    with pytest.raises(Refused, match="cannot be fitted on 2 rows of 2 genres"):
        fit_model({"model": model}, few)


@pytest.mark.parametrize(
    "search",
    [
        {"kind": "grid", "folds": 2, "over": {"gamma": [1e3, 0.1]}},
        {"kind": "random", "tries": 2, "folds": 2, "over": {"gamma": [1e3, 0.1]}},
    ],
)
def test_a_search_finds_the_setting_that_answers_unheard_artists(
    search: dict[str, Any],
) -> None:
    rows = some_rows()
    lesson = lesson_of(rows, np.arange(len(rows.values)), 0)
    pipeline = pipeline_of({"kind": "svc", "kernel": "rbf"}, 0)
    assert best_settings(pipeline, search, lesson) == {"model__gamma": 0.1}


def test_a_search_of_nets_gives_each_fold_its_own_groups() -> None:
    rows = some_rows()
    search = {"kind": "random", "tries": 2, "folds": 2, "over": {"hidden": [[4], [8, 4]]}}
    config = CONFIG | {"model": {"kind": "mlp", "epochs": 2}, "search": search}
    model = fit_model(config, lesson_of(rows, np.arange(len(rows.values)), 0))
    assert model.named_steps["model"].hidden in ([4], [8, 4])


def test_an_unknown_search_is_named() -> None:
    rows = some_rows()
    search = {"kind": "magic", "folds": 2, "over": {}}
    with pytest.raises(Refused, match="magic"):
        fit_model(CONFIG | {"search": search}, lesson_of(rows, np.arange(20), 0))


def test_some_pieces_of_each_track_are_evenly_spread() -> None:
    rows = some_rows(tracks=36, pieces=5)
    chosen = spread_pieces(rows, np.flatnonzero(rows.folds[0] > 0), 2)
    assert set(rows.segment[chosen].tolist()) == {0, 4}
    assert len(chosen) == 2 * len(set(rows.tracks[chosen]))
    np.testing.assert_array_equal(spread_pieces(rows, chosen, 0), chosen)


def test_a_learning_curve_grows_by_artists() -> None:
    rows = some_rows(tracks=72)
    points = learning_curve(CONFIG, rows, parts_of(rows, CONFIG))
    clips = [point[0] for point in points]
    assert clips == sorted(clips)
    assert clips[0] < clips[-1] == 48
    assert all(low <= value <= high for _, value, low, high in points)

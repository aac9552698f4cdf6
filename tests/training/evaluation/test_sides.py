"""No artist and no segment of a track is on both sides, or the run is refused."""

from dataclasses import replace

import numpy as np
import pytest

from tests.support.predictions import made_predictions
from training.evaluation.measure import measured
from training.evaluation.sides import refuse_flattering, refuse_shared_sides
from training.refusal import Refused


def names(*given: str) -> np.ndarray[tuple[int], np.dtype[np.str_]]:
    return np.array(given)


def test_honest_folds_pass() -> None:
    refuse_flattering(made_predictions(seeds=(0, 1)))


def test_an_artist_held_out_by_two_folds_is_refused() -> None:
    predictions = made_predictions()
    fold = predictions.fold.copy()
    fold[predictions.tracks == predictions.tracks[0]] += 1
    with pytest.raises(Refused, match="1 artist is on both sides"):
        refuse_flattering(replace(predictions, fold=fold))


def test_segments_of_a_track_in_two_folds_are_refused() -> None:
    predictions = made_predictions(artists=0)
    fold = predictions.fold.copy()
    fold[0] += 1
    with pytest.raises(Refused, match="1 track is on both sides"):
        refuse_flattering(replace(predictions, fold=fold))


def test_another_seed_may_fold_anew() -> None:
    predictions = made_predictions(seeds=(0, 1))
    fold = np.where(predictions.fold_seed == 1, (predictions.fold + 1) % 5, predictions.fold)
    refuse_flattering(replace(predictions, fold=fold))


def test_what_flatters_is_never_measured() -> None:
    predictions = made_predictions()
    fold = np.arange(len(predictions.fold)) % 5
    with pytest.raises(Refused, match="would flatter"):
        measured(replace(predictions, fold=fold))


def test_a_split_that_shares_an_artist_is_refused() -> None:
    with pytest.raises(Refused, match="1 artist is on both sides of a split \\(Bach\\)"):
        refuse_shared_sides(names("a", "b"), names("Bach", ""), names("c"), names("Bach"))


def test_a_split_that_shares_a_track_is_refused() -> None:
    with pytest.raises(Refused, match="1 track is"):
        refuse_shared_sides(names("a", "b"), names("", ""), names("b"), names(""))


def test_unknown_artists_are_nobody_in_common() -> None:
    refuse_shared_sides(names("a"), names(""), names("b"), names(""))

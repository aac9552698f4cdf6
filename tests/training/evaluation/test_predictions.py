"""Predictions: rows that fit together, tracks out of pieces, files that come back."""

from pathlib import Path

import numpy as np
import pytest

from tests.support.predictions import made_predictions
from training.evaluation.predictions import Predictions, joined, load_predictions
from training.refusal import Refused


def three_pieces(probabilities: list[list[float]]) -> Predictions:
    """One track of pieces with these probabilities."""
    rows = len(probabilities)
    zeros = np.zeros(rows, np.int64)
    return Predictions(
        labels=("jazz", "rock"),
        tracks=np.full(rows, "a"),
        artists=np.full(rows, ""),
        truth=zeros,
        segment=np.arange(rows),
        fold_seed=zeros,
        training_seed=zeros,
        fold=zeros,
        log_probabilities=np.log(np.array(probabilities, np.float32)),
    )


def test_the_mean_of_a_track_is_the_mean_of_probabilities() -> None:
    track = three_pieces([[0.9, 0.1], [0.3, 0.7], [0.3, 0.7]]).by_track("mean")
    assert np.exp(track.log_probabilities[0]) == pytest.approx([0.5, 0.5])
    assert track.of_tracks


def test_a_vote_counts_pieces() -> None:
    track = three_pieces([[0.99, 0.01], [0.4, 0.6], [0.4, 0.6]]).by_track("vote")
    assert track.log_probabilities[0].argmax() == 1


def test_equal_votes_are_decided_by_the_mean() -> None:
    track = three_pieces([[0.6, 0.4], [0.1, 0.9]]).by_track("vote")
    assert track.log_probabilities[0].argmax() == 1


def test_tracks_keep_seeds_apart() -> None:
    predictions = made_predictions(tracks=20, pieces=3, seeds=(0, 1))
    tracks = predictions.by_track()
    assert len(tracks.tracks) == 40
    seed, name = tracks.fold_seed[7], tracks.tracks[7]
    mine = (predictions.fold_seed == seed) & (predictions.tracks == name)
    expected = np.exp(predictions.log_probabilities[mine]).mean(axis=0)
    assert np.exp(tracks.log_probabilities[7]) == pytest.approx(expected, rel=1e-4)


def test_predictions_come_back_from_their_file(tmp_path: Path) -> None:
    predictions = made_predictions(tracks=10)
    predictions.save(tmp_path / "predictions.npz")
    read = load_predictions(tmp_path / "predictions.npz")
    assert read.labels == predictions.labels
    assert np.array_equal(read.log_probabilities, predictions.log_probabilities)
    assert np.array_equal(read.artists, predictions.artists)


def test_a_file_that_holds_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "predictions.npz").write_bytes(b"no archive")
    with pytest.raises(Refused, match=r"predictions\.npz holds no predictions"):
        load_predictions(tmp_path / "predictions.npz")


def test_pieces_and_whole_tracks_are_not_mixed() -> None:
    parts = [made_predictions(tracks=4, pieces=2), made_predictions(tracks=4, pieces=0)]
    with pytest.raises(Refused, match="separate runs"):
        joined(parts)


def test_rows_join() -> None:
    parts = [made_predictions(tracks=4, seeds=(0,)), made_predictions(tracks=4, seeds=(1,))]
    assert len(joined(parts).tracks) == sum(len(part.tracks) for part in parts)


def test_what_is_not_finite_is_refused() -> None:
    with pytest.raises(Refused, match="not finite"), np.errstate(divide="ignore"):
        three_pieces([[1.0, 0.0]])


def test_a_track_without_an_artist_is_its_own_group() -> None:
    predictions = made_predictions(tracks=6, artists=0)
    assert len(np.unique(predictions.groups)) == 6

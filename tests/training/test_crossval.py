"""Cross-validation, intervals, temperature and the support vector machine's graph."""

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray

from training import figures
from training.evaluate import (
    Labelled,
    artist_folds,
    correct,
    held_out_answers,
    labelled,
    majority,
)
from training.evaluation.calibration import best_temperature
from training.heads import softmax
from training.shipping.crossval import ensemble_answers
from training.shipping.fold_heads import fit_fold_heads, read_fold_heads, write_fold_heads
from training.svc import fit_svc, svc_graph, svc_logits

pytestmark = pytest.mark.training

GENRES = ("blues", "jazz", "rock")


def some_clips(count: int = 90) -> Labelled:
    """Clips of three genres; each artist has three of one genre."""
    numbers = np.arange(count)
    return labelled(
        [f"clip-{n}" for n in numbers],
        [GENRES[n // 3 % 3] for n in numbers],
        [f"artist-{n // 3}" for n in numbers],
    )


def some_rows(clips: Labelled, pieces: int, columns: int) -> NDArray[np.float32]:
    """Rows that tell the genres apart, though not always."""
    random = np.random.default_rng(0)
    noise = random.normal(0, 1, (len(clips.names), pieces, columns))
    return (noise + clips.truth[:, None, None] * 0.6).astype(np.float32)


def test_no_artist_is_on_two_sides() -> None:
    clips = some_clips()
    for seed in (0, 1, 2):
        for train, held in artist_folds(clips, seed):
            assert not set(clips.artists[train]) & set(clips.artists[held])
            assert len(train) + len(held) == len(clips.names)


def test_answers_come_back_in_the_order_of_the_clips() -> None:
    clips = some_clips()
    answers = held_out_answers(clips, lambda _, held: {"number": held.astype(np.float64)[:, None]})
    np.testing.assert_array_equal(answers["number"][:, :, 0], [np.arange(90)] * 3)


def test_a_clip_counts_by_the_share_of_its_pieces_that_are_right() -> None:
    answers = np.zeros((1, 2, 4, 3))
    answers[0, 0, :3, 1] = 1
    answers[0, 1, :, 2] = 1
    np.testing.assert_allclose(correct(answers, np.array([1, 2])), [0.75, 1.0])


def test_the_temperature_undoes_too_much_confidence() -> None:
    random = np.random.default_rng(1)
    logits = random.normal(0, 2, (5000, 4))
    truth = np.array([random.choice(4, p=row) for row in softmax(logits)])
    assert best_temperature(logits * 3, truth) == pytest.approx(3, rel=0.1)


def test_a_useless_member_gets_little_weight_in_the_ensemble() -> None:
    clips = some_clips()
    good = np.log(0.1 + 0.7 * np.eye(3)[clips.truth])[None].repeat(3, axis=0)
    noise = np.random.default_rng(0).normal(0, 1, good.shape)
    weight, answers = ensemble_answers(good, noise, clips)
    assert weight >= 0.9
    assert figures.accuracies({"whole": answers}, clips)["whole"] == [1.0, 1.0, 1.0]


def test_the_halves_share_no_artist() -> None:
    clips = some_clips()
    first, second = figures.artist_halves(clips)
    assert not set(clips.artists[first]) & set(clips.artists[second])
    assert (first ^ second).all()


def test_the_graph_of_the_svc_answers_as_scikit_learn() -> None:
    clips = some_clips()
    rows = some_rows(clips, 4, 6)
    machine = fit_svc(rows, clips.genres, clips.artists)
    flat = rows.reshape(-1, 6)
    session = onnxruntime.InferenceSession(svc_graph(machine, 6, 3))
    given = session.run(["logits"], {"statistics": flat})[0]
    expected = svc_logits(machine, flat)
    np.testing.assert_array_equal(given.argmax(axis=1), expected.argmax(axis=1))
    assert np.abs(np.exp(given) - np.exp(expected)).max() < 1e-5


def test_a_clip_is_judged_by_the_head_that_never_heard_its_artist() -> None:
    clips = some_clips()
    heads = fit_fold_heads(clips, some_rows(clips, 2, 5), "digest")
    for fold, (_, held) in enumerate(artist_folds(clips, 0)):
        for artist in clips.artists[held]:
            assert heads.held_in[heads.artists == artist] == [fold]


def test_heads_come_back_from_their_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    clips = some_clips()
    path = tmp_path_factory.mktemp("heads") / "heads.npz"
    heads = fit_fold_heads(clips, some_rows(clips, 2, 5), "digest")
    write_fold_heads(heads, path)
    embedding = np.ones(5, np.float32)
    assert read_fold_heads(path).genre(embedding, "artist-3") == heads.genre(embedding, "artist-3")


def test_a_majority_of_pieces_decides_and_the_mean_only_between_equals() -> None:
    two_to_one = [[5.0, 0.0, 0.0], [0.0, 0.1, 0.0], [0.0, 0.1, 0.0]]
    all_differ = [[5.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 2.0]]
    pieces = np.array([two_to_one, all_differ])
    assert majority(pieces).argmax(axis=-1).tolist() == [1, 0]
    assert pieces.mean(axis=1).argmax(axis=-1).tolist() == [0, 0]

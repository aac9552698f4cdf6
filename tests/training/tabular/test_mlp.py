"""The net with scikit-learn's interface: stops by unheard groups, and is a plain perceptron."""

from typing import Any

import numpy as np
import pytest
import torch
from sklearn.linear_model import LogisticRegression

from tests.training.tabular.some_rows import some_rows
from training.tabular.autoencoder import Autoencoder
from training.tabular.mlp import GroupStoppedMlp, kept_aside

pytestmark = pytest.mark.training

ROWS = some_rows(tracks=54, pieces=2)


def net(**settings: Any) -> GroupStoppedMlp:
    return GroupStoppedMlp(**{"hidden": [16, 8], "epochs": 12, **settings})


def fitted(**settings: Any) -> GroupStoppedMlp:
    return net(**settings).fit(ROWS.values, ROWS.truth, groups=ROWS.groups)


@pytest.mark.parametrize("optimiser", ["adam", "sgd", "rmsprop"])
@pytest.mark.parametrize("activation", ["relu", "tanh"])
def test_the_plain_perceptron_answers_as_the_net(optimiser: str, activation: str) -> None:
    given = fitted(optimiser=optimiser, activation=activation, dropout=0.2, batch_norm=True)
    np.testing.assert_allclose(
        given.plain().predict_proba(ROWS.values), given.predict_proba(ROWS.values), atol=1e-5
    )


def test_a_net_learns_what_can_be_learnt() -> None:
    given = fitted(epochs=40, batch=16)
    assert (given.predict(ROWS.values) == ROWS.truth).mean() > 0.8


def test_batch_norm_is_folded_into_the_layers() -> None:
    given = fitted(batch_norm=True)
    assert [weight.shape for weight, _ in given.layers_] == [(6, 16), (16, 8), (8, 3)]


def test_what_stops_the_net_shares_no_group_with_what_teaches_it() -> None:
    for seed in range(5):
        taught, aside = kept_aside(ROWS.truth, ROWS.groups, 8, seed)
        assert not set(ROWS.groups[taught]) & set(ROWS.groups[aside])
        assert len(taught) + len(aside) == len(ROWS.truth)
        assert len(aside) > 0


def test_a_few_rows_of_each_genre_are_enough_to_keep_some_aside() -> None:
    groups = np.array([f"artist {n}" for n in range(9)])
    taught, aside = kept_aside(np.arange(9) % 3, groups, 8, 0)
    assert (len(taught), len(aside)) == (6, 3)


def test_a_net_that_learns_nothing_more_is_stopped() -> None:
    noise = np.random.default_rng(0).normal(size=ROWS.values.shape).astype(np.float32)
    given = net(epochs=300, patience=2, learning_rate=0.01).fit(
        noise, ROWS.truth, groups=ROWS.groups
    )
    assert 2 < len(given.curves_["validation"]) < 100
    assert len(given.curves_["train"]) == len(given.curves_["validation"])


def test_the_same_seed_gives_the_same_net_and_leaves_other_randomness_alone() -> None:
    torch.manual_seed(7)
    expected = torch.rand(1)
    torch.manual_seed(7)
    first, second = fitted(dropout=0.3), fitted(dropout=0.3)
    assert torch.rand(1) == expected
    np.testing.assert_array_equal(
        first.predict_proba(ROWS.values), second.predict_proba(ROWS.values)
    )
    other = fitted(dropout=0.3, seed=1)
    assert not np.array_equal(first.layers_[0][0], other.layers_[0][0])


def test_codes_of_the_autoencoder_rebuild_most_of_the_rows() -> None:
    random = np.random.default_rng(0)
    hidden = random.normal(size=(200, 2))
    rows = np.tanh(hidden @ random.normal(size=(2, 10))).astype(np.float32)
    rows = (rows - rows.mean(axis=0)) / rows.std(axis=0)
    encoder = Autoencoder(hidden=16, code=2, epochs=120, learning_rate=0.01).fit(rows)
    assert encoder.transform(rows).shape == (200, 2)
    assert encoder.unexplained_ < 0.3


def test_the_autoencoder_does_not_look_at_labels() -> None:
    given = Autoencoder(hidden=8, code=3, epochs=2).fit(ROWS.values, ROWS.truth)
    mixed = Autoencoder(hidden=8, code=3, epochs=2).fit(ROWS.values, ROWS.truth[::-1])
    np.testing.assert_array_equal(given.transform(ROWS.values), mixed.transform(ROWS.values))


def test_encoder_and_regression_together_are_one_perceptron() -> None:
    encoder = Autoencoder(hidden=8, code=3, epochs=3).fit(ROWS.values)
    codes = encoder.transform(ROWS.values)
    head = LogisticRegression().fit(codes, ROWS.truth)
    np.testing.assert_allclose(
        encoder.joined_with(head).predict_proba(ROWS.values),
        head.predict_proba(codes),
        atol=1e-5,
    )

"""Distances to the training data: the same in numpy and in both kinds of graph."""

import numpy as np
import onnxruntime
import pytest
import torch

from training.evaluate import Labelled, labelled
from training.figures import artist_halves
from training.listener import Listener
from training.shipping.export import network_graph
from training.shipping.familiarity import (
    FamiliarNetwork,
    deviations,
    familiarity_from,
    fit_centres,
    with_distance,
)
from training.shipping.gtzan_network import GtzanNetwork
from training.shipping.trunk import Lower, Trunk, Upper
from training.shipping.unsure import ANSWERED_SHARE, left_out_record, unsure_record
from training.svc import fit_svc, svc_graph

pytestmark = pytest.mark.training


@pytest.fixture
def random() -> np.random.Generator:
    """Draws the same for a test, whichever tests were before it."""
    return np.random.default_rng(0)


def some_clips(count: int, genres: int) -> Labelled:
    names = [str(number) for number in range(count)]
    return labelled(names, [f"g{number % genres}" for number in range(count)], names)


def test_training_rows_are_near_and_others_far(random: np.random.Generator) -> None:
    rows = random.normal(0, 1, (400, 6)).astype(np.float32)
    centres = fit_centres(rows)

    assert np.median(centres.distances(rows)) < 0.5
    assert centres.distances(rows + 8).min() > 10


def test_rows_without_any_deviation_are_far_from_those_with_little(
    random: np.random.Generator,
) -> None:
    rows = random.lognormal(1, 0.4, (400, 2)).astype(np.float32)
    steady = np.full((1, 2), 0.05, np.float32)
    logarithmic = deviations(("mfcc_00_std", "delta_00_std"))

    beside = [fit_centres(rows, mask).distances(steady)[0] for mask in (None, logarithmic)]
    assert beside[1] > 10 * beside[0]


def test_the_network_s_graph_measures_the_same_distances(random: np.random.Generator) -> None:
    torch.manual_seed(0)
    listener = Listener()
    trunk = Trunk(Lower(listener), [Upper(listener)])
    head = np.ones((3, 384), np.float32), np.zeros(3, np.float32)
    network = GtzanNetwork(trunk, (head,), (1.0,))
    centres = fit_centres(random.normal(0, 1, (100, 384)).astype(np.float32))
    heard = random.normal(-30, 15, (2, 128, 130)).astype(np.float32)
    session = onnxruntime.InferenceSession(network_graph(FamiliarNetwork(network, centres)))

    embedding, distance = session.run(["embedding", "distance"], {"log_mel": heard})

    np.testing.assert_allclose(distance, centres.distances(embedding), rtol=1e-4)


def test_the_machine_s_graph_measures_the_same_distances(random: np.random.Generator) -> None:
    genres = np.array(["blues", "jazz", "rock"]).repeat(20)
    artists = np.arange(60).astype(str)
    rows = (random.lognormal(0, 1, (60, 2, 4)) + np.arange(3).repeat(20)[:, None, None]).astype(
        np.float32
    )
    centres = fit_centres(rows, np.array([True, False, True, False]))
    graph = with_distance(svc_graph(fit_svc(rows, genres, artists), 4, 3), centres)

    given = onnxruntime.InferenceSession(graph).run(["distance"], {"statistics": rows[:, 0]})[0]

    np.testing.assert_allclose(given, centres.distances(rows[:, 0]), rtol=1e-3, atol=1e-5)


def test_the_threshold_lets_the_wanted_share_pass(random: np.random.Generator) -> None:
    held_out = random.gamma(2, 1, 4_000)
    familiarity = familiarity_from(held_out)

    assert familiarity.passing == pytest.approx(0.95, abs=0.002)
    assert (held_out <= familiarity.most_distance).mean() >= 0.95


def test_both_thresholds_together_answer_three_clips_in_four(random: np.random.Generator) -> None:
    clips = labelled(
        [str(n) for n in range(400)],
        [f"g{n % 4}" for n in range(400)],
        [str(n // 2) for n in range(400)],
    )
    logits = 2 * np.eye(4)[clips.truth][None] + random.normal(0, 1, (3, 400, 4))
    distances = random.gamma(2, 1, (3, 400))

    record = unsure_record(logits, distances, 1.0, clips)

    # Judged by thresholds that other artists chose, it is about the share that was wished.
    assert float(str(record["answered"])) == pytest.approx(ANSWERED_SHARE, abs=0.03)
    assert record["most_distance"] == familiarity_from(distances).most_distance
    answered, unsure = record["accuracy_answered"], record["accuracy_unsure"]
    assert isinstance(answered, list)
    assert isinstance(unsure, list)
    assert answered[1] < answered[0] < answered[2]
    assert answered[0] > unsure[0]


def test_a_left_out_genre_that_lies_far_away_is_not_answered(random: np.random.Generator) -> None:
    clips = labelled(
        [str(n) for n in range(120)],
        [f"g{n % 3}" for n in range(120)],
        [str(n) for n in range(120)],
    )
    rows = random.normal(0, 0.3, (120, 3)) + 3 * np.eye(3)[clips.truth]

    def fit(train: np.ndarray):  # type: ignore[no-untyped-def]  # as FitAndHear
        centres = fit_centres(rows[train])
        known = np.unique(clips.genres[train])
        means = np.stack([rows[train][clips.genres[train] == one].mean(0) for one in known])
        return lambda numbers: (rows[numbers] @ means.T, centres.distances(rows[numbers]))

    record = left_out_record(clips, fit, folds=2, has_energy=True)

    mean = record["mean"]
    assert isinstance(mean, dict)
    assert mean["both thresholds"] < 0.05
    assert mean["distance"] < 0.05
    assert "energy" in mean
    without = left_out_record(clips, fit, folds=2, has_energy=False)["mean"]
    assert isinstance(without, dict)
    assert without == {name: rate for name, rate in mean.items() if name != "energy"}


def test_thresholds_are_judged_on_artists_that_did_not_choose_them(
    random: np.random.Generator,
) -> None:
    """Clips of one half of the artists lie ten times as far: their threshold lets all pass."""
    count = 400
    names = [str(n) for n in range(count)]
    clips = labelled(names, [f"g{n % 4}" for n in range(count)], names)
    near, _ = artist_halves(clips)
    distances = np.where(near, 1.0, 10.0)[None] * random.uniform(0.9, 1.1, (1, count))
    logits = 5 * np.eye(4)[clips.truth][None] + random.normal(0, 0.1, (1, count, 4))

    record = unsure_record(logits, distances, 1.0, clips)

    # None of the far clips passes what the near ones chose; in themselves they would.
    assert float(str(record["answered"])) == pytest.approx(0.5, abs=0.01)

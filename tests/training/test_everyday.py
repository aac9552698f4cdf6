"""The package for everyday collections: one softmax over two networks' labels."""

import numpy as np
import pytest
import torch

from training.heads import softmax
from training.listener import Listener
from training.shipping import export
from training.shipping.everyday import joined, offsets
from training.shipping.everyday_check import emotify_record, predictions
from training.shipping.everyday_network import EverydayNetwork, Joining
from training.shipping.fma_network import linear_head
from training.shipping.gtzan_network import GtzanNetwork
from training.shipping.trunk import Lower, Trunk, Upper

pytestmark = pytest.mark.training
LABELS = ("classical", "hiphop", "pop", "rock", "Electronic", "Folk")


def test_each_further_label_wins_its_share_of_foreign_recordings() -> None:
    random = np.random.default_rng(0)
    logits = random.normal(size=(2_000, 6)) * 2
    shares = [0.08, 0.02]
    named = (logits + np.r_[np.zeros(4), offsets(logits, shares)]).argmax(1)
    won = [(named == 4).mean(), (named == 5).mean()]
    np.testing.assert_allclose(won, shares, atol=0.005)


def test_labels_of_the_first_network_keep_their_order_among_themselves() -> None:
    random = np.random.default_rng(0)
    ten, eight = random.normal(size=(50, 4)), random.normal(size=(50, 3))
    together = joined(Joining([0, 2], np.array([1.0, -2.0], np.float32)), ten, eight)
    assert together.shape == (50, 6)
    np.testing.assert_array_equal(together[:, :4].argsort(1), ten.argsort(1))


def test_certainty_beyond_measure_stays_a_number() -> None:
    eight = np.array([[400.0, 0.0, 0.0], [-400.0, 0.0, 0.0]])
    together = joined(Joining([0, 2], np.zeros(2, np.float32)), np.zeros((2, 4)), eight)
    assert np.isfinite(together).all()
    assert together[0].argmax() == 4
    assert together[1].argmax() != 4


def test_the_graph_answers_as_the_network() -> None:
    torch.manual_seed(0)
    listener = Listener().eval()
    random = np.random.default_rng(0)
    layers = [
        (random.normal(size=(size, 384)).astype(np.float32), np.zeros(size, np.float32))
        for size in (4, 4, 3)
    ]
    trunk = Trunk(Lower(listener), [Upper(listener), Upper(listener)])
    gtzan = GtzanNetwork(trunk, tuple(layers[:2]), (0.5, 0.5))
    joining = Joining([0, 2], np.zeros(2, np.float32))
    network = EverydayNetwork(gtzan, listener, linear_head(*layers[2]), joining).eval()
    graph = export.network_graph(network)
    heard = (random.normal(size=(3, 128, 130)) * 10 - 40).astype(np.float32)
    off = export.refuse_difference(graph, heard, export.network_logits(network, heard))
    assert off <= export.LARGEST_DIFFERENCE


def test_emotifys_record_counts_what_is_called_electronic() -> None:
    truth = np.array([4, 4, 4, 4, 0, 2, 3, 3])
    named = np.array([4, 4, 4, 5, 0, 2, 4, 3])
    told = predictions(
        LABELS,
        np.array([f"{n}.mp3" for n in range(8)]),
        np.array(list("aabbcdef")),
        truth,
        5 * np.eye(6)[named],
    )
    record = emotify_record(told)
    assert record["electronic recalled"][0] == 0.75
    assert record["called Electronic"] == {"classical": 0.0, "pop": 0.0, "rock": 0.5}
    assert record["of all three called Electronic"][0] == 0.25
    np.testing.assert_allclose(softmax(told.log_probabilities.astype(float)).sum(1), 1)

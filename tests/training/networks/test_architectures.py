"""Every architecture: shapes, its graph, and what its input maps cancel."""

from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
from torch import nn

from training.networks.architectures import ARCHITECTURES, trunk_of, width_of
from training.networks.graph import network_graph
from training.networks.inputs import BandMap, FewerBands, Loudness, RelativeLevel, Standardised
from training.networks.many_heads import ManyHeads, answers
from training.networks.norms import state_for
from training.refusal import Refused

pytestmark = pytest.mark.training

SMALL: dict[str, tuple[dict[str, Any], tuple[int, ...]]] = {
    "growing_cnn": ({"bands": 128, "channels": [4, 8], "dropout": 0.1}, (128, 44)),
    "picture_cnn": ({"height": 48, "length": 64, "channels": 4, "first": 2}, (4, 48, 64)),
    "mel64_cnn": ({"bands": 64, "frames": 130, "dropout": 0.2}, (64, 130)),
    "depthwise_cnn": ({"channels": [4, 8, 8], "dropout": 0.1}, (128, 44)),
    "wave_cnn": ({"channels": [4, 4, 8], "dropout": 0.1}, (4_000,)),
    "recurrent_cnn": (
        {"bands": 128, "channels": [4, 4, 8], "units": 6, "dropout": 0.1},
        (128, 44),
    ),
    "transformer": (
        {"bands": 128, "patch": 16, "width": 16, "depth": 2, "heads": 2, "dropout": 0.1},
        (128, 48),
    ),
    "pretrained": ({"dropout": 0.1}, (128, 44)),
}


def network_of(name: str) -> ManyHeads:
    torch.manual_seed(2)
    trunk = trunk_of({"architecture": name, **SMALL[name][0]})
    return ManyHeads(trunk, {"set": nn.Linear(width_of(trunk), 3)}).eval()


def heard(name: str, count: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    shape = (count, *SMALL[name][1])
    return np.random.default_rng(3).normal(size=shape).astype(np.float32)


def test_every_architecture_is_tried_here() -> None:
    assert set(SMALL) == set(ARCHITECTURES)


@pytest.mark.parametrize("name", SMALL)
def test_the_graph_answers_as_the_network(name: str) -> None:
    network, inputs = network_of(name), heard(name, 5)
    graph = network_graph(network, "set", torch.from_numpy(inputs[:1]), "heard")
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    logits, embedding = session.run(["logits", "embedding"], {"heard": inputs})
    expected, expected_embedding = answers(network, "set", list(inputs))
    given = logits - np.log(np.exp(logits).sum(1, keepdims=True))
    np.testing.assert_allclose(given, expected, atol=1e-4)
    np.testing.assert_allclose(embedding, expected_embedding, atol=1e-3)
    assert embedding.shape == (5, width_of(network.trunk))


@pytest.mark.parametrize(
    ("part", "name", "shape"),
    [
        (FewerBands(64), "mel64_cnn", (128, 130)),
        (RelativeLevel(), "growing_cnn", (128, 44)),
        (BandMap(128), "growing_cnn", (128, 44)),
        (Loudness(), "wave_cnn", (4_000,)),
    ],
)
def test_the_graph_of_a_map_takes_several_inputs(
    part: nn.Module, name: str, shape: tuple[int, ...]
) -> None:
    torch.manual_seed(2)
    trunk = trunk_of({"architecture": name, **SMALL[name][0]})
    heads: dict[str, nn.Module] = {"set": nn.Linear(width_of(trunk), 3)}
    network = ManyHeads(trunk, heads, {"set": part}).eval()
    inputs = np.random.default_rng(3).normal(size=(5, *shape)).astype(np.float32)
    graph = network_graph(network, "set", torch.from_numpy(inputs[:1]), "heard")
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    (embedding,) = session.run(["embedding"], {"heard": inputs})
    np.testing.assert_allclose(embedding, answers(network, "set", list(inputs))[1], atol=1e-3)


@pytest.mark.parametrize("name", SMALL)
def test_every_weight_learns(name: str) -> None:
    network = network_of(name).train()
    answer = network(torch.from_numpy(heard(name, 4)), "set")
    torch.nn.functional.cross_entropy(answer.logits, torch.tensor([0, 1, 2, 0])).backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
    without = [
        name
        for name, weight in network.named_parameters()
        if weight.grad is None or not float(weight.grad.abs().sum())
    ]
    # A bias in front of a norm, or of the softmax over keys, changes nothing.
    assert [name for name in without if not name.endswith("bias")] == []


@pytest.mark.parametrize("name", ["growing_cnn", "depthwise_cnn", "recurrent_cnn", "transformer"])
def test_pieces_of_any_length_are_heard(name: str) -> None:
    network = network_of(name)
    lengths = [np.zeros((128, frames), np.float32) for frames in (44, 130, 431)]
    given, _ = answers(network, "set", lengths)
    assert given.shape == (3, 3)


def test_an_input_of_few_rows_is_pooled_over_time_only() -> None:
    trunk = trunk_of(
        {"architecture": "growing_cnn", "bands": 12, "channels": [4] * 5, "dropout": 0.0}
    )
    assert trunk(torch.zeros(2, 12, 130)).shape == (2, 8)


@pytest.mark.parametrize(
    "model", [{"architecture": "wide"}, {}, {"architecture": "depthwise_cnn", "layers": 3}]
)
def test_an_unknown_architecture_or_number_is_refused(model: dict[str, Any]) -> None:
    with pytest.raises(Refused, match=r"known are|does not fit"):
        trunk_of(model)


def test_gain_cancels_in_levels_and_in_raw_audio() -> None:
    levels = torch.randn(2, 128, 20, generator=torch.Generator().manual_seed(1)) * 10
    torch.testing.assert_close(RelativeLevel()(levels), RelativeLevel()(levels + 12))
    wave = torch.randn(2, 500, generator=torch.Generator().manual_seed(1))
    torch.testing.assert_close(Loudness()(wave), Loudness()(wave * 0.2), atol=1e-3, rtol=1e-3)


def test_joined_bands_have_the_mean_power_of_two() -> None:
    levels = torch.tensor([[[0.0], [10.0], [-300.0], [-300.0]]])
    joined = FewerBands(2)(levels)
    torch.testing.assert_close(
        joined[0, :, 0], torch.tensor([10 * np.log10(5.5), -300.0]).float(), atol=1e-4, rtol=0
    )


def test_standardised_rows_have_mean_nought_and_deviation_one() -> None:
    values = np.random.default_rng(0).normal(5, 3, (2, 400)).astype(np.float32)
    given = Standardised(values.mean(1), values.std(1))(torch.from_numpy(values[None]))
    torch.testing.assert_close(given.mean(2), torch.zeros(1, 2), atol=1e-4, rtol=0)
    torch.testing.assert_close(given.std(2), torch.ones(1, 2), atol=1e-2, rtol=0)


def test_a_band_map_begins_as_the_identity() -> None:
    levels = torch.randn(1, 8, 5, generator=torch.Generator().manual_seed(1))
    torch.testing.assert_close(BandMap(8)(levels), levels)


def test_each_set_has_batch_statistics_of_its_own_and_shares_the_weights() -> None:
    torch.manual_seed(0)
    trunk = nn.Sequential(nn.BatchNorm1d(4))
    network = ManyHeads(trunk, {"loud": nn.Linear(4, 2), "soft": nn.Linear(4, 2)}).train()
    heard = torch.randn(64, 4)
    for _ in range(60):
        for name, level in (("loud", 50.0), ("soft", -50.0)):
            in_training = network(heard + level, name).embedding
    in_evaluation = network.eval()(heard - 50.0, "soft").embedding
    torch.testing.assert_close(in_evaluation, in_training, atol=0.2, rtol=0)
    assert sorted({name for name, _ in network.trunk.named_parameters()}) == [
        "0.by_set.loud.bias",
        "0.by_set.loud.weight",
    ]


def test_the_state_of_one_set_is_that_of_a_network_which_knows_it_alone() -> None:
    def trunk() -> nn.Module:
        return trunk_of({"architecture": "depthwise_cnn", "channels": [4, 8], "dropout": 0.0})

    torch.manual_seed(0)
    both = ManyHeads(trunk(), {"a": nn.Linear(16, 3), "b": nn.Linear(16, 2)}).train()
    for name, level in (("a", 5.0), ("b", -5.0)):
        both(torch.randn(8, 32, 32) + level, name)
    alone = ManyHeads(trunk(), {"a": nn.Linear(16, 3)})
    alone.load_state_dict(state_for(both.state_dict(), "a"))
    heard = list(np.random.default_rng(0).normal(size=(2, 32, 32)).astype(np.float32))
    np.testing.assert_allclose(answers(alone, "a", heard)[0], answers(both, "a", heard)[0])

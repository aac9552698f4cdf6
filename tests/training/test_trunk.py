"""The trunk in halves: what is shared, what labels teach, and what they must not reach."""

import dataclasses

import numpy as np
import onnxruntime
import pytest
import torch

from training.listener import Listener
from training.shipping.export import OUTPUTS, network_graph
from training.shipping.familiarity import FamiliarNetwork, fit_centres
from training.shipping.gtzan_network import GtzanNetwork
from training.shipping.trunk import Lower, Trunk, Upper
from training.shipping.trunk_tuning import Tuned, Tuning, tune
from training.shipping.trunk_views import Views, heard_crops

pytestmark = pytest.mark.training

QUICK = Tuning(epochs=2, batch=4)
CHOSEN = np.arange(6)


@pytest.fixture(scope="module")
def listener() -> Listener:
    torch.manual_seed(5)
    return Listener().eval()


@pytest.fixture(scope="module")
def views(listener: Listener) -> Views:
    """Eight clips of two genres, of which training takes the first six."""
    random = np.random.default_rng(2)
    clips = {str(n): random.normal(-30, 15, (128, 60)).astype(np.float32) for n in range(8)}
    crops = heard_crops(listener, clips, {32: 2, 48: 1})
    with torch.no_grad():
        clean = torch.cat([listener.embed(torch.from_numpy(x)[None]) for x in clips.values()])
    heard = {int(frames): torch.from_numpy(maps) for frames, maps in crops.items()}
    return Views(heard, clean, torch.tensor([0, 1] * 4))


def taught(listener: Listener, views: Views, seed: int = 0) -> Tuned:
    return tune(Upper(listener), views, CHOSEN, QUICK, seed)


def same_weights(first: Tuned, second: Tuned) -> bool:
    pairs = zip(first.state_dict().values(), second.state_dict().values(), strict=True)
    return all(torch.equal(one, other) for one, other in pairs)


def test_halves_of_a_listener_put_together_hear_what_it_hears(listener: Listener) -> None:
    drawn = torch.Generator().manual_seed(6)
    heard = torch.randn(2, 128, 130, generator=drawn) * 15 - 30
    trunk = Trunk(Lower(listener), [Upper(listener), Upper(listener)]).eval()
    with torch.no_grad():
        expected = listener(heard)
        assert torch.allclose(trunk(heard), torch.cat([expected, expected], 1), atol=1e-5)


def test_crops_of_each_length_are_kept_for_every_clip(views: Views) -> None:
    assert {frames: tuple(maps.shape) for frames, maps in views.crops.items()} == {
        32: (8, 2, 16, 16, 4),
        48: (8, 1, 16, 16, 6),
    }


def test_labels_teach_a_copy_and_leave_the_listener_as_it_was(
    listener: Listener, views: Views
) -> None:
    before = {name: value.clone() for name, value in listener.state_dict().items()}
    tuned = taught(listener, views)
    assert all(torch.equal(before[n], value) for n, value in listener.state_dict().items())
    learnt, begun = tuned.upper.state_dict(), Upper(listener).state_dict()
    assert not any(torch.equal(begun[name], learnt[name]) for name in begun)


def test_the_same_seed_gives_the_same_weights(listener: Listener, views: Views) -> None:
    assert same_weights(taught(listener, views), taught(listener, views))
    assert not same_weights(taught(listener, views), taught(listener, views, seed=1))


def test_clips_that_were_not_chosen_change_nothing(listener: Listener, views: Views) -> None:
    held = [n for n in range(8) if n not in CHOSEN]
    crops = {frames: maps.clone() for frames, maps in views.crops.items()}
    clean, truth = views.clean.clone(), views.truth.clone()
    for maps in crops.values():
        maps[held] = 7
    clean[held], truth[held] = 7, 1
    other = dataclasses.replace(views, crops=crops, clean=clean, truth=truth)
    assert same_weights(taught(listener, views), taught(listener, other))


def test_a_folded_head_answers_as_the_head_did(listener: Listener, views: Views) -> None:
    tuned = taught(listener, views)
    maps = views.crops[48][:, 0].float()
    weight, bias = (torch.from_numpy(part) for part in tuned.folded())
    with torch.no_grad():
        expected = tuned.head(tuned.standardised(maps))
        assert torch.allclose(tuned.upper(maps).mean(2) @ weight.T + bias, expected, atol=1e-4)


def test_the_graph_answers_by_the_weighted_mean_of_the_heads(listener: Listener) -> None:
    random = np.random.default_rng(1)
    heads = tuple(
        (random.normal(size=(10, 384)).astype(np.float32), random.normal(size=10).astype("f4"))
        for _ in range(2)
    )
    network = GtzanNetwork(
        Trunk(Lower(listener), [Upper(listener)] * 2), heads, (0.25, 0.75)
    ).eval()
    rows = random.normal(size=(70, 384)).astype(np.float32)
    graph = network_graph(FamiliarNetwork(network, fit_centres(rows)).eval())
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    heard = random.normal(-30, 15, (2, 128, 300)).astype(np.float32)
    given = dict(zip(OUTPUTS, session.run(list(OUTPUTS), {"log_mel": heard}), strict=True))
    with torch.no_grad():
        embedding = listener.embed(torch.from_numpy(heard)).numpy()
    first, second = (embedding @ weight.T + bias for weight, bias in heads)
    expected = 0.25 * first + 0.75 * second
    assert given["embedding"].shape == (2, 384)
    assert given["piece_logits"].shape == (2, 2, 10)
    np.testing.assert_allclose(given["embedding"], embedding, atol=1e-4)
    np.testing.assert_allclose(given["logits"], expected, atol=1e-3)

"""The network: published weights, the input map, distillation and the exported graph."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from training.distil import Recipe, augmented, distil
from training.heads import fit_head, folded, logits_of
from training.listener import Listener, frozen_listener
from training.mobilenet import MobileNet
from training.pieces import TIMELINE_PIECES, embed_clips
from training.shipping.export import (
    OUTPUTS,
    ExportDiffers,
    network_graph,
    network_logits,
    refuse_difference,
)
from training.shipping.gtzan_network import GtzanNetwork
from training.shipping.trunk import Lower, Trunk, Upper
from training.teacher import teacher_mel

pytestmark = pytest.mark.training


@pytest.fixture(scope="module")
def random_network() -> GtzanNetwork:
    return network_of(7)


def network_of(seed: int) -> GtzanNetwork:
    """Two upper halves on one lower, all of them random."""
    torch.manual_seed(seed)
    listener = Listener()
    trunk = Trunk(Lower(listener), [Upper(listener), Upper(Listener())])
    heads = [(torch.randn(10, 384).numpy(), np.zeros(10, np.float32)) for _ in range(2)]
    return GtzanNetwork(trunk, tuple(heads), (0.25, 0.75)).eval()


def log_mels(count: int, frames: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    random = np.random.default_rng(3)
    levels = random.normal(-30, 15, (count, 128, frames)).astype(np.float32)
    return np.clip(levels, -100, 20)


def test_the_convolutions_have_the_published_size() -> None:
    assert sum(weight.numel() for weight in MobileNet().parameters()) == 511_208


def test_gain_does_not_change_what_the_network_hears() -> None:
    torch.manual_seed(1)
    listener, heard = Listener().eval(), torch.from_numpy(log_mels(1, 130))
    with torch.no_grad():
        difference = listener.embed(heard) - listener.embed(heard + 17.0)
    assert float(difference.abs().max()) < 1e-5


def test_the_map_is_the_published_one_in_other_units(data_set: Callable[[str], Path]) -> None:
    weights = data_set("weights")
    listener = frozen_listener(weights)
    with np.load(weights / "mn04_input_map.npz") as published:
        expected = published["W"] @ np.full(128, -13.0, np.float32) + published["b"]
    with torch.no_grad():
        mapped = listener.map(torch.full((128,), (-13.0 + 40) / 20)).numpy()
    np.testing.assert_allclose(mapped, expected, atol=1e-3)


def test_the_teachers_filters_peak_where_a_tone_sounds() -> None:
    seconds = torch.arange(32_000) / 32_000
    bands = [
        int(teacher_mel(torch.sin(2 * torch.pi * hz * seconds)).mean(1).argmax())
        for hz in (200, 1_000, 5_000, 14_000)
    ]
    mel = [1127 * np.log1p(hz / 700) for hz in (200, 1_000, 5_000, 14_000, 15_000)]
    assert np.abs(np.array(bands) - np.array(mel[:4]) / mel[4] * 129 + 1).max() < 1.5


def test_a_few_steps_of_distillation_lower_the_loss() -> None:
    torch.manual_seed(0)
    targets = np.random.default_rng(0).normal(0.5, 1, (8, 384)).astype(np.float32)
    recipe = Recipe(epochs=8, batch=4)
    losses = distil(Listener(), log_mels(8, 32), targets, recipe, lambda _: None)
    assert losses[-1] < losses[0]


def test_augmentation_keeps_shape_and_range() -> None:
    random = torch.Generator().manual_seed(5)
    heard = augmented(torch.from_numpy(log_mels(1, 430)[0]), random)
    assert heard.shape == (128, 430)
    assert float(heard.min()) >= -80


@pytest.mark.parametrize(("chunks", "frames", "pieces"), [(1, 126, 1), (2, 430, 3), (1, 1292, 10)])
def test_the_graph_answers_as_the_network_at_every_length(
    random_network: GtzanNetwork, chunks: int, frames: int, pieces: int
) -> None:
    heard = log_mels(chunks, frames)
    session = onnxruntime.InferenceSession(network_graph(random_network))
    given = session.run(list(OUTPUTS[:3]), {"log_mel": heard})
    with torch.no_grad():
        expected = random_network(torch.from_numpy(heard))
    for ours, source in zip(given, expected, strict=True):
        np.testing.assert_allclose(ours, source.numpy(), atol=1e-3)
    assert given[2].shape == (chunks, pieces, 10)
    np.testing.assert_allclose(given[2].mean(axis=1), given[0], atol=1e-3)


def test_a_graph_of_another_network_is_not_exported(random_network: GtzanNetwork) -> None:
    other = network_of(8)
    windows = log_mels(4, 130)
    with pytest.raises(ExportDiffers, match="nothing was exported"):
        refuse_difference(network_graph(random_network), windows, network_logits(other, windows))


def test_scaler_and_regression_fold_into_one_layer() -> None:
    random = np.random.default_rng(2)
    genres = np.array(["blues", "jazz", "rock"]).repeat(20)
    shift = np.arange(3).repeat(20)[:, None, None]
    embeddings = (random.normal(3, 2, (60, 4, 12)) + shift).astype(np.float32)
    head = fit_head(embeddings, genres)
    weight, bias = folded(head)
    np.testing.assert_allclose(embeddings @ weight.T + bias, logits_of(head, embeddings), atol=1e-4)


def test_a_clip_is_embedded_whole_in_pieces_and_along_time() -> None:
    torch.manual_seed(0)
    made = embed_clips(Listener(), {"one": log_mels(1, 1293)[0], "two": log_mels(1, 1300)[0]})
    assert made.whole.shape == (2, 384)
    assert made.pieces.shape == (2, 9, 384)
    assert made.timeline.shape == (2, TIMELINE_PIECES, 384)

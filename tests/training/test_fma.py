"""FMA's package: its forms of sound, its teacher and its graph."""

import numpy as np
import onnxruntime
import pytest
import torch

from training.listener import Listener
from training.shipping import export
from training.shipping.fma_forms import Repeated, smoothed
from training.shipping.fma_network import Ears, FmaNetwork, MomentsHead, Smoothed, linear_head
from training.shipping.fma_sets import ridge, snapshot_frames
from training.shipping.fma_teacher import held_out_scores

pytestmark = pytest.mark.training
LABELS = 3


def levels(frames: int, seed: int = 0) -> torch.Tensor:
    random = torch.Generator().manual_seed(seed)
    return torch.randn(2, 128, frames, generator=random) * 10 - 40


@pytest.fixture(scope="module")
def network() -> FmaNetwork:
    torch.manual_seed(0)
    random = np.random.default_rng(0)
    of_windows = linear_head(
        random.normal(size=(LABELS, 384)).astype(np.float32), np.zeros(LABELS, np.float32)
    )
    of_moments = MomentsHead(LABELS, random.normal(size=(50, 384)).astype(np.float32))
    return FmaNetwork(Ears(Listener(), Listener()), of_windows, of_moments).eval()


def test_smoothing_twice_is_smoothing_once() -> None:
    once = smoothed(levels(130))
    relative = torch.clamp_min(once - once.amax((1, 2), keepdim=True), -80)
    again = smoothed(once) + once.amax((1, 2), keepdim=True)
    assert torch.all(relative > -80)  # else the floor of 80 dB takes part
    assert torch.allclose(again, once, atol=1e-3)


def test_the_first_ear_hears_the_smoothed_form_of_full_sound() -> None:
    torch.manual_seed(0)
    listener = Listener().eval()
    full = levels(200)
    with torch.no_grad():
        assert torch.allclose(Smoothed(listener)(full), listener(smoothed(full)), atol=1e-4)


def test_gain_changes_no_answer(network: FmaNetwork) -> None:
    with torch.no_grad():
        quiet, loud = network(levels(430)), network(levels(430) + 17.0)
    for one, other in zip(quiet, loud, strict=True):
        assert torch.allclose(one, other, atol=1e-4)


def test_three_seconds_are_judged_by_the_first_ear_alone(network: FmaNetwork) -> None:
    heard = levels(130)
    with torch.no_grad():
        logits, embedding, _ = network(heard)
        alone = torch.log_softmax(network.of_windows(embedding[:, :384]), 1)
    assert torch.allclose(logits, alone, atol=1e-5)


def test_the_graph_answers_as_the_network_at_every_length(network: FmaNetwork) -> None:
    session = onnxruntime.InferenceSession(
        export.network_graph(network), providers=["CPUExecutionProvider"]
    )
    for frames, pieces in ((120, 1), (130, 1), (645, 5), (1_292, 10)):
        heard = levels(frames)
        given = session.run(None, {"log_mel": heard.numpy()})
        with torch.no_grad():
            wanted = network(heard)
        assert given[2].shape == (2, pieces, LABELS)
        for one, other in zip(given, wanted, strict=True):
            np.testing.assert_allclose(one, other.numpy(), atol=1e-3)


def test_snapshots_lie_evenly_within_the_clip() -> None:
    frames = snapshot_frames(1_288, rate=44_100)
    assert frames[0] >= 0
    assert frames[-1] <= 1_287
    assert set(np.diff(frames).tolist()) <= {9, 10, 11}


def test_the_map_between_mel_grids_finds_a_linear_one() -> None:
    random = np.random.default_rng(0)
    shown = random.normal(size=(4_000, 6)).astype(np.float32)
    true = random.normal(size=(5, 6)).astype(np.float32)
    weight, bias = ridge(shown, shown @ true.T + 3, strength=1e-6)
    np.testing.assert_allclose(weight, true, atol=1e-3)
    np.testing.assert_allclose(bias, 3, atol=1e-3)


def test_a_moment_is_held_for_three_frames() -> None:
    taken = np.arange(2 * 128 * 4, dtype=np.float16).reshape(2, 128, 4)
    held = Repeated(taken)
    assert len(held) == 2
    np.testing.assert_array_equal(held[1][:, 3:6], taken[1][:, 1:2].repeat(3, 1))
    assert len(held[1:]) == 1


def test_smooth_moments_are_smoothed_and_then_held() -> None:
    taken = (levels(40)[:1] - 20).numpy().astype(np.float16)
    held = Repeated(taken, smooth=True)
    wanted = smoothed(torch.from_numpy(taken.astype(np.float32)))[0].numpy()
    np.testing.assert_allclose(held[0], wanted.repeat(3, 1), atol=0.05)
    np.testing.assert_array_equal(held[:1][0], held[0])


def test_the_teacher_learns_nothing_from_an_artist_it_is_asked_about() -> None:
    random = np.random.default_rng(0)
    # Every artist has a place of its own and a genre by chance: only a leak could tell it.
    artists = np.arange(60).repeat(4)
    place = random.normal(size=(60, 20)).astype(np.float32)[artists]
    rows = place + 0.05 * random.normal(size=place.shape).astype(np.float32)
    truth = random.permutation(np.arange(60) % LABELS)[artists]
    scores = held_out_scores([rows], truth, artists.astype(str))
    assert (scores.argmax(1) == truth).mean() < 0.6


def test_the_teacher_knows_what_artists_share() -> None:
    random = np.random.default_rng(0)
    truth = np.arange(240) % LABELS
    rows = random.normal(size=(240, 20)).astype(np.float32)
    rows[:, :LABELS] += 4 * np.eye(LABELS, dtype=np.float32)[truth]
    scores = held_out_scores([rows, rows[:, ::-1]], truth, (np.arange(240) // 4).astype(str))
    assert (scores.argmax(1) == truth).mean() > 0.9

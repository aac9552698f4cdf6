"""The parts of the loss against PyTorch's own, and what mixing and missing labels do to it."""

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from tests.training.networks.tiny import recipe
from training.networks.losses import Units, loss_of
from training.networks.many_heads import Answer
from training.networks.recipe import Recipe
from training.networks.sets import UNLABELLED, Batch

pytestmark = pytest.mark.training

NO_UNITS = Units(None, None)
TRUTH = torch.tensor([0, 2, 1, 2, 0, 1])


def logits() -> Tensor:
    torch.manual_seed(4)
    return torch.randn(6, 3)


def loss(
    truth: Tensor,
    chosen: Recipe,
    units: Units = NO_UNITS,
    scores: Tensor | None = None,
    mix: tuple[Tensor, Tensor] | None = None,
) -> float:
    answer = Answer(logits(), torch.zeros(6, 1), torch.zeros(6, 1))
    batch = Batch(torch.zeros(6, 1), truth, scores, None)
    return float(loss_of(answer, batch, mix, chosen, units))


def test_weighted_labels_count_as_pytorch_counts_them() -> None:
    weights = torch.tensor([1.0, 9.0, 2.0])
    expected = functional.cross_entropy(logits(), TRUTH, weight=weights)
    assert loss(TRUTH, recipe(), Units(weights, None)) == pytest.approx(float(expected))


def test_smoothed_labels_count_as_pytorch_counts_them() -> None:
    expected = functional.cross_entropy(logits(), TRUTH, label_smoothing=0.1)
    assert loss(TRUTH, recipe(label_smoothing=0.1)) == pytest.approx(float(expected))


def test_inputs_without_a_label_do_not_count() -> None:
    partly = TRUTH.clone()
    partly[3:] = UNLABELLED
    expected = functional.cross_entropy(logits()[:3], TRUTH[:3])
    assert loss(partly, recipe()) == pytest.approx(float(expected))


def test_a_mixed_input_is_partly_each_label() -> None:
    partners, share = torch.tensor([1, 0, 3, 2, 5, 4]), torch.full((6,), 0.7)
    own = functional.cross_entropy(logits(), TRUTH)
    other = functional.cross_entropy(logits(), TRUTH[partners])
    given = loss(TRUTH, recipe(), mix=(partners, share))
    assert given == pytest.approx(float(0.7 * own + 0.3 * other))


def test_a_teacher_that_agrees_costs_nothing() -> None:
    only_teacher = recipe(teacher_weight=1.0, teacher_temperature=3.0)
    assert loss(TRUTH, only_teacher, scores=logits() + 5) == pytest.approx(0, abs=1e-6)
    assert loss(TRUTH, only_teacher, scores=-logits()) > 0.1


def test_labels_and_teacher_share_the_loss() -> None:
    parts = [loss(TRUTH, recipe(teacher_weight=weight), scores=-logits()) for weight in (0, 0.5, 1)]
    assert parts[1] == pytest.approx((parts[0] + parts[2]) / 2)

"""What a training minimises: labels, a teacher's scores and a teacher's embedding."""

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.networks.augment import mixed
from training.networks.many_heads import Answer
from training.networks.recipe import Recipe
from training.networks.sets import UNLABELLED, Batch, TrainingSet


class Units(NamedTuple):
    """What a set's loss is counted in.

    Attributes:
        class_weights: (labels,) or None.
        spread: (d,) deviation of the teacher's embedding, or None.
    """

    class_weights: Tensor | None
    spread: Tensor | None


def loss_of(
    answer: Answer,
    batch: Batch,
    mix: tuple[Tensor, Tensor] | None,
    recipe: Recipe,
    units: Units,
) -> Tensor:
    """The loss of one step.

    Args:
        answer: The network's, to inputs mixed by `mix`.
        batch: What is known of the inputs before mixing.
        mix: Of `augment.mixing`.
        recipe: Weights of the parts.
        units: Weights of labels and of a teacher's dimensions.
    """
    logits = answer.logits.float()
    taught = batch.scores is not None and recipe.teacher_weight > 0
    of_teacher = recipe.teacher_weight if taught else 0.0
    loss = (1 - of_teacher) * _of_labels(logits, batch.truth, mix, recipe, units.class_weights)
    if taught:
        assert batch.scores is not None
        loss = loss + of_teacher * _of_scores(logits, batch.scores, mix, recipe)
    if batch.embeddings is not None and recipe.embedding_weight:
        wanted = mixed(batch.embeddings, mix)
        unit = torch.ones_like(wanted[0]) if units.spread is None else units.spread
        distance = functional.smooth_l1_loss(answer.towards.float() / unit, wanted / unit)
        loss = loss + recipe.embedding_weight * distance
    return loss


def units_of(one: TrainingSet, device: torch.device) -> Units:
    """A set's class weights and the deviation of its teacher's embedding, where it has them."""
    weights = None if one.class_weights is None else torch.from_numpy(one.class_weights).to(device)
    if one.embeddings is None:
        return Units(weights, None)
    spread = one.embeddings.std(0).astype(np.float32) + np.float32(1e-6)
    return Units(weights, torch.from_numpy(spread).to(device))


def _of_labels(
    logits: Tensor,
    truth: Tensor,
    mix: tuple[Tensor, Tensor] | None,
    recipe: Recipe,
    class_weights: Tensor | None,
) -> Tensor:
    """Cross entropy with smoothed, mixed and weighted labels; unlabelled rows do not count."""
    labels = logits.shape[1]
    hard = functional.one_hot(truth.clamp_min(0), labels).float()
    hard = hard * (truth != UNLABELLED)[:, None]
    weight = hard if class_weights is None else hard * class_weights
    counted = hard.sum(1, keepdim=True)
    smooth = recipe.label_smoothing
    target = (1 - smooth) * hard + smooth / labels * counted
    target = mixed(target * weight.sum(1, keepdim=True), mix)
    total = mixed(weight.sum(1), mix).sum().clamp_min(1e-6)
    return -(target * torch.log_softmax(logits, 1)).sum() / total


def _of_scores(
    logits: Tensor, scores: Tensor, mix: tuple[Tensor, Tensor] | None, recipe: Recipe
) -> Tensor:
    """Kullback–Leibler divergence from the teacher, both softened (Hinton et al. 2015)."""
    heat = recipe.teacher_temperature
    wanted = mixed(torch.softmax(scores / heat, 1), mix)
    given = torch.log_softmax(logits / heat, 1)
    return heat**2 * functional.kl_div(given, wanted, reduction="batchmean")

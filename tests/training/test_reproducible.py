"""The same fit twice on one machine: alike to 1e-6 for tables, and for networks on one thread."""

import numpy as np
import pytest

from training.evaluate import labelled
from training.heads import fit_head, logits_of
from training.shipping.familiarity import fit_centres
from training.svc import fit_svc, svc_graph, svc_logits

pytestmark = pytest.mark.training

CLIPS = labelled(
    [f"clip-{n}" for n in range(60)],
    [("blues", "jazz", "rock")[n // 2 % 3] for n in range(60)],
    [f"artist-{n // 2}" for n in range(60)],
)
ROWS = (
    np.random.default_rng(0).normal(0, 1, (60, 3, 8)) + 0.7 * CLIPS.truth[:, None, None]
).astype(np.float32)


def test_a_machine_is_fitted_alike_twice() -> None:
    twice = [fit_svc(ROWS, CLIPS.genres, CLIPS.artists) for _ in range(2)]
    first, second = (svc_logits(machine, ROWS) for machine in twice)
    assert np.abs(first - second).max() <= 1e-6
    assert svc_graph(twice[0], 8, 3) == svc_graph(twice[1], 8, 3)


def test_heads_and_centres_are_fitted_alike_twice() -> None:
    first, second = (logits_of(fit_head(ROWS, CLIPS.genres), ROWS) for _ in range(2))
    assert np.abs(first - second).max() <= 1e-6
    near, again = (fit_centres(ROWS).distances(ROWS) for _ in range(2))
    assert np.abs(near - again).max() <= 1e-6

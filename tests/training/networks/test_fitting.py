"""The loop: exact resume after a kill, rates and frozen layers, teachers, several sets."""

import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from tests.training.networks.tiny import SILENT, bright_and_dark, fitted_weights, recipe, tiny
from training.networks.fitting import fit
from training.networks.many_heads import ManyHeads, answers
from training.networks.sets import UNLABELLED, TrainingSet
from training.refusal import Refused

pytestmark = pytest.mark.training

KILLED = """
import os, signal, sys
from pathlib import Path
import torch
torch.set_num_threads(1)
from tests.training.networks.tiny import fitted_weights

def die(sentence):
    if sentence.startswith("Epoch 2"):
        os.kill(os.getpid(), signal.SIGKILL)

fitted_weights(die, Path(sys.argv[1]))
"""


def test_a_killed_training_goes_on_to_the_very_same_weights(tmp_path: Path) -> None:
    checkpoint = tmp_path / "checkpoint.npz"
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(checkpoint)],
        check=False,
        cwd=Path(__file__).parents[3],
        timeout=100,
    )
    assert ended.returncode == -signal.SIGKILL
    told: list[str] = []
    resumed = fitted_weights(told.append, checkpoint)
    assert told[0].startswith("Going on after epoch 2")
    uninterrupted = fitted_weights(SILENT, None)
    assert set(resumed) == set(uninterrupted)
    for name, value in uninterrupted.items():
        assert torch.equal(resumed[name], value), name


def test_a_checkpoint_of_another_training_is_refused(tmp_path: Path) -> None:
    checkpoint = tmp_path / "checkpoint.npz"
    fit(tiny(), [bright_and_dark()], [], recipe(epochs=1), SILENT, checkpoint=checkpoint)
    with pytest.raises(Refused, match="other numbers"):
        fit(
            tiny(),
            [bright_and_dark()],
            [],
            recipe(epochs=1, batch=5),
            SILENT,
            checkpoint=checkpoint,
        )


def test_a_damaged_checkpoint_is_refused(tmp_path: Path) -> None:
    checkpoint = tmp_path / "checkpoint.npz"
    checkpoint.write_bytes(b"no archive")
    with pytest.raises(Refused, match="delete it"):
        fit(tiny(), [bright_and_dark()], [], recipe(), SILENT, checkpoint=checkpoint)


def test_bright_and_dark_spectra_are_learned_and_the_curves_say_so() -> None:
    network = tiny()
    fitted = fit(network, [bright_and_dark()], [bright_and_dark(1)], recipe(epochs=12), SILENT)
    assert fitted.curves["validation"][-1] > 0.9
    assert len(fitted.curves["train"]) == fitted.epochs == 12
    assert fitted.curves["train_loss"][-1] < fitted.curves["train_loss"][0]


def test_the_same_seed_gives_the_same_weights_and_another_does_not() -> None:
    weights = []
    for seed in (3, 3, 4):
        network = tiny()
        fit(network, [bright_and_dark()], [], recipe(epochs=1, seed=seed), SILENT)
        weights.append(network.heads["set"].state_dict()["weight"].clone())
    assert torch.equal(weights[0], weights[1])
    assert not torch.equal(weights[0], weights[2])


def test_fitting_leaves_the_callers_random_numbers_alone() -> None:
    torch.manual_seed(5)
    expected = torch.rand(1)
    torch.manual_seed(5)
    network = tiny(seed=None)
    torch.manual_seed(5)
    fit(network, [bright_and_dark()], [], recipe(epochs=1), SILENT)
    assert torch.equal(torch.rand(1), expected)


def test_a_frozen_trunk_keeps_weights_and_batch_norm_statistics() -> None:
    network = tiny()
    before = {name: value.clone() for name, value in network.trunk.state_dict().items()}
    fit(network, [bright_and_dark()], [], recipe(rates={"trunk.": 0.0}), SILENT)
    for name, value in network.trunk.state_dict().items():
        assert torch.equal(value, before[name]), name


def test_in_the_heads_own_epochs_the_trunk_rests_and_then_learns() -> None:
    states = []
    for epochs, head_epochs in ((1, 1), (2, 1)):
        network = tiny()
        before = {name: value.clone() for name, value in network.trunk.state_dict().items()}
        chosen = recipe(epochs=epochs, head_epochs=head_epochs)
        fit(network, [bright_and_dark()], [], chosen, SILENT)
        after = network.trunk.state_dict()
        states.append(all(torch.equal(after[name], before[name]) for name in before))
    assert states == [True, False]


def test_a_smaller_rate_moves_a_layer_less() -> None:
    moved = []
    for rate in (1.0, 0.01):
        network = tiny()
        before = network.trunk.state_dict()["0.weight"].clone()
        fit(network, [bright_and_dark()], [], recipe(rates={"trunk.0.": rate}), SILENT)
        moved.append(float((network.trunk.state_dict()["0.weight"] - before).abs().mean()))
    assert moved[1] < 0.1 * moved[0]


@pytest.mark.parametrize("rates", [{"nothing.": 0.5}, {"trunk.": 0.0, "heads.": 0.0}])
def test_rates_that_name_nothing_or_freeze_everything_are_refused(rates: dict[str, float]) -> None:
    with pytest.raises(Refused, match=r"names no parameter|is frozen"):
        fit(tiny(), [bright_and_dark()], [], recipe(rates=rates), SILENT)


def test_early_stopping_goes_back_to_the_best_epoch() -> None:
    backwards = bright_and_dark(1, swapped=True)
    network = tiny()
    fitted = fit(network, [bright_and_dark()], [backwards], recipe(epochs=20, patience=3), SILENT)
    assert fitted.epochs == fitted.best_epoch + 3 < 20
    given, _ = answers(network, "set", backwards.inputs)
    loss = -given[np.arange(len(given)), backwards.truth].mean()
    assert loss == pytest.approx(fitted.curves["validation_loss"][fitted.best_epoch - 1], abs=1e-4)


def test_early_stopping_without_recordings_to_judge_by_is_refused() -> None:
    with pytest.raises(Refused, match="set aside"):
        fit(tiny(), [bright_and_dark()], [], recipe(patience=2), SILENT)


def test_averaged_weights_are_the_mean_of_the_last_steps() -> None:
    chosen = recipe(epochs=2, average_last=1.0, batch=20, schedule="constant", warm_up=0.0)
    seen: list[torch.Tensor] = []
    network = tiny()
    head = network.heads["set"]
    head.register_forward_pre_hook(
        lambda module, _: seen.append(module.weight.detach().clone()) if module.training else None
    )
    fit(network, [bright_and_dark()], [], chosen, SILENT)
    last = tiny()
    fit(
        last,
        [bright_and_dark()],
        [],
        recipe(epochs=2, batch=20, schedule="constant", warm_up=0.0),
        SILENT,
    )
    after_each_step = torch.stack([*seen[1:], last.heads["set"].state_dict()["weight"]])
    torch.testing.assert_close(head.state_dict()["weight"], after_each_step.mean(0))


def test_one_trunk_learns_two_label_sets_through_maps_of_their_own() -> None:
    torch.manual_seed(0)
    narrow = bright_and_dark(2, bands=12, name="narrow")
    trunk = tiny().trunk
    network = ManyHeads(
        trunk,
        {"set": nn.Linear(8, 2), "narrow": nn.Linear(8, 2)},
        {"narrow": Widened(12, 24)},
    )
    fit(network, [bright_and_dark(), narrow], [], recipe(epochs=12), SILENT)
    for one in (bright_and_dark(1), bright_and_dark(3, bands=12, name="narrow")):
        given, _ = answers(network, one.name, one.inputs)
        assert (given.argmax(1) == one.truth).mean() > 0.9


class Widened(nn.Module):
    """An input map from fewer bands to the trunk's."""

    def __init__(self, few: int, many: int) -> None:
        super().__init__()
        self.bands = nn.Linear(few, many)

    def forward(self, heard: torch.Tensor) -> torch.Tensor:
        """Map (n, few, frames) to (n, many, frames)."""
        mapped: torch.Tensor = self.bands(heard.transpose(1, 2)).transpose(1, 2)
        return mapped


def test_a_student_learns_from_a_teachers_scores_without_labels() -> None:
    known = bright_and_dark()
    scores = np.where(known.truth[:, None] == np.arange(2), 3.0, -3.0).astype(np.float32)
    unlabelled = TrainingSet(
        name="set", inputs=known.inputs, truth=np.full_like(known.truth, UNLABELLED), scores=scores
    )
    network = tiny()
    chosen = recipe(epochs=12, teacher_weight=1.0, teacher_temperature=2.0)
    fit(network, [unlabelled], [], chosen, SILENT)
    judged = bright_and_dark(1)
    given, _ = answers(network, "set", judged.inputs)
    assert (given.argmax(1) == judged.truth).mean() > 0.9


def test_the_smooth_l1_term_draws_the_embedding_to_the_teachers() -> None:
    known = bright_and_dark()
    wanted = np.stack([known.truth, 1 - known.truth, known.truth], 1).astype(np.float32)
    taught = TrainingSet(
        name="set", inputs=known.inputs, truth=known.truth, embeddings=wanted * 2 + 1
    )
    distances = []
    for weight in (0.0, 5.0):
        torch.manual_seed(0)
        trunk = tiny().trunk
        network = ManyHeads(trunk, {"set": nn.Linear(8, 2)}, towards={"set": nn.Linear(8, 3)})
        fit(network, [taught], [], recipe(epochs=40, embedding_weight=weight), SILENT)
        with torch.no_grad():
            heard = torch.from_numpy(np.stack(known.inputs))
            given = network(heard, "set").towards.numpy()
        distances.append(float(np.abs(given - (wanted * 2 + 1)).mean()))
    assert distances[1] < 0.5 * distances[0]


def test_a_loss_that_is_no_number_ends_with_a_sentence() -> None:
    broken = TrainingSet(
        name="set", inputs=[np.full((24, 16), np.nan, np.float32)] * 8, truth=np.zeros(8, np.int64)
    )
    with pytest.raises(Refused, match="lower the learning rate"):
        fit(tiny(), [broken], [], recipe(), SILENT)


@pytest.mark.parametrize("precision", ["auto", "bf16"])
def test_mixed_precision_keeps_the_weights_in_full(precision: str) -> None:
    network = tiny()
    fitted = fit(network, [bright_and_dark()], [], recipe(epochs=12, precision=precision), SILENT)
    assert {value.dtype for value in network.trunk.parameters()} == {torch.float32}
    assert fitted.curves["train"][-1] > 0.8


@pytest.mark.parametrize("change", [{"epochs": 0}, {"optimiser": "magic"}, {"crop": (5, 3)}])
def test_numbers_that_make_no_training_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(Refused):
        recipe(**change)

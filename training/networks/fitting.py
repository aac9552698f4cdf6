"""The loop that fits every network: several sets, teachers, averaging, early stop, exact resume."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.networks import checkpoint as keeping
from training.networks.augment import mixed, mixing, varied
from training.networks.averaging import Average, copied_state, standing_in
from training.networks.losses import loss_of, units_of
from training.networks.many_heads import ManyHeads, answers
from training.networks.optimising import (
    chosen_device,
    freeze,
    optimiser_of,
    precision_of,
    set_rates,
    set_training,
)
from training.networks.recipe import Recipe
from training.networks.sets import (
    UNLABELLED,
    TrainingSet,
    batch_of,
    order_of_epoch,
    steps_of_epoch,
)
from training.refusal import Refused

Curves = dict[str, list[float]]
CURVES = ("train_loss", "train", "validation_loss", "validation")


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a training gave beside the weights, which stay in the network.

    Attributes:
        curves: By name of CURVES one number an epoch: mean loss of the steps, accuracy on the
            varied training inputs, log loss and accuracy on validation inputs.
        epochs: How many were gone through.
        best_epoch: From which the weights are, counted from 1.
        seconds: Of the processor, those before a kill included.
    """

    curves: Curves
    epochs: int
    best_epoch: int
    seconds: float


def fit(
    network: ManyHeads,
    training: Sequence[TrainingSet],
    validation: Sequence[TrainingSet],
    recipe: Recipe,
    report: Callable[[str], None],
    *,
    checkpoint: Path | None = None,
) -> Fitted:
    """Fit the network in place; it is in evaluation mode afterwards, on the processor.

    With a checkpoint the state is kept after each epoch, and a training that was killed goes on
    from there: every epoch draws from a seed of its own, so the weights are those of a training
    that was never interrupted.

    Args:
        network: Its heads bear the names of the sets.
        training: Each step hears one of them.
        validation: Heard whole after each epoch; with `patience` they choose the weights, so they
            must not be what the model is judged on.
        recipe: The numbers.
        report: Told after each epoch.
        checkpoint: Where the state is kept; None keeps nothing.

    Raises:
        Refused: The recipe or the checkpoint does not fit the network, patience has nothing to
            judge by, or the loss is no number.
    """
    if recipe.patience and not validation:
        raise Refused("Early stopping needs recordings to validate on; set aside some of them.")
    with torch.random.fork_rng(devices=[]):
        run = _Fitting(network, training, validation, recipe)
        if checkpoint is not None and checkpoint.exists():
            run.restore(checkpoint)
            report(f"Going on after epoch {run.epoch} from {checkpoint.name}.")
        while not run.ended:
            run.one_epoch()
            if checkpoint is not None:
                run.keep(checkpoint)
            report(run.sentence())
        return run.finish()


def judged(network: ManyHeads, sets: Sequence[TrainingSet]) -> tuple[float, float]:
    """Log loss and accuracy over all inputs of labelled sets."""
    losses, right = [], []
    for one in sets:
        given, _ = answers(network, one.name, one.inputs)
        losses.append(-given[np.arange(len(given)), one.truth])
        right.append(given.argmax(1) == one.truth)
    return float(np.concatenate(losses).mean()), float(np.concatenate(right).mean())


class _Fitting:
    """The state of one training between two epochs."""

    def __init__(
        self,
        network: ManyHeads,
        training: Sequence[TrainingSet],
        validation: Sequence[TrainingSet],
        recipe: Recipe,
    ) -> None:
        self._device = chosen_device()
        self._network = network.to(self._device)
        self._training, self._validation, self._recipe = training, validation, recipe
        freeze(network, recipe.rates)
        self._optimiser = optimiser_of(network, recipe)
        self._fingerprint = keeping.fingerprint(network, training, recipe)
        self._steps = recipe.epochs * steps_of_epoch(training, recipe)
        self._units = {one.name: units_of(one, self._device) for one in training}
        self._average = Average()
        self._best: dict[str, Tensor] = {}
        self._best_epoch, self._seconds = 0, 0.0
        self._curves: Curves = {name: [] for name in CURVES}
        self.epoch = 0

    @property
    def ended(self) -> bool:
        """Whether all epochs are done, or the last ones brought nothing."""
        waited = self.epoch - self._best_epoch
        patience = self._recipe.patience
        return self.epoch >= self._recipe.epochs or bool(patience and waited >= patience)

    def one_epoch(self) -> None:
        """Go through every set once, then judge."""
        began = time.process_time()
        seed = self._recipe.seed * 100_003 + self.epoch
        random = torch.Generator().manual_seed(seed)
        torch.manual_seed(seed)
        heads_only = self.epoch < self._recipe.head_epochs
        set_training(self._network, heads_only=heads_only)
        losses, right, step = [], [], self.epoch * (self._steps // self._recipe.epochs)
        for one, numbers in order_of_epoch(self._training, self._recipe, random):
            set_rates(self._optimiser, self._recipe, step, self._steps, heads_only=heads_only)
            loss, hits = self._step(one, numbers, random)
            losses.append(loss)
            right.append(hits)
            step += 1
            if step > self._steps * (1 - self._recipe.average_last):
                self._average.add(self._network)
        self.epoch += 1
        self._note("train_loss", float(np.mean(losses)))
        known = np.concatenate(right)
        self._note("train", float(known.mean()) if len(known) else float("nan"))
        self._judge()
        self._seconds += time.process_time() - began

    def _step(
        self, one: TrainingSet, numbers: Tensor, random: torch.Generator
    ) -> tuple[float, NDArray[np.bool_]]:
        """One step; gives its loss and which of the labelled inputs were right."""
        recipe = self._recipe
        batch = batch_of(one, numbers, recipe.crop, random)
        mix = mixing(len(batch.heard), recipe.augmentation, random)
        heard = mixed(varied(batch.heard, recipe.augmentation, random), mix).to(self._device)
        batch = batch.to(self._device)
        mix = None if mix is None else (mix[0].to(self._device), mix[1].to(self._device))
        with precision_of(recipe, self._device):
            answer = self._network(heard, one.name)
        loss = one.share * loss_of(answer, batch, mix, recipe, self._units[one.name])
        self._optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        if recipe.clip:
            torch.nn.utils.clip_grad_norm_(self._network.parameters(), recipe.clip)
        self._optimiser.step()
        value = float(loss.detach())
        if not np.isfinite(value):
            raise Refused(
                f"The loss is no number in epoch {self.epoch + 1}; lower the learning rate."
            )
        told = answer.logits.argmax(1).cpu().numpy()
        truth = batch.truth.cpu().numpy()
        return value, (told == truth)[truth != UNLABELLED]

    def _judge(self) -> None:
        """Log loss and accuracy on the validation sets, of the averaged weights if there are."""
        if not self._validation:
            self._best_epoch = self.epoch
            return
        with standing_in(self._network, self._average.state):
            loss, accuracy = judged(self._network, self._validation)
            better = loss < min(self._curves["validation_loss"], default=np.inf)
            if better and self._recipe.patience:
                self._best = copied_state(self._network)
        if better or not self._recipe.patience:
            self._best_epoch = self.epoch
        self._note("validation_loss", loss)
        self._note("validation", accuracy)

    def _note(self, name: str, value: float) -> None:
        self._curves[name].append(round(value, 5))

    def sentence(self) -> str:
        """How it stands."""
        last = {name: values[-1] for name, values in self._curves.items() if values}
        told = ", ".join(f"{name.replace('_', ' ')} {value:.3f}" for name, value in last.items())
        return f"Epoch {self.epoch} of {self._recipe.epochs}: {told}; {self._seconds:.0f} s."

    def keep(self, path: Path) -> None:
        """Write everything that the next epoch depends on."""
        states = {
            "network": self._network.state_dict(),
            "optimiser": keeping.optimiser_state(self._optimiser),
            "average": self._average.state,
            "best": self._best,
        }
        meta = {
            "fingerprint": self._fingerprint,
            "epoch": self.epoch,
            "best_epoch": self._best_epoch,
            "averaged": self._average.steps,
            "seconds": self._seconds,
            "curves": self._curves,
        }
        keeping.write_checkpoint(path, states, meta)

    def restore(self, path: Path) -> None:
        """Go on from a checkpoint."""
        states, meta = keeping.read_checkpoint(path, self._fingerprint)
        self._network.load_state_dict(states["network"])
        keeping.restore_optimiser(self._optimiser, states.get("optimiser", {}))
        self._average.restore(self._placed(states.get("average", {})), meta["averaged"])
        self._best = self._placed(states.get("best", {}))
        self.epoch, self._best_epoch = meta["epoch"], meta["best_epoch"]
        self._seconds, self._curves = meta["seconds"], meta["curves"]

    def _placed(self, state: dict[str, Tensor]) -> dict[str, Tensor]:
        return {name: value.to(self._device) for name, value in state.items()}

    def finish(self) -> Fitted:
        """Give the network its final weights: the best, else the averaged, else the last."""
        final = self._best or self._average.state
        if final:
            self._network.load_state_dict(final)
        self._network.eval().to("cpu")
        return Fitted(self._curves, self.epoch, self._best_epoch, self._seconds)

"""Fits a config's network in one round: its sets, teacher and input maps, then its answers."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from training.networks.architectures import trunk_of, width_of
from training.networks.data import set_name
from training.networks.fitting import Fitted, fit
from training.networks.graph import network_graph
from training.networks.input_maps import map_of
from training.networks.learners import Taught
from training.networks.many_heads import ManyHeads, answers
from training.networks.material import Chosen, Material
from training.networks.norms import state_for
from training.networks.pretrained import Pretrained
from training.networks.recipe import Recipe, recipe_from
from training.networks.rounds import Numbers, Round, inner_parts
from training.networks.sets import TrainingSet
from training.networks.teachers import Teacher
from training.refusal import Refused

ASKED_AGAIN = 1_000  # pieces it was fitted on that are judged too


class NetworkLearner:
    """Fits one config's network, round after round."""

    def __init__(
        self,
        config: Mapping[str, Any],
        materials: Mapping[str, Material],
        teacher: Teacher | None,
        checkpoint: Callable[[Round], Path],
        say: Callable[[str], None],
        *,
        weights: Path | None = None,
    ) -> None:
        """Keep what every round needs.

        Args:
            config: With `model`, `training` and perhaps `input` and `also`.
            materials: By set, the judged one first.
            teacher: Of the judged set's tracks.
            checkpoint: Where an interrupted fit of a round is kept.
            say: Told after each epoch.
            weights: Folder of the published weights, for a network that begins with them.
        """
        self._config, self._name = config, next(iter(materials))
        self._materials, self._teacher = materials, teacher
        self._checkpoint, self._say, self._weights = checkpoint, say, weights
        self._network: ManyHeads | None = None

    @property
    def _material(self) -> Material:
        return self._materials[self._name]

    def teach(self, one: Round) -> Taught:
        """Fit on the round's training side and answer its other."""
        recipe = recipe_from(self._config["training"], one.training_seed)
        learnt, watched = one.train, one.held
        if recipe.patience:
            learnt, watched = inner_parts(self._material.index, one.train, one.training_seed)
        self._network = self._new_network(learnt, one.training_seed)
        self._refuse_unfit(recipe)
        path = self._checkpoint(one)
        fitted = fit(
            self._network,
            self._sets(learnt, recipe),
            [self._pieces_of(self._material.middle_of_tracks(watched))],
            recipe,
            self._say,
            checkpoint=path,
        )
        path.unlink(missing_ok=True)
        return self._answered(one, learnt, fitted)

    def _refuse_unfit(self, recipe: Recipe) -> None:
        """Refuse pieces that the network cannot take, or that make no batch, before the fit."""
        hearing = self._config["hearing"]
        pieces = self._material.piece
        whole = range(len(self._material.rows)) if hearing == "whole" else ()
        if recipe.crop is None and len({pieces(n).shape for n in whole}) > 1:
            raise Refused(
                f"Heard as {hearing}, recordings differ in length: give the config's [training] "
                "table a crop, or hear pieces of some seconds."
            )
        assert self._network is not None
        try:
            answers(self._network, self._name, [pieces(0)])
        except (RuntimeError, ValueError) as error:
            raise Refused(
                f"The network of {self._config['name']} cannot take what is heard as {hearing}; "
                "choose another --hearing, or another model."
            ) from error

    def _answered(self, one: Round, learnt: Numbers, fitted: Fitted) -> Taught:
        assert self._network is not None
        held = self._material.of_tracks(one.held)
        given, _ = answers(self._network, self._name, Chosen(self._material.piece, held))
        again = self._material.of_tracks(learnt)
        again = np.random.default_rng(0).permutation(again)[:ASKED_AGAIN]
        heard, _ = answers(self._network, self._name, Chosen(self._material.piece, again))
        right = heard.argmax(1) == self._material.truth(again)
        state = state_for(self._network.state_dict(), self._name)
        return Taught(
            pieces=held,
            log_probabilities=given,
            seconds=fitted.seconds,
            fitted_accuracy=float(right.mean()),
            curves={name: fitted.curves[name] for name in ("train", "validation")},
            state={name: value.numpy() for name, value in state.items()},
        )

    def graph(self) -> bytes:
        """The last fit as an ONNX graph that takes pieces."""
        assert self._network is not None
        example = torch.from_numpy(self.windows(1))
        return network_graph(self._network, self._name, example, self._material.feature)

    def windows(self, count: int) -> NDArray[np.float32]:
        """The first pieces (count, …), of whole tracks those as long as the first, in turn."""
        heard = [self._material.piece(n % len(self._material.rows)) for n in range(count)]
        alike = [piece for piece in heard if piece.shape == heard[0].shape]
        return np.stack([alike[n % len(alike)] for n in range(count)]).astype(np.float32)

    def _new_network(self, learnt: Numbers, seed: int) -> ManyHeads:
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            trunk = trunk_of(self._config["model"])
            if self._weights is not None and isinstance(trunk, Pretrained):
                trunk.begin(self._weights)
            width = width_of(trunk)
            heads: dict[str, nn.Module] = {
                name: nn.Linear(width, len(material.index.labels))
                for name, material in self._materials.items()
            }
            maps = {name: self._map(name, learnt) for name in self._materials}
            return ManyHeads(trunk, heads, maps, self._towards(width))

    def _map(self, name: str, learnt: Numbers) -> nn.Module:
        material = self._materials[name]
        wanted = self._table_of(name).get("map", "")
        tracks = learnt if name == self._name else np.arange(len(material.index.items))
        return map_of(wanted, material, tracks)

    def _towards(self, width: int) -> dict[str, nn.Module]:
        """A linear way to a teacher's embedding."""
        if self._teacher is None or self._teacher.embeddings is None:
            return {}
        return {self._name: nn.Linear(width, self._teacher.embeddings.shape[1])}

    def _sets(self, learnt: Numbers, recipe: Recipe) -> list[TrainingSet]:
        sets = [self._training_set(self._name, learnt, recipe)]
        for name, material in self._materials.items():
            if name != self._name:
                sets.append(self._training_set(name, np.arange(len(material.index.items)), recipe))
        return sets

    def _training_set(self, name: str, tracks: Numbers, recipe: Recipe) -> TrainingSet:
        material = self._materials[name]
        pieces = material.of_tracks(tracks)
        rows = material.rows[pieces] if recipe.crop is None else tracks
        inputs = (
            Chosen(material.piece, pieces) if recipe.crop is None else Chosen(material.track, rows)
        )
        truth, labels = material.index.truth[rows], material.index.labels
        weights = None
        if self._config.get("balanced"):
            counts = np.bincount(truth, minlength=len(labels))
            weights = (len(truth) / np.maximum(counts, 1) / len(labels)).astype(np.float32)
        teacher = self._teacher if name == self._name else None
        taught = [material.index.items[int(row)].track for row in rows]
        return TrainingSet(
            name=name,
            inputs=inputs,
            truth=truth,
            class_weights=weights,
            scores=teacher.scores_of(taught, labels) if teacher else None,
            embeddings=teacher.embeddings_of(taught) if teacher else None,
            share=float(self._table_of(name).get("share", 1.0)),
        )

    def _table_of(self, name: str) -> Mapping[str, Any]:
        """The config's table about a set's inputs."""
        if name == self._name:
            table: Mapping[str, Any] = self._config.get("input", {})
            return table
        return next(also for also in self._config["also"] if set_name(also) == name)

    def _pieces_of(self, pieces: Numbers) -> TrainingSet:
        material = self._material
        inputs = Chosen(material.piece, pieces)
        return TrainingSet(name=self._name, inputs=inputs, truth=material.truth(pieces))

"""A training's whole state in one file, so that a killed training goes on exactly."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.cache import replacing
from training.damage import Damaged, arrays_of
from training.networks.recipe import Recipe
from training.networks.sets import TrainingSet
from training.refusal import Refused

_META = "meta"


def fingerprint(network: nn.Module, sets: Sequence[TrainingSet], recipe: Recipe) -> str:
    """A digest of what a checkpoint must share with the training that goes on from it."""
    total = hashlib.sha256(json.dumps(asdict(recipe), sort_keys=True).encode())
    for name, value in network.state_dict().items():
        total.update(f"{name} {tuple(value.shape)}".encode())
    for one in sets:
        total.update(f"{one.name} {len(one.inputs)} {one.share}".encode())
        for table in (one.truth, one.class_weights, one.scores, one.embeddings):
            if table is not None:
                total.update(np.ascontiguousarray(table).tobytes())
    return total.hexdigest()


def write_checkpoint(
    path: Path, states: Mapping[str, Mapping[str, Tensor]], meta: Mapping[str, Any]
) -> None:
    """Keep named states and what JSON can hold, whole or not at all."""
    arrays: dict[str, NDArray[Any]] = {
        f"{part}/{name}": value.detach().cpu().numpy()
        for part, state in states.items()
        for name, value in state.items()
    }
    arrays[_META] = np.frombuffer(json.dumps(meta).encode(), np.uint8)
    with replacing(path) as target, target.open("wb") as stream:
        np.savez(stream, allow_pickle=False, **arrays)


def read_checkpoint(
    path: Path, expected: str
) -> tuple[dict[str, dict[str, Tensor]], dict[str, Any]]:
    """What `write_checkpoint` kept: states by name, and the rest.

    Raises:
        Refused: The file is no checkpoint, or one of another training.
    """
    states: dict[str, dict[str, Tensor]] = {}
    try:
        kept = arrays_of(path)
        meta: dict[str, Any] = json.loads(kept[_META].tobytes())
    except (Damaged, KeyError, ValueError) as error:
        raise Refused(f"{path} cannot be read as a checkpoint ({error}); delete it.") from error
    for key, value in kept.items():
        part, _, name = key.partition("/")
        if name:
            states.setdefault(part, {})[name] = torch.from_numpy(value)
    if meta.get("fingerprint") != expected:
        raise Refused(
            f"The checkpoint {path} belongs to a training with other numbers, layers or "
            "recordings; delete it, or name another folder."
        )
    return states, meta


def optimiser_state(optimiser: torch.optim.Optimizer) -> dict[str, Tensor]:
    """The optimiser's moments by "number/name"."""
    return {
        f"{number}/{name}": torch.as_tensor(value)
        for number, moments in optimiser.state_dict()["state"].items()
        for name, value in moments.items()
        if value is not None
    }


def restore_optimiser(optimiser: torch.optim.Optimizer, kept: Mapping[str, Tensor]) -> None:
    """Put the moments back."""
    moments: dict[int, dict[str, Tensor]] = {}
    for key, value in kept.items():
        number, _, name = key.partition("/")
        moments.setdefault(int(number), {})[name] = value
    groups = optimiser.state_dict()["param_groups"]
    optimiser.load_state_dict({"state": moments, "param_groups": groups})

"""Rounds of a run that are done, kept one by one, so that an interrupted run goes on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.cache import replacing
from training.damage import damage_of
from training.networks.learners import Taught
from training.networks.rounds import Round

_STATE = "state/"
_DIGITS = 12


class KeptRounds:
    """A folder with one file for each round of one config on one state of the data.

    A file that is damaged is told of and counts as not there: what it held is made again.
    """

    def __init__(self, folder: Path, digest: str, say: Callable[[str], None]) -> None:
        self._folder, self._digest, self._say = folder, digest[:_DIGITS], say

    def beside(self, name: str) -> "KeptRounds":
        """Rounds of the same config and data that are fitted otherwise, in a folder within."""
        return KeptRounds(self._folder / name, self._digest, self._say)

    def checkpoint(self, one: Round) -> Path:
        """Where a round that is not done yet keeps its state; one that is damaged is deleted."""
        name = f"{one.fold_seed}-{one.fold}-{one.training_seed}.npz"
        path = self._folder / f"{self._digest}-unfinished" / name
        if not self._whole(path):
            path.unlink(missing_ok=True)
        return path

    def graph(self) -> bytes | None:
        """The last round's graph, empty where it does not convert; None where none is kept."""
        path = self._graph_path
        if not self._whole(path):
            return None
        with np.load(path) as kept:
            return bytes(kept["graph"])

    def put_graph(self, graph: bytes) -> None:
        """Keep the last round's graph."""
        with replacing(self._graph_path) as target, target.open("wb") as stream:
            np.savez(stream, allow_pickle=False, graph=np.frombuffer(graph, np.uint8))

    def get(self, one: Round) -> Taught | None:
        """What the round gave, if it was done under the same config and data."""
        path = self._path(one)
        if not self._whole(path):
            return None
        with np.load(path) as kept:
            meta = json.loads(bytes(kept["meta"]))
            return Taught(
                pieces=kept["pieces"],
                log_probabilities=kept["log_probabilities"],
                seconds=meta["seconds"],
                fitted_accuracy=meta["fitted_accuracy"],
                curves=meta["curves"],
                state={
                    name.removeprefix(_STATE): kept[name]
                    for name in kept.files
                    if name.startswith(_STATE)
                },
            )

    def put(self, one: Round, taught: Taught) -> Taught:
        """Keep what a round gave, and return it."""
        meta = {
            "seconds": taught.seconds,
            "fitted_accuracy": taught.fitted_accuracy,
            "curves": taught.curves,
        }
        arrays: dict[str, NDArray[Any]] = {
            "pieces": taught.pieces,
            "log_probabilities": taught.log_probabilities,
            "meta": np.frombuffer(json.dumps(meta).encode(), np.uint8),
            **{f"{_STATE}{name}": value for name, value in taught.state.items()},
        }
        with replacing(self._path(one)) as target, target.open("wb") as stream:
            np.savez(stream, allow_pickle=False, **arrays)
        return taught

    @property
    def _graph_path(self) -> Path:
        return self._folder / f"{self._digest}-graph.npz"

    def _whole(self, path: Path) -> bool:
        if not path.exists():
            return False
        damage = damage_of(path)
        if damage:
            self._say(f"{path} cannot be read ({damage}); what it held is made again.")
        return not damage

    def _path(self, one: Round) -> Path:
        name = f"{one.fold_seed}-{one.fold}-{one.training_seed}-{self._digest}.npz"
        return self._folder / name

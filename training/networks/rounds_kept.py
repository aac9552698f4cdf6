"""Rounds of a run that are done, kept one by one, so that an interrupted run goes on."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.cache import replacing
from training.networks.learners import Taught
from training.networks.rounds import Round

_STATE = "state/"
_DIGITS = 12


class KeptRounds:
    """A folder with one file for each round of one config on one state of the data."""

    def __init__(self, folder: Path, digest: str) -> None:
        self._folder, self._digest = folder, digest[:_DIGITS]

    def beside(self, name: str) -> "KeptRounds":
        """Rounds of the same config and data that are fitted otherwise, in a folder within."""
        return KeptRounds(self._folder / name, self._digest)

    @property
    def graph(self) -> Path:
        """Where the last round's graph lies."""
        return self._folder / f"{self._digest}.onnx"

    @property
    def checkpoints(self) -> Path:
        """Where a round that is not done yet keeps its state."""
        return self._folder / f"{self._digest}-unfinished"

    def get(self, one: Round) -> Taught | None:
        """What the round gave, if it was done under the same config and data."""
        path = self._path(one)
        if not path.exists():
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

    def _path(self, one: Round) -> Path:
        name = f"{one.fold_seed}-{one.fold}-{one.training_seed}-{self._digest}.npz"
        return self._folder / name

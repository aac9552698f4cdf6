"""A run of `fit` as `export` reads it: record, held-out answers and what its model hears."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.damage import damage_of, refuse_damaged
from training.evaluation.predictions import Predictions, load_predictions
from training.evaluation.record import RunRecord, read_record
from training.refusal import Refused

LONGEST_NAME = 64  # letters, of a package


class NotExportable(Refused):
    """A run that no package can be made of; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class RunFolder:
    """What lies in RUNS/NAME.

    Attributes:
        place: The folder.
        record: Of the run.
        model: What model.json says.
        predictions: Held-out answers.
    """

    place: Path
    record: RunRecord
    model: dict[str, Any]
    predictions: Predictions

    @property
    def is_tabular(self) -> bool:
        """Whether the model hears rows of named columns."""
        return "columns" in self.model

    def graph(self) -> bytes:
        """The model as the run has kept it.

        Raises:
            NotExportable: It has kept none.
        """
        path = self.place / "model.onnx"
        if not path.is_file():
            reason = self.model.get("no_graph") or "It holds no model.onnx."
            raise NotExportable(f"The run {self.record.name} cannot be exported: {reason}")
        graph = path.read_bytes()
        if len(graph) != self.record.size_bytes:
            raise NotExportable(
                f"{path} has {len(graph)} bytes, not the {self.record.size_bytes} that `fit` "
                "wrote; fit the run again."
            )
        return graph

    def arrays(self, file: str) -> dict[str, NDArray[np.generic]]:
        """The arrays of one of the run's files.

        Raises:
            NotExportable: The file is missing or damaged.
        """
        path = self.place / file
        damage = damage_of(path)
        if damage:
            raise NotExportable(f"{path} cannot be read ({damage}); fit the run again.")
        with np.load(path, allow_pickle=False) as kept:
            return {name: kept[name] for name in kept.files}


def read_run(place: Path) -> RunFolder:
    """A run's folder.

    Raises:
        Refused: A part of it is missing or damaged.
    """
    record = read_record(place)
    refuse_damaged(place / "predictions.npz", "fit the run again")
    try:
        model = json.loads((place / "model.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise NotExportable(
            f"{place / 'model.json'} cannot be read ({error}); fit the run again."
        ) from error
    if not isinstance(model, dict) or not {"members", "data"} & set(model):
        raise NotExportable(f"{place / 'model.json'} tells of no model; fit the run again.")
    return RunFolder(place, record, model, load_predictions(place / "predictions.npz"))


def refuse_name(name: str) -> None:
    """Refuse a name that no package may have.

    Raises:
        NotExportable: It is not of small letters, digits and hyphens.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name) or len(name) > LONGEST_NAME:
        raise NotExportable(
            f"A package cannot be called “{name}”; use 1 to {LONGEST_NAME} small letters, digits "
            "and hyphens."
        )

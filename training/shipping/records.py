"""The records of runs: JSON beside training, from which cards and manifests are written."""

import json
from pathlib import Path
from typing import Any

from training.cache import replacing
from training.data import DataMissing
from training.refusal import Refused

RESULTS = Path(__file__).parents[1] / "results"


class StaleMember(Refused):
    """An ensemble's record is not of its members' present records."""

    def __init__(self, ensemble: str, member: str) -> None:
        super().__init__(
            f"The record of {ensemble} was made from another record of {member}; make it anew with "
            f"`python -m training reproduce --evaluate --only {ensemble}`."
        )


def write_record(name: str, record: dict[str, Any], folder: Path = RESULTS) -> None:
    """Keep a record under its name."""
    with replacing(folder / f"{name}.json") as target:
        target.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", "utf-8")


def read_record(name: str, folder: Path = RESULTS) -> dict[str, Any]:
    """A record that a run has kept.

    Raises:
        DataMissing: No such run has been made.
    """
    path = folder / f"{name}.json"
    if not path.exists():
        raise DataMissing(
            f"{path} is missing; make it with `python -m training reproduce --evaluate`."
        )
    record: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return record

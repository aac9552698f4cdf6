"""The records of runs: JSON beside training, from which cards and manifests are written."""

import json
from pathlib import Path
from typing import Any

from training.cache import replacing
from training.data import DataMissing

RESULTS = Path(__file__).parents[1] / "results"


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
        raise DataMissing(f"{path} is missing; run `python -m training evaluate` first.")
    record: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return record

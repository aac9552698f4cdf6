"""What a config says of its settings, where a run is on other data than it was written for."""

import re
from collections.abc import Mapping
from typing import Any


def told_elsewhere(config: Mapping[str, Any], data: str) -> dict[str, Any]:
    """The config's `candidates_tried` and `notes` as they hold for a run on other data.

    Candidates that were tried on one set are none of another, and a note on one may be false of
    another: both are told as what they are. Tables of a set are of its own tracks. What was looked
    at on an index of one's own is counted by `training.evaluation.tried`.

    Args:
        config: As read.
        data: What the run is on: a set of the data folder, or the path of an index.
    """
    written_for = str(config["data"])
    if _set_of(written_for) == _set_of(data):
        return {}
    tried = config.get("candidates_tried", 0)
    chosen = (
        f"Its settings come from a config for {written_for}; candidates that were tried there, "
        f"{tried}, are not counted here. Music of {written_for} that is judged here too has helped "
        "to choose them."
    )
    notes = [f"The config says of {written_for}: {note}" for note in config.get("notes", [])]
    return {"candidates_tried": 0, "notes": [chosen, *notes]}


def _set_of(data: str) -> str:
    """The set that a name such as fma25 is of; an index is a set of its own."""
    named = re.match("[a-z]+", data)
    return named[0] if named and not data.endswith(".csv") else data

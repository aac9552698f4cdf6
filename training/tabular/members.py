"""The finished runs that a stacking stacks."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from training.damage import refuse_damaged
from training.evaluation.record import FILE, RunRecord, read_record
from training.refusal import Refused


def stacked_on(data: str, stacking: Mapping[str, Any]) -> dict[str, Any]:
    """A config's [stacking] table for other data: its members' runs there are called NAME-DATA."""
    members = [f"{name}-{Path(data).stem}" for name in stacking["members"]]
    return {**stacking, "members": members, "on": data}


def member_records(config: Mapping[str, Any], runs: Path) -> list[RunRecord]:
    """The records of the runs that a config stacks.

    Raises:
        Refused: One is missing or damaged, was fitted on other data than are wished, or was judged
            under another protocol than the first.
    """
    stacking = config["stacking"]
    wished = stacking.get("on", "")
    records = []
    for name in stacking["members"]:
        if not (runs / name / FILE).is_file():
            how = f" with --on {wished} --name {name}" if wished else ""
            raise Refused(
                f"There is no run {runs / name}; fit it first{how}, or name the runs to stack in a "
                "copy of the config."
            )
        records.append(read_record(runs / name))
        refuse_damaged(runs / name / "predictions.npz", f"fit the run {name} again")
        _refuse_other_data(records[-1], wished)
    if len({one.protocol for one in records}) > 1:
        names = ", ".join(one.name for one in records)
        raise Refused(f"The runs {names} were not judged under one protocol.")
    return records


def _refuse_other_data(record: RunRecord, wished: str) -> None:
    fitted = str(record.config.get("data", ""))
    if wished and fitted != wished and Path(fitted).absolute() != Path(wished).absolute():
        raise Refused(
            f"The run {record.name} was fitted on {fitted}, not on {wished}; fit it again with "
            f"--on {wished}, or give --on {fitted}."
        )

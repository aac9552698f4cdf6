"""How many configurations were looked at on an own index before a run, as its folder shows."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from training.evaluation.measure import TRACK
from training.evaluation.record import FILE, RunRecord, read_record
from training.refusal import Refused


def finished(runs: Path) -> list[RunRecord]:
    """The records in a folder of runs; damaged ones are passed over, `compare` names them."""
    found = []
    for path in sorted(runs.glob(f"*/{FILE}")):
        try:
            found.append(read_record(path))
        except Refused:
            continue
    return found


def with_candidates(record: RunRecord, earlier: Sequence[RunRecord]) -> RunRecord:
    """The record with what was looked at on the same data before, if they are an own index.

    The candidates of other data stand in their configs. The same run made again keeps its count.

    Args:
        record: Of a run that has just been fitted.
        earlier: What its folder of runs held before.
    """
    if not _indexes(record):
        return record
    same = next((one for one in earlier if one.name == record.name), None)
    if same is not None and same.config_sha256 == record.config_sha256:
        return replace(record, candidates_tried=same.candidates_tried)
    alike = [one for one in earlier if _on_the_same(one, record)]
    # The count of one of them holds what has gone from the folder since.
    shown = max([len(alike), *(one.candidates_tried + 1 for one in alike)])
    written = int(record.config.get("candidates_tried", 0))
    return replace(record, candidates_tried=max(shown, written))


def _on_the_same(one: RunRecord, other: RunRecord) -> bool:
    """Whether two runs are on one index, or judged the same tracks."""
    return bool(_indexes(one) & _indexes(other)) or bool(_judged(one) & _judged(other))


def _indexes(record: RunRecord) -> set[Path]:
    """Where the indexes lie that a run, or what it stacks, was fitted on."""
    configs = [record.config, *record.config.get("member_configs", {}).values()]
    named = [str(config.get("data", "")) for config in configs]
    return {Path(data).absolute() for data in named if data.endswith(".csv")}


def _judged(record: RunRecord) -> set[str]:
    right = record.metrics["levels"].get(TRACK, {}).get("right", {})
    return {right["tracks_sha256"]} if right else set()

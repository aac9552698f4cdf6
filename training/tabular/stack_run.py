"""A run that learns to stack other runs: its record, and the answers it was judged by."""

import datetime as dt
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from training.cache import replacing
from training.evaluation.measure import measured
from training.evaluation.predictions import load_predictions
from training.evaluation.provenance import code_digest, commit_now, config_digest
from training.evaluation.record import CLOCK, PROCESSOR, RunRecord
from training.tabular.members import member_records
from training.tabular.stacking import stacked

LEARNT = (
    "Stacks the held-out answers of {}; what is learnt comes from artists other than those that"
    " are judged."
)


def fit_stack(
    config: Mapping[str, Any], runs: Path, say: Callable[[str], None] = lambda _: None
) -> RunRecord:
    """Stack the runs that a config names, all of them in RUNS, and write RUNS/NAME.

    Args:
        config: With `stacking`: `how` and `members`, the names of finished runs.
        runs: The folder of runs.
        say: Told of each step.

    Raises:
        Refused: A member is missing, or they do not fit together.
    """
    names = config["stacking"]["members"]
    records = member_records(config, runs)
    members = [load_predictions(runs / name / "predictions.npz") for name in names]
    say(f"{config['name']}: stacking {', '.join(names)} …")
    began = time.process_time()
    predictions = stacked(members, config["stacking"]["how"])
    seconds = time.process_time() - began
    folder = runs / str(config["name"])
    folder.mkdir(parents=True, exist_ok=True)
    predictions.save(folder / "predictions.npz")
    known = {"members": names, "how": config["stacking"]["how"], "labels": predictions.labels}
    with replacing(folder / "model.json") as target:
        target.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", "utf-8")
    settings = {
        **config,
        "protocol": records[0].protocol,
        "fold_seeds": list(records[0].fold_seeds),
        "training_seeds": list(records[0].training_seeds),
        "member_configs": {one.name: dict(one.config) for one in records},
    }
    record = replace(
        records[0],
        name=config["name"],
        family=config["family"],
        hearing=config["hearing"],
        data=" and ".join(dict.fromkeys(one.data for one in records)),
        candidates_tried=config.get("candidates_tried", 0)
        + sum(one.candidates_tried for one in records),
        commit=commit_now(),
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        config=settings,
        config_sha256=config_digest(settings),
        data_sha256=config_digest({one.name: one.data_sha256 for one in records}),
        code_sha256=code_digest(),
        fit_seconds=round(seconds + sum(one.fit_seconds for one in records), 2),
        timed_by=CLOCK if CLOCK in {one.timed_by for one in records} else PROCESSOR,
        windows_per_second=None,
        size_bytes=None,
        curves=None,
        learning_curve=None,
        importances=None,
        fitted_accuracy=None,
        notes=[LEARNT.format(" and ".join(names)), *config.get("notes", [])],
        metrics=measured(predictions),
    )
    record.write(folder)
    return record

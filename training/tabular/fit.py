"""A tabular run: cross-validate a config, fit it on everything, keep record, answers and graph."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from training.evaluation.learning import SHARES, curve_point, growing_subsets
from training.evaluation.measure import measured
from training.evaluation.provenance import code_digest, commit_now, config_digest
from training.evaluation.record import CLOCK, PROCESSOR, RunRecord
from training.evaluation.speed import onnx_windows_per_second
from training.refusal import Refused
from training.tabular.crossval import Answer, Part, cross_validated, curves_of, lesson_of, parts_of
from training.tabular.fitting import fit_model
from training.tabular.graph import Graph
from training.tabular.importance import importances_of
from training.tabular.keeping import CHECKED_ROWS, keep_model
from training.tabular.rows import Rows, spread_pieces
from training.tabular.scheduler import refuse_absent, spread_over
from training.tabular.sources import Loaded, load

Config = Mapping[str, Any]
Say = Callable[[str], None]


def fit_run(
    config: Config,
    data: Path | None,
    cache: Path,
    runs: Path,
    *,
    scheduler: str | None = None,
    workers: int = 0,
    say: Say = lambda _: None,
) -> RunRecord:
    """Run a config's protocol and write RUNS/NAME.

    The folder holds record.json, predictions.npz, and of the model fitted on everything
    model.onnx (where it converts), model.json and checks.npz: rows and what the model answered.

    Args:
        config: As read from training/configs.
        data: The data folder.
        cache: Where features are kept.
        runs: Where the run's folder is made.
        scheduler: Address of a Dask cluster that fits run on.
        workers: Processes that compute features; 0 computes them here.
        say: Told of each step.

    Raises:
        Refused: Data, config or scheduler are not as they should be.
    """
    if scheduler is not None:
        refuse_absent(scheduler)  # before minutes of listening
    loaded = load(config, data, cache, say, workers)
    rows, decided = loaded.rows, loaded.config
    parts = parts_of(rows, decided)
    fits = "one fit" if len(parts) == 1 else f"{len(parts)} fits"
    say(f"{config['name']}: {fits} on {len(rows.values)} rows of {loaded.words} …")
    timed_by = PROCESSOR if scheduler is None else CLOCK
    with spread_over(scheduler):
        predictions, answers = cross_validated(decided, rows, parts, timed_by)
        curve = learning_curve(decided, rows, parts) if config.get("learning_curve") else None
        model = fitted_on_everything(decided, rows)
    folder = runs / str(config["name"])
    folder.mkdir(parents=True, exist_ok=True)
    predictions.save(folder / "predictions.npz")
    graph = keep_model(folder, model, loaded)
    record = replace(
        _record(loaded, answers, graph, rows),
        metrics=measured(predictions),
        timed_by=timed_by,
        curves=curves_of(model),
        learning_curve=curve,
        importances=importances_of(model, rows.names),
    )
    record.write(folder)
    return record


def fitted_on_everything(config: Config, rows: Rows) -> Any:
    """The model that is exported: fitted on every row by the first seed; the same each time."""
    chosen = spread_pieces(rows, np.arange(len(rows.values)), config.get("pieces_per_track", 0))
    return fit_model(config, lesson_of(rows, chosen, config["training_seeds"][0]))


def learning_curve(config: Config, rows: Rows, parts: Sequence[Part]) -> list[list[float]]:
    """[tracks fitted on, track accuracy, low, high] for growing shares of the training artists.

    By the folds of the first seed. Shares that are too small for the model have no point.
    """
    first = [part for part in parts if part.fold_seed == parts[0].fold_seed]
    grown: dict[float, list[Part]] = {share: [] for share in SHARES}
    for part in first:
        subsets = growing_subsets(rows.groups[part.train], rows.truth[part.train])
        for share, chosen in subsets:
            grown[share].append(replace(part, train=part.train[chosen]))
    points = []
    for smaller in grown.values():
        tracks = np.mean([len(np.unique(rows.tracks[part.train])) for part in smaller])
        try:
            predictions, _ = cross_validated(config, rows, smaller)
        except Refused:
            continue
        points.append(curve_point(round(float(tracks)), [predictions]))
    return points


def _record(loaded: Loaded, answers: Sequence[Answer], graph: Graph, rows: Rows) -> RunRecord:
    config = loaded.config
    speed = None
    if graph.content:
        speed = round(onnx_windows_per_second(graph.content, rows.values[:CHECKED_ROWS]))
    return RunRecord(
        name=config["name"],
        family=config["family"],
        data=loaded.words,
        hearing=config["hearing"],
        protocol=config["protocol"],
        labels=rows.labels,
        fold_seeds=tuple(config["fold_seeds"]),
        training_seeds=tuple(config["training_seeds"]),
        candidates_tried=config["candidates_tried"],
        commit=commit_now(),
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        config=config,
        config_sha256=config_digest(config),
        data_sha256=rows.sha256,
        code_sha256=code_digest(),
        fit_seconds=round(sum(answer.seconds for answer in answers), 2),
        windows_per_second=speed,
        size_bytes=len(graph.content) or None,
        notes=[*loaded.notes, *_notes(config, graph, rows)],
        fitted_accuracy=round(float(np.mean([one.fitted_accuracy for one in answers])), 4),
    )


def _notes(config: Config, graph: Graph, rows: Rows) -> list[str]:
    notes = list(config.get("notes", []))
    pieces = config.get("pieces_per_track", 0)
    if 0 < pieces < np.unique(rows.tracks, return_counts=True)[1].max():
        notes.append(f"Fitted on {pieces} pieces of each track, judged on all of them.")
    if graph.content:
        notes.append(f"The graph differs from the model by at most {graph.difference:.1e}.")
    else:
        notes.append(graph.reason)
    return notes

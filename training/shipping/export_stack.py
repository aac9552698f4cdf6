"""A learned stacking of runs as an ensemble package: weights from their held-out answers."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from genre_desktop.inference.manifest import Member
from genre_desktop.inference.model import open_model
from training.evaluation.calibration import choices, tempered
from training.evaluation.measure import level_measures
from training.evaluation.predictions import Predictions
from training.evaluation.provenance import config_digest
from training.evaluation.record import RunRecord
from training.shipping.export_run import VERSION, Making, export_run, manifest_of_run
from training.shipping.packages import Content, write_package
from training.shipping.run_card import run_card
from training.shipping.run_figures import as_the_program_hears, figures_of
from training.shipping.run_folder import LONGEST_NAME, NotExportable, RunFolder, read_run
from training.tabular.stacking import pooled

LEAST_WEIGHT = 1e-3
WEIGHTS = "weights"  # how a run may stack: one weight a model

Logs = NDArray[np.float64]


def export_stacking_run(stack: RunFolder, folder: Path, making: Making) -> Path:
    """Write the ensemble package of a run that has learnt to stack others, and its members'.

    Raises:
        Refused: It has learnt what no ensemble package can say, or a member cannot be a package.
    """
    if stack.model.get("how") != WEIGHTS:
        raise NotExportable(
            f"The run {stack.record.name} has learnt from what pieces' answers look like, which an "
            f"ensemble package cannot say; stack with how = “{WEIGHTS}”."
        )
    members = [read_run(stack.place.parent / name) for name in stack.model["members"]]
    return export_stack(members, folder, making, stack)


def export_stack(
    runs: Sequence[RunFolder], folder: Path, making: Making, stack: RunFolder | None = None
) -> Path:
    """Write a package of each run beside `folder`, and in `folder` the ensemble of them.

    Weights are those of least log loss on held-out tracks (Wolpert 1992, with one weight a
    model); what they give is judged on artists that did not choose them.

    Args:
        runs: The members.
        folder: The ensemble's.
        making: Where data lie.
        stack: The run that stacked them, whose record the card then tells of; the figures are
            of what the package computes.

    Raises:
        Refused: The runs were not judged on the same tracks, or one cannot be a package.
    """
    told = _aligned(runs)
    own = [float(np.round(_temperature(one), 3)) for one in told]
    scaled = [tempered(p.log_probabilities, t) for p, t in zip(told, own, strict=True)]
    logs = np.stack(scaled).astype(np.float64)
    judged = np.empty_like(logs[0])
    for choosing, others in choices(told[0]):
        weights = best_weights(logs[:, choosing], told[0].truth[choosing])
        judged[others] = pooled(logs[:, others], weights)
    weights = best_weights(logs, told[0].truth)
    record = _record(runs, weights)
    answers = told[0].answering(judged.astype(np.float32))
    if stack is not None:
        record = stack.record
    figures = figures_of(record, answers)
    members = []
    names = member_names(folder.name, [run.record.name for run in runs])
    for run, name, weight in zip(runs, names, weights, strict=True):
        place = export_run(run, folder.with_name(name), making, int8=False)
        members.append(Member(place.name, VERSION, round(max(float(weight), LEAST_WEIGHT), 4)))
    manifest = manifest_of_run(record, folder.name, figures, None, tuple(members))
    words = ", ".join(f"{member.name} {member.weight:.2f}" for member in members)
    card = run_card(manifest.title, record, figures, [f"Weights of its members: {words}."])
    write_package(folder, Content(manifest, card, b"", ()))
    open_model(folder, prove=True)
    return folder


def member_names(ensemble: str, runs: Sequence[str]) -> list[str]:
    """What the packages of runs are called: as packages may be, each otherwise."""
    names: list[str] = []
    for number, run in enumerate(runs, start=1):
        letters = unicodedata.normalize("NFKD", run).encode("ascii", "ignore").decode().lower()
        plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
        name = f"{ensemble}-{plain}"[:LONGEST_NAME].rstrip("-")
        if name in (ensemble, *names):
            ending = f"-{number}"
            name = name[: LONGEST_NAME - len(ending)].rstrip("-") + ending
        names.append(name)
    return names


def best_weights(logs: Logs, truth: NDArray[np.int64]) -> Logs:
    """Weights (models,), summing to one, of least log loss.

    Args:
        logs: Log-probabilities (models, n, labels).
        truth: (n,).
    """

    def loss(raw: Logs) -> float:
        told = pooled(logs, _shares(raw))
        return float(-told[np.arange(len(truth)), truth].mean())

    found = minimize(loss, np.zeros(len(logs)), method="Nelder-Mead", options={"maxiter": 400})
    return _shares(found.x)


def _shares(raw: Logs) -> Logs:
    powers = np.exp(raw - raw.max())
    shares: Logs = powers / powers.sum()
    return shares


def _temperature(told: Predictions) -> float:
    return float(level_measures(told)["temperature"])


def _aligned(runs: Sequence[RunFolder]) -> list[Predictions]:
    """Track answers of every run, in one order."""
    told = [as_the_program_hears(run.predictions) for run in runs]
    places = [
        {
            key: row
            for row, key in enumerate(zip(one.fold_seed.tolist(), one.tracks.tolist(), strict=True))
        }
        for one in told
    ]
    shared = sorted(set.intersection(*(set(place) for place in places)))
    if len({one.labels for one in told}) != 1 or not shared:
        names = " and ".join(run.record.name for run in runs)
        raise NotExportable(
            f"The runs {names} were not judged on the same tracks, labels and fold seeds, so that "
            "no weights can be learnt from their answers."
        )
    rows = [np.array([place[key] for key in shared]) for place in places]
    return [one.rows(chosen) for one, chosen in zip(told, rows, strict=True)]


def _record(runs: Sequence[RunFolder], weights: Logs) -> RunRecord:
    """What is known of the ensemble: the first run's record with what all share."""
    config = {
        "members": {
            run.record.name: {"weight": round(float(weight), 4), "config": dict(run.record.config)}
            for run, weight in zip(runs, weights, strict=True)
        }
    }
    return replace(
        runs[0].record,
        name=" + ".join(run.record.name for run in runs),
        family="Stacking of " + " and ".join(run.record.family for run in runs),
        hearing="whole",
        config=config,
        config_sha256=config_digest(config),
        candidates_tried=sum(run.record.candidates_tried for run in runs),
        notes=[note for run in runs for note in run.record.notes],
    )

"""The card of a package made from a run: everything in it is the run's own record."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from training.evaluation.record import RunRecord
from training.shipping.card import calibration_errors, confusion_table, interval


def run_card(title: str, run: RunRecord, figures: Mapping[str, Any], remarks: Sequence[str]) -> str:
    """The card in Markdown.

    Args:
        title: Of the package.
        run: What was fitted, on what, and how it was judged.
        figures: As `run_figures.figures_of` gives them.
        remarks: Sentences on how the package was made from the run.
    """
    parts = [
        f"# {title}",
        _what(run),
        "## How it was made",
        "\n".join(f"- {remark}" for remark in [*remarks, *run.notes]),
        "## How well it does",
        f"{_judged(figures)}: {figures['protocol']}. {run.judged_on}".strip(),
        figures.get("caution", ""),
        _tried(run),
        _accuracies(figures["accuracy"]),
        _confidence(figures),
        "## What it confuses",
        confusion_table(run.labels, figures["confusion"]),
        "## Settings",
        f"Run “{run.name}” of {run.date}, commit {run.commit[:12]}.",
        f"```json\n{json.dumps(run.config, indent=1, ensure_ascii=False)}\n```",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _what(run: RunRecord) -> str:
    genres = ", ".join(run.labels)
    return f"{run.family}, on {run.data}; it hears {run.hearing} at once. Genres: {genres}."


def _judged(figures: Mapping[str, Any]) -> str:
    unknown = figures["of_unknown_artists"]
    others = f", {unknown} of unknown artists counted as one each" if unknown else ""
    return f"Judged on {figures['tracks']} tracks of {figures['artists']} artists{others}"


def _tried(run: RunRecord) -> str:
    return (
        "Candidates that were tried on these data before it was chosen, as its settings or its "
        f"folder of runs show: {run.candidates_tried}. "
        "Brackets are 95 % bootstrap intervals over artists."
    )


def _accuracies(accuracy: Mapping[str, Sequence[float]]) -> str:
    rows = [f"| {heard} | {interval(figure)} |" for heard, figure in accuracy.items()]
    return "\n".join(["| heard | accuracy, % |", "| --- | --- |", *rows])


def _confidence(figures: Mapping[str, Any]) -> str:
    calibration, unsure = figures["calibration"], figures["unsure"]
    return (
        f"Probabilities are softened by a temperature of {calibration['temperature']:.2f}; "
        f"expected calibration error {calibration_errors(calibration)}. Below a highest "
        f"probability of {unsure['threshold']:.3f} an answer is called unsure: "
        f"{100 * unsure['answered']:.0f} % of the tracks are answered, "
        f"{100 * unsure['accuracy_answered']:.1f} % of these rightly."
    )

"""Sections on mistakes: confusion matrices side by side, reports by genre, clips to listen to."""

from collections.abc import Sequence

import numpy as np

from training.evaluation.measure import TRACK
from training.evaluation.record import RunRecord
from training.report.comparison import title_of
from training.report.heat import confusion_map
from training.report.page import figure, folded, heading, side_by_side, table
from training.report.runs import Group, level

SHOWN = 3  # runs of a group side by side


def confusions(found: Sequence[Group]) -> str:
    """The best runs' confusion matrices, reports and most confused pairs."""
    return "".join(_group(group) for group in found)


def _group(group: Group) -> str:
    runs = [run for run in group.runs if level(run, TRACK)][:SHOWN]
    if not runs:
        return ""
    caption = "Per cent of each true genre's tracks (rows) given each name (columns)."
    maps = side_by_side([figure(_map(run), caption) for run in runs])
    tables = "".join(
        folded(f"{run.name}: by genre", _report(run))
        + folded(f"{run.name}: counts", _counts(run))
        + folded(f"{run.name}: most confused pairs, with clips to listen to", _pairs(run))
        for run in runs
    )
    return heading(title_of(group)) + maps + tables


def _map(run: RunRecord) -> str:
    counts = np.array(level(run, TRACK)["confusion"], np.int64)
    return confusion_map(run.name, run.labels, counts)


def _counts(run: RunRecord) -> str:
    rows = [
        [label, *(str(count) for count in counts)]
        for label, counts in zip(run.labels, level(run, TRACK)["confusion"], strict=True)
    ]
    return table(("true \\ named", *run.labels), rows)


def _report(run: RunRecord) -> str:
    rows = [
        [
            label,
            *(f"{scores[name]:.3f}" for name in ("precision", "recall", "f1")),
            f"{scores['support']}",
        ]
        for label, scores in level(run, TRACK)["report"].items()
    ]
    return table(("genre", "precision", "recall", "F1", "rows, all seeds"), rows)


def _pairs(run: RunRecord) -> str:
    rows = [
        [
            f"{pair['truth']} called {pair['named']}",
            f"{100 * pair['share']:.1f}",
            str(pair["count"]),
            ", ".join(pair["clips"]),
        ]
        for pair in level(run, TRACK)["confused_pairs"]
    ]
    head = ("pair", "% of the genre", "times", "the most surely mistaken first")
    return table(head, rows, words=(0,), long=(3,))

"""What was not done: configs without a run, and what no run's data can show."""

import html
from collections.abc import Sequence

from training.evaluation.record import RunRecord
from training.report.configured import Configured

ABSENT = (  # (a word that a run's data or judging would hold, what is then missing)
    (
        "16 genres",
        "No run has FMA's 16 unbalanced genres; the FMA rows are of its 8 balanced ones.",
    ),
    (
        "518",
        "No run has FMA's 518 columns: the format is read and tested, no table of it was here.",
    ),
    ("test part", "No run was judged on an official test part; those are held back."),
)


def not_done(records: Sequence[RunRecord], configs: Sequence[Configured]) -> str:
    """A list in sentences."""
    names = {record.name for record in records}
    told = " ".join(f"{record.data} {record.judged_on}" for record in records)
    sentences = [sentence for word, sentence in ABSENT if word not in told]
    sentences += [
        f"{config.name} ({config.family}; {config.data}): has a config, but no run here."
        for config in configs
        if config.name not in names
    ]
    sentences += _lacks(records)
    return "<ul>" + "".join(f"<li>{html.escape(one)}</li>" for one in sentences) + "</ul>"


def _lacks(records: Sequence[RunRecord]) -> list[str]:
    """Parts that runs left empty, each with how many."""
    parts = {
        "a learning curve": [run for run in records if not run.learning_curve],
        "the speed as ONNX": [run for run in records if run.windows_per_second is None],
        "the accuracy on their own training clips": [
            run for run in records if run.fitted_accuracy is None
        ],
    }
    return [
        f"{len(runs)} of {len(records)} runs lack {what}." for what, runs in parts.items() if runs
    ]

"""The section on where each row comes from: settings, digests, commit and notes."""

import html
import json
from collections.abc import Sequence

from training.evaluation.record import RunRecord
from training.report.page import folded, paragraph, table
from training.report.rows import seeds


def origins(records: Sequence[RunRecord]) -> str:
    """Digests in a table, and each run's notes and settings to open."""
    head = (
        "run",
        "date",
        "commit",
        "fold seeds",
        "training seeds",
        "tried",
        "data",
        "config",
        "code",
    )
    rows = [
        (
            run.name,
            run.date,
            run.commit[:12],
            seeds(run.fold_seeds),
            seeds(run.training_seeds),
            str(run.candidates_tried),
            *(digest[:12] for digest in (run.data_sha256, run.config_sha256, run.code_sha256)),
        )
        for run in records
    ]
    return table(head, rows) + "".join(_settings(run) for run in records)


def _settings(run: RunRecord) -> str:
    settings = json.dumps(run.config, indent=1, ensure_ascii=False, default=str)
    notes = "".join(paragraph(note) for note in run.notes)
    return folded(f"{run.name}: notes and settings", f"{notes}<pre>{html.escape(settings)}</pre>")

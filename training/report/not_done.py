"""What was not done: configs without a run, and what no run's data can show."""

from collections.abc import Sequence

from training.datasets.splits import TEST
from training.evaluation.record import PROTOCOL_B, RunRecord
from training.report.configured import Configured
from training.report.page import bullets
from training.report.runs import of_own_indexes

FMA_GENRES = 8  # of the small, balanced set
ONLY_EIGHT = "No run has FMA's 16 unbalanced genres; the FMA rows are of its 8 balanced ones."
NO_FMA_TABLE = (
    "No run has FMA's 518 columns: the format is read and tested, no table of it was here."
)
HELD_BACK = (
    "No run was judged on the test part of a published split; those are held back, and the"
    " validation part is judged."
)


def not_done(records: Sequence[RunRecord], configs: Sequence[Configured]) -> str:
    """A list in sentences; of published sets only where a run is on one."""
    sentences = []
    of_fma = [record for record in records if "fma" in record.data.lower()]
    if of_fma and not any(len(record.labels) > FMA_GENRES for record in of_fma):
        sentences.append(ONLY_EIGHT)
    if of_fma and not any("518 columns" in record.data for record in of_fma):
        sentences.append(NO_FMA_TABLE)
    split = [record for record in records if record.protocol == PROTOCOL_B]
    if split and not any(record.config.get("judged_side") == TEST for record in split):
        sentences.append(HELD_BACK)
    sentences += [*_without_run(records, configs), *_lacks(records)]
    return bullets(sentences) if sentences else ""


def _without_run(records: Sequence[RunRecord], configs: Sequence[Configured]) -> list[str]:
    """Configs without a run: by name, or how many where all runs are on indexes of one's own."""
    names = {record.name for record in records}
    absent = [config for config in configs if config.name not in names]
    if absent and of_own_indexes(records):
        sentence = (
            f"{len(absent)} configs of training/configs have no run here; `python -m training fit"
            " NAME --on INDEX.csv` fits one of them on an index."
        )
        return [sentence]
    return [
        f"{config.name} ({config.family}; {config.data}): has a config, but no run here."
        for config in absent
    ]


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

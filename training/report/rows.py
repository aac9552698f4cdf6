"""A run as one row of words and figures, the same in the terminal, RESULTS.md and the report."""

from collections.abc import Sequence

from training.evaluation.measure import SEGMENT, TRACK, VOTE
from training.evaluation.record import CLOCK, RunRecord
from training.report.runs import Figure, figure, level

COLUMNS = (
    "run",
    "family",
    "hears",
    "data",
    "piece alone",
    "track, mean",
    "track, vote",
    "macro-F1",
    "top-2",
    "log loss",
    "calibration error (noise)",
    "answered / right",
    "seeds: folds; training",
    "tried",
    "fit",
    "windows/s",
    "size",
    "commit",
)
SHORT = (0, 1, 2, 4, 5, 7, 13, 14, 17)  # of the columns, for a terminal
NONE = "–"
MARK = " *"  # after the name of a run that was judged on something else


def row(run: RunRecord) -> tuple[str, ...]:
    """A run's cells, one for each of `COLUMNS`."""
    top = level(run, TRACK)
    return (
        run.name + (MARK if judged_otherwise(run) else ""),
        run.family,
        run.hearing,
        run.data,
        percent(figure(run, SEGMENT)),
        percent(figure(run, TRACK)),
        percent(figure(run, VOTE)),
        percent(figure(run, TRACK, "macro_f1")),
        percent(figure(run, TRACK, "top2"), interval=False),
        number(figure(run, TRACK, "log_loss")),
        _calibration(run),
        _answered(top.get("unsure")),
        f"{seeds(run.fold_seeds)}; {seeds(run.training_seeds)}",
        str(run.candidates_tried),
        fitting_time(run),
        NONE if run.windows_per_second is None else f"{run.windows_per_second:,.0f}",
        size(run.size_bytes),
        run.commit[:8] or NONE,
    )


def rows_of(runs: Sequence[RunRecord]) -> tuple[list[str], list[list[str]]]:
    """Head and cells of several runs, without the columns that no run fills or all share."""
    cells = [row(run) for run in runs]
    told = [n for n in range(len(COLUMNS)) if _tells(n, [line[n] for line in cells])]
    return [COLUMNS[n] for n in told], [[line[n] for n in told] for line in cells]


def percent(found: Figure | None, *, interval: bool = True) -> str:
    """Per cent with the interval in brackets."""
    if found is None:
        return NONE
    value, low, high = (100 * part for part in found)
    return f"{value:.1f} [{low:.0f}, {high:.0f}]" if interval else f"{value:.1f}"


def number(found: Figure | None) -> str:
    """A figure to two places."""
    return NONE if found is None else f"{found[0]:.2f}"


def seeds(given: Sequence[int]) -> str:
    """Seeds, comma between them."""
    return ", ".join(map(str, given)) or NONE


def duration(seconds: float) -> str:
    """Seconds or minutes for people."""
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"


def fitting_time(run: RunRecord) -> str:
    """How long a run was fitted; marked where the clock measured it, not the processor."""
    told = duration(run.fit_seconds)
    return f"{told} by the clock" if run.timed_by == CLOCK else told


def size(found: int | None) -> str:
    """Bytes for people."""
    if found is None:
        return NONE
    return f"{found / 1e6:.1f} MB" if found >= 100_000 else f"{found / 1e3:.0f} kB"


def warnings(runs: Sequence[RunRecord]) -> list[str]:
    """Sentences on the runs that were judged on something else than they were fitted on."""
    told = [(run.name, judged_otherwise(run)) for run in runs]
    return [f"* {name}: {sentence}" for name, sentence in told if sentence]


def judged_otherwise(run: RunRecord) -> str:
    """How what a run was judged on differs from what it was fitted on; empty where it does not.

    Labels that no judged track carries are seen from the figures, whatever the record says.
    """
    report = level(run, TRACK).get("report", {})
    never = [label for label, scores in report.items() if not scores["support"]]
    if not never:
        return run.judged_on
    sentence = f"No judged track is of its labels {', '.join(never)}."
    return f"{run.judged_on} {sentence}".strip()


def _tells(column: int, cells: Sequence[str]) -> bool:
    shared = COLUMNS[column] == "data" and len(set(cells)) == 1
    return not shared and any(cell != NONE for cell in cells)


def _calibration(run: RunRecord) -> str:
    found = level(run, TRACK).get("calibration")
    if not found:
        return NONE
    after = found["after"]
    return f"{found['before']['error'][0]:.3f} → {after['error'][0]:.3f} ({after['noise']:.3f})"


def _answered(found: dict[str, float] | None) -> str:
    if not found:
        return NONE
    return f"{100 * found['answered']:.0f} / {100 * found['accuracy_answered']:.1f}"

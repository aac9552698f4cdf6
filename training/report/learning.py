"""Sections on learning: more clips, more epochs, and which features a model leant on."""

from collections.abc import Sequence

from training.evaluation.measure import TRACK
from training.evaluation.record import RunRecord
from training.report.bars import bar_plot
from training.report.lines import Curve, LinePlot, line_plot
from training.report.page import figure, side_by_side
from training.report.runs import figure as figure_of

FEATURES = 15
RUNS = 8  # whose importances are shown, the best first
SIZE = (400, 270)


def learning_curves(records: Sequence[RunRecord]) -> str:
    """Accuracy on held-out artists as the training set grows."""
    return side_by_side([figure(_growth(run)) for run in records if run.learning_curve])


def epochs(records: Sequence[RunRecord]) -> str:
    """Accuracy on training and validation clips after each epoch."""
    return side_by_side([figure(_epochs(run)) for run in records if _has_curves(run)])


def importances(records: Sequence[RunRecord]) -> str:
    """The features that weighed most in the best of the runs that tell."""
    telling = sorted(
        (run for run in records if run.importances),
        key=lambda run: -(figure_of(run, TRACK) or (0.0,))[0],
    )
    return side_by_side(
        [
            figure(_importances(run.name, run.importances))
            for run in telling[:RUNS]
            if run.importances
        ]
    )


def _importances(name: str, found: Sequence[tuple[str, float]]) -> str:
    return bar_plot(name, found[:FEATURES], "decrease of impurity, or size of standardised slopes")


def _growth(run: RunRecord) -> str:
    points = [(n, *(100 * v for v in figures)) for n, *figures in run.learning_curve or []]
    curve = Curve(
        "",
        [point[0] for point in points],
        [point[1] for point in points],
        band=[(point[2], point[3]) for point in points],
    )
    words = ("tracks fitted on", "accuracy of held-out tracks, per cent")
    return line_plot(LinePlot(title=f"{run.name}, {run.data}", words=words, size=SIZE), [curve])


def _has_curves(run: RunRecord) -> bool:
    return any((run.curves or {}).values())


def _epochs(run: RunRecord) -> str:
    curves = [
        Curve(name, range(1, len(values) + 1), [100 * value for value in values], colour=number)
        for number, (name, values) in enumerate((run.curves or {}).items())
        if values
    ]
    words = ("epoch", "accuracy, per cent")
    title = f"{run.name}, {run.data}"
    return line_plot(LinePlot(title=title, words=words, whole_x=True, size=SIZE), curves)

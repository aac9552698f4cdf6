"""Sections that compare runs: rows with intervals, accuracy against time, what they cost."""

from collections.abc import Sequence

from training.evaluation.measure import SEGMENT, TRACK
from training.evaluation.record import CLOCK, RunRecord
from training.report.configured import Configured
from training.report.dots import Spot, Whisker, scatter_plot, whisker_plot
from training.report.page import figure, heading, paragraph, side_by_side, table
from training.report.results import HOW_TO_READ, overview_rows, two_best
from training.report.rows import rows_of, warnings
from training.report.runs import Figure, Group
from training.report.runs import figure as figure_of

WORDS = ("run", "family", "hears", "data")
LEVELS = ((TRACK, "track"), (SEGMENT, "piece alone"))


def overview(records: Sequence[RunRecord], configs: Sequence[Configured]) -> str:
    """Family → data → protocol, and how to read what follows."""
    head = ("family", "data", "protocol", "runs")
    rows = table(head, overview_rows(records, configs), words=(0, 1, 2), long=(3,))
    return rows + paragraph(HOW_TO_READ.replace("*", ""))


def groups(found: Sequence[Group]) -> str:
    """Each group's runs: a plot with intervals, the rows, the test between the two best."""
    return "".join(_group(group) for group in found)


def time(found: Sequence[Group]) -> str:
    """Accuracy against training time, for groups of several runs."""
    return side_by_side([figure(_time_plot(group)) for group in found if len(group.runs) > 2])


def title_of(group: Group) -> str:
    """How a group is called."""
    return f"{group.data}, {group.judging}"


def _group(group: Group) -> str:
    whiskers = [(run.name, _whiskers(run)) for run in group.runs]
    caption = "Blue: whole tracks, from the mean of their pieces. Orange: one piece heard alone."
    plot = whisker_plot("Accuracy with 95 % intervals over artists", whiskers, "accuracy, per cent")
    return (
        heading(title_of(group))
        + "".join(paragraph(sentence, "warn") for sentence in warnings(group.runs))
        + side_by_side([figure(plot, caption)])
        + _rows(group)
        + (paragraph(two_best(group)) if group.best_two else "")
    )


def _rows(group: Group) -> str:
    head, cells = rows_of(group.runs)
    return table(head, cells, words=[n for n, name in enumerate(head) if name in WORDS])


def _whiskers(run: RunRecord) -> list[Whisker]:
    found = [(figure_of(run, name), words) for name, words in LEVELS]
    return [
        Whisker(*_per_cent(interval), words, hollow=words != LEVELS[0][1])
        for interval, words in found
        if interval
    ]


def _time_plot(group: Group) -> str:
    spots = []
    for run in group.runs:
        found = figure_of(run, TRACK)
        if found and run.fit_seconds > 0:
            value, low, high = _per_cent(found)
            name = f"{run.name}, by the clock" if run.timed_by == CLOCK else run.name
            spots.append(Spot(name, run.fit_seconds, value, low, high))
    words = ("processor seconds of fitting, all folds and seeds", "accuracy of tracks, per cent")
    return scatter_plot(title_of(group), spots, words) if spots else ""


def _per_cent(found: Figure) -> Figure:
    return (100 * found[0], 100 * found[1], 100 * found[2])

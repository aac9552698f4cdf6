"""Sections on trust: reliability before and after a temperature, and risk against coverage."""

from collections.abc import Sequence

from training.evaluation.measure import TRACK
from training.evaluation.record import RunRecord
from training.report.comparison import title_of
from training.report.lines import Curve, LinePlot, line_plot
from training.report.page import figure, heading, side_by_side
from training.report.runs import Group, heard, level

SHOWN = 4  # reliability diagrams of a group
RISK = "At the right all tracks are answered, further left only those that a run is surest of."
CURVES = 6  # lines that can still be told apart


def reliability(found: Sequence[Group]) -> str:
    """Reliability diagrams of each group's best runs."""
    parts = []
    for group in found:
        runs = [run for run in group.runs if level(run, TRACK)][:SHOWN]
        if runs:
            parts.append(heading(title_of(group)) + side_by_side([_diagram(run) for run in runs]))
    return "".join(parts)


def risk(found: Sequence[Group]) -> str:
    """Risk–coverage curves of each group's best runs in one picture."""
    shown = [group for group in found if any(map(_risk_points, group.runs))]
    return side_by_side([figure(_risk_plot(group), RISK) for group in shown])


def _diagram(run: RunRecord) -> str:
    found = level(run, heard(run))
    curves = []
    for colour, (name, words) in enumerate(
        (("before", "as fitted"), ("after", "with temperature"))
    ):
        bins = found["calibration"][name]["bins"]
        curves.append(
            Curve(
                words,
                [100 * one[0] for one in bins],
                [100 * one[1] for one in bins],
                dashed=name == "before",
                colour=1 - colour,
            )
        )
    plot = LinePlot(
        title=f"{run.name}, {run.hearing}",
        words=("confidence, per cent", "right, per cent"),
        x_range=(0, 100),
        y_range=(0, 100),
        diagonal=True,
        size=(300, 300),
    )
    before, after = (found["calibration"][name]["error"] for name in ("before", "after"))
    caption = (
        f"Calibration error {before[0]:.3f} [{before[1]:.3f}, {before[2]:.3f}], after"
        f" {after[0]:.3f} [{after[1]:.3f}, {after[2]:.3f}]; noise"
        f" {found['calibration']['after']['noise']:.3f}; temperature {found['temperature']:.2f}."
    )
    return figure(line_plot(plot, curves), caption)


def _risk_points(run: RunRecord) -> list[list[float]]:
    points: list[list[float]] = level(run, TRACK).get("risk_coverage", [])
    return points


def _risk_plot(group: Group) -> str:
    curves = [
        Curve(
            run.name,
            [100 * coverage for coverage, _ in _risk_points(run)],
            [100 * wrong for _, wrong in _risk_points(run)],
            colour=number,
        )
        for number, run in enumerate([run for run in group.runs if _risk_points(run)][:CURVES])
    ]
    words = ("per cent of tracks answered", "wrong among them, per cent")
    plot = LinePlot(title=title_of(group), words=words, x_range=(0, 100), size=(560, 320))
    return line_plot(plot, curves)

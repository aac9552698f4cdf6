"""Line plots: curves with bands, and a legend below."""

from collections.abc import Sequence
from dataclasses import dataclass

from training.report.svg import (
    SERIES,
    Axes,
    element,
    path_through,
    picture,
    text,
    ticks,
    tooltip,
)

LEGEND_LINE = 18
NARROW = 7.2  # pixels of a letter, for a legend that does not run out of its picture


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through (x, y), with an interval (low, high) at each point if it has one."""

    name: str
    x: Sequence[float]
    y: Sequence[float]
    band: Sequence[tuple[float, float]] = ()
    dashed: bool = False
    colour: int = 0


@dataclass(frozen=True, slots=True)
class LinePlot:
    """What a line plot shows beside its curves."""

    title: str
    words: tuple[str, str]
    x_range: tuple[float, float] | None = None
    y_range: tuple[float, float] | None = None
    whole_x: bool = False
    diagonal: bool = False
    size: tuple[float, float] = (420, 260)


def line_plot(plot: LinePlot, curves: Sequence[Curve]) -> str:
    """Curves in one picture."""
    width, height = plot.size
    x_range = plot.x_range or _span([x for curve in curves for x in curve.x])
    y_range = plot.y_range or _span(
        [y for curve in curves for y in (*curve.y, *(edge for pair in curve.band for edge in pair))]
    )
    axes = Axes(44, 28, width - 60, height - 70, x_range, y_range)
    x_ticks = ticks(*x_range)
    if plot.whole_x:
        x_ticks = [tick for tick in x_ticks if tick == int(tick)]
    parts = [axes.grid(x_ticks, ticks(*y_range), plot.words)]
    if plot.diagonal:
        ends = [(axes.x(v), axes.y(v)) for v in (max(x_range[0], y_range[0]), x_range[1])]
        parts.append(element("path", d=path_through(ends), class_="diagonal"))
    parts += [_band(axes, curve) for curve in curves if curve.band]
    parts += [_line(axes, curve) for curve in curves]
    legend, rows = _legend(curves, width, height)
    return picture(width, height + rows * LEGEND_LINE, plot.title, *parts, legend)


def _line(axes: Axes, curve: Curve) -> str:
    points = [(axes.x(x), axes.y(y)) for x, y in zip(curve.x, curve.y, strict=True)]
    kind = f"line c{curve.colour % SERIES}" + (" dashed" if curve.dashed else "")
    drawn = element("path", tooltip(curve.name), d=path_through(points), class_=kind)
    if len(points) > 25:
        return drawn
    dots = [
        element(
            "circle",
            tooltip(f"{curve.name}: {x:.4g}, {y:.4g}"),
            cx=px,
            cy=py,
            r=3,
            class_=f"dot c{curve.colour % SERIES}",
        )
        for (px, py), x, y in zip(points, curve.x, curve.y, strict=True)
    ]
    return drawn + "".join(dots)


def _band(axes: Axes, curve: Curve) -> str:
    upper = [(axes.x(x), axes.y(high)) for x, (_, high) in zip(curve.x, curve.band, strict=True)]
    lower = [(axes.x(x), axes.y(low)) for x, (low, _) in zip(curve.x, curve.band, strict=True)]
    outline = path_through([*upper, *lower[::-1]]) + "Z"
    return element("path", d=outline, class_=f"band c{curve.colour % SERIES}")


def _legend(curves: Sequence[Curve], width: float, top: float) -> tuple[str, int]:
    """Names beside pieces of their lines, in as many rows as they need."""
    named = [curve for curve in curves if curve.name]
    if not named:
        return "", 0
    x, row, parts = 10.0, 0, []
    for curve in named:
        needed = 34 + NARROW * len(curve.name)
        if x + needed > width and x > 10:
            x, row = 10.0, row + 1
        y = top + 10 + row * LEGEND_LINE
        kind = f"line c{curve.colour % SERIES}" + (" dashed" if curve.dashed else "")
        parts.append(element("path", d=f"M{x:.1f} {y:.1f}h18", class_=kind))
        parts.append(text(curve.name, x + 23, y + 4, class_="tick"))
        x += needed
    return "".join(parts), row + 1


def _span(values: Sequence[float]) -> tuple[float, float]:
    """The least and the greatest, with a little air."""
    low, high = min(values), max(values)
    air = 0.05 * (high - low) or 0.5
    return low - air, high + air

"""Bars and boxes: amounts by name, and how a value is spread within each name."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.report.svg import Axes, element, picture, text, ticks, tooltip

ROW = 22
LETTER = 6.6  # pixels


def bar_plot(title: str, bars: Sequence[tuple[str, float]], words: str) -> str:
    """A bar for each name, with its amount written at the end."""
    axes = _rows(bars, (0.0, max(amount for _, amount in bars) or 1.0))
    parts = [axes.grid(ticks(*axes.x_range), (), (words, ""))]
    for number, (name, amount) in enumerate(bars):
        top = axes.top + ROW * number
        parts.append(text(name, axes.left - 8, top + 15, class_="name end"))
        width = axes.x(amount) - axes.left
        parts.append(
            element(
                "rect",
                tooltip(f"{name}: {amount:.4g}"),
                x=axes.left,
                y=top + 3,
                width=max(width, 0.5),
                height=ROW - 6,
                class_="bar",
            )
        )
        parts.append(text(f"{amount:.4g}", axes.left + width + 6, top + 15, class_="tick"))
    return picture(axes.right + 60, axes.bottom + 44, title, *parts)


def box_plot(title: str, groups: Sequence[tuple[str, NDArray[np.floating]]], words: str) -> str:
    """Median, quartiles, whiskers to 1.5 times the box (Tukey 1977), and what lies beyond."""
    every = np.concatenate([values for _, values in groups])
    air = 0.03 * float(np.ptp(every)) or 0.5
    axes = _rows(groups, (float(every.min()) - air, float(every.max()) + air))
    parts = [axes.grid(ticks(*axes.x_range), (), (words, ""))]
    for number, (name, values) in enumerate(groups):
        middle = axes.top + ROW * (number + 0.5)
        parts.append(text(name, axes.left - 8, middle + 4, class_="name end"))
        parts.append(_box(axes, name, values, middle))
    return picture(axes.right + 24, axes.bottom + 44, title, *parts)


def _rows(rows: Sequence[tuple[str, object]], x_range: tuple[float, float]) -> Axes:
    left = 24 + LETTER * max(len(name) for name, _ in rows)
    return Axes(left, 6, 380, ROW * len(rows), x_range, (0, len(rows)))


def _box(axes: Axes, name: str, values: NDArray[np.floating], y: float) -> str:
    lower, median, upper = (float(q) for q in np.percentile(values, (25, 50, 75)))
    reach = 1.5 * (upper - lower)
    inside = values[(values >= lower - reach) & (values <= upper + reach)]
    outside = np.setdiff1d(values, inside)
    left, right = axes.x(lower), axes.x(upper)
    low, high = axes.x(float(inside.min())), axes.x(float(inside.max()))
    return element(
        "g",
        tooltip(f"{name}: median {median:.4g}, quartiles {lower:.4g} and {upper:.4g}"),
        element("path", d=f"M{low:.1f} {y:.1f}H{high:.1f}", class_="whisker c0"),
        element("rect", x=left, y=y - 7, width=right - left, height=14, class_="box"),
        element("path", d=f"M{axes.x(median):.1f} {y - 7:.1f}v14", class_="median"),
        *(
            element("circle", cx=axes.x(float(value)), cy=y, r=2, class_="outlier")
            for value in outside
        ),
    )

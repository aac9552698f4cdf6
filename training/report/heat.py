"""Heat maps: confusion matrices and correlations as coloured cells."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.report.svg import element, picture, text, tooltip

LETTER = 6.4  # pixels
DARK = 0.55  # shares above it are written in the paper's colour


def confusion_map(title: str, labels: Sequence[str], counts: NDArray[np.int64]) -> str:
    """Shares of each true label's rows in per cent, counts in the tooltips."""
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    side, left = 34.0, 14 + LETTER * max(len(label) for label in labels)
    top = 12 + 0.75 * left
    parts = [*_names(labels, left, top, side)]
    for i, j in np.ndindex(shares.shape):
        share, x, y = float(shares[i, j]), left + side * j, top + side * i
        told = f"{labels[i]} called {labels[j]}: {counts[i, j]} of {counts[i].sum()}"
        parts.append(_cell(x, y, side, f"--share:{100 * share:.1f}%", told))
        if share >= 0.005:
            kind = "cell mid on" if share > DARK else "cell mid"
            parts.append(text(f"{100 * share:.0f}", x + side / 2, y + side / 2 + 4, class_=kind))
    size = side * len(labels)
    return picture(left + size + _overhang(labels, side), top + size + 6, title, *parts)


def correlation_map(title: str, names: Sequence[str], values: NDArray[np.float64]) -> str:
    """Correlations between −1 and 1; blue below zero, red above."""
    side, left = 20.0, 14 + LETTER * max(len(name) for name in names)
    top = 12 + 0.75 * left
    parts = [*_names(names, left, top, side)]
    for i, j in np.ndindex(values.shape):
        value = float(values[i, j])
        told = f"{names[i]} and {names[j]}: {value:+.2f}"
        tint = f"--share:{100 * abs(value):.0f}%" + (";--heat:var(--cold)" if value < 0 else "")
        parts.append(_cell(left + side * j, top + side * i, side, tint, told))
    size = side * len(names)
    return picture(left + size + _overhang(names, side), top + size + 6, title, *parts)


def _names(names: Sequence[str], left: float, top: float, side: float) -> list[str]:
    """Names left of the rows and slanted above the columns."""
    parts = []
    for number, name in enumerate(names):
        middle = side * (number + 0.5)
        parts.append(text(name, left - 6, top + middle + 4, class_="tick end"))
        x, y = left + middle, top - 6
        parts.append(text(name, x, y, class_="tick", transform=f"rotate(-48 {x:.1f} {y:.1f})"))
    return parts


def _overhang(names: Sequence[str], side: float) -> float:
    """Pixels that slanted names reach beyond the last column."""
    beyond = [0.67 * LETTER * len(name) - side * left for left, name in enumerate(reversed(names))]
    return 6 + max(beyond)


def _cell(x: float, y: float, side: float, style: str, told: str) -> str:
    return element(
        "rect", tooltip(told), x=x, y=y, width=side - 1, height=side - 1, class_="heat", style=style
    )

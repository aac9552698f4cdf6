"""Dot plots: figures with intervals beside each other, and one figure against another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training.report.svg import Axes, element, log_ticks, picture, text, ticks, tooltip

ROW = 24
NAME_LETTER = 6.6  # pixels
LABEL_HEIGHT = 13.0
MOST_STEPS = 60  # of half a label, upwards or downwards
BESIDE = 9.0  # pixels from a point to its name


@dataclass(frozen=True, slots=True)
class Whisker:
    """A figure with its interval, in per cent; hollow for the second kind of a row."""

    value: float
    low: float
    high: float
    what: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A named point of a scatter plot with its interval upwards."""

    name: str
    x: float
    y: float
    low: float
    high: float


def whisker_plot(title: str, rows: Sequence[tuple[str, Sequence[Whisker]]], words: str) -> str:
    """One row for each name; figures in per cent along x."""
    left = 24 + NAME_LETTER * max(len(name) for name, _ in rows)
    lows = [whisker.low for _, whiskers in rows for whisker in whiskers]
    highs = [whisker.high for _, whiskers in rows for whisker in whiskers]
    x_range = (max(0.0, min(lows) - 3), min(100.0, max(highs) + 3))
    axes = Axes(left, 6, 470, ROW * len(rows), x_range, (0, len(rows)))
    parts = [axes.grid(ticks(*x_range, 8), (), (words, ""))]
    for number, (name, whiskers) in enumerate(rows):
        middle = axes.top + ROW * (number + 0.5)
        parts.append(text(name, left - 10, middle + 4, class_="name end"))
        apart = 5.0 if len(whiskers) > 1 else 0.0
        parts += [
            _whisker(axes, whisker, middle + (apart if whisker.hollow else -apart))
            for whisker in whiskers
        ]
    return picture(axes.right + 24, axes.bottom + 44, title, *parts)


def scatter_plot(title: str, spots: Sequence[Spot], words: tuple[str, str]) -> str:
    """Named points; x is logarithmic."""
    seconds = [spot.x for spot in spots]
    x_range = (min(seconds) / 1.6, max(seconds) * 1.6)
    y_range = (min(spot.low for spot in spots) - 2, max(spot.high for spot in spots) + 2)
    axes = Axes(44, 28, 660, 330, x_range, y_range, log_x=True)
    parts = [axes.grid(log_ticks(*x_range), ticks(*y_range), words)]
    parts += [_spot(axes, spot) for spot in spots]
    parts += _labels(axes, spots)
    return picture(axes.right + 170, axes.bottom + 44, title, *parts)


def _whisker(axes: Axes, whisker: Whisker, y: float) -> str:
    kind = "c1" if whisker.hollow else "c0"
    told = tooltip(f"{whisker.what}: {whisker.value:.1f} [{whisker.low:.1f}, {whisker.high:.1f}]")
    ends = f"M{axes.x(whisker.low):.1f} {y:.1f}H{axes.x(whisker.high):.1f}"
    return element(
        "g",
        told,
        element("path", d=ends, class_=f"whisker {kind}"),
        element("circle", cx=axes.x(whisker.value), cy=y, r=4, class_=f"dot {kind}"),
    )


def _spot(axes: Axes, spot: Spot) -> str:
    x = axes.x(spot.x)
    return element(
        "g",
        tooltip(f"{spot.name}: {spot.y:.1f} [{spot.low:.1f}, {spot.high:.1f}] in {spot.x:,.0f} s"),
        element(
            "path",
            d=f"M{x:.1f} {axes.y(spot.low):.1f}V{axes.y(spot.high):.1f}",
            class_="whisker faint c0",
        ),
        element("circle", cx=x, cy=axes.y(spot.y), r=5, class_="dot c0"),
    )


def _labels(axes: Axes, spots: Sequence[Spot]) -> list[str]:
    """Names beside their points, led to them by a line where there was no room so near."""
    taken = [(axes.x(s.x) - 6, axes.x(s.x) + 6, axes.y(s.y) + 4) for s in spots]
    parts = []
    for spot in sorted(spots, key=lambda spot: -spot.y):
        x, y, width = axes.x(spot.x), axes.y(spot.y), NAME_LETTER * len(spot.name)
        for left, moved in _places(axes, y):
            begin = x - BESIDE - width if left else x + BESIDE
            place = (begin, begin + width, moved + 4)
            if begin > axes.left and not any(_touch(place, other) for other in taken):
                break
        taken.append(place)
        edge = x - BESIDE if left else x + BESIDE
        if abs(moved - y) > LABEL_HEIGHT:
            d = f"M{x:.1f} {y:.1f}L{edge:.1f} {moved:.1f}"
            parts.append(element("path", d=d, class_="leader"))
        kind = "tick end" if left else "tick"
        parts.append(text(spot.name, edge, moved + 4, class_=kind))
    return parts


def _places(axes: Axes, y: float) -> Iterator[tuple[bool, float]]:
    """Where a name may stand, the nearest first: whether on the left, and at which height."""
    for step in sorted(range(-MOST_STEPS, MOST_STEPS + 1), key=abs):
        moved = y + step * LABEL_HEIGHT / 2
        if not step or axes.top < moved < axes.bottom:
            yield False, moved
            yield True, moved
    yield False, y


def _touch(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    apart = abs(one[2] - other[2]) >= LABEL_HEIGHT
    return not apart and one[0] < other[1] and other[0] < one[1]

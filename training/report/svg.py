"""SVG as text: elements, scales and axes; colours come from the page's style sheet."""

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass

SERIES = 8  # colours c0 … c7 of the style sheet
LEAST_SHARE = 0.7  # of its width, below which a picture is moved under the finger instead


def element(name: str, *children: str, **attributes: object) -> str:
    """An element; `class_` and `stroke_width` become `class` and `stroke-width`."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(_short(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{told}>{''.join(children)}</{name}>"


def text(words: str, x: float, y: float, **attributes: object) -> str:
    """A line of words."""
    return element("text", html.escape(words), x=x, y=y, **attributes)


def tooltip(words: str) -> str:
    """What a browser shows when the pointer rests on the element around it."""
    return element("title", html.escape(words))


def picture(width: float, height: float, title: str, *children: str) -> str:
    """A whole picture below its title, which breaks into lines and is read aloud.

    On a narrow page it shrinks as far as its words can be read.
    """
    shown = element(
        "svg",
        *children,
        viewBox=f"0 0 {_short(width)} {_short(height)}",
        width=width,
        style=f"min-width:{LEAST_SHARE * width:.0f}px",
        role="img",
        aria_label=title,
    )
    return element("h4", html.escape(title)) + shown


def path_through(points: Sequence[tuple[float, float]]) -> str:
    """The `d` of a path through points."""
    return "M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in points)


@dataclass(frozen=True, slots=True)
class Axes:
    """A rectangle of a picture and what it stands for; y grows upwards.

    Attributes:
        left: Of the rectangle, in pixels; so are `top`, `width` and `height`.
        x_range: Values at the left and right edge.
        y_range: Values at the lower and upper edge.
        log_x: Whether x is logarithmic.
    """

    left: float
    top: float
    width: float
    height: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    log_x: bool = False

    @property
    def bottom(self) -> float:
        """Of the rectangle, in pixels."""
        return self.top + self.height

    @property
    def right(self) -> float:
        """Of the rectangle, in pixels."""
        return self.left + self.width

    def x(self, value: float) -> float:
        """Pixels of a value."""
        low, high = self.x_range
        if self.log_x:
            low, high, value = math.log(low), math.log(high), math.log(value)
        return self.left + self.width * (value - low) / (high - low or 1)

    def y(self, value: float) -> float:
        """Pixels of a value."""
        low, high = self.y_range
        return self.bottom - self.height * (value - low) / (high - low or 1)

    def grid(
        self,
        x_ticks: Sequence[float] = (),
        y_ticks: Sequence[float] = (),
        words: tuple[str, str] = ("", ""),
    ) -> str:
        """Lines and numbers at the ticks, and the words of the x and y axis."""
        parts = [
            *(
                element("path", d=f"M{self.x(v):.1f} {self.top}V{self.bottom}", class_="grid")
                + text(plain(v), self.x(v), self.bottom + 15, class_="tick mid")
                for v in x_ticks
            ),
            *(
                element("path", d=f"M{self.left} {self.y(v):.1f}H{self.right}", class_="grid")
                + text(plain(v), self.left - 6, self.y(v) + 4, class_="tick end")
                for v in y_ticks
            ),
        ]
        if words[0]:
            middle = self.left + self.width / 2
            parts.append(text(words[0], middle, self.bottom + 32, class_="axis mid"))
        if words[1]:
            parts.append(text(words[1], 4, self.top - 14, class_="axis"))
        return "".join(parts)


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers between two values."""
    span = (high - low) or 1.0
    step = 10.0 ** math.floor(math.log10(span / about))
    step *= next((m for m in (1, 2, 2.5, 5, 10) if span / (step * m) <= about), 10)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(number * step, 10) for number in range(first, last + 1)]


def log_ticks(low: float, high: float) -> list[float]:
    """Powers of ten, with 3 between them where there are few."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    factors = (1, 3) if len(powers) < 5 else (1,)
    return [f * 10.0**p for p in powers for f in factors if low <= f * 10.0**p <= high]


def plain(value: float) -> str:
    """A tick's number without needless zeros."""
    return f"{value:,.10g}"


def _short(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)

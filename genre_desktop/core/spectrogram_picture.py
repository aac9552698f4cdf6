"""Pictures of a track's spectrum with axes, for files: drawn without a window."""

import math
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from genre_desktop.core.atomic_file import replacing
from genre_desktop.core.colour_maps import colour_table
from genre_desktop.core.track_spectrum import Look, TrackSpectrum
from genre_desktop.dsp.frequency_axis import FrequencyAxis, Rows, Scale, tick_words

Picture = NDArray[np.uint8]

PLATE: Final = (11, 11, 15)
_TEXT: Final = (232, 231, 227)
_MUTED: Final = (169, 171, 174)
_GRID: Final = 26  # of 255, white over the picture
_LEFT, _RIGHT, _TOP, _BOTTOM = 80, 96, 40, 36
_BODY, _TITLE = 12, 15
_FONTS: Final = ("NotoSans-Regular.ttf", "DejaVuSans.ttf", "segoeui.ttf", "Arial.ttf", "arial.ttf")
_TICK: Final = 4
_LOWEST_HZ: Final = 20.0
_LEVEL_STEP_DB: Final = 20
_STEPS: Final = (
    0.01,
    0.02,
    0.05,
    0.1,
    0.2,
    0.5,
    1,
    2,
    5,
    10,
    15,
    30,
    60,
    120,
    300,
    600,
    900,
    1_800,
)
_PIXELS_A_TICK: Final = 80


@dataclass(frozen=True, slots=True)
class PictureSpec:
    """What a picture looks like.

    Attributes:
        width: Of the plot, in pixels.
        height: Of the plot, in pixels.
        scale: Of frequencies.
        look: How the track is looked at.
        colours: Name of a colour map.
        top_db: The level of the brightest colour, dB re full scale.
        range_db: How far below it the darkest colour lies.
        point: The decimal point of its numbers.
    """

    width: int
    height: int
    scale: Scale
    look: Look
    colours: str
    top_db: float
    range_db: float
    point: str = "."


@dataclass(frozen=True, slots=True)
class Extract:
    """The part of a track, and of its frequencies, that a picture shows.

    Attributes:
        first_seconds: The moment at its left edge.
        axis: Its frequencies.
    """

    first_seconds: float
    axis: FrequencyAxis


def axis_of(scale: Scale, rate: int) -> FrequencyAxis:
    """The frequencies of a file from the bottom to half its rate."""
    low = _LOWEST_HZ if scale is Scale.LOGARITHMIC else 0.0
    return FrequencyAxis(scale, low, rate / 2)


def save_picture(
    target: Path,
    title: str,
    spectrum: TrackSpectrum,
    spec: PictureSpec,
    extract: Extract | None = None,
) -> None:
    """Draw a spectrum with its axes and write it as PNG; see `draw_picture`.

    Raises:
        ExportFailed: The file cannot be written.
    """
    picture = draw_picture(title, spectrum, spec, extract)
    with replacing(target) as file:
        write_png(picture, file)


def write_png(picture: Image.Image, file: BinaryIO) -> None:
    """Write a picture as PNG that says what drew it."""
    notes = PngInfo()
    notes.add_text("Software", "Genre Desktop")
    picture.save(file, format="PNG", pnginfo=notes)


def draw_picture(
    title: str, spectrum: TrackSpectrum, spec: PictureSpec, extract: Extract | None = None
) -> Image.Image:
    """Draw a spectrum with its axes, a title and what was measured.

    Args:
        title: Above it.
        spectrum: What was measured.
        spec: What it looks like.
        extract: Where the spectrum lies, None for a whole track up to half its rate.
    """
    extract = extract or Extract(0.0, axis_of(spec.scale, spectrum.rate))
    axis = extract.axis
    size = (_LEFT + spec.width + _RIGHT, _TOP + spec.height + _BOTTOM)
    canvas = Image.new("RGB", size, PLATE)
    plot = Image.fromarray(coloured(spectrum, axis, spec))
    canvas.paste(plot.resize((spec.width, spec.height), Image.Resampling.BOX), (_LEFT, _TOP))
    drawing = _Drawing(canvas, spec)
    drawing.title(title, _words(spectrum, spec))
    drawing.frequencies(axis)
    drawing.times(extract.first_seconds, spectrum.seconds)
    drawing.levels()
    return canvas


def coloured(spectrum: TrackSpectrum, axis: FrequencyAxis, spec: PictureSpec) -> Picture:
    """Return uint8 (height, columns, 3), high frequencies first."""
    bins = spectrum.levels.shape[1]
    rows = Rows(axis, spec.height, spectrum.rate / spec.look.window_samples, bins)
    levels = rows.levels(spectrum.levels)
    share = (levels - (spec.top_db - spec.range_db)) / spec.range_db
    table = colour_table(spec.colours)
    numbers = (np.clip(share, 0.0, 1.0) * (len(table) - 1)).round().astype(np.uint8)
    return np.ascontiguousarray(table[numbers].transpose(1, 0, 2)[::-1])


def _words(spectrum: TrackSpectrum, spec: PictureSpec) -> str:
    rate = f"{spectrum.rate / 1_000:g}".replace(".", spec.point)
    return (
        f"{rate} kHz · {spec.look.channel.value} · "
        f"{spec.look.window.name.replace('_', ' ').lower()} {spec.look.window_samples} · dBFS"
    )


class _Drawing:
    """Pen and places of one picture."""

    def __init__(self, canvas: Image.Image, spec: PictureSpec) -> None:
        self._pen: Any = ImageDraw.Draw(canvas, "RGBA")
        self._spec = spec
        self._font, self._big = _font(_BODY), _font(_TITLE)
        self._right = _LEFT + spec.width
        self._bottom = _TOP + spec.height

    def title(self, title: str, words: str) -> None:
        """Above the plot: the name on the left, what was measured on the right."""
        room = self._spec.width - self._pen.textlength(words, font=self._font) - 24
        self._pen.text((_LEFT, 12), _fitted(title, room, self._big), _TEXT, font=self._big)
        self._pen.text((self._right, 14), words, _MUTED, font=self._font, anchor="ra")

    def frequencies(self, axis: FrequencyAxis) -> None:
        """Ticks on the left."""
        ticks = axis.ticks()
        for hz, words in zip(ticks, tick_words(ticks), strict=True):
            y = self._bottom - round(axis.height_of(hz) * self._spec.height)
            self._pen.line([(_LEFT - _TICK, y), (_LEFT - 1, y)], _MUTED)
            self._pen.line([(_LEFT, y), (self._right - 1, y)], (255, 255, 255, _GRID))
            place = (_LEFT - 8, y)
            self._pen.text(place, self._pointed(words), _MUTED, font=self._font, anchor="rm")

    def times(self, first: float, seconds: float) -> None:
        """Ticks below, in minutes and seconds."""
        most = max(1, self._spec.width // _PIXELS_A_TICK)
        step = next((each for each in _STEPS if seconds / each <= most), 3_600)
        for number in range(math.ceil(first / step), math.ceil((first + seconds) / step)):
            tick = number * step
            x = _LEFT + round((tick - first) / seconds * self._spec.width)
            self._pen.line([(x, self._bottom), (x, self._bottom + _TICK)], _MUTED)
            place = (x, self._bottom + 8)
            words = self._pointed(_clock(tick, step))
            self._pen.text(place, words, _MUTED, font=self._font, anchor="ma")

    def levels(self) -> None:
        """The colours and their levels on the right."""
        table = colour_table(self._spec.colours)
        left = self._right + 20
        for y in range(self._spec.height):
            share = 1.0 - y / max(1, self._spec.height - 1)
            colour = tuple(int(part) for part in table[round(share * (len(table) - 1))])
            self._pen.line([(left, _TOP + y), (left + 11, _TOP + y)], colour)
        top, span = self._spec.top_db, self._spec.range_db
        for level in np.arange(top, top - span - 1e-6, -_LEVEL_STEP_DB):
            y = _TOP + round((top - level) / span * (self._spec.height - 1))
            words = f"{level:.0f}".replace("-", "−")
            self._pen.text((left + 18, y), words, _MUTED, font=self._font, anchor="lm")

    def _pointed(self, number: str) -> str:
        return number.replace(".", self._spec.point)


def _font(size: int) -> Any:
    """A font of the system that has signs of many languages, else Pillow's own."""
    for name in _FONTS:
        with suppress(OSError):
            return ImageFont.truetype(name, size)
    return ImageFont.load_default(size)


def _fitted(words: str, room: float, font: Any) -> str:
    """The words, with their middle left out where there is no room for them."""
    if font.getlength(words) <= room:
        return words
    for kept in range(len(words) - 1, 1, -1):
        shorter = f"{words[: (kept + 1) // 2]}…{words[len(words) - kept // 2 :]}"
        if font.getlength(shorter) <= room:
            return shorter
    return "…"


def _clock(seconds: float, step: float) -> str:
    whole = int(seconds + 1e-6)
    hours, minutes, rest = whole // 3_600, whole // 60 % 60, whole % 60
    words = f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
    digits = 1 if step >= 0.1 else 2
    return words if step >= 1 else f"{words}{f'{seconds - whole:.{digits}f}'[1:]}"

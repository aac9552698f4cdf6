"""The options of `genre-desktop spectrogram`; light, since every command's help reads it."""

import argparse
from typing import Final

from genre_desktop.cli.option_values import a_path, some_workers

SCALES: Final = ("mel", "linear", "log")
CHANNELS: Final = ("both", "left", "right", "mid", "side")
WINDOWS: Final = ("hann", "hamming", "blackman-harris", "flat-top")
WINDOW_SAMPLES: Final = (1_024, 2_048, 4_096, 8_192, 16_384)
COLOURS: Final = ("magma", "inferno", "viridis", "cividis", "grey")
_SMALLEST, _LARGEST = (200, 100), (8_000, 4_000)


def add_spectrogram(parser: argparse.ArgumentParser) -> None:
    """Add every option."""
    add = parser.add_argument
    add("paths", nargs="+", type=a_path, metavar="PATH", help="a file, a folder or a playlist")
    add("-o", "--out", type=a_path, required=True, metavar="DIR", help="folder of the pictures")
    add("--scale", choices=SCALES, default="linear", help="of frequencies (linear)")
    add(
        "--channel",
        choices=CHANNELS,
        default="both",
        help="of stereo (both: mean of their powers, over mel their mean)",
    )
    add("--window", choices=WINDOWS, default="hann", help="window function (hann)")
    add(
        "--window-samples",
        type=int,
        choices=WINDOW_SAMPLES,
        default=4_096,
        help="length of the window: longer ones part tones, shorter ones moments (4096)",
    )
    add("--colours", choices=COLOURS, default="magma", help="cividis is safe for colour blindness")
    add("--top", type=float, default=-20.0, metavar="DB", help="brightest level, dBFS (-20)")
    add("--range", type=_range, default=100.0, metavar="DB", help="from there down (100)")
    add("--size", type=_size, default=(1_200, 500), metavar="WxH", help="of the plot (1200x500)")
    add("--overwrite", action="store_true", help="draw pictures anew that are there already")
    add(
        "--exclude",
        action="append",
        default=[],
        metavar="PATTERN",
        help='leave out of folders what matches, such as "*.wav"; what is named is drawn',
    )
    add("--jobs", type=some_workers, metavar="N", help="worker processes (default: one a core)")


def _range(text: str) -> float:
    try:
        decibels = float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no number of decibels") from error
    if not 10.0 <= decibels <= 140.0:
        raise argparse.ArgumentTypeError(f"{text} is not between 10 and 140 dB")
    return decibels


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text} is no size; 1200x500 is one")
    size = int(width), int(height)
    if not all(
        low <= each <= high for low, each, high in zip(_SMALLEST, size, _LARGEST, strict=True)
    ):
        raise argparse.ArgumentTypeError(f"{text} is not between 200x100 and 8000x4000")
    return size

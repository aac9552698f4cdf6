"""Recordings that cannot be learnt from, found by decoding them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from genre_desktop.dsp.decode import open_sound
from genre_desktop.dsp.sound import SoundError, Span
from training.datasets.processes import Crashed, in_processes, with_bar
from training.datasets.values import Item, Rejected
from training.datasets.wishes import Hearing, Wishes

LEAST_SECONDS = 1.0
CRASHED = "Its decoder crashed; convert it to another format or leave it out."
_START_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Sample:
    """A recording to try.

    Attributes:
        row: Which item it is.
        path: Where it lies.
        span: Which part of it counts, None for all.
        hearing: How much of that is decoded.
    """

    row: int
    path: Path
    span: Span | None
    hearing: Hearing


def span_of(item: Item) -> Span | None:
    """The part of its file that a track is, None for the whole."""
    if not item.start_seconds and not item.length_seconds:
        return None
    end = item.start_seconds + item.length_seconds if item.length_seconds else None
    return Span(item.start_seconds, end)


def without_bad_files(
    items: list[Item], source: Path, wishes: Wishes
) -> tuple[list[Item], list[Rejected]]:
    """Part the items that can be heard from those that cannot, each with the reason."""
    reasons: dict[int, str] = {}
    samples = (
        Sample(row, source / item.path, span_of(item), wishes.hearing)
        for row, item in enumerate(items)
    )
    tried = with_bar(in_processes(problem_of, samples, wishes.workers), len(items), "Listening")
    for one in tried:
        reason = CRASHED if isinstance(one.result, Crashed) else one.result
        if reason:
            reasons[one.job.row] = reason
    good = [item for row, item in enumerate(items) if row not in reasons]
    return good, [Rejected(items[row].path, reasons[row]) for row in sorted(reasons)]


def problem_of(sample: Sample) -> str:
    """Why a recording cannot be learnt from; empty where it can."""
    if not sample.path.is_file():
        return "The file is not there; get it, or make the index without it."
    if sample.hearing == "none":
        return ""
    try:
        seconds = sum(_decoded_seconds(sample))
    except SoundError as error:
        return error.sentence
    if seconds < LEAST_SECONDS:
        return f"It holds only {seconds:.2f} s of sound, too little to learn from."
    return ""


def _decoded_seconds(sample: Sample) -> Iterator[float]:
    limit = _START_SECONDS if sample.hearing == "start" else None
    with open_sound(sample.path, sample.span, limit) as sound:
        for _ in sound.blocks():
            pass
        yield sound.report().decoded_seconds

"""Recordings that cannot be learnt from, found by decoding them."""

from dataclasses import dataclass
from pathlib import Path

from genre_desktop.dsp.decode import open_sound
from genre_desktop.dsp.payload import payload_hash
from genre_desktop.dsp.sound import Problem, SoundError, Span
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


@dataclass(frozen=True, slots=True)
class Tried:
    """What trying a recording gave.

    Attributes:
        reason: Why it cannot be learnt from; empty where it can.
        sound: The hash of its sound; empty where it was not listened to.
    """

    reason: str
    sound: str = ""


def without_bad_files(
    items: list[Item], source: Path, wishes: Wishes, *, copies: bool = True
) -> tuple[list[Item], list[Rejected]]:
    """Part the items that can be heard from those that cannot, each with the reason.

    Args:
        items: What is listed.
        source: Folder that their paths start from.
        wishes: How much is heard, in how many processes; reasons are given of the wished genres.
        copies: Whether the same sound may stand there twice, as published sets have it.
    """
    reasons: dict[int, str] = {}
    sounds: dict[int, str] = {}
    samples = (
        Sample(row, source / item.path, span_of(item), wishes.hearing)
        for row, item in enumerate(items)
    )
    tried = with_bar(in_processes(tried_sample, samples, wishes.workers), len(items), "Listening")
    for one in tried:
        result = Tried(CRASHED) if isinstance(one.result, Crashed) else one.result
        if result.reason:
            reasons[one.job.row] = result.reason
        elif result.sound:
            sounds[one.job.row] = f"{result.sound} {one.job.span}"
    if not copies:
        reasons |= _copies(items, sounds)
    good = [item for row, item in enumerate(items) if row not in reasons]
    wanted = {label.lower() for label in wishes.labels}
    told = [row for row in sorted(reasons) if not wanted or items[row].label.lower() in wanted]
    return good, [Rejected(items[row].path, reasons[row]) for row in told]


def tried_sample(sample: Sample) -> Tried:
    """Try a recording."""
    if not sample.path.exists():
        return Tried("The file is not there; get it, or make the index without it.")
    if sample.hearing == "none":
        return Tried("")
    try:
        seconds = _decoded_seconds(sample)
        if seconds < LEAST_SECONDS:
            return Tried(f"It holds only {seconds:.2f} s of sound, too little to learn from.")
        return Tried("", payload_hash(sample.path))
    except SoundError as error:
        quiet_start = sample.hearing == "start" and error.problem is Problem.SILENT
        return Tried("" if quiet_start else error.sentence)


def _decoded_seconds(sample: Sample) -> float:
    limit = _START_SECONDS if sample.hearing == "start" else None
    with open_sound(sample.path, sample.span, limit) as sound:
        for _ in sound.blocks():
            pass
        return sound.report().decoded_seconds


def _copies(items: list[Item], sounds: dict[int, str]) -> dict[int, str]:
    """Why later copies of a sound are left out, and all of them where their genres differ."""
    rows_of: dict[str, list[int]] = {}
    for row in sorted(sounds):
        rows_of.setdefault(sounds[row], []).append(row)
    reasons: dict[int, str] = {}
    for rows in rows_of.values():
        genres = sorted({items[row].label for row in rows})
        if len(genres) > 1:
            words = f"The same sound stands there with several genres: {', '.join(genres)}."
            reasons |= dict.fromkeys(rows, words)
        else:
            words = f"It is the same sound as {items[rows[0]].path}."
            reasons |= dict.fromkeys(rows[1:], words)
    return reasons

"""Verdicts and reports as the library keeps them: little-endian arrays and short JSON texts."""

import json
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.sound import Note, Problem, SoundReport, Span
from genre_desktop.inference.verdict import Timeline, Verdict

PREDICTION_COLUMNS = (
    "probabilities",
    "unsure",
    "piece_seconds",
    "timeline",
    "heard",
    "embedding",
    "tempo_bpm",
    "heard_seconds",
    "report",
)
_TO_THE_END = -1.0


class RowDamaged(ValueError):
    """A row of the library that does not hold what it should."""


def span_columns(span: Span | None) -> tuple[float, float]:
    """A span as two numbers that may be part of a key; the whole file is (0, −1)."""
    if span is None:
        return 0.0, _TO_THE_END
    end = span.end_seconds
    return float(span.start_seconds), _TO_THE_END if end is None else float(end)


def prediction_row(verdict: Verdict, report: SoundReport | None) -> tuple[Any, ...]:
    """The values of PREDICTION_COLUMNS."""
    timeline = verdict.timeline
    return (
        _bytes(verdict.probabilities, "<f4"),
        int(verdict.unsure),
        timeline.piece_seconds if timeline else None,
        _bytes(timeline.probabilities, "<f2") if timeline else None,
        _bytes(timeline.heard, "?") if timeline else None,
        None if verdict.embedding is None else _bytes(verdict.embedding, "<f2"),
        verdict.tempo_bpm,
        verdict.heard_seconds,
        report_text(report),
    )


def read_prediction(
    row: tuple[Any, ...], model: str, version: str, labels: tuple[str, ...]
) -> tuple[Verdict, SoundReport | None]:
    """What `prediction_row` wrote.

    Raises:
        RowDamaged: Where a length or a text is not what it must be.
    """
    probabilities, unsure, piece_seconds, timeline, heard, embedding, tempo, seconds, report = row
    verdict = Verdict(
        model=model,
        version=version,
        labels=labels,
        probabilities=_array(probabilities, "<f4", len(labels)).astype(np.float32),
        unsure=bool(unsure),
        timeline=_read_timeline(piece_seconds, timeline, heard, len(labels)),
        embedding=None if embedding is None else _array(embedding, "<f2").astype(np.float16),
        tempo_bpm=tempo,
        heard_seconds=seconds,
    )
    return verdict, read_report(report)


def report_text(report: SoundReport | None) -> str | None:
    """A report as JSON, None where there is none."""
    if report is None:
        return None
    return json.dumps(asdict(report))


def read_report(text: str | None) -> SoundReport | None:
    """What `report_text` wrote.

    Raises:
        RowDamaged: Where it is something else.
    """
    if text is None:
        return None
    try:
        facts: dict[str, Any] = json.loads(text)
        facts["notes"] = tuple(
            Note(Problem(note["problem"]), note["sentence"]) for note in facts["notes"]
        )
        return SoundReport(**facts)
    except (ValueError, TypeError, KeyError) as error:
        raise RowDamaged(f"a report that cannot be read: {error}") from error


def _read_timeline(
    piece_seconds: float | None, blob: bytes | None, heard: bytes | None, labels: int
) -> Timeline | None:
    if piece_seconds is None or blob is None or heard is None:
        return None
    pieces = len(heard)
    probabilities = _array(blob, "<f2", pieces * labels).astype(np.float16)
    return Timeline(
        piece_seconds=piece_seconds,
        probabilities=probabilities.reshape(pieces, labels),
        heard=_array(heard, "?").astype(np.bool_),
    )


def _bytes(array: NDArray[Any], kind: str) -> bytes:
    return np.ascontiguousarray(array, dtype=kind).tobytes()


def _array(blob: bytes, kind: str, length: int | None = None) -> NDArray[Any]:
    width = np.dtype(kind).itemsize
    if len(blob) % width or (length is not None and len(blob) != length * width):
        raise RowDamaged(f"an array of {len(blob)} bytes where {length} values belong")
    return np.frombuffer(blob, dtype=kind)

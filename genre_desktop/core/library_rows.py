"""Verdicts and reports as the library keeps them: little-endian arrays and short JSON texts."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.judgement import kind_in, name_notes
from genre_desktop.dsp.sound import Note, Problem, SoundReport, Span
from genre_desktop.inference.verdict import Timeline, Verdict

FACT_COLUMNS = ("probabilities", "unsure", "tempo_bpm", "heard_seconds", "quick", "report")
DETAIL_COLUMNS = ("piece_seconds", "timeline", "heard", "embedding")  # nine tenths of a row
PREDICTION_COLUMNS = FACT_COLUMNS + DETAIL_COLUMNS
_TO_THE_END = -1.0


class RowDamaged(ValueError):
    """A row of the library that does not hold what it should."""


def span_columns(span: Span | None) -> tuple[float, float]:
    """A span as two numbers that may be part of a key; the whole file is (0, −1)."""
    if span is None:
        return 0.0, _TO_THE_END
    end = span.end_seconds
    return float(span.start_seconds), _TO_THE_END if end is None else float(end)


def span_of(start: float, end: float) -> Span | None:
    """The span that `span_columns` wrote."""
    if (start, end) == (0.0, _TO_THE_END):
        return None
    return Span(start, None if end == _TO_THE_END else end)


def prediction_row(verdict: Verdict, report: SoundReport | None) -> tuple[Any, ...]:
    """The values of PREDICTION_COLUMNS."""
    timeline = verdict.timeline
    return (
        _bytes(verdict.probabilities, "<f4"),
        int(verdict.unsure),
        verdict.tempo_bpm,
        verdict.heard_seconds,
        int(verdict.quick),
        report_text(report),
        timeline.piece_seconds if timeline else None,
        _bytes(timeline.probabilities, "<f2") if timeline else None,
        _bytes(timeline.heard, "?") if timeline else None,
        None if verdict.embedding is None else _bytes(verdict.embedding, "<f2"),
    )


def read_verdict(row: Sequence[Any], model: str, version: str, labels: tuple[str, ...]) -> Verdict:
    """The verdict that `prediction_row` wrote, from all its values or from the facts alone.

    Raises:
        RowDamaged: Where a length is not what it must be.
    """
    probabilities, unsure, tempo, seconds, quick, _ = row[: len(FACT_COLUMNS)]
    details = row[len(FACT_COLUMNS) :] or (None,) * len(DETAIL_COLUMNS)
    piece_seconds, timeline, heard, embedding = details
    return Verdict(
        model=model,
        version=version,
        labels=labels,
        probabilities=_array(probabilities, "<f4", len(labels)).astype(np.float32),
        unsure=bool(unsure),
        timeline=_read_timeline(piece_seconds, timeline, heard, len(labels)),
        embedding=None if embedding is None else _array(embedding, "<f2").astype(np.float16),
        tempo_bpm=tempo,
        heard_seconds=seconds,
        quick=bool(quick),
    )


def report_text(report: SoundReport | None) -> str | None:
    """A report as JSON without the note on the file's name; None where there is none."""
    if report is None:
        return None
    notes = tuple(note for note in report.notes if note.problem is not Problem.WRONG_EXTENSION)
    return json.dumps(asdict(replace(report, notes=notes)))


def read_report(text: str | None, path: Path) -> SoundReport | None:
    """What `report_text` wrote, of a file that now has the name `path`.

    Raises:
        RowDamaged: Where it is something else.
    """
    if text is None:
        return None
    try:
        facts: dict[str, Any] = json.loads(text)
        facts["format_name"] = sys.intern(facts["format_name"])
        kind = kind_in(facts["format_name"])
        notes = [Note(Problem(note["problem"]), note["sentence"]) for note in facts["notes"]]
        facts["notes"] = (*notes, *(name_notes(path, kind) if kind else ()))
        return SoundReport(**facts)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RowDamaged(f"a report that cannot be read: {error}") from error


@lru_cache(maxsize=16)
def read_labels(text: str) -> tuple[str, ...]:
    """A model's genres from their JSON list.

    Raises:
        RowDamaged: Where it is something else.
    """
    try:
        return tuple(json.loads(text))
    except (ValueError, TypeError) as error:
        raise RowDamaged(f"labels that cannot be read: {error}") from error


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

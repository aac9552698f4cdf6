"""Outcomes and tags as they are made of rows of the library."""

import json
import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from genre_desktop.core.library_rows import (
    FACT_COLUMNS,
    RowDamaged,
    read_labels,
    read_report,
    read_verdict,
)
from genre_desktop.core.track import Outcome, Tags, Track
from genre_desktop.dsp.sound import Note, Problem

log = logging.getLogger(__name__)


class Answerer(NamedTuple):
    """The package that an answer is of, as the library has it.

    Attributes:
        labels: A JSON list.
    """

    digest: str
    name: str
    version: str
    labels: str


def answer_of(track: Track, model: Answerer, audio_hash: str, row: Sequence[Any]) -> Outcome | None:
    """What a package said of a track; None, and logged, where the row is damaged.

    Args:
        track: The file, or the part of it.
        model: The package.
        audio_hash: Of the sound.
        row: The values of FACT_COLUMNS, or of those with DETAIL_COLUMNS.
    """
    try:
        verdict = read_verdict(row, model.name, model.version, read_labels(model.labels))
        report = read_report(row[FACT_COLUMNS.index("report")], track.path)
    except RowDamaged as error:
        log.warning("A row of the library is left out: %s.", error)
        return None
    return Outcome(track, verdict, None, report, audio_hash, model.digest, from_library=True)


def problem_of(track: Track, problem: str, sentence: str) -> Outcome | None:
    """What is wrong with a file; None, and logged, where only a newer program knows the word."""
    try:
        note = Note(Problem(problem), sentence)
    except ValueError as error:
        log.warning("A row of the library is left out: %s.", error)
        return None
    return Outcome(track, None, note, None, "", from_library=True)


def tags_in(text: str | None) -> Tags | None:
    """The tags that the library keeps as a text; None where it has none that can be read."""
    if text is not None:
        with suppress(ValueError, TypeError):
            return Tags(**json.loads(text))
    return None

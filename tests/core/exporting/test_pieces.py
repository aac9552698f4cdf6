"""Pieces of a timeline with their times in the file, as CSV and as labels."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.exporting.audacity import label_track
from genre_desktop.core.exporting.pieces import pieces_of
from genre_desktop.core.exporting.timeline_csv import timeline_into
from genre_desktop.core.track import Listing, Tags
from genre_desktop.dsp.sound import Problem, Span
from genre_desktop.inference.verdict import Timeline
from tests.core.answers import troubled
from tests.support.remembered import heard

PATH = Path("/music/mix.flac")


def listing(span: Span | None = None, labels: tuple[str, ...] = ("a", "b", "c")) -> Listing:
    """Four pieces of 3 s: a, b, silence, b."""
    outcome = heard(PATH, span=span)
    assert outcome.verdict is not None
    shares = np.array([[8, 1, 1], [2, 6, 2], [1, 1, 1], [0, 10, 0]], np.float16) / 10
    timeline = Timeline(3.0, shares.astype(np.float16), np.array([True, True, False, True]))
    verdict = replace(outcome.verdict, labels=labels, timeline=timeline)
    return Listing(outcome.track, Tags(title="=Mix"), outcome._replace(verdict=verdict))


def rows_of(*listings: Listing) -> list[dict[str, str]]:
    file = io.BytesIO()
    timeline_into(file, listings, ExportOptions())
    return list(csv.DictReader(io.StringIO(file.getvalue().decode(), newline=""), strict=True))


def test_the_last_piece_ends_with_the_track() -> None:
    times = [(piece.start_seconds, piece.end_seconds) for piece in pieces_of(listing())]
    assert times == [(0, 3), (3, 6), (6, 9), (9, pytest.approx(11.7))]


def test_a_part_has_its_times_in_the_file() -> None:
    times = [piece.start_seconds for piece in pieces_of(listing(Span(60.0, 70.0)))]
    assert times == [60, 63, 66, 69]
    assert list(pieces_of(listing(Span(60.0, 70.0))))[-1].end_seconds == 70


def test_labels_join_what_sounds_alike_and_leave_silence_out() -> None:
    assert label_track(listing(labels=("jazz", "hiphop", "x\ty"))).decode().splitlines() == [
        "0.000000\t3.000000\tJazz 80%",
        "3.000000\t6.000000\tHip-Hop 60%",
        "9.000000\t11.700000\tHip-Hop 100%",
    ]
    assert label_track(listing(labels=("x\ty", "b", "c"))).startswith(
        b"0.000000\t3.000000\tX\\ty 80%"
    )


def test_no_cell_is_run_by_a_spreadsheet() -> None:
    row = rows_of(listing(labels=("=1+1", "b", "c")))[0]
    assert (row["title"], row["genre"], row["'=1+1"]) == ("'=Mix", "'=1+1", "0.800")


def test_tracks_without_a_timeline_have_no_rows_and_no_labels() -> None:
    broken = Listing(troubled(PATH, Problem.DAMAGED).track, Tags(), troubled(PATH, Problem.DAMAGED))
    brief = listing()
    assert brief.outcome is not None
    assert brief.outcome.verdict is not None
    verdict = replace(brief.outcome.verdict, timeline=None)
    brief = brief._replace(outcome=brief.outcome._replace(verdict=verdict))
    assert rows_of(broken, brief) == []
    assert len(rows_of(broken, listing())) == 4
    assert label_track(broken) == label_track(brief) == b""

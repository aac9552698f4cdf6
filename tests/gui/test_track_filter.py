"""The filter box's language."""

from dataclasses import replace
from pathlib import Path

import pytest

from genre_desktop.core.track import Listing, Tags, Track
from genre_desktop.ui.row_state import RowState, Turn, row_of
from genre_desktop.ui.track_filter import haystack, parse_filter
from tests.core.answers import answered
from tests.gui.widgets.rows import listing_of, verdict_of

PATH = Path("/music/Folk/Half a Mile.mp3")


def row(*, heard: bool = True) -> RowState:
    tags = Tags(title="Half a Mile of Rain", artist="Tall Pines", album="Weather", seconds=295.0)
    outcome = answered(PATH)
    assert outcome.report is not None
    report = replace(outcome.report, promised_seconds=295.0, decoded_seconds=295.0)
    return row_of(Listing(Track(PATH), tags, outcome._replace(report=report) if heard else None))


@pytest.mark.parametrize(
    ("text", "is_wanted"),
    [
        ("", True),
        ("   ", True),
        ("rain", True),
        ("RAIN pines", True),
        ("rain snow", False),
        ('"mile of"', True),
        ('"of mile"', False),
        ('"unclosed mi', False),
        ("-rain", False),
        ("-snow", True),
        ("genre:jazz", True),
        ("genre:rock", False),
        ("-genre:rock", True),
        ("Artist:tall", True),
        ('artist:"tall pines"', True),
        ("title:pines", False),
        ("path:folk", True),
        ("status:waiting", False),
        ("conf < 60", False),
        ("conf<80", True),
        ("conf >= 75%", True),
        ("confidence = 75", True),
        ("bpm > 100 bpm < 130", True),
        ("time > 5:00", False),
        ("time > 4:30", True),
        ("length<1", False),
        ("conf <", True),
        ("conf < much", True),
        ("conf < snow", True),
        ("rain conf <", True),
        ("snow conf <", False),
        ("(", False),
        ("jazz conf > 70 -snow", True),
    ],
)
def test_a_text_wants_or_hides_a_heard_track(text: str, is_wanted: bool) -> None:
    assert parse_filter(text).matches(row(), haystack(row())) is is_wanted


@pytest.mark.parametrize(
    ("text", "unfinished"),
    [
        ("conf <", "conf <"),
        ("jazz bpm>", "bpm>"),
        ("-time >= soon", "time >= soon"),
        ("conf < 60", ""),
        ("conf", ""),
        ('"conf <"', ""),
        ("a < b", ""),
    ],
)
def test_a_comparison_without_its_number_is_known_as_such(text: str, unfinished: str) -> None:
    assert parse_filter(text).unfinished == unfinished


@pytest.mark.parametrize(
    "text", ["hip-hop", "Hip-Hop", "hiphop", "genre:hip-hop", "genre:hiphop", "second:rock"]
)
def test_a_genre_is_found_by_the_word_on_the_screen_and_by_the_models_own(text: str) -> None:
    heard = row_of(listing_of(verdict_of((0.0, 0.1, 0.9), labels=("jazz", "rock", "hiphop"))))
    assert parse_filter(text).matches(heard, haystack(heard))


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ('status:"not heard"', Turn.NONE),
        ("status:not_heard", Turn.NONE),
        ("status:waiting", Turn.WAITING),
        ("status:listening", Turn.NOW),
    ],
)
def test_a_status_is_found_by_its_word_and_its_name(text: str, turn: Turn) -> None:
    there = row_of(listing_of(), turn=turn)
    assert parse_filter(text).matches(there, haystack(there))
    other = row_of(listing_of(verdict_of()))
    assert not parse_filter(text).matches(other, haystack(other))


@pytest.mark.parametrize("text", ["conf < 60", "conf > 0", "bpm > 1", "genre:jazz"])
def test_a_track_that_was_not_heard_matches_no_comparison(text: str) -> None:
    assert not parse_filter(text).matches(row(heard=False), haystack(row(heard=False)))

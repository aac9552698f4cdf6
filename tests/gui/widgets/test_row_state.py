"""Rows as values and their words."""

from pathlib import Path

import pytest

from genre_desktop.core.part_tags import with_part
from genre_desktop.core.track import Listing, Outcome, Tags, Track
from genre_desktop.dsp.sound import Note, Problem, SoundReport, Span
from genre_desktop.ui.roles import Column
from genre_desktop.ui.row_state import State, Turn, printable, row_of
from genre_desktop.ui.row_words import cell_text, clock, status_word, tooltip
from genre_desktop.ui.track_facts import state_sentence
from tests.gui.widgets.rows import listing_of, verdict_of

CUT_SHORT = Note(Problem.TRUNCATED, "song.mp3 ends at 0:41, though it promises 4:15.")
DAMAGED = Note(Problem.DAMAGED, "song.mp3 is damaged: nothing in it can be decoded.")


def test_a_row_waits_then_is_heard_then_has_a_genre() -> None:
    assert row_of(listing_of()).state is State.WAITING
    assert row_of(listing_of(), turn=Turn.NOW).state is State.LISTENING
    assert row_of(listing_of(verdict_of(), provisional=True)).state is State.PROVISIONAL
    done = row_of(listing_of(verdict_of()))
    assert done.state is State.DONE
    assert cell_text(done, Column.GENRE) == "Blues"
    assert cell_text(done, Column.CONFIDENCE) == "83 %"
    assert cell_text(done, Column.SECOND) == "Country"
    assert cell_text(done, Column.TEMPO) == "104"
    assert cell_text(done, Column.TIME) == "4:15"


def test_a_row_that_nobody_is_at_says_so_with_or_without_a_first_impression() -> None:
    bare = row_of(listing_of(), turn=Turn.NONE)
    assert status_word(bare) == "Not heard"
    assert state_sentence(bare) == "This track was not heard yet."
    begun = row_of(listing_of(verdict_of(heard_seconds=30.0), provisional=True), turn=Turn.NONE)
    assert status_word(begun) == "First 30 s"
    assert state_sentence(begun).endswith("the rest of the track was not heard.")
    assert bare.is_finished
    assert begun.is_finished


def test_an_unsure_genre_wears_a_question_mark() -> None:
    row = row_of(listing_of(verdict_of((0.3, 0.28, 0.22, 0.2), unsure=True)))
    assert row.state is State.UNSURE
    assert cell_text(row, Column.GENRE) == "Blues?"
    assert status_word(row) == "Unsure"


def test_a_file_cut_short_says_where_it_ends_and_keeps_its_promised_length() -> None:
    row = row_of(listing_of(verdict_of(), notes=(CUT_SHORT,), decoded_seconds=41.0))
    assert row.state is State.NOTE
    assert status_word(row) == "Ends at 0:41"
    assert cell_text(row, Column.TIME) == "4:15"
    assert tooltip(row, Column.STATUS) == CUT_SHORT.sentence


def test_a_problem_has_no_genre_and_its_sentence_in_the_tooltip() -> None:
    row = row_of(listing_of(problem=DAMAGED, tags=Tags()))
    assert row.state is State.PROBLEM
    assert cell_text(row, Column.GENRE) == "–"
    assert cell_text(row, Column.TITLE) == "song.mp3"
    assert tooltip(row, Column.STATUS) == DAMAGED.sentence


def test_a_duplicate_names_the_row_it_repeats() -> None:
    row = row_of(listing_of(verdict_of()), same_as=4)
    assert row.state is State.DUPLICATE
    assert status_word(row) == "Same as 4"


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_has_a_status_word_of_at_most_14_letters(problem: Problem) -> None:
    row = row_of(listing_of(problem=Note(problem, "A sentence.")))
    assert 0 < len(status_word(row)) <= 14


def test_a_part_has_the_title_and_the_length_of_its_span() -> None:
    track = Track(Path("/music/mix.flac"), Span(60.0, 185.0), "Second")
    row = row_of(Listing(track, Tags(title="Mix", seconds=3_600.0), None))
    assert row.title == "Second"
    assert row.seconds == 125.0


def test_a_part_that_the_sheet_ends_after_the_file_is_as_long_as_what_is_there() -> None:
    track = Track(Path("/music/mix.flac"), Span(60.0, 185.0), "Last")
    tags = with_part(track, Tags(seconds=100.0))
    assert row_of(Listing(track, tags, None)).seconds == 40.0
    report = SoundReport("FLAC", 44_100, 2, 0, 40.0, 40.0, 0, ())
    heard = Outcome(track, verdict_of(), None, report, "ab" * 32)
    assert row_of(Listing(track, tags, heard)).seconds == 40.0


def test_a_name_with_whatever_bytes_is_one_line_wherever_it_is_shown() -> None:
    track = Track(Path("/music/caf\udce9\n.mp3"))
    assert track.name == row_of(Listing(track, Tags(), None)).title == "caf\\xe9\\n.mp3"
    assert track._replace(part_title="One\nTwo").name == "One\\nTwo"


def test_undecodable_bytes_of_a_name_are_spelled_out() -> None:
    assert printable("caf\udce9.mp3") == "caf\\xe9.mp3"
    assert printable("half\ud800.mp3") == "half\\ud800.mp3"
    assert printable("two\nlines\x1b.mp3") == "two\\nlines\\x1b.mp3"


def test_times_have_hours_only_where_needed() -> None:
    assert [clock(seconds) for seconds in (0, 65, 3_661)] == ["0:00", "1:05", "1:01:01"]

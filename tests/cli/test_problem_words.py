"""The terminal calls a problem what the window calls it."""

from pathlib import Path

import pytest

from genre_desktop.cli.problem_words import PROBLEM_WORDS
from genre_desktop.core.track import Listing, Outcome, Tags, Track
from genre_desktop.dsp.sound import Note, Problem
from genre_desktop.ui.row_state import RowState, State
from genre_desktop.ui.row_words import status_word


@pytest.mark.parametrize("problem", Problem)
def test_a_problem_is_called_what_the_window_calls_it(problem: Problem) -> None:
    track = Track(Path("a.mp3"))
    outcome = Outcome(track, None, Note(problem, "A sentence."), None, "")
    row = RowState(Listing(track, Tags(), outcome), State.PROBLEM)
    assert PROBLEM_WORDS[problem] == status_word(row)

"""The quick way to hear a track: which pieces, what becomes of them, and when it is not taken."""

from pathlib import Path

import numpy as np
import pytest

from genre_desktop.core.batch import classify
from genre_desktop.core.library import Library
from genre_desktop.core.quick import PIECES, chosen_pieces
from genre_desktop.core.recognise import Request, recognise
from genre_desktop.core.track import Outcome, Track
from genre_desktop.core.workers import InProcess
from tests.support import sounds
from tests.support.packages import GTZAN, mel_package, package_of_each_kind, tone_for

SECONDS = 180.0


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return mel_package(tmp_path / "models")


@pytest.fixture
def song(tmp_path: Path) -> Path:
    """Two thirds of one genre, then a third of another."""
    both = [tone_for(5, len(GTZAN), SECONDS * 2 / 3), tone_for(8, len(GTZAN), SECONDS / 3)]
    return sounds.write_flac(tmp_path / "song.flac", np.concatenate(both), rate=22_050)


def quickly(path: Path, model: Path) -> Outcome:
    return recognise(Request(Track(path), model, None, quick=True))


@pytest.mark.parametrize("pieces", [40, 41, 100, 12_000])
def test_the_pieces_are_spread_over_the_track(pieces: int) -> None:
    places = chosen_pieces(pieces)
    assert len(set(places)) == PIECES
    steps = np.diff((-places[0] - 1, *places, 2 * pieces - places[-1] - 1))
    assert steps.max() - steps.min() <= 2
    assert 0 <= places[0] < places[-1] < pieces


def test_packages_of_every_kind_hear_a_minute_of_a_long_track(tmp_path: Path, song: Path) -> None:
    for folder in package_of_each_kind(tmp_path / "all"):
        outcome = quickly(song, folder)
        assert outcome.verdict is not None
        assert outcome.quick
        assert outcome.verdict.ranked()[0][0] == GTZAN[5]
        assert outcome.verdict.heard_seconds == pytest.approx(60.0, abs=1.0)
        assert outcome.track_seconds == pytest.approx(SECONDS, abs=0.1)
        assert len(outcome.audio_hash) >= 32


def test_the_timeline_says_what_was_heard_where_and_has_gaps_elsewhere(
    model: Path, song: Path
) -> None:
    verdict = quickly(song, model).verdict
    assert verdict is not None
    timeline = verdict.timeline
    assert timeline is not None
    assert len(timeline.heard) == int(SECONDS / timeline.piece_seconds)
    heard = np.flatnonzero(timeline.heard)
    assert tuple(heard.tolist()) == chosen_pieces(len(timeline.heard))
    assert not timeline.probabilities[~timeline.heard].any()
    best = timeline.probabilities[heard].argmax(axis=1)
    expected = np.where((heard + 0.5) * timeline.piece_seconds < SECONDS * 2 / 3, 5, 8)
    np.testing.assert_array_equal(best, expected)


def test_a_short_track_is_heard_as_a_whole(tmp_path: Path, model: Path) -> None:
    short = sounds.write_flac(tmp_path / "s.flac", tone_for(5, len(GTZAN), 60.0), rate=22_050)
    outcome = quickly(short, model)
    assert outcome.verdict is not None
    assert not outcome.quick
    assert outcome.verdict.heard_seconds == pytest.approx(60.0, abs=0.1)


def test_a_long_file_that_ends_early_is_heard_as_a_whole_and_says_so(
    model: Path, song: Path
) -> None:
    song.write_bytes(song.read_bytes()[: song.stat().st_size * 3 // 4])
    outcome = quickly(song, model)
    assert outcome.verdict is not None
    assert not outcome.quick
    assert outcome.report is not None
    assert outcome.report.notes


def test_a_batch_takes_a_quick_answer_only_where_quick_ones_are_wanted(
    tmp_path: Path, model: Path, song: Path
) -> None:
    with Library.open(tmp_path / "data" / "library.sqlite") as library:

        def heard(*, quick: bool) -> tuple[bool, bool]:
            (outcome,) = classify([Track(song)], InProcess(), model, library, quick=quick)
            return outcome.quick, outcome.from_library

        assert heard(quick=True) == (True, False)
        assert heard(quick=True) == (True, True)
        assert heard(quick=False) == (False, False)
        assert heard(quick=True) == (False, True)

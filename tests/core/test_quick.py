"""The quick way to hear a track: which pieces, what becomes of them, and when it is not taken."""

from pathlib import Path

import numpy as np
import pytest

from genre_desktop.core.batch import classify
from genre_desktop.core.library import Library
from genre_desktop.core.quick import rounds
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
    """Five eighths of one genre, then three of another."""
    return written(tmp_path / "song.flac", [(5, 112.5), (8, 67.5)])


def written(path: Path, passages: list[tuple[int, float]]) -> Path:
    """A track of one genre after the other, each for so many seconds."""
    tones = [tone_for(genre, len(GTZAN), seconds) for genre, seconds in passages]
    return sounds.write_flac(path, np.concatenate(tones), rate=22_050)


def quickly(path: Path, model: Path) -> Outcome:
    return recognise(Request(Track(path), model, None, quick=True))


@pytest.mark.parametrize(("seconds", "parts"), [(120.0, 16), (300.0, 20), (36_000.0, 40)])
def test_parts_of_both_rounds_are_spread_evenly(seconds: float, parts: int) -> None:
    first, second = rounds(seconds, 2.0)
    assert len(first) == len(second) == parts
    steps = np.diff([start for pair in zip(second, first, strict=True) for start in pair])
    np.testing.assert_allclose(steps, seconds / (2 * parts), atol=0.1)
    assert second[0] >= 0.0
    assert first[-1] + 2.0 < seconds


def test_packages_of_every_kind_hear_parts_of_a_long_track(tmp_path: Path, song: Path) -> None:
    for folder in package_of_each_kind(tmp_path / "all"):
        outcome = quickly(song, folder)
        assert outcome.verdict is not None
        assert outcome.quick
        assert outcome.verdict.ranked()[0][0] == GTZAN[5]
        assert outcome.verdict.heard_seconds == pytest.approx(32.0, abs=0.1)
        assert outcome.track_seconds == pytest.approx(SECONDS, abs=0.1)
        assert len(outcome.audio_hash) >= 32


def test_what_is_doubtful_at_first_is_heard_at_more_places(tmp_path: Path, model: Path) -> None:
    doubtful = written(tmp_path / "doubtful.flac", [(5, 16.875), (8, 5.625)] * 8)
    outcome = quickly(doubtful, model)
    assert outcome.verdict is not None
    assert outcome.quick
    assert outcome.verdict.ranked()[0][0] == GTZAN[5]
    assert outcome.verdict.heard_seconds == pytest.approx(64.0, abs=0.1)


def test_the_timeline_says_what_was_heard_where_and_has_gaps_elsewhere(
    model: Path, song: Path
) -> None:
    verdict = quickly(song, model).verdict
    assert verdict is not None
    timeline = verdict.timeline
    assert timeline is not None
    assert len(timeline.heard) == int(SECONDS / timeline.piece_seconds)
    heard = np.flatnonzero(timeline.heard)
    middles = np.array(rounds(SECONDS, 2.0)[0]) + 1.0
    np.testing.assert_array_equal(heard, (middles / timeline.piece_seconds).astype(int))
    assert not timeline.probabilities[~timeline.heard].any()
    best = timeline.probabilities[heard].argmax(axis=1)
    np.testing.assert_array_equal(best, np.where(middles < SECONDS * 5 / 8, 5, 8))


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

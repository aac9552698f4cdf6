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
    """Three sixths of one genre, one of two in equal parts, then two of another."""
    return written(tmp_path / "song.flac", [(5, 105.0), (8, 75.0)])


def written(path: Path, passages: list[tuple[int, float]]) -> Path:
    """A track of one genre after the other, each for so many seconds."""
    tones = [tone_for(genre, len(GTZAN), seconds) for genre, seconds in passages]
    return sounds.write_flac(path, np.concatenate(tones), rate=22_050)


def quickly(path: Path, model: Path) -> Outcome:
    return recognise(Request(Track(path), model, None, quick=True))


@pytest.mark.parametrize(("seconds", "chunks"), [(120.0, 4), (310.0, 10), (36_000.0, 20)])
def test_rounds_widen_and_then_deepen_what_is_heard(seconds: float, chunks: int) -> None:
    some, others, deeper = (one.chunks for one in rounds(seconds, 3.0))
    assert len(some) == chunks // 2
    assert len(some) + len(others) == len(deeper) == chunks
    assert set(some + others) == {chunk[1::2] for chunk in deeper}
    starts = [start for chunk in deeper for start in chunk]
    assert starts == sorted(starts)
    assert starts[0] >= 0.0
    assert starts[-1] + 3.0 <= seconds


def test_only_a_long_track_is_never_heard_wholly() -> None:
    assert rounds(600.0, 3.0)[-1].clear > 0.0
    assert rounds(660.0, 3.0)[-1].clear == 0.0


def test_parts_lie_evenly_in_their_chunk_of_half_a_minute() -> None:
    for number, chunk in enumerate(rounds(310.0, 3.0)[-1].chunks):
        middles = 30.0 * number + np.array([3.75, 11.25, 18.75, 26.25])
        np.testing.assert_allclose(np.array(chunk) + 1.5, middles)


def test_packages_of_every_kind_hear_parts_of_a_long_track(tmp_path: Path, song: Path) -> None:
    for folder in package_of_each_kind(tmp_path / "all"):
        outcome = quickly(song, folder)
        assert outcome.verdict is not None
        assert outcome.quick
        assert outcome.verdict.ranked()[0][0] == GTZAN[5]
        assert 18.0 <= outcome.verdict.heard_seconds <= 72.0
        assert outcome.track_seconds == pytest.approx(SECONDS, abs=0.1)
        assert len(outcome.audio_hash) >= 32


# A chunk of half a minute of two genres in equal parts, and one in which only the first two parts
# that are heard of it seem so.
TIED = [(5, 12.72), (8, 17.28)]
SEEMS_TIED = [(5, 22.5), (8, 7.5)]
PLAIN = [(5, 30.0)]


@pytest.mark.parametrize(
    ("chunks", "heard_seconds"),
    [
        ([PLAIN] * 6, 18.0),
        ([PLAIN, TIED] * 3, 36.0),
        ([SEEMS_TIED] * 6, 72.0),
        ([TIED] * 6, SECONDS),
    ],
    ids=["plain", "some tied", "all seem tied", "all tied"],
)
def test_the_closer_two_genres_are_the_more_is_heard(
    tmp_path: Path, model: Path, chunks: list[list[tuple[int, float]]], heard_seconds: float
) -> None:
    passages = [passage for chunk in chunks for passage in chunk]
    outcome = quickly(written(tmp_path / "song.flac", passages), model)
    assert outcome.verdict is not None
    assert outcome.verdict.heard_seconds == pytest.approx(heard_seconds, abs=0.1)
    assert outcome.quick == (heard_seconds < SECONDS)


def test_the_timeline_says_what_was_heard_where_and_has_gaps_elsewhere(
    model: Path, song: Path
) -> None:
    verdict = quickly(song, model).verdict
    assert verdict is not None
    timeline = verdict.timeline
    assert timeline is not None
    assert len(timeline.heard) == int(SECONDS / timeline.piece_seconds)
    heard = np.flatnonzero(timeline.heard)
    some, others, _ = rounds(SECONDS, 3.0)
    middles = np.sort(np.array(some.chunks + others.chunks).ravel()) + 1.5
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

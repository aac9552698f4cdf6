"""Batches: what becomes of each track, of the library, and of workers that die or hang."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from genre_desktop.core.batch import classify
from genre_desktop.core.library import Library
from genre_desktop.core.time_limit import allowed_seconds
from genre_desktop.core.track import Outcome, Track
from genre_desktop.core.workers import InProcess, WorkerPool
from genre_desktop.dsp.sound import Problem
from genre_desktop.inference.refusal import PackageRefused
from tests.core.fakes import listen_by_name, times_heard, tracks
from tests.support import sounds


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    pool = WorkerPool(2)
    yield pool
    pool.shutdown(cancel_futures=True)


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    folder.mkdir()
    return folder


def no_time_to_hang(track: Track) -> float:
    """Only what hangs is late: others may wait for the disk."""
    return 0.5 if track.path.stem == "hangs" else 60.0


def problems(outcomes: list[Outcome]) -> dict[str, Problem | None]:
    return {
        outcome.track.path.stem: outcome.problem.problem if outcome.problem else None
        for outcome in outcomes
    }


def test_every_track_gets_an_outcome(pool: WorkerPool, model: Path, music: Path) -> None:
    wanted = tracks(music, *(f"{number}" for number in range(20)))
    outcomes = list(classify(wanted, pool, model, listen=listen_by_name))
    assert {outcome.track for outcome in outcomes} == set(wanted)
    assert all(outcome.verdict is not None for outcome in outcomes)


def test_a_dying_and_a_hanging_file_are_named_and_the_rest_is_heard(
    pool: WorkerPool, model: Path, music: Path
) -> None:
    wanted = tracks(music, "one", "kills", "two", "hangs", "three", "raises", "four")
    outcomes = list(classify(wanted, pool, model, listen=listen_by_name, limit=no_time_to_hang))
    assert problems(outcomes) == {
        "one": None,
        "two": None,
        "three": None,
        "four": None,
        "kills": Problem.WORKER_DIED,
        "hangs": Problem.TIMED_OUT,
        "raises": Problem.INTERNAL_ERROR,
    }
    (died,) = (one for one in outcomes if one.track.path.stem == "kills")
    assert died.problem is not None
    assert died.problem.sentence.startswith("“kills.mp3” makes the decoder crash")


def test_a_worker_killed_from_outside_costs_the_file_nothing(
    pool: WorkerPool, model: Path, music: Path
) -> None:
    (track,) = tracks(music, "kills-once")
    (outcome,) = classify([track], pool, model, listen=listen_by_name)
    assert outcome.verdict is not None
    assert times_heard(track.path) == 2


def test_a_file_that_kills_is_left_alone_until_it_changes_or_is_asked_for_again(
    pool: WorkerPool, model: Path, music: Path, library: Library
) -> None:
    wanted = tracks(music, "kills", "hangs")

    def run(*, again: bool = False) -> dict[str, Problem | None]:
        return problems(
            list(
                classify(
                    wanted,
                    pool,
                    model,
                    library,
                    again,
                    listen=listen_by_name,
                    limit=no_time_to_hang,
                )
            )
        )

    expected = {"kills": Problem.WORKER_DIED, "hangs": Problem.TIMED_OUT}
    assert run() == expected
    assert run() == expected
    assert (times_heard(wanted[0].path), times_heard(wanted[1].path)) == (2, 1)
    run(again=True)
    assert (times_heard(wanted[0].path), times_heard(wanted[1].path)) == (4, 2)
    wanted[0].path.write_bytes(b"mended")
    run()
    assert (times_heard(wanted[0].path), times_heard(wanted[1].path)) == (6, 2)


def test_known_files_are_answered_without_a_worker(
    model: Path, music: Path, library: Library
) -> None:
    wanted = tracks(music, "one", "two")
    first = list(classify(wanted, InProcess(), model, library, listen=listen_by_name))
    again = list(classify(wanted, InProcess(), model, library, listen=listen_by_name))
    assert [outcome.from_library for outcome in first] == [False, False]
    assert [outcome.from_library for outcome in again] == [True, True]
    assert [times_heard(track.path) for track in wanted] == [1, 1]
    heard = list(classify(wanted, InProcess(), model, library, again=True, listen=listen_by_name))
    assert [outcome.from_library for outcome in heard] == [False, False]


def test_known_files_do_not_wait_for_the_unknown_ones_before_them(
    pool: WorkerPool, model: Path, music: Path, library: Library
) -> None:
    known = tracks(music, *(f"known {number}" for number in range(5)))
    list(classify(known, pool, model, library, listen=listen_by_name))
    hanging = [Track(path) for path in (music / "hangs.mp3",)]
    tracks(music, "hangs")
    outcomes = classify(
        [*hanging, *known],
        pool,
        model,
        library,
        look_ahead=100,
        listen=listen_by_name,
        limit=lambda _: 60.0,
    )
    assert [next(outcomes).track for _ in known] == known  # or the one that hangs would be told
    outcomes.close()


def test_tracks_are_drawn_only_as_workers_need_them(
    pool: WorkerPool, model: Path, music: Path
) -> None:
    drawn: list[Track] = []

    def feed() -> Iterator[Track]:
        for track in tracks(music, *(f"{number}" for number in range(50))):
            drawn.append(track)
            yield track

    outcomes = classify(feed(), pool, model, listen=listen_by_name)
    next(outcomes)
    assert len(drawn) <= 2 * pool.size + 2
    outcomes.close()


def test_what_was_finished_when_a_batch_is_closed_is_kept(
    pool: WorkerPool, model: Path, music: Path, library: Library
) -> None:
    wanted = tracks(music, *(f"{number}" for number in range(30)))
    outcomes = classify(wanted, pool, model, library, listen=listen_by_name)
    given = [next(outcomes).track for _ in range(3)]
    outcomes.close()
    again = list(classify(given, InProcess(), model, library, listen=listen_by_name))
    assert all(outcome.from_library for outcome in again)


def test_a_cancelled_batch_waits_for_nobody(pool: WorkerPool, model: Path, music: Path) -> None:
    cancelled = threading.Event()
    outcomes = classify(
        tracks(music, "hangs", "one"),
        pool,
        model,
        cancelled=cancelled,
        listen=listen_by_name,
        limit=lambda _: 60.0,
    )
    assert next(outcomes).track.path.stem == "one"
    timer = threading.Timer(0.1, cancelled.set)
    timer.start()
    assert list(outcomes) == []  # or the one that hangs would be told
    timer.join()


def test_a_batch_ends_when_its_workers_are_shut_down(model: Path, music: Path) -> None:
    pool = WorkerPool(1)
    outcomes = classify(tracks(music, "one", "hangs", "two"), pool, model, listen=listen_by_name)
    assert next(outcomes).track.path.stem == "one"
    timer = threading.Timer(0.3, pool.shutdown, kwargs={"cancel_futures": True})
    timer.start()
    assert list(outcomes) == []
    timer.join()


def test_idle_workers_give_a_provisional_answer_too(
    pool: WorkerPool, model: Path, tmp_path: Path, library: Library
) -> None:
    song = Track(sounds.write_mp3(tmp_path / "song.mp3", sounds.music(45.0)))
    outcomes = list(classify([song], pool, model, library, provisional=True))
    final = outcomes[-1]
    assert not final.provisional
    assert final.verdict is not None
    assert final.verdict.heard_seconds > 40
    (first,) = outcomes[:-1]
    assert first.provisional
    assert first.verdict is not None
    assert first.verdict.heard_seconds < 31.5


def test_a_model_without_a_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackageRefused, match="cannot be read"):
        list(classify([], InProcess(), tmp_path))


def test_the_time_limit_grows_with_the_length(tmp_path: Path) -> None:
    short = Track(sounds.write_wav(tmp_path / "short.wav", sounds.music(1.0)))
    long = Track(sounds.write_wav(tmp_path / "long.wav", sounds.music(120.0)))
    assert allowed_seconds(short) == pytest.approx(60.0, abs=0.1)
    assert allowed_seconds(long) == pytest.approx(62.0, abs=0.1)
    assert allowed_seconds(Track(tmp_path / "missing.mp3")) == 60.0


def has_timelines(outcomes: list[Outcome]) -> list[bool]:
    return [one.verdict is not None and one.verdict.timeline is not None for one in outcomes]


def test_details_stay_in_the_library_where_they_are_not_wanted(
    model: Path, music: Path, library: Library
) -> None:
    wanted, pool = tracks(music, "one", "two"), InProcess()
    unkept = list(classify(wanted, pool, model, with_details=False, listen=listen_by_name))
    assert has_timelines(unkept) == [True, True]
    kept = list(classify(wanted, pool, model, library, with_details=False, listen=listen_by_name))
    assert has_timelines(kept) == [False, False]
    assert has_timelines([library.with_timeline(one) for one in kept]) == [True, True]


def test_a_quick_answer_beside_a_thorough_one_keeps_its_own_details(
    model: Path, music: Path, library: Library
) -> None:
    wanted, pool = tracks(music, "one"), InProcess()
    list(classify(wanted, pool, model, library, listen=listen_by_name))
    again = list(
        classify(
            wanted,
            pool,
            model,
            library,
            again=True,
            quick=True,
            with_details=False,
            listen=listen_by_name,
        )
    )
    assert has_timelines(again) == [True]

"""Batches whose workers end: when it is the file, and when it is not."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from genre_desktop.core.batch import classify
from genre_desktop.core.library import Library
from genre_desktop.core.lost_workers import WorkersUselessError
from genre_desktop.core.track import Outcome, Track
from genre_desktop.core.workers import WorkerDiedError, WorkerNotStartedError
from genre_desktop.dsp.sound import Problem
from tests.core.fakes import listen_by_name, tracks


class LosesWorkers:
    """An executor in the calling thread that loses a worker where it is told to.

    Args:
        loses: Gets a file's stem and how often it came; says what to raise, None to answer.
    """

    size = 2

    def __init__(self, loses: Callable[[str, int], Exception | None]) -> None:
        self._loses = loses
        self.calls: Counter[str] = Counter()

    def submit(
        self,
        fn: Callable[..., Any],
        /,
        *args: Any,
        timeout_seconds: float | None = None,
        hear: Callable[[Any], None] | None = None,
    ) -> Future[Any]:
        assert timeout_seconds
        assert hear is None
        (request,) = args
        stem = request.track.path.stem
        self.calls[stem] += 1
        future: Future[Any] = Future()
        error = self._loses(stem, self.calls[stem])
        if error is None:
            future.set_result(fn(*args))
        else:
            future.set_exception(error)
        return future


def many(folder: Path, count: int = 60) -> list[Track]:
    return tracks(folder, *(f"{number}" for number in range(count)))


def problem_of(outcome: Outcome) -> Problem | None:
    return outcome.problem.problem if outcome.problem else None


def test_a_file_is_heard_however_often_its_worker_did_not_start(
    model: Path, tmp_path: Path
) -> None:
    executor = LosesWorkers(lambda _, times: WorkerNotStartedError() if times < 10 else None)
    (outcome,) = classify(tracks(tmp_path, "one"), executor, model, listen=listen_by_name)
    assert outcome.verdict is not None
    assert executor.calls["one"] == 10


def test_workers_that_never_start_end_the_batch_and_blame_no_file(
    model: Path, tmp_path: Path, library: Library
) -> None:
    wanted = many(tmp_path)
    executor = LosesWorkers(lambda *_: WorkerNotStartedError())
    with pytest.raises(WorkersUselessError, match="no file is to blame"):
        list(classify(wanted, executor, model, library, listen=listen_by_name))
    fine = LosesWorkers(lambda *_: None)
    again = list(classify(wanted, fine, model, library, listen=listen_by_name))
    assert [problem_of(one) for one in again] == [None] * len(wanted)


def test_workers_that_die_over_every_file_end_the_batch_and_blame_no_file(
    model: Path, tmp_path: Path, library: Library
) -> None:
    wanted = many(tmp_path)
    executor = LosesWorkers(lambda *_: WorkerDiedError(-11))
    with pytest.raises(WorkersUselessError):
        list(classify(wanted, executor, model, library, listen=listen_by_name))
    fine = LosesWorkers(lambda *_: None)
    again = list(classify(wanted, fine, model, library, listen=listen_by_name))
    assert [problem_of(one) for one in again] == [None] * len(wanted)


def test_a_folder_of_files_that_kill_does_not_end_a_batch_whose_workers_have_answered(
    model: Path, tmp_path: Path, library: Library
) -> None:
    good = tracks(tmp_path, "good")
    wanted = [*good, *many(tmp_path)]
    executor = LosesWorkers(lambda stem, _: None if stem == "good" else WorkerDiedError(-11))
    outcomes = list(classify(wanted, executor, model, library, listen=listen_by_name))
    assert Counter(map(problem_of, outcomes)) == {None: 1, Problem.WORKER_DIED: 60}
    again = list(classify(wanted, executor, model, library, listen=listen_by_name))
    assert all(outcome.from_library for outcome in again)


def test_files_that_killed_before_the_first_answer_are_left_alone_after_it(
    model: Path, tmp_path: Path, library: Library
) -> None:
    wanted = tracks(tmp_path, "a kills", "b kills", "c")
    executor = LosesWorkers(lambda stem, _: WorkerDiedError(-11) if "kills" in stem else None)
    list(classify(wanted, executor, model, library, listen=listen_by_name))
    list(classify(wanted, executor, model, library, listen=listen_by_name))
    assert executor.calls == {"a kills": 2, "b kills": 2, "c": 1}

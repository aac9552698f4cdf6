"""The worker pool: what becomes of calls, of dying and hanging workers, and of orphans."""

import os
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from concurrent.futures import wait as wait_for_all
from contextlib import suppress
from pathlib import Path

import pytest

from genre_desktop.core import worker_seat
from genre_desktop.core.worker_process import serve
from genre_desktop.core.workers import (
    InProcess,
    WorkerDiedError,
    WorkerNotStartedError,
    WorkerPool,
)

HANG_SECONDS = 600


def own_pid() -> int:
    return os.getpid()


def environment(name: str) -> str | None:
    return os.environ.get(name)


def niceness() -> int:
    return os.nice(0)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class DiesOnArrival:
    """Kills the process that unpickles it, which is before the call begins."""

    def __reduce__(self) -> tuple[object, tuple[()]]:
        return die, ()


class RefusesToArrive(Exception):
    """Can be pickled, but not unpickled."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def count_aloud(last: int, say: Callable[[int], None]) -> int:
    for number in range(last):
        say(number)
    return last


def say_one_word_and_hang(say: Callable[[str], None]) -> None:
    say("one")
    threading.Event().wait(HANG_SECONDS)


def say_one_word_and_wait_for(file: Path, say: Callable[[str], None]) -> str:
    say("one")
    while not file.exists():
        threading.Event().wait(0.01)
    return "done"


def raise_what_cannot_arrive() -> None:
    raise RefusesToArrive("a", "b")


def die_in_the_middle_of_the_answer() -> None:
    frame = sys._getframe()
    while frame.f_code is not serve.__code__:
        assert frame.f_back is not None
        frame = frame.f_back
    promised_bytes = struct.pack("!i", 1_000)
    os.write(frame.f_locals["connection"].fileno(), promised_bytes + b"and so it")
    die()


def hang() -> None:
    threading.Event().wait(HANG_SECONDS)


def refuse(reason: str) -> None:
    raise ValueError(reason)


def unpicklable_answer() -> object:
    return threading.Lock()


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    pool = WorkerPool(1)
    yield pool
    pool.shutdown(cancel_futures=True)


def test_calls_run_in_another_process_of_low_priority_with_one_thread(pool: WorkerPool) -> None:
    assert pool.submit(own_pid).result() != os.getpid()
    assert pool.submit(environment, "OMP_NUM_THREADS").result() == "1"
    if sys.platform != "win32":
        assert pool.submit(niceness).result() >= 10


@pytest.mark.skipif(sys.platform == "win32", reason="missing: niceness (POSIX)")
def test_what_somebody_waits_for_keeps_the_priority_of_the_window() -> None:
    with WorkerPool(1, in_front=True) as pool:
        assert pool.submit(niceness).result() == niceness()


def test_what_a_call_raises_arrives_with_its_trace(pool: WorkerPool) -> None:
    with pytest.raises(ValueError, match="not today") as raised:
        pool.submit(refuse, "not today").result()
    assert "in refuse" in "".join(raised.value.__notes__)


def test_an_answer_that_cannot_be_sent_is_an_error_and_the_worker_lives_on(
    pool: WorkerPool,
) -> None:
    first = pool.submit(own_pid).result()
    with pytest.raises(TypeError, match="cannot be sent"):
        pool.submit(unpicklable_answer).result()
    assert pool.submit(own_pid).result() == first


def test_a_call_that_cannot_be_sent_is_an_error(pool: WorkerPool) -> None:
    with pytest.raises((AttributeError, TypeError, OSError, Exception), match="pickle"):
        pool.submit(lambda: 1).result()
    assert pool.submit(own_pid).result() > 0


def test_a_dead_worker_fails_its_call_and_the_next_gets_a_new_one(pool: WorkerPool) -> None:
    with pytest.raises(WorkerDiedError):
        pool.submit(die).result()
    assert pool.submit(own_pid).result() > 0


def test_a_worker_killed_while_idle_is_replaced(pool: WorkerPool) -> None:
    first = pool.submit(own_pid).result()
    os.kill(first, signal.SIGKILL)
    second = pool.submit(own_pid)
    assert second.exception() is not None or second.result() != first
    assert pool.submit(own_pid).result() != first


def test_a_call_over_its_limit_is_killed(pool: WorkerPool) -> None:
    first = pool.submit(own_pid).result()
    with pytest.raises(TimeoutError):
        pool.submit(hang, timeout_seconds=0.2).result()
    assert pool.submit(own_pid).result() != first


def test_what_a_call_says_on_the_way_comes_before_its_answer(pool: WorkerPool) -> None:
    said: list[int] = []
    assert pool.submit(count_aloud, 5, hear=said.append).result() == 5
    assert said == [0, 1, 2, 3, 4]


def test_a_call_that_spoke_is_still_bound_to_its_limit(pool: WorkerPool) -> None:
    said: list[str] = []
    # The system tells how long a process waits for a processor only once it has one.
    future = pool.submit(say_one_word_and_hang, timeout_seconds=2.0, hear=said.append)
    with pytest.raises(TimeoutError):
        future.result()
    assert said == ["one"]


def test_a_computer_that_slept_over_a_call_does_not_make_it_late(
    pool: WorkerPool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real, asleep, woken = time.monotonic, threading.Event(), tmp_path / "woken"

    def goes_on_in_sleep() -> float:
        if not asleep.is_set():
            return real()
        woken.touch()
        return real() + 3_600.0

    with monkeypatch.context() as patched:
        patched.setattr(time, "monotonic", goes_on_in_sleep)
        future = pool.submit(
            say_one_word_and_wait_for, woken, timeout_seconds=60.0, hear=lambda _: asleep.set()
        )
        assert future.result() == "done"


@pytest.mark.parametrize("seconds", [4e6, float("inf"), float("nan")])
def test_a_limit_beyond_all_clocks_is_no_limit_and_answers_stay_with_their_calls(
    pool: WorkerPool, seconds: float
) -> None:
    first = pool.submit(own_pid, timeout_seconds=seconds).result()
    assert pool.submit(environment, "OMP_NUM_THREADS").result() == "1"
    assert pool.submit(own_pid).result() == first


def test_an_answer_that_cannot_arrive_is_an_error_and_the_next_call_is_answered(
    pool: WorkerPool,
) -> None:
    with pytest.raises(TypeError, match="missing 1 required"):
        pool.submit(raise_what_cannot_arrive).result()
    assert pool.submit(environment, "OMP_NUM_THREADS").result() == "1"


@pytest.mark.skipif(sys.platform == "win32", reason="missing: pipes that carry bytes")
def test_a_death_in_the_middle_of_an_answer_is_a_death(pool: WorkerPool) -> None:
    with pytest.raises(WorkerDiedError) as raised:
        pool.submit(die_in_the_middle_of_the_answer).result()
    assert raised.value.exit_code == -signal.SIGKILL
    assert pool.submit(own_pid).result() > 0


def test_a_worker_that_dies_before_the_call_begins_is_not_the_calls_death(
    pool: WorkerPool,
) -> None:
    with pytest.raises(WorkerNotStartedError):
        pool.submit(print, DiesOnArrival()).result()
    assert pool.submit(own_pid).result() > 0


def test_a_waiting_call_can_be_cancelled_without_hurting_the_worker(
    pool: WorkerPool, tmp_path: Path
) -> None:
    first, goes_on = pool.submit(own_pid).result(), tmp_path / "goes on"
    busy = pool.submit(say_one_word_and_wait_for, goes_on, hear=lambda _: None)
    waiting = pool.submit(own_pid)
    assert waiting.cancel()
    goes_on.touch()
    assert busy.result() == "done"
    with pytest.raises(CancelledError):
        waiting.result()
    assert pool.submit(own_pid).result() == first


def test_an_abandoning_shutdown_ends_hanging_workers() -> None:
    pool = WorkerPool(2)
    for future in [pool.submit(own_pid), pool.submit(own_pid)]:
        future.result()
    hanging = [pool.submit(hang) for _ in range(5)]
    pool.shutdown(cancel_futures=True)
    assert all(future.done() for future in hanging)
    assert pool.process_ids() == ()
    with pytest.raises(RuntimeError, match="shut down"):
        pool.submit(own_pid)


def test_an_abandoning_shutdown_does_not_wait_for_processes_that_are_being_started() -> None:
    pool = WorkerPool(1)
    with worker_seat._start_lock:  # as while a batch with many workers starts its processes
        future = pool.submit(own_pid)
        while not future.running():
            threading.Event().wait(0.01)
        closing = threading.Thread(
            target=pool.shutdown, args=(False,), kwargs={"cancel_futures": True}
        )
        closing.start()
        closing.join(30.0)
        assert not closing.is_alive()
    with pytest.raises(CancelledError):
        future.result()
    pool.shutdown(cancel_futures=True)
    assert pool.process_ids() == ()


def test_a_leaving_with_block_finishes_what_was_submitted() -> None:
    with WorkerPool(2) as pool:
        futures = [pool.submit(own_pid) for _ in range(6)]
    assert all(future.result() > 0 for future in futures)


def test_warming_after_the_end_does_nothing() -> None:
    pool = WorkerPool(1)
    pool.shutdown()
    pool.warm(own_pid)
    assert pool.process_ids() == ()


def test_every_call_that_a_pool_takes_while_it_is_shut_down_comes_to_an_end() -> None:
    for _ in range(5):
        pool = WorkerPool(1)
        taken: list[Future[int]] = []
        begins = threading.Barrier(2)

        def submit(pool: WorkerPool, taken: list[Future[int]], begins: threading.Barrier) -> None:
            begins.wait()
            with suppress(RuntimeError):
                while True:
                    taken.append(pool.submit(own_pid))

        thread = threading.Thread(target=submit, args=(pool, taken, begins))
        thread.start()
        begins.wait()
        pool.shutdown(cancel_futures=True)
        thread.join()
        assert wait_for_all(taken, timeout=60).not_done == set()


def test_in_process_runs_at_once_and_hands_on_errors() -> None:
    executor = InProcess()
    assert executor.submit(own_pid).result() == os.getpid()
    with pytest.raises(ValueError, match="no"):
        executor.submit(refuse, "no").result()


PARENT = """
import threading
from genre_desktop.core.workers import WorkerPool
from tests.core.test_workers import hang, own_pid

if __name__ == "__main__":
    pool = WorkerPool(2)
    [future.result() for future in (pool.submit(own_pid), pool.submit(own_pid))]
    pool.submit(hang)
    print(*pool.process_ids(), flush=True)
    threading.Event().wait()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_no_worker_outlives_a_killed_parent() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        workers = [int(word) for word in run.stdout.readline().split()]
        run.kill()
        # The workers hold the other end of this pipe: it ends only when they are gone.
        assert run.stdout.read() == ""
    assert workers
    while any(_alive(pid) for pid in workers):  # a process ends soon after its files were closed
        threading.Event().wait(0.02)


def _alive(pid: int) -> bool:
    """True where the process still runs; a zombie nobody reaped counts as gone."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    return bool(status.strip()) and not status.strip().startswith("Z")

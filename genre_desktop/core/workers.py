"""A pool of worker processes that outlives a worker which dies or hangs.

Each worker has a pipe and a supervising thread of its own and nothing is shared between workers,
so one may be killed at any moment without holding up the others.
"""

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from queue import SimpleQueue
from typing import Any, Protocol, TypeVar

from genre_desktop.core.worker_process import Call
from genre_desktop.core.worker_seat import (
    Task,
    TaskQueue,
    WorkerDiedError,
    WorkerNotStartedError,
    WorkerSeat,
)

__all__ = [
    "InProcess",
    "WorkerDiedError",
    "WorkerNotStartedError",
    "WorkerPool",
    "Workers",
    "default_workers",
]
T = TypeVar("T")


class Workers(Protocol):
    """What a batch needs of an executor: its size, and calls with a time limit each."""

    @property
    def size(self) -> int:
        """How many calls run at the same time."""
        ...

    def submit(
        self,
        fn: Callable[..., T],
        /,
        *args: Any,
        timeout_seconds: float | None = None,
        hear: Callable[[Any], None] | None = None,
    ) -> Future[T]:
        """Schedules a call.

        Where `hear` is given, `fn` gets a function `say`, and what it says reaches `hear`, in
        whatever thread. The future may raise TimeoutError, WorkerDiedError or
        WorkerNotStartedError.
        """
        ...


class InProcess(Executor):
    """Runs every call at once in the calling thread, without a time limit; tests use it."""

    size = 1

    def submit(  # type: ignore[override]  # a limit is ours, and no argument of the call
        self,
        fn: Callable[..., T],
        /,
        *args: Any,
        timeout_seconds: float | None = None,  # noqa: ARG002 - nothing here can be interrupted
        hear: Callable[[Any], None] | None = None,
        **kwargs: Any,
    ) -> Future[T]:
        """Runs `fn` and returns its finished future."""
        if hear is not None:
            kwargs["say"] = hear
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - an executor hands on whatever was raised
            future.set_exception(error)
        return future


class WorkerPool(Executor):
    """A `concurrent.futures` executor over spawned processes, of low priority unless `in_front`.

    A process starts with its first call. Where it dies, the call's future raises `WorkerDiedError`;
    where it dies before it began the call, `WorkerNotStartedError`; where it exceeds its limit,
    it is killed and the future raises `TimeoutError`. In all cases the next call gets a fresh
    process. No worker outlives this process, however it ends.
    """

    def __init__(self, workers: int | None = None, *, in_front: bool = False) -> None:
        self.size = workers or default_workers()
        self._waiting: TaskQueue = SimpleQueue()
        self._shut = False
        self._lock = threading.Lock()  # nothing may be put behind the seats' None
        self._abandoned = threading.Event()
        self._seats = [
            WorkerSeat(self._waiting, self._abandoned, in_front=in_front) for _ in range(self.size)
        ]

    def submit(  # type: ignore[override]  # a limit is ours, and no argument of the call
        self,
        fn: Callable[..., T],
        /,
        *args: Any,
        timeout_seconds: float | None = None,
        hear: Callable[[Any], None] | None = None,
        **kwargs: Any,
    ) -> Future[T]:
        """Schedules `fn(*args, **kwargs)`; all of it must be picklable.

        Args:
            fn: A module-level function.
            *args: Its arguments.
            timeout_seconds: From the moment a worker starts on it; None is without limit.
            hear: Takes what `fn` says on the way by its argument `say`, in a thread of the pool;
                None where it has no such argument.
            **kwargs: Its named arguments.

        Raises:
            RuntimeError: If the pool was shut down.
        """
        future: Future[T] = Future()
        call = Call(fn, args, kwargs, speaks=hear is not None)
        if not self._put(Task(future, call, timeout_seconds, hear)):
            raise RuntimeError("The worker pool was shut down.")
        return future

    def warm(self, fn: Callable[..., Any], /, *args: Any) -> None:
        """Starts every process and has it run `fn` once, so that the first file is quick.

        Nothing happens where the pool was shut down meanwhile.
        """
        for _ in self._seats:
            self._put(Task(Future(), Call(fn, args, {}), None))

    def process_ids(self) -> tuple[int, ...]:
        """The processes that are running now."""
        return tuple(pid for seat in self._seats if (pid := seat.process_id) is not None)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Ends the workers: after what is waiting, or at once with `cancel_futures`."""
        if cancel_futures:
            self._abandoned.set()
            for seat in self._seats:
                seat.kill()
        with self._lock:
            if not self._shut:
                self._shut = True
                for _ in self._seats:
                    self._waiting.put(None)
        if wait:
            for seat in self._seats:
                seat.join()

    def _put(self, task: Task) -> bool:
        with self._lock:
            if not self._shut:
                self._waiting.put(task)
            return not self._shut


def default_workers() -> int:
    """One worker for each processor this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    else:  # noqa: RET505 - mypy takes a statement after the platform's branch for unreachable
        return os.cpu_count() or 1

"""A single worker process for one purpose, which starts with the first call.

What processes need is imported with that call: services of the window have such workers, and stand
before its first paint.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from genre_desktop.core.workers import WorkerPool

T = TypeVar("T")


class NoAnswerError(Exception):
    """The process gave no answer; the message says what became of it, for the log."""


class ClosedError(NoAnswerError):
    """Nothing is answered any more."""


class OwnWorker:
    """Usable from any thread, and closed from any other.

    Args:
        in_front: Its process has the priority of the window, since somebody looks on.
    """

    def __init__(self, *, in_front: bool = False) -> None:
        self._in_front = in_front
        self._pool: WorkerPool | None = None
        self._is_closed = False
        self._lock = threading.Lock()

    def ask(self, fn: Callable[..., T], /, *args: Any, seconds_at_most: float) -> T:
        """What the process makes of a call; waits for it.

        Raises:
            ClosedError: Where this is closed, before or meanwhile.
            NoAnswerError: Where the process dies over the call, outlasts it or does not start.
        """
        from concurrent.futures import CancelledError

        from genre_desktop.core.workers import WorkerDiedError, WorkerNotStartedError

        pool = self._open_pool()
        try:
            future = pool.submit(fn, *args, timeout_seconds=seconds_at_most)
        except RuntimeError as error:  # shut down meanwhile
            raise ClosedError from error
        try:
            return future.result()
        except CancelledError as error:
            raise ClosedError from error
        except (WorkerDiedError, WorkerNotStartedError, TimeoutError) as error:
            raise NoAnswerError(str(error)) from error

    def process_ids(self) -> tuple[int, ...]:
        """The process that is running now, if any."""
        pool = self._pool
        return pool.process_ids() if pool is not None else ()

    def close(self, *, wait: bool = True) -> None:
        """Ends the process, whatever it is doing.

        Args:
            wait: Until it is gone; the system takes tenths of a second for a large one.
        """
        with self._lock:
            self._is_closed = True
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait, cancel_futures=True)

    def _open_pool(self) -> WorkerPool:
        with self._lock:
            if self._is_closed:
                raise ClosedError
            if self._pool is None:
                from genre_desktop.core.workers import WorkerPool

                self._pool = WorkerPool(1, in_front=self._in_front)
            return self._pool

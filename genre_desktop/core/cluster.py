"""A Dask cluster as the workers of a batch, for those who outgrow one machine.

All machines have the program installed and see the music under the same names. They read files
and give answers; only the machine that asks writes the library.
"""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Future, InvalidStateError
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any, TypeVar

from genre_desktop.core.lost_workers import WorkersUselessError
from genre_desktop.core.recognise import Request, recognise
from genre_desktop.core.refusal import Refusal
from genre_desktop.core.track import Outcome
from genre_desktop.core.worker_seat import WorkerDiedError

log = logging.getLogger(__name__)
T = TypeVar("T")

_PATIENCE_SECONDS = 10


def _failures() -> tuple[type[BaseException], ...]:
    """What a client of Dask may raise; imported late, for a packaged program has neither."""
    from asyncio import CancelledError

    return Exception, CancelledError


def _client_that_closes() -> Callable[..., Any]:
    """Dask's client, but closed where it reached nobody.

    Dask's own would wait for its thread when Python ends, which is gone by then: for twice the
    patience, with a traceback at the end.
    """
    from distributed import Client

    class Closing(Client):
        def start(self, **how: Any) -> Any:
            try:
                return super().start(**how)  # type: ignore[no-untyped-call]  # it has none
            except BaseException:
                self.close()  # type: ignore[no-untyped-call]  # as above
                raise

    return Closing


class ClusterUnavailable(Refusal):
    """There is no cluster that could be used."""


class ClusterWorkers:
    """Runs calls on the workers of a cluster; those of one that is lost run on another.

    A call over which several workers in turn are lost raises `WorkerDiedError`. Once the scheduler
    is lost, everything raises `WorkersUselessError`: `size`, `submit` and what waits for an answer.

    Args:
        address: Of the scheduler, such as "tcp://host:8786".
    """

    def __init__(self, address: str) -> None:
        try:
            client = _client_that_closes()
        except ImportError as error:
            raise ClusterUnavailable(
                "A cluster needs the library distributed: pip install 'genre-desktop[cluster]'."
            ) from error
        try:
            self._client = client(address, timeout=_PATIENCE_SECONDS, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise ClusterUnavailable(
                f"No Dask scheduler answers at {address} ({error}); start one with "
                "`dask scheduler` and workers with `dask worker`, or leave --scheduler out."
            ) from error
        self._address = address
        try:
            has_workers = self._threads() > 0
        except WorkersUselessError:
            self.shutdown()
            raise
        if not has_workers:
            self.shutdown()
            raise ClusterUnavailable(
                f"The Dask scheduler at {address} has no workers; start some with "
                f"`dask worker {address} --nworkers auto --nthreads 1`."
            )

    @property
    def size(self) -> int:
        """How many calls run at the same time now."""
        return max(1, self._threads())

    def _threads(self) -> int:
        with self._told():
            return sum(int(threads) for threads in self._client.nthreads().values())

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except _failures() as error:
            raise self._lost(error) from error

    def _lost(self, error: BaseException) -> WorkersUselessError:
        log.warning("The cluster: %s", error)
        return WorkersUselessError(
            f"The Dask scheduler at {self._address} no longer answers; start it and its workers "
            "again, and repeat the command: what the library knows by now is not heard again."
        )

    def submit(
        self,
        fn: Callable[..., T],
        /,
        *args: Any,
        timeout_seconds: float | None = None,  # noqa: ARG002 - the scheduler tells no call's start
        hear: Callable[[Any], None] | None = None,  # noqa: ARG002 - nobody looks on
    ) -> Future[T]:
        """Schedules a call; it has no time limit, and says nothing on its way."""
        future: Future[T] = Future()
        with self._told():
            far: Any = self._client.submit(fn, *args, pure=False)
            far.add_done_callback(lambda done: self._hand_on(done, future))
        future.add_done_callback(lambda ours: far.cancel() if ours.cancelled() else None)
        return future

    def shutdown(self, *, cancel_futures: bool = True) -> None:  # noqa: ARG002 - see below
        """Leaves the cluster, which goes on without us and forgets what we have asked for."""
        self._client.close()

    def _hand_on(self, far: Any, future: Future[Any]) -> None:
        """Has a future say what the far one says, which also the way here may be too far for."""
        with suppress(InvalidStateError):
            if future.cancelled():  # meanwhile, by us
                return
            try:
                error = far.exception()
                answer = far.result() if error is None else None
            except _failures() as lost:  # all, else nobody would be told
                future.set_exception(self._lost(lost))
                return
            if error is None:
                future.set_result(answer)
                return
            log.warning("The cluster: %s", error)
            is_loss = type(error).__name__ == "KilledWorker"
            future.set_exception(WorkerDiedError(None) if is_loss else error)


def recognise_apart(request: Request) -> Outcome:
    """Listens on a machine that does not see the library."""
    return recognise(replace(request, library_path=None))

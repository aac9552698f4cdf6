"""One worker of a pool: its process, its pipe, and the thread that feeds and replaces it."""

import logging
import multiprocessing
import signal
import sys
import threading
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from typing import Any

from genre_desktop.core.worker_process import Call, serve

log = logging.getLogger(__name__)

_STOP_SECONDS = 5.0
_BEGIN_SECONDS = 120.0  # to start a process and import what a call needs, from the slowest disk


class WorkerDiedError(Exception):
    """A worker process ended in the middle of a call; `exit_code` is None where unknown."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code

    def __str__(self) -> str:
        return f"The worker process ended with code {self.exit_code}."


@dataclass(frozen=True, slots=True)
class Task:
    """A call, the future that takes its answer, and the seconds it may take (None: any)."""

    future: Future[Any]
    call: Call
    timeout_seconds: float | None


TaskQueue = SimpleQueue[Task | None]


class WorkerSeat:
    """Takes tasks from a queue until it finds None; has them done by one process at a time.

    Args:
        waiting: The queue, shared with the other seats.
        abandoned: Set when what still waits is to be cancelled instead of done.
    """

    def __init__(self, waiting: TaskQueue, abandoned: threading.Event) -> None:
        self._waiting = waiting
        self._abandoned = abandoned
        self._worker: tuple[SpawnProcess, Connection] | None = None
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="worker-seat", daemon=True)
        self._thread.start()

    @property
    def process_id(self) -> int | None:
        """The process that sits here now."""
        worker = self._worker
        return worker[0].pid if worker else None

    def join(self) -> None:
        """Waits until the queue gave None and the process is gone."""
        self._thread.join()

    def kill(self) -> None:
        """Kills the process, whatever it is doing."""
        with self._lock:
            if self._worker:
                self._worker[0].kill()

    def _run(self) -> None:
        _block_interrupts()
        while (task := self._waiting.get()) is not None:
            if self._abandoned.is_set():
                task.future.cancel()
                task.future.set_running_or_notify_cancel()
            elif task.future.set_running_or_notify_cancel():
                self._run_task(task)
        self._dismiss()

    def _run_task(self, task: Task) -> None:
        try:
            good, value = self._ask(task)
        except Exception as error:  # noqa: BLE001 - dead, late or unpicklable: all go to the future
            task.future.set_exception(CancelledError() if self._abandoned.is_set() else error)
            return
        if good:
            task.future.set_result(value)
        else:
            task.future.set_exception(value)

    def _ask(self, task: Task) -> tuple[bool, Any]:
        process, connection = self._hire()
        try:
            connection.send(task.call)
            if not wait_for([connection, process.sentinel], _BEGIN_SECONDS):
                raise EOFError
            connection.recv()  # BEGUN
            if not wait_for([connection, process.sentinel], task.timeout_seconds):
                self._dismiss()
                raise TimeoutError(f"No answer within {task.timeout_seconds:g} seconds.")
            answer: tuple[bool, Any] = connection.recv()
        except (EOFError, ConnectionError) as error:
            self._dismiss()
            raise WorkerDiedError(process.exitcode) from error
        return answer

    def _hire(self) -> tuple[SpawnProcess, Connection]:
        """The worker of this seat, a new one where there is none or it died while idle."""
        worker = self._worker
        if worker and worker[0].is_alive():
            return worker
        self._dismiss()
        with self._lock:
            if self._abandoned.is_set():
                raise CancelledError
            self._worker = worker = _start_worker()
        return worker

    def _dismiss(self) -> None:
        with self._lock:
            worker, self._worker = self._worker, None
        if worker:
            process, connection = worker
            connection.close()
            process.kill()
            process.join(_STOP_SECONDS)


_start_lock = threading.Lock()  # Process.start() changes an unguarded set shared by all threads


def _start_worker() -> tuple[SpawnProcess, Connection]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs,), name="genre-worker", daemon=True)
    with _start_lock:
        if sys.platform != "win32":
            from multiprocessing import resource_tracker

            resource_tracker.ensure_running()  # on Python 3.11 its start unblocks SIGINT here
            _block_interrupts()
        process.start()
    theirs.close()
    log.debug("Worker %s started.", process.pid)
    return process, ours


def _block_interrupts() -> None:
    """Keeps Ctrl-C to the main thread; processes started from this thread inherit that."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

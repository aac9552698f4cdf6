"""One worker of a pool: its process, its pipe, and the thread that feeds and replaces it."""

import logging
import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for
from multiprocessing.context import SpawnProcess
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from typing import Any

from genre_desktop.core.allowance import Allowance, waited_for_processor
from genre_desktop.core.awake import AwakeClock
from genre_desktop.core.bounded_process import BoundedProcess
from genre_desktop.core.interrupts import interrupts_held_back
from genre_desktop.core.worker_process import ANSWERED, BEGUN, SAID, Call, serve

log = logging.getLogger(__name__)

_STOP_SECONDS = 5.0
_BEGIN_SECONDS = 120.0  # to start a process and import what a call needs, from the slowest disk
_LOOK_SECONDS = 10.0  # a gap of more than two of them between two looks is sleep
_LONGEST_WAIT_SECONDS = 1_000_000.0  # the system counts milliseconds in 31 bits

Worker = tuple[SpawnProcess, Connection]


class WorkerDiedError(Exception):
    """A worker process ended in the middle of a call; `exit_code` is None where unknown."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code

    def __str__(self) -> str:
        return f"The worker process ended with code {self.exit_code}."


class WorkerNotStartedError(Exception):
    """No worker process came as far as the call, which was not begun: it cannot be the reason."""

    def __str__(self) -> str:
        reason = f": {self.__cause__}" if self.__cause__ else ""
        return f"No worker process came as far as the call{reason}."


@dataclass(frozen=True, slots=True)
class Task:
    """A call and what becomes of it.

    Attributes:
        future: Takes its answer.
        call: The call.
        timeout_seconds: How long it may take, None for any time.
        hear: Takes what the call says on the way, in a thread of its own.
    """

    future: Future[Any]
    call: Call
    timeout_seconds: float | None
    hear: Callable[[Any], None] | None = None


TaskQueue = SimpleQueue[Task | None]


class WorkerSeat:
    """Takes tasks from a queue until it finds None; has them done by one process at a time.

    Args:
        waiting: The queue, shared with the other seats.
        abandoned: Set when what still waits is to be cancelled instead of done.
        in_front: Its processes have the priority of the window, since somebody looks on.
    """

    def __init__(
        self, waiting: TaskQueue, abandoned: threading.Event, *, in_front: bool = False
    ) -> None:
        self._waiting = waiting
        self._abandoned = abandoned
        self._in_front = in_front
        self._worker: Worker | None = None
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
        """Kills the process, whatever it is doing; one that is just being started ends then."""
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
            kind, value = self._ask(task)
        except Exception as error:  # noqa: BLE001 - dead, late or unpicklable: all go to the future
            task.future.set_exception(CancelledError() if self._abandoned.is_set() else error)
            return
        if kind == ANSWERED:
            task.future.set_result(value)
        else:
            task.future.set_exception(value)

    def _ask(self, task: Task) -> tuple[str, Any]:
        call = ForkingPickler.dumps(task.call)
        try:
            worker = self._begun(call)
            return _answer(worker, task)
        except BaseException:
            self._dismiss()  # its pipe may still bring an answer that nobody waits for
            raise

    def _begun(self, call: memoryview) -> Worker:
        """A worker that is about to run the call, a new one where the old one just died."""
        worker = self._hire()
        try:
            _begin(worker, call)
        except WorkerNotStartedError:
            self._dismiss()  # killed between two calls: no call's fault, and no call's loss
            worker = self._hire()
            _begin(worker, call)
        return worker

    def _hire(self) -> Worker:
        """The worker of this seat, a new one where there is none or it died while idle.

        Raises:
            CancelledError: Where all is abandoned.
            WorkerNotStartedError: The system gives no process.
        """
        worker = self._worker
        if worker and worker[0].is_alive():
            return worker
        self._dismiss()
        if self._abandoned.is_set():
            raise CancelledError
        try:
            worker = _start_worker(in_front=self._in_front)  # which may wait for others' starts
        except OSError as error:  # no memory, no descriptors, too many processes
            raise WorkerNotStartedError from error
        with self._lock:
            self._worker = worker
        if self._abandoned.is_set():  # before `kill` could see it; it is dismissed
            raise CancelledError
        return worker

    def _dismiss(self) -> None:
        with self._lock:
            worker, self._worker = self._worker, None
        if worker:
            process, connection = worker
            connection.close()
            _end(process)


class _PipeEndedError(Exception):
    """The process is gone, or was in the middle of a message when it went."""


def _begin(worker: Worker, call: memoryview) -> None:
    """Sends a call and waits until the process is about to run it.

    Raises:
        WorkerNotStartedError: It never was.
    """
    try:
        worker[1].send_bytes(call)
        begun = _next_message(worker, _BEGIN_SECONDS)
    except (_PipeEndedError, OSError) as error:
        raise WorkerNotStartedError from error
    if begun is None or ForkingPickler.loads(begun) != BEGUN:
        raise WorkerNotStartedError


def _answer(worker: Worker, task: Task) -> tuple[str, Any]:
    """What the call returned or raised; what it said before is heard on the way.

    Raises:
        TimeoutError: It took longer than it may.
        WorkerDiedError: The process died over it.
    """
    seconds = task.timeout_seconds
    if seconds is not None:
        seconds = min(_LONGEST_WAIT_SECONDS, seconds)
    waited = partial(waited_for_processor, worker[0].pid)
    allowed = Allowance(seconds, waited, AwakeClock(2 * _LOOK_SECONDS))
    while True:
        left = allowed.left()
        try:
            message = _next_message(worker, None if left is None else min(_LOOK_SECONDS, left))
        except _PipeEndedError as error:
            raise WorkerDiedError(_end(worker[0])) from error
        if message is None:
            if allowed.left():  # there is more, or the machine was busy or asleep meanwhile
                continue
            raise TimeoutError(f"No answer within {seconds:g} seconds.")
        kind, value = ForkingPickler.loads(message)
        if kind != SAID:
            return kind, value
        if task.hear is not None:
            task.hear(value)


def _next_message(worker: Worker, seconds: float | None) -> bytes | None:
    """The next whole message of a process, None where none came in time."""
    process, connection = worker
    if seconds is not None:
        seconds = min(_LONGEST_WAIT_SECONDS, seconds)
    if not wait_for([connection, process.sentinel], seconds):
        return None
    try:
        if connection.poll():  # a process may have answered before it went
            return connection.recv_bytes()
    except (EOFError, OSError) as error:  # a message that breaks off is a plain OSError
        raise _PipeEndedError from error
    raise _PipeEndedError


def _end(process: SpawnProcess) -> int | None:
    """Ends a process that may be gone already; returns its exit code."""
    process.kill()
    process.join(_STOP_SECONDS)
    return process.exitcode


_start_lock = threading.Lock()  # Process.start() changes an unguarded set shared by all threads


def _start_worker(*, in_front: bool) -> Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = BoundedProcess(
        target=serve,
        args=(theirs,),
        kwargs={"in_front": in_front},
        name="genre-worker",
        daemon=True,
    )
    with _start_lock, interrupts_held_back():
        process.start()
    theirs.close()
    log.debug("Worker %s started.", process.pid)
    return process, ours


def _block_interrupts() -> None:
    """Keeps Ctrl-C to the main thread; processes started from this thread inherit that."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

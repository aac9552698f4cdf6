"""Work on many files in processes of its own: one that crashes a decoder costs that file only."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Job = TypeVar("Job")
Result = TypeVar("Result")

_WAITING = 4  # for each worker, so that a hundred thousand jobs are not all in memory at once


@dataclass(frozen=True, slots=True)
class Crashed:
    """What stands for a result where the process that worked on it died."""


@dataclass(frozen=True, slots=True)
class Finished(Generic[Job, Result]):
    """A job with what became of it."""

    job: Job
    result: Result | Crashed


def in_processes(
    function: Callable[[Job], Result], jobs: Iterable[Job], workers: int
) -> Iterator[Finished[Job, Result]]:
    """Yield each job with its result, in the order in which they are done.

    Args:
        function: At the top of a module; it returns what went wrong instead of raising.
        jobs: Taken only as they are needed.
        workers: Processes; 0 works here, one job after another.
    """
    if not workers:
        for job in jobs:
            yield Finished(job, function(job))
        return
    left = iter(jobs)
    while True:
        under_way: list[Job] = []
        yield from _until_one_dies(function, left, workers, _WAITING * workers, under_way)
        if not under_way:
            return
        # Any of those that were under way may have killed it: they go on one at a time.
        suspects = iter(under_way)
        while True:
            guilty: list[Job] = []
            yield from _until_one_dies(function, suspects, 1, 1, guilty)
            if not guilty:
                break
            yield Finished(guilty[0], Crashed())


def _until_one_dies(
    function: Callable[[Job], Result],
    left: Iterator[Job],
    workers: int,
    at_once: int,
    under_way: list[Job],
) -> Iterator[Finished[Job, Result]]:
    """Work until nothing is left, or a process dies; what was under way then is in `under_way`."""
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawned, initializer=_begin) as pool:
        waiting: dict[Future[Result], Job] = {}
        while True:
            if not under_way:
                _submit(pool, function, islice(left, at_once - len(waiting)), waiting, under_way)
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                job = waiting.pop(future)
                try:
                    yield Finished(job, future.result())
                except BrokenProcessPool:
                    under_way.append(job)


def _begin() -> None:
    """Leave Ctrl-C to the parent, and use one core: there is a process for each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"


def _submit(
    pool: ProcessPoolExecutor,
    function: Callable[[Job], Result],
    jobs: Iterator[Job],
    waiting: dict[Future[Result], Job],
    under_way: list[Job],
) -> None:
    for job in jobs:
        try:
            waiting[pool.submit(function, job)] = job
        except BrokenProcessPool:
            under_way.append(job)
            return


def with_bar(
    finished: Iterable[Finished[Job, Result]], total: int, words: str
) -> Iterator[Finished[Job, Result]]:
    """The same, with a progress bar where a person looks on."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(words, total=total)
        for one in finished:
            bar.advance(task)
            yield one

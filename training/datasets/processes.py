"""Work on many files in processes of its own: one that crashes a decoder costs that file only."""

import multiprocessing
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

_WAITING_PER_WORKER = 4  # so that a hundred thousand jobs are not all in memory at once


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
    suspects: list[Job] = []
    while True:
        yield from _until_one_dies(function, left, workers, suspects)
        if not suspects:
            return
        # Any of those that were under way may have killed it: each gets a process to itself.
        for job in suspects:
            alone: list[Job] = []
            yield from _until_one_dies(function, iter([job]), 1, alone)
            if alone:
                yield Finished(job, Crashed())
        suspects = []


def _until_one_dies(
    function: Callable[[Job], Result], left: Iterator[Job], workers: int, suspects: list[Job]
) -> Iterator[Finished[Job, Result]]:
    """Work until nothing is left, or a process dies; then what was under way is in `suspects`."""
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawned) as pool:
        waiting: dict[Future[Result], Job] = {}
        while True:
            if not suspects:
                for job in islice(left, _WAITING_PER_WORKER * workers - len(waiting)):
                    try:
                        waiting[pool.submit(function, job)] = job
                    except BrokenProcessPool:
                        suspects.append(job)
                        break
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                job = waiting.pop(future)
                try:
                    yield Finished(job, future.result())
                except BrokenProcessPool:
                    suspects.append(job)


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

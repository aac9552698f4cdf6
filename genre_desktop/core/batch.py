"""Classifying many tracks: a generator of outcomes over an executor of workers."""

import logging
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from queue import Empty, SimpleQueue

from genre_desktop.core.holding import Holding
from genre_desktop.core.identity import Stamp, stamp_if_there
from genre_desktop.core.library import Library
from genre_desktop.core.lost_workers import LostWorkers, WorkersUselessError
from genre_desktop.core.recognise import Request, recognise
from genre_desktop.core.time_limit import allowed_seconds
from genre_desktop.core.track import Outcome, Track
from genre_desktop.core.workers import WorkerDiedError, WorkerNotStartedError, Workers
from genre_desktop.dsp.regular_file import shown_name
from genre_desktop.dsp.sound import Note, Problem
from genre_desktop.inference.package_files import read_files

log = logging.getLogger(__name__)

_TRIES = 2  # a worker may also be killed from outside, through no fault of the file
_LOOK_SECONDS = 0.1  # how soon a cancellation is noticed


def classify(
    tracks: Iterable[Track],
    executor: Workers,
    model_folder: Path,
    library: Library | None = None,
    again: bool = False,
    *,
    quick: bool = False,
    provisional: bool = False,
    look_ahead: int = 0,
    with_details: bool = True,
    cancelled: threading.Event | None = None,
    holding: Holding | None = None,
    listen: Callable[..., Outcome] = recognise,
    limit: Callable[[Track], float] = allowed_seconds,
) -> Generator[Outcome, None, None]:
    """Listens to tracks and gives an outcome for each as it is known, in no certain order.

    What the library knows of an unchanged file is given without reading the file; what is heard
    is kept before it is given. A file on which a worker dies is tried once more; one on which it
    dies again, or takes too long, gives that problem, and is left alone from then on until it
    changes or `again` is set. Where workers end whatever the file is, no file is blamed. Closing
    the generator stops it: what has been given is kept.

    Args:
        tracks: Drawn only when there is a worker for them.
        executor: Runs `listen`.
        model_folder: The package to use.
        library: Where answers are found and kept; None is to do without.
        again: Listen even where the answer is known.
        quick: Hear some pieces of each track only, and take such an answer where it is known; what
            is known of the whole track wins.
        provisional: While workers are idle, also give a first answer from a track's beginning;
            `listen` must take `say` then.
        look_ahead: How many tracks to draw beyond what the workers need, to find known ones.
        with_details: Whether answers are to have timeline and embedding, too, where the library
            keeps them.
        cancelled: Stops the batch when set, from whatever thread.
        holding: Asked before each track; while it holds, none is begun.
        listen: The function that a worker runs.
        limit: Seconds that a worker may take over a track.

    Yields:
        The outcomes.

    Raises:
        WorkersUselessError: Where so many workers in a row ended that it is no file's fault, or
            all of them are out of reach.
        PackageRefused: Where a file of the package is missing or not what its manifest names.
    """
    model_digest = read_files(model_folder).digest
    stopped = cancelled or threading.Event()
    batch = _Batch(
        executor,
        model_folder,
        library,
        again=again,
        quick=quick,
        provisional=provisional and not quick,
        with_details=with_details,
        stopped=stopped,
        holding=holding,
        listen=listen,
        limit=limit,
    )
    try:
        for track in tracks:
            job = _Job(track, stamp_if_there(track.path))  # else listening to it says what is wrong
            known = _known(
                None if again else library,
                job,
                model_digest,
                with_details=with_details,
                quick=quick,
            )
            if known is not None:
                yield known
            else:
                batch.add(job)
            yield from batch.heard()
            while batch.is_full(look_ahead) and not stopped.is_set():
                yield from batch.heard(_LOOK_SECONDS)
            if stopped.is_set():
                return
        while batch.is_busy and not stopped.is_set():
            yield from batch.heard(_LOOK_SECONDS)
    except CancelledError:
        log.info("The workers were shut down before the batch was through.")
    except WorkersUselessError:
        batch.acquit()
        raise
    finally:
        batch.abandon()


@dataclass(slots=True)
class _Job:
    track: Track
    stamp: Stamp | None
    deaths: int = 0


@dataclass(frozen=True, slots=True)
class _Impression:
    """What a worker said of a track on the way."""

    outcome: Outcome


class _Batch:
    """What waits for a worker and what workers are at."""

    def __init__(
        self,
        executor: Workers,
        model_folder: Path,
        library: Library | None,
        *,
        again: bool,
        quick: bool,
        provisional: bool,
        with_details: bool,
        stopped: threading.Event,
        holding: Holding | None,
        listen: Callable[..., Outcome],
        limit: Callable[[Track], float],
    ) -> None:
        self._executor = executor
        self._model_folder = model_folder
        self._library = library
        if library is not None:
            library.begin_batch()
        self._asks = library.path if library is not None and not again else None
        self._quick = quick
        self._provisional = provisional
        # A quick answer that is asked for again takes no thorough one's place in the library.
        self._leaves_details = not with_details and not (quick and again)
        self._stopped = stopped
        self._holding = holding
        self._listen = listen
        self._limit = limit
        self._waiting: deque[_Job] = deque()
        self._at_work: dict[Future[Outcome], _Job] = {}
        self._news: SimpleQueue[Future[Outcome] | _Impression] = SimpleQueue()
        self._lost = LostWorkers(executor.size)
        self._blamed: list[tuple[Outcome, _Job]] = []  # not kept before workers are known to work

    @property
    def is_busy(self) -> bool:
        return bool(self._waiting or self._at_work)

    def is_full(self, look_ahead: int) -> bool:
        """True where drawing another track would be of no use now."""
        return len(self._waiting) > look_ahead

    def add(self, job: _Job) -> None:
        if self._holding is not None:
            self._holding.meets(job.track.path.parent)
        self._waiting.append(job)
        self._hand_out()

    def heard(self, seconds: float = 0.0) -> Iterator[Outcome]:
        """Outcomes of what has been finished, after waiting for the first at most so long."""
        if not self._at_work:
            if self._waiting:  # nothing may be begun now
                self._stopped.wait(seconds)
                self._hand_out()
            return
        with suppress(Empty):
            news = self._news.get(timeout=seconds)
            while True:
                outcome = self._outcome(news)
                if outcome is not None:
                    yield outcome
                news = self._news.get_nowait()
        self._hand_out()

    def acquit(self) -> None:
        """Forgets which files workers died over."""
        self._blamed.clear()

    def abandon(self) -> None:
        """Keeps what has been finished meanwhile and takes back what no worker has begun."""
        for future, job in self._at_work.items():
            if not future.cancel() and future.done() and future.exception() is None:
                self._keep(future.result(), job)
        self._keep_blamed()

    def _hand_out(self) -> None:
        # One more for each worker than it can do, so that none waits for this thread.
        while self._waiting and len(self._at_work) < 2 * self._executor.size:
            if self._holding is not None and self._holding.holds():
                return
            self._submit(self._next())

    def _next(self) -> _Job:
        holding, waiting = self._holding, self._waiting
        if holding is None:
            return waiting.popleft()
        place = holding.first_of(job.track for job in waiting)
        job = waiting[place]
        del waiting[place]
        holding.hands_out(job.track)
        return job

    def _submit(self, job: _Job) -> None:
        idle = self._executor.size - len(self._at_work)
        speaks = self._provisional and idle > 0 and not job.deaths
        job.stamp = job.stamp or stamp_if_there(job.track.path)
        request = Request(
            job.track, self._model_folder, self._asks, in_haste=idle > 1, quick=self._quick
        )
        try:
            future = self._executor.submit(
                self._listen,
                request,
                timeout_seconds=self._limit(job.track),
                hear=(lambda outcome: self._news.put(_Impression(outcome))) if speaks else None,
            )
        except RuntimeError as error:  # the executor was shut down
            raise CancelledError from error
        self._at_work[future] = job
        future.add_done_callback(self._news.put)

    def _outcome(self, news: Future[Outcome] | _Impression) -> Outcome | None:
        if isinstance(news, _Impression):
            self._lost.answered()
            return news.outcome
        return self._final(self._at_work.pop(news), news)

    def _final(self, job: _Job, future: Future[Outcome]) -> Outcome | None:
        """The outcome, already kept in the library, or None where the track is tried again."""
        try:
            outcome = future.result()
        except (CancelledError, WorkersUselessError):
            raise
        except (WorkerDiedError, WorkerNotStartedError) as error:
            return self._unheard(job, error)
        except TimeoutError:
            outcome = _failed(job.track, Problem.TIMED_OUT, "takes the decoder too long")
        except Exception as error:
            log.exception("A fault around %r.", job.track.path)
            outcome = _fault(job.track, error)
        else:
            self._lost.answered()
            self._keep_blamed()
        if self._holding is not None and self._holding.takes_back(outcome):
            self._waiting.appendleft(_Job(job.track, None))
            self._holding.puts_back(job.track)
            return None
        is_kept = self._keep(outcome, job)
        return _as_kept(outcome) if is_kept and self._leaves_details else outcome

    def _unheard(self, job: _Job, error: WorkerDiedError | WorkerNotStartedError) -> Outcome | None:
        """What to say of a track that lost its worker, None where it is tried again."""
        log.warning("%r lost its worker: %s", job.track.path, error)
        if isinstance(error, WorkerNotStartedError):
            self._lost.not_started()
        else:
            self._lost.died()
            job.deaths += 1
        if job.deaths < _TRIES:
            self._waiting.append(job)
            if self._holding is not None:
                self._holding.puts_back(job.track)
            return None
        outcome = _failed(job.track, Problem.WORKER_DIED, "makes the decoder crash")
        self._blamed.append((outcome, job))
        if self._lost.are_files_to_blame:
            self._keep_blamed()
        return outcome

    def _keep_blamed(self) -> None:
        for outcome, job in self._blamed:
            self._keep(outcome, job)
        self._blamed.clear()

    def _keep(self, outcome: Outcome, job: _Job) -> bool:
        if self._library is None or job.stamp is None:
            return False
        return self._library.store(outcome, job.stamp)


def _known(
    library: Library | None, job: _Job, model_digest: str, *, with_details: bool, quick: bool
) -> Outcome | None:
    if library is None or job.stamp is None:
        return None
    return library.known(job.track, job.stamp, model_digest, with_details=with_details, quick=quick)


def _as_kept(outcome: Outcome) -> Outcome:
    """Without what is only in the library, and with one text in memory for what all answers say."""
    verdict = outcome.verdict
    if verdict is None:
        return outcome
    brief = replace(
        verdict,
        model=sys.intern(verdict.model),
        version=sys.intern(verdict.version),
        labels=_one_of_each(verdict.labels),
        timeline=None,
        embedding=None,
    )
    return outcome._replace(verdict=brief, model_digest=sys.intern(outcome.model_digest))


@lru_cache(maxsize=16)
def _one_of_each(labels: tuple[str, ...]) -> tuple[str, ...]:
    return labels


def _failed(track: Track, problem: Problem, what: str) -> Outcome:
    sentence = (
        f"“{shown_name(track.path)}” {what}; it is left alone until it changes or you ask to "
        "classify it again."
    )
    return Outcome(track, None, Note(problem, sentence), None, "")


def _fault(track: Track, error: Exception) -> Outcome:
    what = f"{type(error).__name__}: {error}"
    sentence = (
        f"“{shown_name(track.path)}” met a fault of this program ({what}); "
        "please report it with the log."
    )
    return Outcome(track, None, Note(Problem.INTERNAL_ERROR, sentence), None, "")

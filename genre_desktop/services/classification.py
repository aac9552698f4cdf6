"""Lets the worker processes listen to tracks, from a thread that feeds them."""

import os
import threading
import time
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from genre_desktop.core.holding import Holding, folders_among
from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.sound import Problem
from genre_desktop.services.at_work import AtWork
from genre_desktop.services.delivery import Delivery
from genre_desktop.services.lane import Lane
from genre_desktop.services.listener import Listener, ListeningImpossibleError
from genre_desktop.services.progress import Pace, Progress
from genre_desktop.services.right_of_way import give_way
from genre_desktop.services.short_pauses import look_for_garbage
from genre_desktop.services.stopwatch import Stopwatch

END_SECONDS = 5.0  # the workers are killed: only a file on a drive that hangs takes longer


class _Job(NamedTuple):
    """What one run of the thread needs; a later generation makes its answers stale."""

    generation: int
    again: bool
    quick: bool
    model_folder: Path
    cancelled: threading.Event


class _Turn(NamedTuple):
    """A worker starts on a track, or left it."""

    track: Track
    is_begun: bool


class Classification(QObject):
    """Hears tracks in the order they were asked for.

    Signals:
        listening: A tuple of `Track`s that a worker starts on.
        put_back: A tuple of `Track`s that a worker left unheard, as one that died: they wait again.
        outcomes: A tuple of `Outcome`s, provisional ones before final ones.
        progressed: The `Progress`, with every batch and at the end.
        failed: A sentence: why nothing can be heard.
        told: A sentence: what the present run waits for, or that it goes on.
    """

    listening = Signal(tuple)
    put_back = Signal(tuple)
    outcomes = Signal(tuple)
    progressed = Signal(Progress)
    failed = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        make_listener: Callable[[int], Listener],
        workers: int,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare to listen.

        Args:
            make_listener: Called once with the number of processes, in the thread that listens:
                what it imports is heavy.
            workers: How many processes, 0 for one a processor.
            parent: The Qt parent.
            now: The time in seconds.
        """
        super().__init__(parent)
        self._make_listener = make_listener
        self._workers = workers
        self._made: Listener | None = None
        self._lane = Lane("listening")
        self._model_folder: Path | None = None
        self._quick = False
        self._holding = Holding(self.told.emit)
        self._new_roots: deque[Path] = deque()
        self._waiting: OrderedDict[Track, tuple[bool, bool]] = OrderedDict()  # again, quickly
        self._lock = threading.Lock()
        self._generation = 0
        self._cancelled = threading.Event()
        self._has_run = False
        self._pending: set[Track] = set()
        self._progress = Progress()
        self._stopwatch, self._pace = Stopwatch(now), Pace()
        self.told.connect(self._tell_of_hold)
        self._delivery = Delivery(self)
        self._delivery.arrived.connect(self._hand_out)

    @property
    def progress(self) -> Progress:
        """How far the present or the last run is."""
        return self._progress

    @property
    def listener(self) -> Listener | None:
        """What stands behind the listening, None before it was needed."""
        return self._made

    def use_model(self, folder: Path) -> None:
        """Hear with this model package from now on; what another one is hearing is given up."""
        if folder != self._model_folder:
            self.cancel()
            self._model_folder = folder

    @Slot(int)
    def use_workers(self, workers: int) -> None:
        """Work with so many processes, 0 for one a processor, from the next run on."""
        self._workers = workers
        if self._made is not None:
            self._made.use_workers(workers)

    @Slot(bool)
    def use_quick(self, quick: bool) -> None:
        """Hear only pieces of each track, or all of it, of what is asked for from now on."""
        self._quick = quick

    @Slot(bool)
    def pause(self, wanted: bool) -> None:
        """Begin no further track, or go on; tracks that are begun are heard to their end."""
        if wanted == self._holding.is_paused:
            return
        if wanted:
            self._holding.pause()
        else:
            self._holding.resume()
        self._look_at_hold()
        self._tell(self._progress)

    def warm(self) -> None:
        """Start the worker processes, so that the first track is answered quickly."""
        folder = self._model_folder
        if folder is not None:
            self._lane.do(lambda: self._listener().warm(folder))

    def listen(self, tracks: Sequence[Track], *, again: bool = False) -> None:
        """Hear tracks, after those that wait already.

        Args:
            tracks: In the order to hear them; those that wait already are left out.
            again: Hear them even where the answer is known.
        """
        wanted = [track for track in dict.fromkeys(tracks) if track not in self._pending]
        if not wanted or self._model_folder is None:
            return
        if not self._pending:
            self._stopwatch.begin()
            self._progress, self._pace = Progress(), Pace()
        self._pending.update(wanted)
        self._new_roots.append(root_of(wanted))
        with self._lock:
            self._waiting.update((track, (again, self._quick)) for track in wanted)
            must_start, self._has_run = not self._has_run, True
        self._tell(self._progress._replace(total=self._progress.total + len(wanted)))
        if must_start:
            self._lane.do(self._run)

    def forget(self, tracks: Iterable[Track]) -> None:
        """Leave out tracks that nobody wants any more."""
        unwanted = self._pending.intersection(tracks) if self._pending else set()
        if unwanted:
            self._pending -= unwanted
            with self._lock:
                for track in unwanted:
                    self._waiting.pop(track, None)
            self._tell(self._progress._replace(total=self._progress.total - len(unwanted)))

    def prefer(self, tracks: Sequence[Track]) -> None:
        """Hear these next, of those that wait."""
        self._holding.prefer(tracks)  # of those that are drawn already
        with self._lock:
            for track in reversed(tracks):
                if track in self._waiting:
                    self._waiting.move_to_end(track, last=False)

    @Slot()
    def cancel(self) -> None:
        """Give up what waits and what is being heard."""
        with self._lock:
            self._generation += 1
            self._cancelled.set()
            self._cancelled = threading.Event()
            self._waiting.clear()
        self._holding.resume()
        self._look_at_hold()
        self._delivery.clear()
        was_running = bool(self._pending)
        self._pending.clear()
        if was_running:
            self._tell(self._progress._replace(was_cancelled=True))

    def close(self) -> None:
        """End the worker processes and the thread."""
        self.cancel()
        self._lane.do(self._end)
        if self._made is not None:
            self._made.stop()
        self._lane.finish(END_SECONDS)

    # In the lane's thread

    def _listener(self) -> Listener:
        if self._made is None:
            self._made = self._make_listener(self._workers)
            self._made.use_workers(self._workers)  # another wish may have come meanwhile
        return self._made

    def _end(self) -> None:
        if self._made is not None:
            self._made.stop()
            self._made.close()

    def _run(self) -> None:
        while (job := self._next_job()) is not None:
            try:
                self._work(job)
            except ListeningImpossibleError as error:
                self._give_up(job, str(error))
            except BaseException:
                self._give_up(job, "")
                self._lane.do(self._run)  # for what another model is to hear
                raise  # a bug: the lane hands it to the last resort

    def _work(self, job: _Job) -> None:
        listener = self._listener()
        at_work = AtWork(listener.workers)

        def put_back(track: Track) -> None:
            self._delivery.put((job.generation, _Turn(track, is_begun=False)))
            self._say_begun(job, at_work.leave(track))

        self._holding.tell_of_turns(
            lambda track: self._say_begun(job, at_work.hand_out(track)), put_back
        )
        for outcome in listener.classify(
            self._feed(job),
            job.model_folder,
            again=job.again,
            quick=job.quick,
            cancelled=job.cancelled,
            holding=self._holding,
        ):
            if job.cancelled.is_set():
                return
            self._delivery.put((job.generation, outcome))
            if not outcome.provisional:
                self._say_begun(job, at_work.leave(outcome.track))

    def _give_up(self, job: _Job, sentence: str) -> None:
        """Let nothing wait that this job would have heard; what came after it is not its own."""
        with self._lock:
            if job.generation == self._generation:
                self._waiting.clear()
        self._delivery.put((job.generation, sentence))

    def _say_begun(self, job: _Job, tracks: Iterable[Track]) -> None:
        for track in tracks:
            self._delivery.put((job.generation, _Turn(track, is_begun=True)))

    def _next_job(self) -> _Job | None:
        with self._lock:
            if not self._waiting or self._model_folder is None:
                self._has_run = False
                return None
            again, quick = next(iter(self._waiting.values()))
            return _Job(self._generation, again, quick, self._model_folder, self._cancelled)

    def _feed(self, job: _Job) -> Iterator[Track]:
        while True:
            give_way()
            with self._lock:
                wanted = job.generation == self._generation and bool(self._waiting)
                if not wanted or next(iter(self._waiting.values())) != (job.again, job.quick):
                    return
                track, _ = self._waiting.popitem(last=False)
            self._look_at_roots()
            yield track

    def _look_at_roots(self) -> None:
        """A folder counts as gone later only where it was there when its first track was drawn."""
        while self._new_roots:
            self._holding.add_roots(folders_among([self._new_roots.popleft()]))

    # In the window's thread

    @Slot()
    def _tell_of_hold(self) -> None:
        self._look_at_hold()
        if self._pending:
            self._tell(self._progress)

    def _look_at_hold(self) -> None:
        self._stopwatch.hold(held=self._holding.is_held)

    @Slot(tuple)
    def _hand_out(self, batch: tuple[tuple[int, _Turn | Outcome | str], ...]) -> None:
        fresh = [item for generation, item in batch if generation == self._generation]
        turns = {item.track: item.is_begun for item in fresh if isinstance(item, _Turn)}
        begun = tuple(track for track in turns if turns[track] and track in self._pending)
        left = tuple(track for track in turns if not turns[track] and track in self._pending)
        heard = tuple(
            item for item in fresh if isinstance(item, Outcome) and item.track in self._pending
        )
        if begun:
            self.listening.emit(begun)
        if heard:
            self.outcomes.emit(heard)
            self._count(heard)
        if left:  # after the answers: the first of these may be its impression
            self.put_back.emit(left)
        for sentence in (item for item in fresh if isinstance(item, str)):
            self.cancel()
            if sentence:
                self.failed.emit(sentence)

    def _count(self, heard: Iterable[Outcome]) -> None:
        final = [one for one in heard if not one.provisional and one.track in self._pending]
        self._pending.difference_update(one.track for one in final)
        so_far = self._progress
        done = so_far.done + len(final)
        if final:
            self._stopwatch.note_work()
        self._tell(
            so_far._replace(
                done=done,
                problems=so_far.problems + sum(one.verdict is None for one in final),
                reasons=_with_reasons(so_far.reasons, final),
                known=so_far.known + sum(one.from_library for one in final),
                audio_seconds=so_far.audio_seconds + sum(map(_heard_seconds, final)),
                seconds_a_track=self._pace.seconds_a_track(done, self._stopwatch.seconds),
            )
        )

    def _tell(self, progress: Progress) -> None:
        was_running = self._progress.is_running
        self._progress = progress._replace(
            elapsed_seconds=self._stopwatch.seconds,
            is_running=bool(self._pending),
            is_paused=self._holding.is_paused,
            is_held=self._holding.is_held,
        )
        if self._progress.is_running != was_running:
            look_for_garbage(wanted=was_running)
        self.progressed.emit(self._progress)


def root_of(tracks: Sequence[Track]) -> Path:
    """The deepest folder in which all of them lie."""
    folders = {track.path.parent for track in tracks}
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # on several drives of Windows
        return Path(tracks[0].path.anchor)


def _with_reasons(
    known: tuple[tuple[Problem, int], ...], heard: Iterable[Outcome]
) -> tuple[tuple[Problem, int], ...]:
    found = [one.problem.problem for one in heard if one.verdict is None and one.problem]
    return tuple((Counter(dict(known)) + Counter(found)).items()) if found else known


def _heard_seconds(outcome: Outcome) -> float:
    return 0.0 if outcome.from_library else outcome.track_seconds or 0.0

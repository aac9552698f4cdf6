"""The listener of the real program: a pool of worker processes and the library database."""

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from genre_desktop.core.holding import Holding
from genre_desktop.core.library import LIBRARY_NAME, Library, LibraryUnavailable
from genre_desktop.core.track import Outcome, Track
from genre_desktop.core.workers import WorkerPool
from genre_desktop.services.listener import ListeningImpossibleError

# Known files are answered a thousand times faster than others are heard: look past the latter.
LOOK_AHEAD = 64


class ProcessListener:
    """Opens the pool and the library when they are first needed.

    This module is imported in the thread that uses it, after the window was painted.
    """

    def __init__(
        self,
        folder: Path,
        workers: int,
        tell: Callable[[str], None],
        tell_unkept: Callable[[str], None],
        length_of: Callable[[Path], float | None],
    ) -> None:
        """Prepare to listen.

        Args:
            folder: Where the library lies.
            workers: How many processes; 0 is one for each processor.
            tell: Takes sentences for the user, in whatever thread.
            tell_unkept: Takes why nothing is kept in the library, in whatever thread; an empty
                text once it is again.
            length_of: How long a file says that it is, in seconds, which its time limit goes by;
                asked in the thread that listens, where mutagen would hold up the window, and a
                file that hangs it the whole batch.
        """
        self._folder = folder
        self._tell, self._tell_unkept, self._length_of = tell, tell_unkept, length_of
        self._wanted_workers = workers
        self._workers = workers
        self._pool = WorkerPool(workers or None)
        self._library: Library | None = None
        self._why_unkept = ""
        self._is_stopped = threading.Event()

    @property
    def workers(self) -> int:
        """How many tracks are heard at the same time."""
        return self._pool.size

    def warm(self, model_folder: Path) -> None:
        """Start the processes and let each run the model once."""
        from genre_desktop.core.recognise import warm_up

        try:
            self._pool.warm(warm_up, model_folder)
        except RuntimeError:
            if not self._is_stopped.is_set():
                raise
            return  # the window was closed before it was warm
        self._open_library()

    def classify(
        self,
        tracks: Iterable[Track],
        model_folder: Path,
        *,
        again: bool,
        quick: bool,
        cancelled: threading.Event,
        holding: Holding,
    ) -> Iterator[Outcome]:
        """Hear tracks; see `Listener`."""
        from genre_desktop.core.batch import classify
        from genre_desktop.core.lost_workers import WorkersUselessError
        from genre_desktop.core.time_limit import allowed_seconds
        from genre_desktop.inference.refusal import PackageRefused

        if self._is_stopped.is_set():
            return
        self._take_wanted_workers()
        library = self._open_library()
        try:
            yield from classify(
                tracks,
                self._pool,
                model_folder,
                library,
                again,
                quick=quick,
                provisional=True,
                look_ahead=LOOK_AHEAD,
                with_details=False,  # nine tenths of an answer; read again where it is shown
                cancelled=cancelled,
                holding=holding,
                limit=partial(allowed_seconds, length_of=self._length_of),
            )
        except (PackageRefused, WorkersUselessError) as refused:
            raise ListeningImpossibleError(refused.sentence) from refused
        finally:
            self._pass_on_notices()

    def use_workers(self, workers: int) -> None:
        """Work with so many processes from the next run on; called from any thread."""
        self._wanted_workers = workers

    def stop(self) -> None:
        """End the worker processes now; nothing is heard any more."""
        self._is_stopped.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def close(self) -> None:
        """Let go of the library."""
        if self._library is not None:
            self._library.close()

    def process_ids(self) -> tuple[int, ...]:
        """The worker processes that are running now."""
        return self._pool.process_ids()

    def _take_wanted_workers(self) -> None:
        if self._workers != self._wanted_workers:
            self._workers = self._wanted_workers
            self._pool.shutdown(wait=True)
            self._pool = WorkerPool(self._workers or None)

    def _open_library(self) -> Library | None:
        """The library; one that could not be written is opened anew: a lock may have gone."""
        if self._library is None or not self._library.writable:
            self._open_anew()
        self._pass_on_notices()
        return self._library

    def _open_anew(self) -> None:
        before, self._library = self._library, None
        if before is not None:
            before.close()
        why = ""
        try:
            self._library = Library.open(self._folder / LIBRARY_NAME)
            if not self._library.writable:
                why = " ".join(self._library.take_notices())
        except LibraryUnavailable as unavailable:
            why = str(unavailable)
        if why != self._why_unkept:
            self._why_unkept = why
            self._tell_unkept(why)

    def _pass_on_notices(self) -> None:
        if self._library is not None:
            for sentence in self._library.take_notices():
                self._tell(sentence)

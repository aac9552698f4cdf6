"""One background thread that does jobs in order and can be told to stop."""

import threading
from collections.abc import Callable
from queue import SimpleQueue

STEP_SECONDS = 2.0  # a job that reads the user's disks comes to its next step sooner, or it hangs
FINISH_SECONDS = 30.0  # writing a long list takes a second or two, unless the disk is gone

Job = Callable[[], None]


class Lane:
    """A thread of its own for jobs that must not hold up the window.

    A job looks at `stopping` between its steps. An error in a job is a bug and goes to the
    program's last resort, `threading.excepthook`. The thread is a daemon and is waited for at most
    for a while: one that hangs on a drive that is gone does not keep the program from ending.
    """

    def __init__(self, name: str) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()  # None is the end
        self._stop = threading.Event()
        self._is_left_alone = False
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._start_lock = threading.Lock()

    @property
    def stopping(self) -> bool:
        """True once the program is closing."""
        return self._stop.is_set()

    def do(self, job: Job) -> None:
        """Do a job after those that were given before; nothing happens once stopping."""
        if self.stopping:
            return
        self._jobs.put(job)
        with self._start_lock:
            if self._thread.ident is None:
                self._thread.start()

    def stop(self) -> None:
        """Drop the jobs that wait, without waiting for the present one."""
        self._stop.set()

    def close(self, seconds: float = STEP_SECONDS) -> bool:
        """Let the present job end at its next step and drop the others; False where it hangs."""
        self.stop()
        return self._ended(seconds)

    def finish(self, seconds: float = FINISH_SECONDS) -> bool:
        """Do everything that was given, then end; False where that is not done in time."""
        ended = self._ended(seconds)
        self._stop.set()
        return ended

    def _ended(self, seconds: float) -> bool:
        self._jobs.put(None)
        if self._thread.ident is not None:
            self._thread.join(seconds)
        self._is_left_alone = self._thread.is_alive()
        return not self._is_left_alone

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            if not self.stopping:
                self._do(job)

    def _do(self, job: Job) -> None:
        try:
            job()
        except BaseException as error:  # noqa: BLE001 - a bug of whatever kind must be told
            if not self._is_left_alone:  # else what it answers to may be gone by now
                threading.excepthook(
                    threading.ExceptHookArgs(
                        (type(error), error, error.__traceback__, threading.current_thread())
                    )
                )

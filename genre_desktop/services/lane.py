"""One background thread that does jobs in order and can be told to stop."""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor


class Lane:
    """A thread of its own for jobs that must not hold up the window.

    A job looks at `stopping` between its steps. An error in a job is a bug and goes to the
    program's last resort, `threading.excepthook`.
    """

    def __init__(self, name: str) -> None:
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._stop = threading.Event()

    @property
    def stopping(self) -> bool:
        """True once the program is closing."""
        return self._stop.is_set()

    def do(self, job: Callable[[], None]) -> None:
        """Do a job after those that were given before; nothing happens once stopping."""
        if not self.stopping:
            self._threads.submit(job).add_done_callback(_report)

    def close(self) -> None:
        """Let the present job end at its next step, drop the others and wait."""
        self._stop.set()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def finish(self) -> None:
        """Do everything that was given, then end."""
        self._threads.shutdown(wait=True)
        self._stop.set()


def _report(done: "Future[None]") -> None:
    try:
        error = done.exception()
    except CancelledError:
        return
    if error is not None:
        threading.excepthook(
            threading.ExceptHookArgs(
                (type(error), error, error.__traceback__, threading.current_thread())
            )
        )

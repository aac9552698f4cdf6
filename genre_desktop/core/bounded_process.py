"""A process apart for whose end the program waits only so long."""

from multiprocessing.context import SpawnProcess
from typing import Final

_SECONDS_TO_END: Final = 2.0


class BoundedProcess(SpawnProcess):
    """One that may outlive the program.

    What hangs in the system, as a file of a drive that does not answer has it hang, ends only once
    that does, though it was killed. At the program's end Python joins every process that has not
    ended, and would wait for it.
    """

    def join(self, timeout: float | None = None) -> None:
        """Waits for the end; for some seconds where nothing is said of how long."""
        super().join(_SECONDS_TO_END if timeout is None else timeout)

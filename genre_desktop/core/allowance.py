"""How much longer a process may take, without the time that the machine let it wait."""

from collections.abc import Callable
from pathlib import Path

_NANOSECONDS = 1e-9


class Allowance:
    """Runs from the moment it is made.

    A process that the machine has no processor for is not hung, however late it is: what it waits
    for one does not count, where the system tells.
    """

    def __init__(
        self,
        seconds: float | None,
        waited: Callable[[], float],
        now: Callable[[], float],
    ) -> None:
        """Begins.

        Args:
            seconds: How long the process may take, None for any time.
            waited: Tells how many seconds it has waited for a processor, ever.
            now: The time in seconds, without that for which the computer slept.
        """
        self._seconds, self._waited, self._now = seconds, waited, now
        self._begun = now() - waited() if seconds is not None else 0.0

    def left(self) -> float | None:
        """The seconds that are left at least, 0 at the end; None for any time."""
        if self._seconds is None:
            return None
        taken = self._now() - self._waited() - self._begun
        return max(0.0, self._seconds - taken)


def waited_for_processor(process_id: int | None) -> float:
    """How many seconds a process has been ready to run and had no processor.

    0 where the system does not tell: it does on Linux.
    """
    try:
        text = Path(f"/proc/{process_id}/schedstat").read_text()
        return int(text.split()[1]) * _NANOSECONDS
    except (OSError, ValueError, IndexError):
        return 0.0

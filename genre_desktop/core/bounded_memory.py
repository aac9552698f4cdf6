"""Bounds the memory of a process while it reads what may be made to take all there is."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_STATUS = Path("/proc/self/status")


@contextmanager
def bounded_memory(most_bytes: int) -> Iterator[None]:
    """Lets the process take only so much more; beyond that, Python raises `MemoryError`.

    For a process that does nothing else meanwhile, since the bound is that of all its threads.
    Only Linux counts what a process asked for; elsewhere nothing is bounded.

    Args:
        most_bytes: Beside what it has now.
    """
    if sys.platform != "linux":
        yield
        return
    import resource

    before = soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = _bytes_now() + most_bytes
    bounds = [wanted, *(one for one in (soft, hard) if one != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_DATA, (min(bounds), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)


def _bytes_now() -> int:
    """What the process asked for so far, as that limit counts it."""
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith("VmData:"))

"""Bounds the memory of a process while it reads what may be made to take all there is."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MOST_BYTES_OF_TAGS = 768 * 1024 * 1024  # mutagen takes 400 MB for a picture of 100 MB

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
    bounds = [one for one in (soft, hard) if one != resource.RLIM_INFINITY]
    with suppress(OSError, ValueError):  # a sandbox without /proc, or that allows no such thing
        most = min([_bytes_now() + most_bytes, *bounds])
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    try:
        yield
    finally:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_DATA, before)


def _bytes_now() -> int:
    """What the process asked for so far, as that limit counts it.

    Raises:
        OSError: The system does not tell.
        ValueError: It tells it otherwise.
    """
    text = _STATUS.read_text(encoding="ascii", errors="replace")
    _, found, rest = text.partition("VmData:")
    if not found:
        raise ValueError(text)
    return 1024 * int(rest.split(maxsplit=1)[0])
